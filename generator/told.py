"""What a build tells a person: its numbers and problems, kept so that an unchanged build can tell them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.problems import Level, Place, Problem


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of a build. `merged` papers were listed more than once; files are our own."""

    papers: int
    entries: int
    listings: int
    merged: int
    topics: int
    pages: int
    written: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class Told:
    """The numbers, the problems in the order of the work, and whether anything was done at all."""

    counts: Counts
    problems: tuple[Problem, ...]
    is_fresh: bool = True

    @property
    def is_clean(self) -> bool:
        """Whether no problem is worse than a note."""
        return all(problem.level is Level.NOTE for problem in self.problems)

    def summary(self) -> str:
        """The one line to quote, without seconds."""
        counts = self.counts
        problems = sum(1 for problem in self.problems if problem.level is not Level.NOTE)
        notes = len(self.problems) - problems
        parts = (
            f"{_many(counts.papers, 'paper')} from {_many(counts.entries, 'entry', 'entries')}",
            f" in {_many(counts.listings, 'listing')} ({counts.merged:,} merged),",
            f" {_many(counts.topics, 'topic')}, {_many(counts.pages, 'page')};",
            f" files: {counts.written:,} written, {counts.unchanged:,} unchanged,",
            f" {counts.removed:,} removed;",
            f" {_many(problems, 'problem')}",
            f", {_many(notes, 'note')}" if notes else "",
        )
        return "".join(parts)


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def to_json(told: Told) -> Any:
    """As JSON values."""
    return {"counts": asdict(told.counts), "problems": [asdict(problem) for problem in told.problems]}


def from_json(value: Any) -> Told | None:
    """What an earlier build told, as it is when nothing was done since; None if `value` is none of ours."""
    try:
        counts = Counts(**value["counts"])
        problems = tuple(
            Problem(**{**raw, "level": Level(raw["level"]), "place": Place(**raw["place"])})
            for raw in value["problems"]
        )
    except (KeyError, TypeError, ValueError):
        return None
    kept = replace(counts, written=0, unchanged=counts.written + counts.unchanged, removed=0)
    return Told(kept, problems, is_fresh=False)
