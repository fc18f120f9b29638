"""topics/<slug>.md: one topic with its papers; topics/none.md: the papers that have no topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model import Topic
from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.paging import Part, parts
from generator.render.schema_org import collection
from generator.render.shelf import PER_PAGE, Shelf
from generator.render.to_take import alternates, card_of, to_take
from generator.render.tree import tree_of

NEIGHBOURS = 6
NONE = "none"  # the slug under which papers without a topic stand


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of each topic, 100 papers each, and of the papers without one."""
    neighbours = _neighbours(shelf)
    for topic in shelf.library.topics.values():
        for part in parts(shelf.orders.topics[topic.slug], PER_PAGE, *_paths(topic.slug)):
            yield _page(shelf, topic, part, neighbours[topic.slug])
    if shelf.orders.without_topic:
        for part in parts(shelf.orders.without_topic, PER_PAGE, *_paths(NONE)):
            yield _without(shelf, part)


def _paths(slug: str) -> tuple[str, str]:
    return f"topics/{slug}.md", f"topics/{slug}"


def _page(shelf: Shelf, topic: Topic, part: Part[str], neighbours: Counter[str]) -> Page:
    papers = len(shelf.orders.topics[topic.slug])
    below = tree_of(shelf, part.root, topic.slug) if part.number == 1 else ()
    nearest = sorted(neighbours.items(), key=lambda item: (-item[1], item[0])) if part.number == 1 else []
    settings, group = shelf.settings, f"topics/{topic.slug}"
    return Page(
        part.path,
        {
            "title": topic.name + part.of_pages,
            "description": topic.definition,
            "kind": "topic",
            "schema": collection(topic.name, topic.definition, part.address, papers, settings),
            "alternates": alternates(shelf, group),
            "card": card_of(settings, topic.slug if papers else ""),
        },
        "topic",
        {
            "name": topic.name.strip(),
            "of_pages": part.of_pages,
            "definition": topic.definition,
            "upper": shelf.rows.topic(topic.parent, part.root) if topic.parent else "",
            "papers": count(papers, "paper").capitalize(),
            "within": _within(topic, part.root) if papers > 1 else "",
            "is_upper": topic.slug in shelf.orders.below,
            "many": papers > 1,
            "below": below,
            "take": to_take(shelf, group, part.root),
            "near": [
                (shelf.rows.topic(slug, part.root), count(shared, "paper"))
                for slug, shared in nearest[:NEIGHBOURS]
            ],
            "rows": [shelf.rows.row(key, part.root) for key in part.items],
            "part": part,
        },
    )


def _without(shelf: Shelf, part: Part[str]) -> Page:
    return Page(
        part.path,
        {"title": "Papers without a topic" + part.of_pages, "kind": "topic"},
        "topic",
        {
            "name": "Papers without a topic",
            "of_pages": part.of_pages,
            "definition": "Nothing in their titles and texts speaks clearly for one of the topics.",
            "upper": "",
            "papers": count(len(shelf.orders.without_topic), "paper").capitalize(),
            "within": "",
            "is_upper": False,
            "many": False,
            "below": (),
            "take": [],
            "near": [],
            "rows": [shelf.rows.row(key, part.root) for key in part.items],
            "part": part,
        },
    )


def _within(topic: Topic, root: str) -> Safe:
    """A link to the search page with this topic as its filter."""
    field = "subtopic" if topic.parent else "topic"
    return Safe(f"[Search in this topic]({root}search.md?{field}={topic.slug})")


def _neighbours(shelf: Shelf) -> dict[str, Counter[str]]:
    """For each topic, how many papers it shares with each other one of its level."""
    topics = shelf.library.topics
    found: dict[str, Counter[str]] = {slug: Counter() for slug in topics}
    for matches in shelf.library.matches.values():
        leaves = {match.topic for match in matches}
        uppers = {topics[slug].parent for slug in leaves} - {""}
        for level in (leaves, uppers):
            for one in level:
                found[one].update(level - {one, topics[one].parent})
    return found
