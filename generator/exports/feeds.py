"""feeds/: Atom and JSON Feed of the library and of each topic, listing, author and venue; OPML of all.

Readers take in a whole OPML at once. That of the library has its topics and listings; authors and venues, of which
there may be thousands, have lists of their own, which it includes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.config import Settings
from generator.feeds import atom, json_feed, opml
from generator.feeds.entries import WHOLE, Feed, documents, entries_of, newest_first
from generator.groups import groups_of
from generator.model import File, Library
from generator.seen import telling


def files(library: Library, settings: Settings) -> Iterator[File]:
    """All documents of all feeds; what is older than their newest is in archives of the Atom feeds."""
    feeds = tuple(feeds_of(library, settings))
    for feed in feeds:
        for one in documents(feed):
            yield File(f"{one.path}.{atom.ENDING}", atom.document(one, settings).encode())
            if not one.number:
                yield File(f"{one.path}.{json_feed.ENDING}", json_feed.document(one, settings).encode())
    yield from _lists(feeds, settings)


def _lists(feeds: tuple[Feed, ...], settings: Settings) -> Iterator[File]:
    name, kinds = settings.site_name, []
    for kind, heading in opml.OTHERS.items():
        if own := [feed for feed in feeds if feed.path.startswith(f"feeds/{kind}/")]:
            kinds.append(kind)
            listed = opml.document(f"{heading} · {name}", own, (), settings)
            yield File(opml.path_of(kind), listed.encode())
    main = (feed for feed in feeds if not feed.is_short)
    yield File(opml.PATH, opml.document(name, main, kinds, settings).encode())


def feeds_of(library: Library, settings: Settings) -> Iterator[Feed]:
    """The feeds: the library's first, then topics, listings, and the short ones of authors and venues."""
    entries = entries_of(library)
    name, some = settings.site_name, telling(library)
    every = newest_first(list(entries.values()))
    place = {entry.path: number for number, entry in enumerate(every)}
    yield Feed("feeds/library", "index.html", name, every, most=WHOLE)
    for group in groups_of(library):
        own = tuple(sorted((entries[key] for key in group.papers), key=lambda one: place[one.path]))
        feed = Feed(
            f"feeds/{group.path}", f"{group.path}.html", f"{group.name} · {name}", own, group.is_small
        )
        kind, _, slug = group.path.partition("/")
        if kind == "authors":
            yield replace(feed, author=group.name)
        elif kind == "listings" and slug not in some:
            yield replace(feed, most=WHOLE)
        else:
            yield feed
