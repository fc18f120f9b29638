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
from generator.render.schema_org import collection
from generator.render.shelf import PER_PAGE, Shelf
from generator.render.to_take import alternates, card_of, to_take

TOPICS = 8  # topics named at the head of a listing


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of each listing, 100 papers each."""
    for listing in shelf.library.listings:
        name = listing.name
        entries = shelf.orders.listings[name]
        alone = _alone(shelf, name, entries)
        for part in parts(entries, PER_PAGE, f"listings/{name}.md", f"listings/{name}"):
            yield _page(shelf, listing, part, alone)


def _page(shelf: Shelf, listing: Listing, part: Part[Entry], alone: frozenset[str] | None) -> Page:
    entries = shelf.orders.listings[listing.name]
    of_all = len(shelf.library.listings) - len(shelf.orders.telling)
    settings, group = shelf.settings, f"listings/{listing.name}"
    return Page(
        part.path,
        {
            "title": listing.title + part.of_pages,
            "kind": "listing",
            "schema": collection(listing.title, "", part.address, len(entries), settings),
            "alternates": alternates(shelf, group),
            "card": card_of(settings),
        },
        "listing",
        {
            "title": listing.title.strip(),
            "of_pages": part.of_pages,
            "about": html(_about(listing)),
            "papers": count(len(entries), "paper").capitalize(),
            "alone": "" if alone is None else _only_here(len(alone), len(entries), of_all),
            "topics": _topics(shelf, entries, part.root) if part.number == 1 else [],
            "take": to_take(shelf, group, part.root) if entries else [],
            "rows": [
                (
                    entry.positions[0],
                    ", ".join(f"no. {position}" for position in entry.positions[1:]),
                    alone is not None and len(alone) < len(entries) and entry.key in alone,
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


def _alone(shelf: Shelf, name: str, entries: tuple[Entry, ...]) -> frozenset[str] | None:
    """The papers that stand in no other listing; None where that says nothing."""
    if not entries or len(shelf.library.listings) == 1 or name not in shelf.orders.telling:
        return None
    return frozenset(entry.key for entry in entries if len(shelf.seen_in[entry.key]) == 1)


def _only_here(alone: int, papers: int, of_all: int) -> str:
    """How many papers stand in no other listing; `of_all` listings have every paper and do not count."""
    aside = ""
    if of_all:
        which = "the one that holds" if of_all == 1 else "those that hold"
        aside = f" ({which} every paper not counted)"
    if alone == papers:
        return f"{'None of them is in another' if papers > 1 else 'It is in no other'} listing{aside}."
    if not alone:
        return f"{'All of them are' if papers > 1 else 'It is'} in other listings too{aside}."
    return f"{alone:,} of them {'is' if alone == 1 else 'are'} in no other listing{aside}."


def _topics(shelf: Shelf, entries: tuple[Entry, ...], root: str) -> list[tuple[Safe, str]]:
    found = Counter(match.topic for entry in entries for match in shelf.library.matches.get(entry.key, ()))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:TOPICS]
    return [(shelf.rows.topic(slug, root), count(papers, "paper")) for slug, papers in ordered]
