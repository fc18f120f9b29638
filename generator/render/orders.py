"""Which papers stand in which topic and listing, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Library, Listing, Topic
from generator.seen import day_of, telling


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper in a listing, at each position where the listing has it."""

    key: str
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders of a library, made once for all pages. Papers are keys.

    `topics`: slug -> papers; first those whose main topic it is, then the others, each by how much speaks for
    it. An upper topic has the papers of the topics below it.
    `listings`: name -> entries, as the listing has them.
    `newest`: listings, newest first: by their day, see generator/seen.py; after these the ones whose date
    has no year, then those without a date, both by name.
    `telling`: names of the listings that do not have every paper, so that being in one says something.
    """

    topics: Mapping[str, tuple[str, ...]]
    without_topic: tuple[str, ...]
    listings: Mapping[str, tuple[Entry, ...]]
    newest: tuple[Listing, ...]
    telling: frozenset[str]
    below: Mapping[str, tuple[Topic, ...]]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The papers before and after one in its main topic; empty at the ends."""

    before: str
    after: str


def orders_of(library: Library) -> Orders:
    """The orders of a library."""
    below: dict[str, list[Topic]] = defaultdict(list)
    for topic in library.topics.values():
        below[topic.parent].append(topic)
    listings = _by_listing(library)
    return Orders(
        topics=_by_topic(library),
        without_topic=tuple(key for key in library.papers if not library.matches.get(key)),
        listings=listings,
        newest=tuple(sorted(library.listings, key=_age, reverse=True)),
        telling=telling(library),
        below={slug: tuple(topics) for slug, topics in below.items()},
    )


def neighbours_of(library: Library, orders: Orders) -> dict[str, Neighbours]:
    """Before and after each paper in its main topic, in the order of that topic's page."""
    found = {}
    for slug, keys in orders.topics.items():
        for place, key in enumerate(keys):
            if library.matches[key][0].topic == slug:
                after = keys[place + 1] if place + 1 < len(keys) else ""
                found[key] = Neighbours(keys[place - 1] if place else "", after)
    return found


def _age(listing: Listing) -> tuple[str, bool, str]:
    return day_of(listing), bool(listing.date), listing.name


def _by_topic(library: Library) -> dict[str, tuple[str, ...]]:
    ranks: dict[str, dict[str, tuple[bool, float]]] = {slug: {} for slug in library.topics}
    for key in library.papers:
        for place, match in enumerate(library.matches.get(key, ())):
            rank = (place > 0, -match.score)
            parent = library.topics[match.topic].parent
            for slug in (match.topic, parent) if parent else (match.topic,):
                ranks[slug][key] = min(rank, ranks[slug].get(key, rank))
    return {slug: tuple(sorted(keys, key=lambda key: (keys[key], key))) for slug, keys in ranks.items()}


def _by_listing(library: Library) -> dict[str, tuple[Entry, ...]]:
    positions: dict[str, dict[str, list[int]]] = {listing.name: {} for listing in library.listings}
    for key, paper in library.papers.items():
        for seen in paper.seen:
            positions[seen.listing].setdefault(key, []).append(seen.position)
    return {
        name: tuple(
            sorted(
                (Entry(key, tuple(sorted(places))) for key, places in papers.items()),
                key=lambda entry: (entry.positions, entry.key),
            )
        )
        for name, papers in positions.items()
    }
