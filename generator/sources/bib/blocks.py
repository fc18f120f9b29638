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
    lines = text.split("\n")
    blocks = Splitter(text).split().blocks
    starts = [block.start_line or 0 for block in blocks] + [len(lines)]
    strings = _strings(blocks)
    after = len(blocks)  # the block after this one that is no loose text
    following = [after] * len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        following[index] = after
        if not isinstance(blocks[index], model.ImplicitComment):
            after = index
    covered = 0  # blocks before this one were read with one that failed
    for index, block in enumerate(blocks):
        if index < covered:
            continue
        start, whole = starts[index], _whole(block)
        entry = whole and _read(whole, strings, lines)
        if entry and not _spilt(blocks, index):
            yield entry
        elif whole or isinstance(block, model.ParsingFailedBlock):
            until = starts[following[index]]
            raw, covered = str(block.raw), index + 1
            if until > start:  # the parser cuts what it gives up too short
                first = raw[:40].partition("\n")[0]
                raw, covered = "\n".join(lines[start:until]), following[index]
                raw = raw[max(0, raw.find(first)) :]
            if not raw.lower().startswith(tuple(f"@{kind}" for kind in _NO_ENTRY)):
                yield from _salvaged(raw, start, strings, lines)
        elif isinstance(block, model.ImplicitComment) and (found := _LIKE_ENTRY.search(block.comment)):
            line = start + block.comment.count("\n", 0, found.start())
            yield from _salvaged(block.comment[found.start() :], line, strings, lines)


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


def _read(block: model.Entry, strings: Mapping[str, str], lines: list[str]) -> Entry | None:
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
    start = block.start_line or 0
    return Entry(kind, block.key, fields, start + 1, told, _hidden(lines[start]))


def _salvaged(raw: str, line: int, strings: Mapping[str, str], lines: list[str]) -> Iterator[Entry]:
    for kind, key, fields, down in salvage(raw, strings):
        if kind not in _NO_ENTRY:
            wrong = ("its braces, quotes or commas do not match",)
            yield Entry(kind, key, fields, line + down + 1, wrong, _hidden(lines[line + down]))


def _hidden(line: str) -> bool:
    return line.lstrip().startswith("%")
