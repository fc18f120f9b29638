"""listings/index.md: every listing the library was made from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.shelf import Shelf
from generator.text.markdown import link_text


def pages(shelf: Shelf) -> Iterator[Page]:
    """The index of listings."""
    yield Page(
        "listings/index.md",
        {"title": "Listings", "kind": "listings"},
        "listings",
        {
            "listings": [
                (
                    Safe(f"[{link_text(listing.title)}]({listing.name}.md)"),
                    " · ".join(part for part in (date, papers, listing.file) if part),
                )
                for listing in shelf.orders.newest
                for papers in (count(len(shelf.orders.listings[listing.name]), "paper"),)
                for date in (_date(listing.date, listing.title),)
            ]
        },
    )


def _date(date: str, title: str) -> str:
    return "" if date in title else date
