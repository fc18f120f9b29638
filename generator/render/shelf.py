"""What every kind of page is made from: the library, the settings, and what several kinds share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.citations import Reference, references_of
from generator.config import Settings
from generator.model import Library, Listing
from generator.render.authors import Authors
from generator.render.dates import years_of
from generator.render.orders import Orders, orders_of
from generator.render.page import Safe
from generator.render.rows import Rows
from generator.render.venues import Venues
from generator.seen import seen_in
from generator.weeks import Week, weeks_of

PER_PAGE = 100  # papers on a page of a topic or a listing


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library with its orders and rows, made once for all pages."""

    library: Library
    settings: Settings
    orders: Orders
    rows: Rows
    authors: Authors
    venues: Venues
    years: Mapping[int, tuple[str, ...]]  # newest first, each with its papers
    weeks: tuple[Week, ...]  # newest first; none where the digest is switched off
    listings: Mapping[str, Listing]
    overrides: Safe  # the file as the owner would type it
    pages_of_listings: Mapping[tuple[str, str], str]  # listing and paper -> page below listings/
    seen_in: Mapping[str, tuple[Listing, ...]]  # by paper, see generator/seen.py
    references: Mapping[str, Reference]  # by paper
    files: Mapping[str, int]  # what was exported: paths below docs/, and bytes

    @classmethod
    def of(cls, library: Library, settings: Settings, files: Mapping[str, int]) -> Shelf:
        """The shelf of a library from which `files` were exported."""
        orders = orders_of(library)
        authors = Authors.of(library)
        return cls(
            library,
            settings,
            orders,
            Rows(library, authors),
            authors,
            Venues.of(library),
            years_of(library),
            weeks_of(library) if settings.has("digest") else (),
            {listing.name: listing for listing in library.listings},
            Safe(f"{settings.shown(settings.library)}/overrides.yml"),
            {
                (name, entry.key): f"{name}.md" if place < PER_PAGE else f"{name}/{place // PER_PAGE + 1}.md"
                for name, entries in orders.listings.items()
                for place, entry in enumerate(entries)
            },
            seen_in(library),
            references_of(library),
            files,
        )
