"""The entries of a BibTeX file, each with its line. What the parser gives up is read again."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bibtexparser import model
from bibtexparser.splitter import Splitter

from generator.sources.bib.salvage import salvage
from generator.sources.bib.values import MONTHS, expression

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what fails is told by us, with its line

_SPACED = re.compile(r"(?m)^([ \t]*@)[ \t]+(?=[A-Za-z]+[ \t]*[{(])")
_LIKE_ENTRY = re.compile(r"@\s*[A-Za-z]+\s*[{(]")
_LIKE_FIELDS = re.compile(r"[\s,]*[A-Za-z][\w-]*\s*=\s*[\"{\d]")
_BROKEN = ("its braces, quotes or commas do not match",)
_NO_ENTRY = ("comment", "preamble", "string")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: type and field names in lower case, values as LaTeX without delimiters, the line from 1.

    `wrong` says what could not be read as it should, in words; `hidden` is true behind a percent sign.
    """

    kind: str
    key: str
    fields: Mapping[str, str]
    line: int
    wrong: tuple[str, ...] = ()
    hidden: bool = False


def entries_of(text: str) -> Iterator[Entry]:
    """Every entry of the file in order, whole or not; two with one key are two entries."""
    text = _SPACED.sub(r"\1", text)
    blocks = Splitter(text).split().blocks
    strings = _strings(blocks)
    places = _places(blocks, text)
    lines = _Lines(text)
    ends = [len(text)] * len(blocks)  # where the next block begins that is no loose text
    for index in range(len(blocks) - 2, -1, -1):
        loose = isinstance(blocks[index + 1], model.ImplicitComment)
        ends[index] = ends[index + 1] if loose else places[index + 1]
    covered = 0  # the text before it was read with an entry that failed
    for index, block in enumerate(blocks):
        at, whole = places[index], _whole(block)
        if at < covered:
            continue
        line, hidden = lines.at(at)
        entry = whole and _read(whole, strings, line, hidden)
        if entry and not _spilt(blocks, index):
            yield entry
            continue
        raw = text[at : ends[index]]
        if isinstance(block, model.ImplicitComment):
            found = _LIKE_ENTRY.search(raw)
            at, raw = (at + found.start(), raw[found.start() :]) if found else (at, "")
        elif not (whole or isinstance(block, model.ParsingFailedBlock)):
            continue
        covered = ends[index]
        if not raw.lower().startswith(tuple(f"@{kind}" for kind in _NO_ENTRY)):
            for kind, key, fields, down in salvage(raw, strings):
                if kind not in _NO_ENTRY:
                    line, hidden = lines.at(at + down)
                    yield Entry(
                        kind, key, fields, line, ("its braces, quotes or commas do not match",), hidden
                    )


class _Lines:
    """The lines of ever later places. The parser's own are wrong after a line that ends in a backslash."""

    def __init__(self, text: str) -> None:
        self.text, self.line, self.counted = text, 1, 0

    def at(self, place: int) -> tuple[int, bool]:
        """The line, and whether it is behind a percent sign."""
        self.line += self.text.count("\n", self.counted, place)
        self.counted = place
        start = self.text.rfind("\n", 0, place) + 1
        return self.line, self.text[start:place].lstrip().startswith("%")


def _places(blocks: list[model.Block], text: str) -> list[int]:
    places, at = [], 0
    for block in blocks:
        raw = block.raw or ""
        places.append(max(at, text.find(raw, at)))
        # what failed may reach into the next block
        at = places[-1] + (1 if type(block) is model.ParsingFailedBlock else len(raw))
    return places


def _spilt(blocks: list[model.Block], index: int) -> bool:
    """Whether fields stand behind the end of the entry, as they do after a brace too many."""
    loose = blocks[index + 1] if index + 1 < len(blocks) else None
    return isinstance(loose, model.ImplicitComment) and bool(_LIKE_FIELDS.match(loose.comment))


def _whole(block: model.Block | None) -> model.Entry | None:
    while isinstance(block, model.DuplicateFieldKeyBlock | model.DuplicateBlockKeyBlock):
        block = block.ignore_error_block
    return block if isinstance(block, model.Entry) else None


def _strings(blocks: list[model.Block]) -> dict[str, str]:
    strings = dict(MONTHS)
    for block in blocks:
        string = block.ignore_error_block if isinstance(block, model.DuplicateBlockKeyBlock) else block
        if isinstance(string, model.String):
            value, rest, _ = expression(string.value, strings)
            strings[string.key.lower()] = value if not rest else string.value.strip('{}"')
    return strings


def _read(block: model.Entry, strings: Mapping[str, str], line: int, hidden: bool) -> Entry | None:
    """The entry; None where a value goes on behind its end, as it does where a comma is missing."""
    fields: dict[str, str] = {}
    wrong: list[str] = []
    for field in block.fields:
        value, rest, unknown = expression(field.value, strings)
        if rest or not re.fullmatch(r"[^\s{}\",=]+", field.key):
            return None
        name = field.key.lower()
        wrong += [f"the abbreviation “{word[:40]}” is not defined" for word in unknown]
        if fields.get(name) and value and fields[name] != value:
            wrong.append(f"`{name[:40]}` is given twice, and the first is used")
        fields[name] = fields.get(name) or value
    kind, told = block.entry_type.lower(), tuple(dict.fromkeys(wrong))
    return Entry(kind, block.key, fields, line, told, hidden)
