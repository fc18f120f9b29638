"""authors/<slug>.md: who wrote several papers, with all of them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote_plus

from generator.model import Person
from generator.render import gathered
from generator.render.authors import has_page
from generator.render.dates import newest_first
from generator.render.html import html, in_a_row
from generator.render.page import Page, Safe
from generator.render.paging import parts
from generator.render.shelf import PER_PAGE, Shelf


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of each author of two papers or more, 100 papers each."""
    for slug, person in shelf.library.people.items():
        if has_page(person):
            keys = newest_first(person.papers, shelf.library)
            for part in parts(keys, PER_PAGE, f"authors/{slug}.md", f"authors/{slug}"):
                yield gathered.gathered(
                    shelf,
                    "author",
                    person.name,
                    len(keys),
                    part,
                    _about(person, part.root),
                    (
                        gathered.co_authors(shelf, person, part.root),
                        gathered.topics(shelf, keys, part.root),
                        gathered.years(shelf, keys, part.root),
                    ),
                )


def _about(person: Person, root: str) -> list[Safe]:
    others = [spelling for spelling in person.spellings if spelling != person.name]
    query = quote_plus(person.name.replace('"', " "))
    search = f'<a href="{root}search.html?q=author:%22{query}%22">Search for this name</a>'
    lines = [f"Whoever shares this name shares this page. {search}"]
    if others:
        lines.insert(0, f"Also written {in_a_row(others, html)}")
    return [Safe(line) for line in lines]
