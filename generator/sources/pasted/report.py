"""What is told about a pasted page: every oddity with its line, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.problems import Level, Place, Problem
from generator.sources.pasted.entries import Entry, Oddity
from generator.sources.pasted.furniture import is_date, is_footer
from generator.sources.pasted.lines import Line
from generator.sources.pasted.shape import breaks_off, ends_sentence

_FEW = 5  # lines of the page itself between the papers: more are a habit of the page, not damage

_MESSAGES = {
    Oddity.TITLE_SPLIT: (
        "The title {title} goes on in line {line}; the two were put together.",
        "Put the whole title on one line. If these are two papers, give the first its abstract.",
    ),
    Oddity.TITLE_MISSING: (
        "This abstract has no title above it, so it cannot be shown: {abstract}",
        "Put its title on a line above it, or remove it.",
    ),
    Oddity.ABSTRACT_MISSING: (
        "{title} has no abstract; it is shown with its title alone.",
        "Paste its abstract below it. If the line is no title, remove it.",
    ),
    Oddity.ABSTRACT_SPLIT: (
        "The abstract of {title} goes on in line {line}; the parts were put together.",
        "Put the whole abstract on one line. If this is another paper's, put its title above it.",
    ),
    Oddity.ABSTRACT_FIRST: (
        "The title {title} stands below its abstract; the two were put together.",
        "Move the title above its abstract.",
    ),
}


def oddities(entries: Sequence[Entry], file: str) -> Iterator[Problem]:
    """A problem for everything odd about an entry."""
    for entry in entries:
        for odd, line in entry.odd:
            message, hint = _MESSAGES[odd]
            text = message.format(title=_quoted(entry.title), abstract=_quoted(entry.abstract), line=line)
            lost = odd is Oddity.TITLE_MISSING
            level = Level.ERROR if lost else Level.WARNING
            yield Problem(level, odd.value, text, Place(file, line), hint, entries=int(lost))


def strays(lines: Sequence[Line], entries: Sequence[Entry], file: str) -> Iterator[Problem]:
    """A problem for every stray line; what stands above and below the papers is the page's own."""
    first = entries[0].line if entries else 0
    footer = next(
        (line.number for line in lines if entries and line.number > first and is_footer(line.text)), 0
    )
    inside: list[Line] = []
    outside: list[Line] = []
    for line in lines:
        is_inside = line.number > first and not (footer and line.number >= footer)
        (inside if is_inside else outside).append(line)
    for line in outside:
        if not line.furniture:
            yield _stray(line, file)
    dates = sum(is_date(line.text) for line in inside)
    own = [line for line in inside if line.furniture]
    if len(own) <= max(_FEW, len(entries) // 10):
        for line in inside:
            yield _stray(line, file)
        return
    for line in inside:
        if not line.furniture or (dates <= _FEW and is_date(line.text)):
            yield _stray(line, file)
    yield Problem(
        Level.NOTE,
        "page-lines-skipped",
        f"{len(own)} lines that belong to the page and to no paper were skipped, the first being "
        f"{_quoted(own[0].text)}.",
        Place(file, own[0].number),
        "Nothing to do, unless one of them is a title.",
    )


def _stray(line: Line, file: str) -> Problem:
    if is_date(line.text):
        message = f"A second date, {_quoted(line.text)}: one file has one date, that of its first page."
        return Problem(Level.WARNING, "second-date", message, Place(file, line.number), "Make it two files.")
    message = f"{_quoted(line.text)} is neither a title nor an abstract; it was left out."
    hint = "Remove the line. If it is a title, paste its abstract below it."
    return Problem(Level.WARNING, "stray-line", message, Place(file, line.number), hint)


def endings(entries: Sequence[Entry], file: str) -> Iterator[Problem]:
    """A problem for every abstract that stops in the middle of a sentence; the last one tells of the file."""
    for entry in entries[:-1]:
        if entry.abstract and breaks_off(entry.abstract):
            message = f"The abstract of {_quoted(entry.title)} stops in the middle of a sentence."
            yield Problem(Level.NOTE, "abstract-cut-short", message, Place(file, entry.line), "Complete it.")
    last = entries[-1] if entries else None
    if last and last.abstract and not ends_sentence(last.abstract):
        message = f"The file ends in the middle of the abstract of {_quoted(last.title)}."
        hint = "Copy the page again, or complete the abstract."
        yield Problem(Level.WARNING, "cut-short", message, Place(file, last.line), hint)


def _quoted(text: str) -> str:
    return f"“{text}”" if len(text) <= 90 else f"“{text[:80].rsplit(' ', 1)[0]} …”"
