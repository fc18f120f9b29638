"""venues/<slug>.md: the papers of one venue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render import gathered
from generator.render.page import Page
from generator.render.paging import parts
from generator.render.shelf import PER_PAGE, Shelf


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of each venue, 100 papers each."""
    for slug, venue in shelf.venues.by_slug.items():
        for part in parts(venue.papers, PER_PAGE, f"venues/{slug}.md", f"venues/{slug}"):
            near = (
                gathered.topics(shelf, venue.papers, part.root),
                gathered.years(shelf, venue.papers, part.root),
            )
            yield gathered.gathered(shelf, "venue", venue.name, len(venue.papers), part, (), near)
