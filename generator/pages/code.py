"""code/index.md: the papers that come with code, by their main topic."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.exits import by_links
from generator.model import LinkKind
from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.paging import parts
from generator.render.shelf import PER_PAGE, Shelf
from generator.text.markdown import destination, link_text

Placed = tuple[str, str]  # main topic (empty without one) and paper


def pages(shelf: Shelf) -> Iterator[Page]:
    """The papers with code, 100 a page."""
    placed = _placed(shelf)
    for part in parts(placed, PER_PAGE, "code/index.md", "code"):
        yield Page(
            part.path,
            {"title": "Papers with code" + part.of_pages, "kind": "code"},
            "code",
            {
                "of_pages": part.of_pages,
                "papers": count(len(placed), "paper").capitalize(),
                "groups": [
                    (
                        shelf.rows.topic(slug, part.root) if slug else "Without a topic",
                        [
                            (shelf.rows.line(key, part.root + "papers/"), _code(shelf, key))
                            for _, key in group
                        ],
                    )
                    for slug, group in groupby(part.items, key=lambda item: item[0])
                ],
                "part": part,
            },
        )


def _placed(shelf: Shelf) -> list[Placed]:
    """Papers with code by main topic, in the order of the taxonomy and of each topic's page."""
    with_code = {
        key
        for key, paper in shelf.library.papers.items()
        if any(link.kind is LinkKind.CODE for link in paper.links)
    }
    placed = [
        (slug, key)
        for slug, keys in shelf.orders.topics.items()
        for key in keys
        if key in with_code and shelf.library.matches[key][0].topic == slug
    ]
    return placed + [("", key) for key in shelf.orders.without_topic if key in with_code]


def _code(shelf: Shelf, key: str) -> Safe:
    links = tuple(link for link in shelf.library.papers[key].links if link.kind is LinkKind.CODE)
    places = [
        (way.url.partition("://")[2].removeprefix("www.").rstrip("/"), way.url) for way in by_links(links)
    ]
    return Safe(" ".join(f"[{link_text(place)}]({destination(url)})" for place, url in places))
