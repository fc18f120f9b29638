"""feeds/: Atom and JSON Feed of the library and of each topic and listing, and a list of them all as OPML."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Settings
from generator.feeds import atom, json_feed, opml
from generator.feeds.entries import Feed, documents, entries_of, newest_first
from generator.model import File, Library


def files(library: Library, settings: Settings) -> Iterator[File]:
    """All documents of all feeds; what is older than the newest fifty is in archives of the Atom feeds."""
    feeds = tuple(feeds_of(library, settings))
    for feed in feeds:
        for one in documents(feed):
            yield File(f"{one.path}.{atom.ENDING}", atom.document(one, settings).encode())
            if not one.number:
                yield File(f"{one.path}.{json_feed.ENDING}", json_feed.document(one, settings).encode())
    yield File(opml.PATH, opml.document(feeds, settings).encode())


def feeds_of(library: Library, settings: Settings) -> Iterator[Feed]:
    """The feeds: the library's first, then topics, then listings, those without a paper left out."""
    entries = entries_of(library)
    name = settings.site_name
    yield Feed("feeds/library", "index.html", name, newest_first(list(entries.values())))
    topics: dict[str, dict[str, None]] = {slug: {} for slug in library.topics}
    listings: dict[str, dict[str, None]] = {listing.name: {} for listing in library.listings}
    for key, paper in library.papers.items():
        for match in library.matches.get(key, ()):
            for slug in (match.topic, library.topics[match.topic].parent):
                if slug in topics:
                    topics[slug][key] = None
        for seen in paper.seen:
            listings[seen.listing][key] = None
    for slug, topic in library.topics.items():
        if keys := topics[slug]:
            own = newest_first([entries[key] for key in keys])
            yield Feed(f"feeds/topics/{slug}", f"topics/{slug}.html", f"{topic.name} · {name}", own)
    for listing in library.listings:
        if keys := listings[listing.name]:
            own = newest_first([entries[key] for key in keys])
            path = f"listings/{listing.name}"
            yield Feed(f"feeds/{path}", f"{path}.html", f"{listing.title} · {name}", own)
