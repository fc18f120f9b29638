"""data/papers.jsonl: every paper as one line of JSON, with its JSON Schema beside it.

The way out for anybody's data: what a reader sees, as plain text, and where each thing came from. A field
whose value is not known is null, or an empty list; nothing is left out and nothing is guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.config import Settings
from generator.exports.catalogue_schema import SCHEMA
from generator.model import File, Library, Listing, Paper
from generator.text.rich import plain


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The catalogue and its schema."""
    listings = {listing.name: listing for listing in library.listings}
    lines = [_line(entry(paper, library, listings)) for paper in library.papers.values()]
    yield File("data/papers.jsonl", "".join(lines).encode())
    yield File("data/papers.schema.json", (json.dumps(SCHEMA, indent=2) + "\n").encode())


def entry(paper: Paper, library: Library, listings: dict[str, Listing]) -> dict[str, Any]:
    """One paper as the catalogue tells it; see the schema for each field."""
    return {
        "key": paper.key,
        "title": paper.title_text,
        "short_name": paper.short_name or None,
        "abstract": plain(paper.abstract) or None,
        "summary": plain(paper.summary) or None,
        "authors": list(paper.authors),
        "authors_complete": not paper.authors_incomplete,
        "year": paper.year,
        "published": paper.published or None,
        "venue": paper.venue or None,
        "ids": {
            "arxiv": paper.ids.arxiv or None,
            "doi": paper.ids.doi or None,
            "acl": paper.ids.acl or None,
            "openreview": paper.ids.openreview or None,
        },
        "links": [{"kind": link.kind.value, "url": link.url} for link in paper.links],
        "keywords": list(paper.keywords),
        "topics": [
            {
                "slug": match.topic,
                "name": library.topics[match.topic].name,
                "parent": library.topics[match.topic].parent or None,
                "reason": match.reason,
            }
            for match in library.matches.get(paper.key, ())
        ],
        "related": [
            {"key": near.key, "terms": list(near.terms)} for near in library.related.get(paper.key, ())
        ],
        "seen_in": [
            {
                "listing": seen.listing,
                "title": listings[seen.listing].title,
                "date": listings[seen.listing].date or None,
                "listed": seen.listed or None,
                "position": seen.position,
                "file": seen.place.file,
                "line": seen.place.line,
                "as_written": seen.title,
            }
            for seen in paper.seen
        ],
    }


def _line(value: dict[str, Any]) -> str:
    # Readable characters, and no line separator that some readers of lines take for an end of line.
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085") + "\n"
