"""What a page offers to take along: its citations, its feeds, and its text for programs."""

from __future__ import annotations

from generator.citations import FORMATS, markdown
from generator.config import Settings
from generator.feeds import atom, json_feed
from generator.render.page import Safe
from generator.render.shelf import Shelf

LIBRARY = "library"  # as the bundle and the feed of all papers are called
_FEEDS = (
    ("Atom", "application/atom+xml", atom.ENDING),
    ("JSON Feed", "application/feed+json", json_feed.ENDING),
)


def to_take(shelf: Shelf, group: str, root: str) -> list[Safe]:
    """Links to the files of a group of papers ("topics/soups", "listings/fair"), from a page `root` below docs/."""
    settings = shelf.settings
    kind, _, name = group.partition("/")
    # A listing that has every paper has no bundle of its own.
    bundle = LIBRARY if kind == "listings" and name not in shelf.orders.telling else group
    cites = [(form.NAME, f"cite/{bundle}.{form.ENDING}") for form in FORMATS if settings.has("citations")]
    feeds = [(label, f"feeds/{group}.{ending}") for label, _, ending in _FEEDS if settings.has("feeds")]
    return [Safe(f"[{label}]({root}{path})") for label, path in (*cites, *feeds)]


def alternates(settings: Settings, feeds: str = "", twin: str = "") -> list[dict[str, str]]:
    """The same page for programs, as types and paths below the site: the feeds of a group, a twin in Markdown."""
    ways = [
        {"type": kind, "path": f"feeds/{feeds}.{ending}"}
        for _, kind, ending in _FEEDS
        if feeds and settings.has("feeds")
    ]
    return [*ways, {"type": "text/markdown", "path": twin}] if twin else ways


def twin_of(settings: Settings, path: str) -> str:
    """The path of the twin in Markdown of the page at `path` (without ending); empty when twins are off."""
    return f"{path}.{markdown.ENDING}" if settings.has("twins") else ""


def card_of(settings: Settings, topic: str = "") -> str:
    """The path of the picture of a topic, or of the site; empty when there are no pictures."""
    if not settings.site_url or not settings.has("cards"):
        return ""
    return f"cards/topics/{topic}.png" if topic else "cards/site.png"
