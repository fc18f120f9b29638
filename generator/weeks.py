"""The weeks in which papers came into a library, for digests."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from generator.model import Library
from generator.seen import came_on
from generator.text.fold import fold


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week and the papers that came in then, by the slug of their main topic ("" for none)."""

    name: str  # as ISO 8601 writes it: 2026-W20
    groups: tuple[tuple[str, tuple[str, ...]], ...]  # topics in the taxonomy's order, papers by title

    @property
    def title(self) -> str:
        """ "Week 20 of 2026"."""
        year, _, number = self.name.partition("-W")
        return f"Week {int(number)} of {year}"

    @property
    def days(self) -> str:
        """Its Monday and its Sunday: "2026-05-11 to 2026-05-17"."""
        year, _, number = self.name.partition("-W")
        first, last = (date.fromisocalendar(int(year), int(number), day) for day in (1, 7))
        return f"{first} to {last}"

    @property
    def papers(self) -> tuple[str, ...]:
        """All papers, group by group."""
        return tuple(key for _, keys in self.groups for key in keys)


def weeks_of(library: Library) -> tuple[Week, ...]:
    """The weeks in which papers came in, the newest first; a paper of which no listing tells the day is in none."""
    listings = {listing.name: listing for listing in library.listings}
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, paper in library.papers.items():
        if name := _week(came_on(paper, listings)):
            matches = library.matches.get(key, ())
            found[name][matches[0].topic if matches else ""].append(key)
    return tuple(
        Week(
            name,
            tuple(
                (
                    slug,
                    tuple(
                        sorted(found[name][slug], key=lambda key: (fold(library.papers[key].title_text), key))
                    ),
                )
                for slug in (*library.topics, "")
                if slug in found[name]
            ),
        )
        for name in sorted(found, reverse=True)
    )


def _week(day: str) -> str:
    try:
        year, number, _ = date.fromisoformat(day).isocalendar()
        date.fromisocalendar(year, number, 7)
    except ValueError:  # no day, a day like 2026-02-30, or a week that goes beyond the year 9999
        return ""
    return f"{year:04}-W{number:02}"
