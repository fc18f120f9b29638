"""Where papers were seen, as far as that tells something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from generator.model import Library, Listing, Paper

ISO_DATE = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def telling(library: Library) -> frozenset[str]:
    """Names of the listings that do not have every paper, so that being in one says something."""
    often = Counter(
        name for paper in library.papers.values() for name in {seen.listing for seen in paper.seen}
    )
    return frozenset(
        listing.name for listing in library.listings if often[listing.name] < len(library.papers)
    )


def seen_in(library: Library) -> dict[str, tuple[Listing, ...]]:
    """By paper the listings that have it, each once, without those that have every paper, if others do."""
    listings = {listing.name: listing for listing in library.listings}
    some = telling(library)
    found = {}
    for key, paper in library.papers.items():
        names = list(dict.fromkeys(seen.listing for seen in paper.seen))
        found[key] = tuple(listings[name] for name in [name for name in names if name in some] or names)
    return found


def day_of(listing: Listing) -> str:
    """The day of a listing, YYYY-MM-DD, as its date or its name says; empty where neither has a year."""
    found = ISO_DATE.search(listing.date) or ISO_DATE.search(listing.name)
    return found[0] if found else ""


def came_on(paper: Paper, listings: Mapping[str, Listing]) -> str:
    """The day on which the paper came into the library: the first that a listing tells; empty if none does.

    `listings` are the library's by name. It is never the day of a build.
    """
    told = (seen.listed or day_of(listings[seen.listing]) for seen in paper.seen)
    return min((day for day in told if day), default="")
