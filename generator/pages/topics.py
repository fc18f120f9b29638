"""topics/index.md: all topics, two levels, with definitions and counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.shelf import Shelf
from generator.render.tree import empty_topics, tree_of, used_topics


def pages(shelf: Shelf) -> Iterator[Page]:
    """The index of topics."""
    topics = count(used_topics(shelf), "topic")
    papers = count(len(shelf.library.papers), "paper")
    yield Page(
        "topics/index.md",
        {"title": "Topics", "kind": "topics"},
        "topics",
        {
            "tree": tree_of(shelf, "../"),
            "counts": f"{topics}, {papers}".capitalize(),
            "empty": [Safe(shelf.rows.topic(topic.slug, "../")) for topic in empty_topics(shelf)],
            "without": count(len(shelf.orders.without_topic), "paper") if shelf.orders.without_topic else "",
        },
    )
