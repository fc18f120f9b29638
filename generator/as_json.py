"""A paper as JSON: what a reader sees, as plain text, and where each thing came from.

A field whose value is not known is null, or an empty list; nothing is left out and nothing is guessed. What is
related to a paper is told apart from it (exports/json_tables.py): that changes with every paper that comes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from generator.model import Library, Listing, Paper
from generator.text.rich import plain


@lru_cache(maxsize=1)
def lines_of(library: Library) -> Mapping[str, str]:
    """Each paper of a library as a line of JSON, without its end, by key."""
    listings = {listing.name: listing for listing in library.listings}
    return {key: line(paper_as_json(paper, library, listings)) for key, paper in library.papers.items()}


def line(value: Any) -> str:
    """A value on one line, short, in readable characters, without what some readers take for an end of line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if text.isascii():
        return text
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def paper_as_json(paper: Paper, library: Library, listings: Mapping[str, Listing]) -> dict[str, Any]:
    """One paper; `listings` are the library's by name. exports/catalogue_schema.py tells each field."""
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
