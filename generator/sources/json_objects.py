"""Objects of a JSON text with their lines: in a list, in a list within an object, or by key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.sources.json_places import Item, items, value_at

_LISTS = (
    "papers",
    "data",
    "results",
    "items",
    "entries",
    "records",
    "articles",
    "publications",
    "notes",
    "works",
)


def objects(text: str, *lists: str) -> Iterator[Item]:
    """The items of the list that the text is or holds (under one of `lists`, or a usual name).

    An object of objects gives its values; each has its key as "id" unless it has one. Any other object is the
    one item.
    """
    start = text.lstrip()[:1]
    if start != "{":
        yield from items(text)
        return
    for name in lists or _LISTS:
        at = value_at(text, name)
        if at >= 0 and text.startswith("[", at):
            yield from items(text, at)
            return
    yield from _values(text)


def holds_others(text: str) -> bool:
    """Whether the text is an object that is no entry itself but holds some, in a list or by key."""
    at = (value_at(text, name) for name in _LISTS)
    if any(place >= 0 and text.startswith("[", place) for place in at):
        return True
    whole = next(items(text)).value if text.strip() else None
    return (
        isinstance(whole, dict) and bool(whole) and all(isinstance(value, dict) for value in whole.values())
    )


def _values(text: str) -> Iterator[Item]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from items(text)
        return
    if not whole or not all(isinstance(value, dict) for value in whole.values()):
        yield Item(1, whole)
        return
    at = 0
    for key, value in whole.items():
        found = re.compile(re.escape(json.dumps(key)) + r"\s*:|" + re.escape(f'"{key}"') + r"\s*:").search(
            text, at
        )
        at = found.end() if found else at
        yield Item(text.count("\n", 0, at) + 1, {"id": key, **value})


def first_objects(text: str, most: int, *lists: str) -> list[dict[str, Any]]:
    """The first few objects, for a look at what they are."""
    found: list[dict[str, Any]] = []
    for number, item in enumerate(objects(text, *lists)):
        if number >= most:
            break
        if isinstance(item.value, dict):
            found.append(item.value)
    return found
