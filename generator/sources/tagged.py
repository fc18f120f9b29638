"""Lines that begin with a tag ("AU  - Crumb, Ada"), as in RIS and MEDLINE, cut into entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tagged:
    """One entry: the values of each tag (in capitals) in order, and its line from 1.

    `ended` is false where another entry began, or the file ended, before the entry's end was told.
    """

    line: int
    values: Mapping[str, list[str]]
    ended: bool

    def first(self, *tags: str) -> str:
        """The first value that is not empty, of the first of these tags that has one."""
        return next(iter(self.all(*tags)), "")

    def all(self, *tags: str) -> list[str]:
        """All values that are not empty, tag by tag."""
        return [value for tag in tags for value in self.values.get(tag, ()) if value]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a format writes its lines. `line` has two groups, tag and value.

    `begin` is the tag of an entry's first line, `end` that of its last; after a blank line another entry
    begins where `blank_ends`. A line without a tag goes on with the value before it, or is another value of
    the tags in `lists`.
    """

    line: re.Pattern[str]
    begin: str
    end: str
    lists: frozenset[str]
    blank_ends: bool = False


def entries_of(text: str, dialect: Dialect) -> Iterator[Tagged]:
    """Every entry. Tagged lines before the first, or between two, are one whose first line is missing."""
    values: dict[str, list[list[str]]] = {}  # by tag: each value as its lines
    start, last, blank = 0, "", False
    for number, line in enumerate(text.split("\n"), start=1):
        found = dialect.line.fullmatch(line)
        tag = found[1].upper() if found else ""
        if values and (tag == dialect.begin or (tag and blank and dialect.blank_ends)):
            yield _entry(start, values, dialect.blank_ends)
            values = {}
        blank = not line.strip()
        if tag and tag == dialect.end:
            if values:
                yield _entry(start, values, True)
            values = {}
        elif found:
            start, last = start if values else number, tag
            values.setdefault(tag, []).append([found[2].strip()])
        elif values and not blank:
            if last in dialect.lists:
                values[last].append([])
            values[last][-1].append(line.strip())
    if values:
        yield _entry(start, values, dialect.blank_ends)


def _entry(line: int, values: Mapping[str, list[list[str]]], ended: bool) -> Tagged:
    joined = {tag: [" ".join(lines).strip() for lines in told] for tag, told in values.items()}
    return Tagged(line, joined, ended)
