"""data/topics.json, data/listings.json and data/related.jsonl: what stands beside the papers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from generator.config import Settings
from generator.model import File, Library


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The topics and listings with their papers, and how near each paper's neighbours are."""
    yield File("data/topics.json", _pretty(_topics(library)))
    yield File("data/listings.json", _pretty(_listings(library)))
    lines = (
        json.dumps({"key": key, "related": {near.key: near.score for near in library.related.get(key, ())}})
        for key in library.papers
    )
    yield File("data/related.jsonl", "".join(f"{line}\n" for line in lines).encode())


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


def _pretty(value: Sequence[Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
