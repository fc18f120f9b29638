"""What papers are filtered and counted by, a file each: topics, listings, having, years, venues, authors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.model import Library, LinkKind, Paper
from generator.search.bits import ascending, parameter, rice, units
from generator.search.spelling import fold

HAS = ("code", "data", "note", "video", "project", "demo", "paper", "abstract")
_KINDS = {
    LinkKind.CODE: "code",
    LinkKind.DATASET: "data",
    LinkKind.VIDEO: "video",
    LinkKind.PROJECT: "project",
    LinkKind.DEMO: "demo",
    LinkKind.PAPER: "paper",
}
AUTHORS = 2_500  # names in the column of authors: those with most papers, of at least two


def has(paper: Paper, library: Library) -> tuple[str, ...]:
    """What a paper has, in the order of HAS."""
    having = {_KINDS[link.kind] for link in paper.links if link.kind in _KINDS}
    ids = paper.ids
    if ids.arxiv or ids.doi or ids.acl or ids.openreview:
        having.add("paper")
    if library.notes.get(paper.key):
        having.add("note")
    if paper.text:
        having.add("abstract")
    return tuple(name for name in HAS if name in having)


def topics_of(paper: Paper, library: Library) -> list[str]:
    """The slugs of a paper's topics, primary first."""
    return [match.topic for match in library.matches.get(paper.key, ()) if match.topic in library.topics]


def listings_of(paper: Paper) -> list[str]:
    """The names of the listings a paper was seen in, in order."""
    return list(dict.fromkeys(seen.listing for seen in paper.seen))


def columns(papers: Sequence[Paper], library: Library) -> dict[str, dict[str, Any]]:
    """By name the content of each column's file, as JSON values. Sets of papers are bits in text."""
    total = len(papers)
    by_topic: dict[str, list[int]] = {slug: [] for slug in library.topics}
    by_listing: dict[str, list[int]] = {listing.name: [] for listing in library.listings}
    by_having: dict[str, list[int]] = {name: [] for name in HAS}
    by_author: dict[str, list[int]] = {}
    for number, paper in enumerate(papers):
        slugs = set(topics_of(paper, library))
        for slug in sorted(slugs | {library.topics[slug].parent for slug in slugs} - {""}):
            by_topic.setdefault(slug, []).append(number)
        for name in listings_of(paper):
            by_listing.setdefault(name, []).append(number)
        for name in has(paper, library):
            by_having[name].append(number)
        for author in dict.fromkeys(paper.authors):
            by_author.setdefault(author, []).append(number)
    known = sorted(
        ((name, where) for name, where in by_author.items() if len(where) > 1),
        key=lambda one: (-len(one[1]), fold(one[0]), one[0]),
    )[:AUTHORS]
    venues = sorted({paper.venue for paper in papers}, key=lambda venue: (fold(venue), venue))
    of_venue = {venue: number for number, venue in enumerate(venues)}
    titles = sorted(
        range(total), key=lambda number: (fold(papers[number].title_text), papers[number].title_text, number)
    )
    rank = {number: place for place, number in enumerate(titles)}
    width = max(1, total.bit_length())
    return {
        "topic": _sets(by_topic, total),
        "listing": _sets(by_listing, total),
        "has": _sets(by_having, total),
        "author": _sets(dict(known), total),
        "year": {"runs": _runs(paper.year or 0 for paper in papers)},
        "venue": {"names": venues, "runs": _runs(of_venue[paper.venue] for paper in papers)},
        "title": {
            "width": width,
            "bits": units("".join(f"{rank[number]:0{width}b}" for number in range(total))),
        },
    }


def _sets(sets: Mapping[str, Sequence[int]], total: int) -> dict[str, Any]:
    codes = ["".join(ascending(where, rice(parameter(len(where), total)))) for where in sets.values()]
    return {
        "names": list(sets),
        "counts": [len(where) for where in sets.values()],
        "bits": units("".join(codes)),
    }


def _runs(values: Iterable[int]) -> list[int]:
    """A column as value, length, value, length ..."""
    return [number for value, run in groupby(values) for number in (value, sum(1 for _ in run))]
