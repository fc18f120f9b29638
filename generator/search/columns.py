"""What papers are filtered and counted by, a file each: topics, listings, having, years, venues, authors."""

from __future__ import annotations

from collections import Counter
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
    ids = paper.ids
    having = {
        "paper" if ids.arxiv or ids.doi or ids.acl or ids.openreview else "",
        "note" if library.notes.get(paper.key) else "",
        "abstract" if paper.text else "",
        *[_KINDS.get(link.kind, "") for link in paper.links],
    }
    return tuple([name for name in HAS if name in having])


def topics_of(paper: Paper, library: Library) -> list[str]:
    """The slugs of a paper's topics, primary first."""
    return [match.topic for match in library.matches.get(paper.key, ()) if match.topic in library.topics]


def sizes(papers: Iterable[Paper], library: Library) -> Counter[str]:
    """How many papers each topic holds, those of its subtopics among them."""
    held: Counter[str] = Counter()
    for paper in papers:
        slugs = set(topics_of(paper, library))
        held.update(slugs | {library.topics[slug].parent for slug in slugs} - {""})
    return held


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
        for slug in topics_of(paper, library):
            by_topic[slug].append(number)
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
    return {
        "names": list(sets),
        "counts": [len(where) for where in sets.values()],
        "bits": units("".join([_set(where, total) for where in sets.values()])),
    }


def _set(where: Sequence[int], total: int) -> str:
    """A set as its gaps; one of more than half of the papers as those of the papers it lacks."""
    if len(where) * 2 > total:
        held = set(where)
        where = [number for number in range(total) if number not in held]
    return "".join(ascending(where, rice(parameter(len(where), total))))


def _runs(values: Iterable[int]) -> list[int]:
    """A column as value, length, value, length ..."""
    return [number for value, run in groupby(values) for number in (value, sum(1 for _ in run))]
