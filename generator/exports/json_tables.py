"""data/topics.json, data/listings.json and data/related.jsonl: what stands beside the papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from generator.as_json import line
from generator.config import Settings
from generator.model import File, Library, Related


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The topics and listings with their papers, and how near each paper's neighbours are."""
    yield File("data/topics.json", _one_each(_topics(library)))
    yield File("data/listings.json", _one_each(_listings(library)))
    lines = (line(_related(key, library.related.get(key, ()))) for key in library.papers)
    yield File("data/related.jsonl", "".join(f"{text}\n" for text in lines).encode())


def _related(key: str, related: Sequence[Related]) -> dict[str, Any]:
    """The nearest first, each with its score; `terms` are what the paper shares with each, in the same order."""
    return {
        "key": key,
        "related": {near.key: near.score for near in related},
        "terms": [near.terms for near in related],
    }


def _topics(library: Library) -> list[dict[str, Any]]:
    papers: dict[str, list[str]] = {slug: [] for slug in library.topics}
    for key in library.papers:
        for match in library.matches.get(key, ()):
            papers[match.topic].append(key)
    below = Counter(topic.parent for topic in library.topics.values())
    return [
        {
            "slug": topic.slug,
            "name": topic.name,
            "definition": topic.definition,
            "parent": topic.parent or None,
            "subtopics": below[topic.slug],
            "papers": papers[topic.slug],
        }
        for topic in library.topics.values()
    ]


def _listings(library: Library) -> list[dict[str, Any]]:
    seen: dict[str, list[tuple[int, str]]] = {listing.name: [] for listing in library.listings}
    for key, paper in library.papers.items():
        for place in paper.seen:
            seen[place.listing].append((place.position, key))
    return [
        {
            "name": listing.name,
            "title": listing.title,
            "date": listing.date or None,
            "file": listing.file,
            "format": listing.format,
            "papers": [{"position": position, "key": key} for position, key in sorted(seen[listing.name])],
        }
        for listing in library.listings
    ]


def _one_each(values: Sequence[Any]) -> bytes:
    """A list, each of its values on a line."""
    return ("[\n" + ",\n".join(map(line, values)) + "\n]\n").encode()
