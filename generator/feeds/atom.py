"""Atom 1.0 (RFC 4287) with archives (RFC 5005)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from generator.config import Settings
from generator.feeds.entries import Document, Entry, address

ENDING = "xml"
UNKNOWN = "1970-01-01"  # Atom wants a date of every entry; this one says that no listing tells it
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def document(one: Document, settings: Settings) -> str:
    """The text of a document. Archives are for catching up: their entries have no text."""
    feed, path = one.feed, f"{one.path}.{ENDING}"
    links = [("alternate", feed.page)]
    if one.number:
        links.append(("current", f"{feed.path}.{ENDING}"))
    archives = (("prev-archive", one.older), ("next-archive", one.newer))
    links += [(rel, f"{to}.{ENDING}") for rel, to in archives if to]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0">',
        f"<id>{feed.id}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{_date(max((entry.day for entry in one.entries), default=''))}</updated>",
        f"<author><name>{_text(settings.site_name)}</name></author>",
        *(["<fh:archive/>"] if one.number else []),
        f'<link rel="self" type="application/atom+xml" href={_quoted(address(path, path, settings))}/>',
        *(f'<link rel="{rel}" href={_quoted(address(to, path, settings))}/>' for rel, to in links),
    ]
    for entry in one.entries:
        lines += _entry(entry, path, settings, with_text=not one.number and not feed.is_short)
    return "\n".join((*lines, "</feed>", ""))


def _entry(entry: Entry, path: str, settings: Settings, with_text: bool) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{entry.id}</id>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f"<link href={_quoted(address(entry.path, path, settings))}/>"
    yield f"<updated>{_date(entry.day)}</updated>"
    yield from (f"<author><name>{_text(author)}</name></author>" for author in entry.authors)
    yield from (f"<category term={_quoted(topic)}/>" for topic in entry.topics)
    if with_text and entry.text:
        yield f"<summary>{_text(entry.text)}</summary>"
    yield "</entry>"


def _date(day: str) -> str:
    return f"{day or UNKNOWN}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub(" ", text))


def _quoted(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub(" ", text))
