"""weeks/index.md: the weeks in which papers came in; none where no listing tells a day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.shelf import Shelf
from generator.render.tree import bar


def pages(shelf: Shelf) -> Iterator[Page]:
    """The index of weeks."""
    if not shelf.weeks:
        return
    longest = max(len(week.papers) for week in shelf.weeks)
    dated = sum(len(week.papers) for week in shelf.weeks)
    without = len(shelf.library.papers) - dated
    yield Page(
        "weeks/index.md",
        {"title": "Weeks", "kind": "weeks"},
        "weeks",
        {
            "papers": count(dated, "paper").capitalize(),
            "without": count(without, "paper") if without else "",
            "weeks": [
                (Safe(f"[{week.title}]({week.name}.md)"), bar(len(week.papers), longest))
                for week in shelf.weeks
            ],
        },
    )
