"""years/<year>.md: the papers of one year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render import gathered
from generator.render.page import Page
from generator.render.paging import parts
from generator.render.shelf import PER_PAGE, Shelf


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of each year, 100 papers each."""
    for year, keys in shelf.years.items():
        for part in parts(keys, PER_PAGE, f"years/{year}.md", f"years/{year}"):
            near = (
                gathered.topics(shelf, keys, part.root),
                gathered.venues(shelf, keys, part.root),
            )
            yield gathered.gathered(shelf, "year", str(year), len(keys), part, (), near)
