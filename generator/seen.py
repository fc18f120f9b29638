"""Where papers were seen, as far as that tells something."""

from __future__ import annotations

from collections import Counter

from generator.model import Library, Listing


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
