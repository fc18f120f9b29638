"""Papers as entries of feeds, and feeds as their newest entries and archives."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.config import Settings
from generator.model import Library
from generator.seen import came_on
from generator.text.beginning import beginning
from generator.text.rich import plain

WHOLE = 100  # entries of a document of the library, to which more papers come in a day than to a part of it
PART = 25  # of a topic, a listing, an author, a venue
BRIEF = 160  # characters of a text in a short feed


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper in a feed. `day` is when it came into the library, empty where no listing tells."""

    id: str
    path: str  # of its page, below the site
    title: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed before it is written: the path of its documents without ending, and of its page."""

    path: str
    page: str
    title: str
    entries: tuple[Entry, ...]  # newest first
    is_short: bool = False  # the beginnings of texts only: there are very many such feeds
    author: str = ""  # of each entry, where all have one in common
    most: int = PART  # entries of a document

    @property
    def id(self) -> str:
        """The same wherever the site lives."""
        return identifier(self.path)

    def told(self, entry: Entry) -> str:
        """What is told of an entry: its whole text, or in a short feed the beginning."""
        return beginning(entry.text, BRIEF) if self.is_short else entry.text


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a feed: the newest entries (number 0), or an archive, numbered from the oldest, 1.

    `older` and `newer` are the paths of the archives before and after, without ending, or empty.
    """

    feed: Feed
    number: int
    path: str
    entries: tuple[Entry, ...]
    older: str
    newer: str


def entries_of(library: Library) -> dict[str, Entry]:
    """The entry of every paper, by its key."""
    listings = {listing.name: listing for listing in library.listings}
    return {
        key: Entry(
            id=identifier(f"papers/{key}"),
            path=f"papers/{key}.html",
            title=paper.title_text,
            authors=paper.authors,
            topics=tuple(library.topics[match.topic].name for match in library.matches.get(key, ())),
            text=plain(paper.text),
            day=came_on(paper, listings),
        )
        for key, paper in library.papers.items()
    }


def documents(feed: Feed) -> Iterator[Document]:
    """The newest entries, and archives of as many each, all full, as RFC 5005 has them.

    Archives are cut from the oldest on, so that they stay as they are while new entries come.
    """
    oldest = feed.entries[::-1]
    count = max(0, len(oldest) - 1) // feed.most
    last = f"{feed.path}/{count}" if count else ""
    yield Document(feed, 0, feed.path, feed.entries[: feed.most], last, "")
    for number in range(1, count + 1):
        block = oldest[(number - 1) * feed.most : number * feed.most][::-1]
        older = f"{feed.path}/{number - 1}" if number > 1 else ""
        newer = f"{feed.path}/{number + 1}" if number < count else ""
        yield Document(feed, number, f"{feed.path}/{number}", block, older, newer)


def identifier(path: str) -> str:
    """A permanent name that does not change when the site moves: RFC 9562, version 5, of the path."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"papershelf:{path}").urn


def newest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """By day, the newest first; those without a day at the end; then by title."""
    by_title = sorted(entries, key=lambda one: (one.title, one.id))
    return tuple(sorted(by_title, key=lambda one: one.day, reverse=True))


def address(path: str, of: str, settings: Settings) -> str:
    """The address of a path, in the document `of`: absolute where the site knows its own, else relative."""
    if settings.site_url:
        return f"{settings.site_url.rstrip('/')}/{path}"
    return "../" * of.count("/") + path
