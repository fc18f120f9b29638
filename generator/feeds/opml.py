"""OPML 2.0: all feeds of a site in one file that feed readers take in (http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from generator.config import Settings
from generator.feeds import atom
from generator.feeds.entries import Feed, address

PATH = "feeds/all.opml"


def document(feeds: Iterable[Feed], settings: Settings) -> str:
    """The list of the feeds' current documents."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        f"<head><title>{escape(settings.site_name)}</title></head>",
        "<body>",
        *(_outline(feed, settings) for feed in feeds),
        "</body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines)


def _outline(feed: Feed, settings: Settings) -> str:
    title = quoteattr(feed.title)
    address_of_feed = quoteattr(address(f"{feed.path}.{atom.ENDING}", PATH, settings))
    page = quoteattr(address(feed.page, PATH, settings))
    return f'<outline type="rss" text={title} title={title} xmlUrl={address_of_feed} htmlUrl={page}/>'
