"""Blocks of `Title: … / Authors: … / PDF: … / Summary: …`, as newsletters and messages have them, in Markdown or not.

A line "Title:" begins an entry; every other label of `columns.py` adds to it, and lines without a label go on with the
one before. What stands before the first title is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Listing, Reading, Record
from generator.problems import Place, Problem
from generator.sources.columns import meant
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.mentioned import mentions_in
from generator.sources.naming import title_from_file
from generator.sources.rows import fields_of, ignored, unknown

NAME = "blocks of Title: … Summary: …"
_LABEL = re.compile(
    r"\s*(?:[-*+>]\s+|\d{1,3}[.)]\s+|#{1,6}\s+)?[*_]{0,3}([A-Za-z][A-Za-z /-]{1,24}?)[*_]{0,3}\s*:[*_]{0,3}\s*(.*)"
)
_MARK = re.compile(r"\s*(?:[-*+>#]|\d{1,3}[.)]\s|[*_])")  # a label that is set off is one, known or not
_END = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|#{1,6}\s.*)?\s*")
_MARKED = re.compile(r"\A[*_]{1,3}(.+?)[*_]{1,3}\Z|\A\[([^\]]+)\]\((?:[^()\s]|\([^()\s]*\))+\)\Z", re.DOTALL)


@dataclass(slots=True)
class _Block:
    line: int
    values: dict[str, str] = field(default_factory=dict)


def recognises(given: Given) -> bool:
    """Whether a block has a title and something else."""
    if given.text.lstrip()[:1] in ("<", "{", "["):
        return False
    return any(len(block.values) > 1 for block in _blocks(given.text[:100_000], given))


def read(given: Given) -> Reading:
    """Every block as a record."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    left: dict[str, int] = {}
    entries = 0
    for block in _blocks(given.text, given):
        entries += 1
        fields = fields_of(block.values, given.columns)
        for mention in mentions_in("\n".join(block.values.values())):
            if mention.field != "url":
                fields.setdefault(mention.field, mention.value)
        fields["title"] = _bare(fields["title"])
        record, wrong = record_of(fields, Place(given.file, block.line), listing.name, entries)
        problems += wrong
        for name in unknown(block.values, given.columns):
            left.setdefault(name, block.line)
        if record:
            records.append(record)
    if left:
        problems.append(ignored(left, Place(given.file, min(left.values()))))
    return Reading(listing, tuple(records), tuple(problems), entries)


def _blocks(text: str, given: Given) -> Iterator[_Block]:
    """The blocks that begin with a title, as their labels and texts."""
    block: _Block | None = None
    label = ""
    for number, line in enumerate(text.split("\n"), start=1):
        found = _LABEL.match(line)
        field = next(iter(meant((found[1],), given.columns)), "") if found else ""
        if field == "title" and found:
            if block:
                yield block
            block, label = _Block(number), found[1]
            block.values[label] = found[2].strip()
        elif block is None:
            continue
        elif found and (field or _MARK.match(line)):
            label = found[1] if found[1] not in block.values else f"{found[1]} "
            block.values[label] = found[2].strip()
        elif _END.fullmatch(line):
            label = label if not line.strip() else ""
        elif label:
            block.values[label] = f"{block.values[label]} {line.strip()}".strip()
    if block:
        yield block


def _bare(title: str) -> str:
    """A title without the marks of bold type or of a link around it."""
    while found := _MARKED.match(title.strip()):
        title = found[1] or found[2]
    return title
