"""What pages that gather papers by one fact (an author, a venue, a year) have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Person
from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.paging import Part
from generator.render.schema_org import collection
from generator.render.shelf import Shelf
from generator.render.to_take import alternates, to_take

SHOWN = 8  # topics, venues or authors named at the head of a page
CROWD = 100  # authors of a paper, beyond which they do not tell who works with whom


@dataclass(frozen=True, slots=True)
class Near:
    """What papers have in common, as a heading and links, each with how many papers have it."""

    heading: str
    links: Sequence[tuple[Safe, str]]  # the number in words, empty for a single paper
    more: int = 0  # how many are not shown


def gathered(
    shelf: Shelf,
    kind: str,
    name: str,
    papers: int,
    part: Part[str],
    about: Sequence[Safe],
    near: Iterable[Near],
) -> Page:
    """A page of papers under a name; on the first, `about` (HTML) and what the papers have in common."""
    is_first, group = part.number == 1, part.paths[0].removesuffix(".md")
    return Page(
        part.path,
        {
            "title": name + part.of_pages,
            "kind": kind,
            "schema": collection(name, "", part.address, papers, shelf.settings),
            "alternates": alternates(shelf, group),
        },
        "gathered",
        {
            "name": name.strip(),
            "of_pages": part.of_pages,
            "papers": count(papers, "paper").capitalize(),
            "about": about if is_first else (),
            "near": [one for one in near if one.links] if is_first else [],
            "rows": [shelf.rows.row(key, part.root) for key in part.items],
            "take": to_take(shelf, group, part.root),
            "part": part,
        },
    )


def topics(shelf: Shelf, papers: Sequence[str], root: str) -> Near:
    """The topics of papers, the most usual first."""
    found = Counter(match.topic for key in papers for match in shelf.library.matches.get(key, ()))
    links = [(shelf.rows.topic(slug, root), often) for slug, often in _most(found)]
    return _near("Topics", links, len(found))


def venues(shelf: Shelf, papers: Sequence[str], root: str) -> Near:
    """Where papers appeared, the most usual first."""
    names = (shelf.library.papers[key].venue for key in papers)
    found = Counter(shelf.venues.slugs[name] for name in names if name)
    links = [(shelf.venues.link(slug, root), often) for slug, often in _most(found)]
    return _near("Venues", links, len(found))


def years(shelf: Shelf, papers: Sequence[str], root: str) -> Near:
    """When papers appeared, the newest first."""
    known = (shelf.library.papers[key].year for key in papers)
    found = Counter(year for year in known if year is not None)
    links = [(Safe(f"[{year}]({root}years/{year}.md)"), found[year]) for year in sorted(found, reverse=True)]
    return _near("Years", links, len(found))


def co_authors(shelf: Shelf, person: Person, root: str) -> Near:
    """Who wrote papers with a person, the most frequent first; papers by a crowd do not count."""
    of_paper = (shelf.library.papers[key].authors for key in person.papers)
    found = Counter(
        slug
        for names in of_paper
        if len(names) <= CROWD
        for slug in {shelf.authors.by_spelling[name].slug for name in names} - {person.slug}
    )
    links = [(shelf.authors.link(slug, root), often) for slug, often in _most(found)]
    return _near("Co-authors", links, len(found))


def _near(heading: str, links: Sequence[tuple[Safe, int]], of: int) -> Near:
    told = [(link, count(often, "paper") if often > 1 else "") for link, often in links]
    return Near(heading, told, of - len(links))


def _most(found: Counter[str]) -> list[tuple[str, int]]:
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
