"""reading-list.md: the papers that a reader has starred; the browser keeps and fills it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.page import Page
from generator.render.shelf import Shelf

EXPORT = "references"  # what the page's script makes citations of


def pages(shelf: Shelf) -> Iterator[Page]:
    """The page, unless the owner has switched off what it needs."""
    if shelf.settings.has(EXPORT):
        yield Page("reading-list.md", {"title": "Reading list", "kind": "reading-list"}, "reading_list")
