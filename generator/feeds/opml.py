"""OPML 2.0: feeds of a site in one file that feed readers take in (http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterable

from generator.config import Settings
from generator.feeds import atom
from generator.feeds.entries import Feed, address
from generator.feeds.xml import quoted, text

PATH = "feeds/all.opml"
# In lists of their own: who takes a list in follows all of it.
OTHERS = {"venues": "Venues", "authors": "Authors"}


def path_of(kind: str) -> str:
    """Where the list of the feeds of all "authors" or "venues" is."""
    return f"feeds/{kind}.opml"


def document(title: str, feeds: Iterable[Feed], kinds: Iterable[str], settings: Settings) -> str:
    """A list of the feeds' current documents, and after these the lists of the `kinds`, included by address."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        f"<head><title>{text(title)}</title></head>",
        "<body>",
        *(_outline(feed, settings) for feed in feeds),
        *(_inclusion(kind, settings) for kind in kinds),
        "</body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines)


def _outline(feed: Feed, settings: Settings) -> str:
    title = quoted(feed.title)
    address_of_feed = quoted(address(f"{feed.path}.{atom.ENDING}", PATH, settings))
    page = quoted(address(feed.page, PATH, settings))
    return f'<outline type="rss" text={title} title={title} xmlUrl={address_of_feed} htmlUrl={page}/>'


def _inclusion(kind: str, settings: Settings) -> str:
    url = quoted(address(path_of(kind), PATH, settings))
    return f'<outline type="include" text={quoted(OTHERS[kind])} url={url}/>'
