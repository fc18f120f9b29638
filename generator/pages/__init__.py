"""Shelf of pages: one file per kind of page. To add one, write its module and name it in `PAGES`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.config import Settings
from generator.model import Library
from generator.pages import (
    a_z,
    author,
    authors,
    code,
    data,
    home,
    listing,
    listings,
    paper,
    reading_list,
    search,
    topic,
    topics,
    venue,
    venues,
    week,
    weeks,
    year,
    years,
)
from generator.render.page import Page
from generator.render.shelf import Shelf

PAGES: tuple[Callable[[Shelf], Iterator[Page]], ...] = (
    home.pages,
    topics.pages,
    topic.pages,
    listings.pages,
    listing.pages,
    a_z.pages,
    code.pages,
    authors.pages,
    author.pages,
    venues.pages,
    venue.pages,
    years.pages,
    year.pages,
    weeks.pages,
    week.pages,
    paper.pages,
    search.pages,
    reading_list.pages,
    data.pages,
)


def all_pages(library: Library, settings: Settings, files: Mapping[str, int] | None = None) -> Iterator[Page]:
    """Every page of the library, by its path below docs/; `files` are the exports' paths and sizes."""
    shelf = Shelf.of(library, settings, files or {})
    for pages in PAGES:
        yield from pages(shelf)
