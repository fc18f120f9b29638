"""years/index.md: the years in which papers appeared; none where no year is known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.shelf import Shelf
from generator.render.tree import bar


def pages(shelf: Shelf) -> Iterator[Page]:
    """The index of years."""
    if not shelf.years:
        return
    dated = sum(map(len, shelf.years.values()))
    without = len(shelf.library.papers) - dated
    longest = max(map(len, shelf.years.values()))
    yield Page(
        "years/index.md",
        {"title": "Years", "kind": "years"},
        "years",
        {
            "papers": count(dated, "paper").capitalize(),
            "without": count(without, "paper") if without else "",
            "years": [
                (Safe(f"[{year}]({year}.md)"), bar(len(keys), longest)) for year, keys in shelf.years.items()
            ],
        },
    )
