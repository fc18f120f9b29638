"""search.md: the words and filters of a search, and the papers that have them; the browser fills it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.numbers import count
from generator.render.page import Page
from generator.render.shelf import Shelf


def pages(shelf: Shelf) -> Iterator[Page]:
    """The search page."""
    papers = len(shelf.library.papers)
    yield Page(
        "search.md",
        {"title": "Search", "kind": "search"},
        "search",
        {"papers": count(papers, "paper") if papers else ""},
    )
