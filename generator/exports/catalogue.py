"""data/papers.jsonl: every paper as a line of JSON, its JSON Schema beside it: the way out for all data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.as_json import paper_as_json
from generator.config import Settings
from generator.exports.catalogue_schema import SCHEMA
from generator.model import File, Library


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The catalogue and its schema."""
    listings = {listing.name: listing for listing in library.listings}
    lines = [_line(paper_as_json(paper, library, listings)) for paper in library.papers.values()]
    yield File("data/papers.jsonl", "".join(lines).encode())
    yield File("data/papers.schema.json", (json.dumps(SCHEMA, indent=2) + "\n").encode())


def _line(value: dict[str, Any]) -> str:
    # Readable characters, and no line separator that some readers of lines take for an end of line.
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085") + "\n"
