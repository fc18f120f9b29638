"""The letters of an index on several pages, and the way to each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from generator.render.page import Safe
from generator.render.paging import Part

Item = TypeVar("Item")


def first_pages(letters: Iterable[str], size: int) -> dict[str, int]:
    """On which page each letter begins, from the letters of all entries in order, `size` on a page."""
    pages: dict[str, int] = {}
    for place, letter in enumerate(letters):
        pages.setdefault(letter, place // size + 1)
    return pages


def ways(pages: dict[str, int], part: Part[Item]) -> list[Safe]:
    """A link to the heading of each letter, from one of the pages."""
    return [
        Safe(f"[{letter}]({'' if page == part.number else part.way(page)}#{letter.lower()})")
        for letter, page in pages.items()
    ]
