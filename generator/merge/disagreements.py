"""Facts on which the records of a paper differ so much that a person should look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.merge.evidence import same_person
from generator.merge.told import Told
from generator.model import Record
from generator.problems import Level, Problem
from generator.text.fold import fold

_USUAL = 2  # years between a preprint and its publication


def disagreements(told: Sequence[Told]) -> Iterator[Problem]:
    """A note or warning for each."""
    records = [one.record for one in told]
    yield from _twice(records)
    first, place = records[0], records[0].place
    years = sorted({record.year for record in records if record.year is not None})
    if len(years) > 1:
        shown = ", ".join(map(str, years))
        message = f"“{first.title}” has several years: {shown}; the publisher's is shown, else the earliest."
        level = Level.NOTE if years[-1] - years[0] <= _USUAL else Level.WARNING
        yield Problem(level, "merge-years-differ", message, place, "Mend the wrong one, if one is.")
    leads = sorted({record.authors[0] for record in records if record.authors})
    words = [frozenset(fold(name).split()) for name in leads]
    if any(one and other and not same_person(one, other) for one in words for other in words):
        names, pair = "; ".join(leads[:4]), f"[{told[0].entry}, {told[-1].entry}]"
        message = f"“{first.title}” has several first authors: {names}; those of the best source are shown."
        hint = f"Mend the wrong list; or, if these are two papers: different: [{pair}]"
        yield Problem(Level.WARNING, "merge-authors-differ", message, place, hint)


def _twice(records: Sequence[Record]) -> Iterator[Problem]:
    """A note for every entry that stands in one listing again."""
    before: dict[str, Record] = {}
    for record in records:
        first = before.setdefault(record.place.file, record)
        if first is not record:
            message = f"“{record.title}” stands in this listing twice, first in line {first.place.line}."
            yield Problem(Level.NOTE, "entry-twice", message, record.place, "Remove one of the two.")
