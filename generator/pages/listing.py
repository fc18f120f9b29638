"""listings/<name>.md: one listing as it was collected, in its own order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model import Listing
from generator.render.html import html
from generator.render.numbers import count
from generator.render.orders import Entry
from generator.render.page import Page, Safe
from generator.render.paging import Part, parts
from generator.render.shelf import PER_PAGE, Shelf

TOPICS = 8  # topics named at the head of a listing


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of each listing, 100 papers each."""
    for listing in shelf.library.listings:
        name = listing.name
        for part in parts(shelf.orders.listings[name], PER_PAGE, f"listings/{name}.md", f"listings/{name}"):
            yield _page(shelf, listing, part)


def _page(shelf: Shelf, listing: Listing, part: Part[Entry]) -> Page:
    entries = shelf.orders.listings[listing.name]
    alone = sum(1 for entry in entries if _is_alone(shelf, entry.key))
    of_all = len(shelf.library.listings) - len(shelf.orders.telling)
    several = len(shelf.library.listings) > 1 and listing.name in shelf.orders.telling
    return Page(
        part.path,
        {"title": listing.title + part.of_pages, "kind": "listing", "search": {"exclude": True}},
        "listing",
        {
            "title": listing.title,
            "of_pages": part.of_pages,
            "about": html(_about(listing)),
            "papers": count(len(entries), "paper").capitalize(),
            "alone": _alone(alone, len(entries), of_all) if several and entries else "",
            "topics": _topics(shelf, entries, part.root) if part.number == 1 else [],
            "rows": [
                (
                    entry.positions[0],
                    ", ".join(f"no. {position}" for position in entry.positions[1:]),
                    several and alone < len(entries) and _is_alone(shelf, entry.key),
                    shelf.rows.row(entry.key, part.root),
                )
                for entry in part.items
            ],
            "part": part,
        },
    )


def _about(listing: Listing) -> str:
    parts = (f"Dated {listing.date}" if listing.date else "", listing.file, listing.format)
    return " · ".join(part for part in parts if part)


def _is_alone(shelf: Shelf, key: str) -> bool:
    return len(shelf.seen_in(shelf.library.papers[key])) == 1


def _alone(alone: int, papers: int, of_all: int) -> str:
    """How many papers stand in no other listing; `of_all` listings have every paper and do not count."""
    aside = (
        ", the one of all papers aside" if of_all == 1 else ", those of all papers aside" if of_all else ""
    )
    if alone == papers:
        return f"{'None of them is in another' if papers > 1 else 'It is in no other'} listing{aside}."
    if not alone:
        return f"{'All of them are' if papers > 1 else 'It is'} in other listings too{aside}."
    return f"{alone:,} of them {'is' if alone == 1 else 'are'} in no other listing{aside}."


def _topics(shelf: Shelf, entries: tuple[Entry, ...], root: str) -> list[tuple[Safe, str]]:
    found = Counter(match.topic for entry in entries for match in shelf.library.matches.get(entry.key, ()))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:TOPICS]
    return [(shelf.rows.topic(slug, root), count(papers, "paper")) for slug, papers in ordered]
