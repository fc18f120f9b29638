"""The papers of each page that gathers some: topics, listings, authors with a page, venues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Library
from generator.render.authors import has_page
from generator.render.venues import Venues


@dataclass(frozen=True, slots=True)
class Group:
    """A page that gathers papers: its path below the site without ending ("topics/moss"), its name, their keys."""

    path: str
    name: str
    papers: tuple[str, ...]  # sorted

    @property
    def is_small(self) -> bool:
        """Whether it is one of very many, so that what is written of it must be short."""
        return self.path.startswith(("authors/", "venues/"))


@lru_cache(maxsize=1)
def groups_of(library: Library) -> tuple[Group, ...]:
    """Topics, listings, authors, venues in this order, those without a paper left out."""
    return tuple(_groups(library))


def _groups(library: Library) -> Iterator[Group]:
    topics: dict[str, set[str]] = {slug: set() for slug in library.topics}
    listings: dict[str, set[str]] = {listing.name: set() for listing in library.listings}
    for key, paper in library.papers.items():
        for match in library.matches.get(key, ()):
            for slug in {match.topic, library.topics[match.topic].parent} & topics.keys():
                topics[slug].add(key)
        for seen in paper.seen:
            listings[seen.listing].add(key)
    for slug, keys in topics.items():
        if keys:
            yield Group(f"topics/{slug}", library.topics[slug].name, tuple(sorted(keys)))
    for listing in library.listings:
        if keys := listings[listing.name]:
            yield Group(f"listings/{listing.name}", listing.title, tuple(sorted(keys)))
    for slug, person in library.people.items():
        if has_page(person):
            yield Group(f"authors/{slug}", person.name, person.papers)
    for slug, venue in Venues.of(library).by_slug.items():
        yield Group(f"venues/{slug}", venue.name, tuple(sorted(venue.papers)))
