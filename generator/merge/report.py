"""What was merged and why, and what nearly was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Paper, Seen
from generator.problems import Level, Problem


@dataclass(frozen=True, slots=True)
class Join:
    """Several entries that are one paper, and by what: "title", "arxiv 2406.08979", "the owner's word"."""

    key: str
    by: tuple[str, ...]
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Two papers with titles so alike that they may be one."""

    first: Paper
    second: Paper
    why: str

    def problem(self) -> Problem:
        """A note with the lines to paste into overrides.yml."""
        message = (
            f"“{self.first.title_text}” and “{self.second.title_text}” ({self.second.seen[0].place}) "
            f"may be one paper: {self.why}."
        )
        pair = f"[{self.first.key}, {self.second.key}]"
        hint = f"Write into overrides.yml — same: [{pair}] — or, to silence this: different: [{pair}]"
        return Problem(Level.NOTE, "merge-near-miss", message, self.first.seen[0].place, hint)


@dataclass(frozen=True, slots=True)
class Report:
    """All joins by key, and all near misses by keys."""

    joins: tuple[Join, ...] = ()
    near: tuple[NearMiss, ...] = ()

    def lines(self) -> Iterator[str]:
        """The report as lines for a person."""
        entries = sum(len(join.seen) for join in self.joins)
        yield f"Papers merged from several entries: {len(self.joins)}, from {entries} entries."
        for join in self.joins:
            yield f"{join.key} ({', '.join(join.by)})"
            for seen in join.seen:
                yield f"  {seen.place}  {seen.title}"
        yield f"Pairs of papers nearly merged: {len(self.near)}."
        for miss in self.near:
            yield f"{miss.first.key} / {miss.second.key}: {miss.why}"
