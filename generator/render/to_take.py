"""What a page offers to take along: its citations, its feeds, and its text for programs; only files that are there."""

from __future__ import annotations

from generator.citations import FORMATS, markdown
from generator.config import Settings
from generator.feeds import atom, json_feed, opml
from generator.render.page import Safe
from generator.render.shelf import Shelf

LIBRARY = "library"  # as the bundle and the feed of all papers are called
_FEEDS = (
    ("Atom", "application/atom+xml", atom.ENDING),
    ("JSON Feed", "application/feed+json", json_feed.ENDING),
)


def to_take(shelf: Shelf, group: str, root: str) -> list[Safe]:
    """Links to the files of a group of papers ("topics/soups", "authors/ann"), from a page `root` below docs/."""
    kind, _, name = group.partition("/")
    # A listing that has every paper has no bundle of its own.
    bundle = LIBRARY if kind == "listings" and name not in shelf.orders.telling else group
    cites = [(form.NAME, f"cite/{bundle}.{form.ENDING}") for form in FORMATS]
    feeds = [(label, f"feeds/{group}.{ending}") for label, _, ending in _FEEDS]
    return [Safe(f"[{label}]({root}{path})") for label, path in (*cites, *feeds) if path in shelf.files]


def all_feeds(shelf: Shelf, kind: str, root: str) -> list[Safe]:
    """A link to the list of the feeds of all "authors" or "venues", if there is one."""
    path = opml.path_of(kind)
    return [Safe(f"[Feeds of all {kind}]({root}{path})")] if path in shelf.files else []


def alternates(shelf: Shelf, path: str, twin: str = "") -> list[dict[str, str]]:
    """The page at `path` (without ending) for programs, as types and paths below the site: its feeds, and its
    twin in Markdown, which lies beside it unless another is named."""
    ways = [(kind, f"feeds/{path}.{ending}") for _, kind, ending in _FEEDS]
    ways.append(("text/markdown", twin or f"{path}.{markdown.ENDING}"))
    return [{"type": kind, "path": way} for kind, way in ways if way in shelf.files]


def card_of(settings: Settings, topic: str = "") -> str:
    """The path of the picture of a topic, or of the site; empty when there are no pictures."""
    if not settings.site_url or not settings.has("cards"):
        return ""
    return f"cards/topics/{topic}.png" if topic else "cards/site.png"
