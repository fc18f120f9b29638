"""Papers by when they appeared, as far as that is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model import Library
from generator.text.fold import fold


def newest_first(keys: Iterable[str], library: Library) -> tuple[str, ...]:
    """The newest first, those of one day by title; at the end the papers without a year."""
    by_title = sorted(keys, key=lambda key: (fold(library.papers[key].title_text), key))
    return tuple(sorted(by_title, key=lambda key: _when(key, library), reverse=True))


def years_of(library: Library) -> Mapping[int, tuple[str, ...]]:
    """The papers of each year, newest first, and so the years."""
    years: dict[int, list[str]] = defaultdict(list)
    for key, paper in library.papers.items():
        if paper.year is not None:
            years[paper.year].append(key)
    return {year: newest_first(years[year], library) for year in sorted(years, reverse=True)}


def _when(key: str, library: Library) -> tuple[int, str]:
    paper = library.papers[key]
    return paper.year or 0, paper.published
