"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from generator.config import Settings
from generator.feeds.entries import Document, Entry, Feed, address

ENDING = "json"


def document(one: Document, settings: Settings) -> str:
    """The text of a document; entries beyond the newest are in the archives of the Atom feed."""
    path = f"{one.path}.{ENDING}"
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one.feed.title,
        "home_page_url": address(one.feed.page, path, settings),
        "feed_url": address(path, path, settings),
        **({"authors": [{"name": one.feed.author}]} if one.feed.author else {}),
        "items": [_item(entry, one.feed, path, settings) for entry in one.entries],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _item(entry: Entry, feed: Feed, path: str, settings: Settings) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": address(entry.path, path, settings),
        "title": entry.title,
        "content_text": feed.told(entry) or entry.title,  # an item must have content
        "date_published": f"{entry.day}T00:00:00Z" if entry.day else "",
        "authors": [] if feed.author else [{"name": author} for author in entry.authors],
        "tags": [] if feed.is_short else list(entry.topics),
    }
    return {name: value for name, value in item.items() if value}
