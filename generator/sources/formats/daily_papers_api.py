"""Answers of Hugging Face's API: /api/daily_papers and /api/papers/search (lists), /api/papers/ID (one paper)."""

from __future__ import annotations

from itertools import islice

from generator.model import Reading
from generator.sources import hugging_face
from generator.sources.given import Given
from generator.sources.json_places import items

NAME = "Daily Papers (API JSON)"


def recognises(given: Given) -> bool:
    """Whether one of the first items of a JSON list, or the one object, is a paper of Hugging Face."""
    if given.text.lstrip()[:1] not in ("[", "{"):
        return False
    return any(hugging_face.is_entry(item.value) for item in islice(items(given.text), 5))


def read(given: Given) -> Reading:
    """Every item as a record."""
    return hugging_face.reading(given, NAME, items(given.text))
