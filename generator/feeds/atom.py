"""Atom 1.0 (RFC 4287) with archives (RFC 5005)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.config import Settings
from generator.feeds.entries import Document, Entry, Feed, address
from generator.feeds.xml import quoted, text

ENDING = "xml"
AUTHORS = "The papers’ authors"  # where an entry names none
UNKNOWN = "1970-01-01"  # Atom wants a date of every entry; this one says that no listing tells it


def document(one: Document, settings: Settings) -> str:
    """The text of a document. Archives are for catching up: an entry is a title and a link, the rest is on its page."""
    feed, path = one.feed, f"{one.path}.{ENDING}"
    # An entry without an author inherits that of the feed (RFC 4287, 4.2.1), which must not be a wrong one.
    is_known = not one.number and (feed.author or all(entry.authors for entry in one.entries))
    author = feed.author or settings.site_name if is_known else AUTHORS
    links = [("alternate", feed.page)]
    if one.number:
        links.append(("current", f"{feed.path}.{ENDING}"))
    archives = (("prev-archive", one.older), ("next-archive", one.newer))
    links += [(rel, f"{to}.{ENDING}") for rel, to in archives if to]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0">',
        f"<id>{feed.id}</id>",
        f"<title>{text(feed.title)}</title>",
        f"<updated>{_date(max((entry.day for entry in one.entries), default=''))}</updated>",
        f"<author><name>{text(author)}</name></author>",
        *(["<fh:archive/>"] if one.number else []),
        f'<link rel="self" type="application/atom+xml" href={quoted(address(path, path, settings))}/>',
        *(f'<link rel="{rel}" href={quoted(address(to, path, settings))}/>' for rel, to in links),
    ]
    root = address("", path, settings)
    for entry in one.entries:
        lines.append(_head(entry, root))
        if not one.number:
            lines += _told(entry, feed)
        lines.append("</entry>")
    return "\n".join((*lines, "</feed>", ""))


@lru_cache(maxsize=1 << 14)
def _head(entry: Entry, root: str) -> str:
    """What every entry has; `root` leads from the document to the site."""
    link = quoted(root + entry.path)
    updated = f"<updated>{_date(entry.day)}</updated>"
    return f"<entry>\n<id>{entry.id}</id>\n<title>{text(entry.title)}</title>\n<link href={link}/>\n{updated}"


def _told(entry: Entry, feed: Feed) -> Iterator[str]:
    if not feed.author:
        yield from (f"<author><name>{text(author)}</name></author>" for author in entry.authors)
    if not feed.is_short:
        yield from (f"<category term={quoted(topic)}/>" for topic in entry.topics)
    if told := feed.told(entry):
        yield f"<summary>{text(told)}</summary>"


def _date(day: str) -> str:
    return f"{day or UNKNOWN}T00:00:00Z"
