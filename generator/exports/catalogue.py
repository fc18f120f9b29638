"""data/papers.jsonl: every paper as a line of JSON, its JSON Schema beside it: the way out for all data."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.as_json import lines_of
from generator.config import Settings
from generator.exports.catalogue_schema import SCHEMA
from generator.model import File, Library


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The catalogue and its schema."""
    text = "".join(f"{line}\n" for line in lines_of(library).values())
    yield File("data/papers.jsonl", text.encode())
    yield File("data/papers.schema.json", (json.dumps(SCHEMA, indent=2) + "\n").encode())
