"""Labelled lines put together into entries, each with what is odd about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.sources.pasted.explain import Label
from generator.sources.pasted.lines import Line
from generator.sources.pasted.shape import shared


class Oddity(StrEnum):
    """What may be odd about an entry; the values are the codes of the problems reported."""

    TITLE_SPLIT = "title-split"
    TITLE_MISSING = "title-missing"
    ABSTRACT_MISSING = "abstract-missing"
    ABSTRACT_SPLIT = "abstract-split"
    ABSTRACT_FIRST = "abstract-before-title"


@dataclass(frozen=True, slots=True)
class Entry:
    """A title with its abstract, either of which may be missing (empty); `line` is its first line."""

    line: int
    title: str
    abstract: str = ""
    odd: tuple[tuple[Oddity, int], ...] = ()  # with the line of each


def entries_of(lines: Iterable[Line], labels: Iterable[Label]) -> tuple[list[Entry], list[Line]]:
    """The entries in order, and the strays."""
    entries: list[Entry] = []
    strays: list[Line] = []
    for line, label in zip(lines, labels, strict=True):
        if label is Label.STRAY:
            strays.append(line)
        elif label is Label.TITLE:
            entries.append(Entry(line.number, line.text))
        elif label is Label.ORPHAN:
            entries.append(Entry(line.number, "", line.text))
        else:
            entries[-1] = _added(entries[-1], line, label)
    return _paired([_judged(entry) for entry in entries]), strays


def _added(entry: Entry, line: Line, label: Label) -> Entry:
    if label is Label.TITLE_REST:
        odd = (*entry.odd, (Oddity.TITLE_SPLIT, line.number))
        return replace(entry, title=_joined(entry.title, line.text), odd=odd)
    if label is Label.ABSTRACT:
        return replace(entry, abstract=line.text)
    odd = (*entry.odd, (Oddity.ABSTRACT_SPLIT, line.number))
    return replace(entry, abstract=f"{entry.abstract} {line.text}", odd=odd)


def _joined(first: str, second: str) -> str:
    """A word broken at its hyphen comes together again; the hyphen is the author's as far as we know."""
    return first + second if first[-1:] in "-/" and first[-2:-1].isalnum() else f"{first} {second}"


def _judged(entry: Entry) -> Entry:
    if not entry.title:
        return replace(entry, odd=((Oddity.TITLE_MISSING, entry.line), *entry.odd))
    if not entry.abstract:
        return replace(entry, odd=((Oddity.ABSTRACT_MISSING, entry.line), *entry.odd))
    return entry


def _paired(entries: list[Entry]) -> list[Entry]:
    """Join an abstract without a title to a title without an abstract right after it that it speaks of."""
    paired: list[Entry] = []
    for entry in entries:
        above = paired[-1] if paired else None
        if above and not above.title and not entry.abstract and shared(entry.title, above.abstract) >= 0.5:
            odd = ((Oddity.ABSTRACT_FIRST, entry.line), *above.odd[1:], *entry.odd[1:])
            paired[-1] = Entry(above.line, entry.title, above.abstract, odd)
        else:
            paired.append(entry)
    return paired
