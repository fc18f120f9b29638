"""What every kind of page is made from: the library, the settings, and what several kinds share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.config import Settings
from generator.model import Library, Listing, Paper
from generator.render.authors import Authors
from generator.render.dates import years_of
from generator.render.orders import Orders, orders_of
from generator.render.page import Safe
from generator.render.rows import Rows
from generator.render.venues import Venues

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
    listings: Mapping[str, Listing]
    overrides: Safe  # the file as the owner would type it
    pages_of_listings: Mapping[tuple[str, str], str]  # listing and paper -> page below listings/

    @classmethod
    def of(cls, library: Library, settings: Settings) -> Shelf:
        """The shelf of a library."""
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
            {listing.name: listing for listing in library.listings},
            Safe(f"{settings.shown(settings.library)}/overrides.yml"),
            {
                (name, entry.key): f"{name}.md" if place < PER_PAGE else f"{name}/{place // PER_PAGE + 1}.md"
                for name, entries in orders.listings.items()
                for place, entry in enumerate(entries)
            },
        )

    def seen_in(self, paper: Paper) -> tuple[Listing, ...]:
        """The listings that have the paper, each once, without those that have every paper, if others do."""
        names = list(dict.fromkeys(seen.listing for seen in paper.seen))
        telling = [name for name in names if name in self.orders.telling]
        return tuple(self.listings[name] for name in telling or names)
