"""authors/index.md: everybody who wrote a paper, by family name; none without authors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.model import Person
from generator.render.authors import INDEX, PER_PAGE, anchor, has_page, letter
from generator.render.html import in_a_row
from generator.render.letters import first_pages, ways
from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.paging import parts
from generator.render.shelf import Shelf
from generator.render.to_take import all_feeds
from generator.text.markdown import escape


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of the index, 200 lines each."""
    people = shelf.authors.index
    if not people:
        return
    letters = first_pages(map(letter, people), PER_PAGE)
    for part in parts(people, PER_PAGE, f"{INDEX}.md", INDEX):
        yield Page(
            part.path,
            {"title": "Authors" + part.of_pages, "kind": "authors"},
            "authors",
            {
                "of_pages": part.of_pages,
                "authors": count(len(people), "author").capitalize(),
                "letters": ways(letters, part),
                "groups": [
                    (name, [_line(person, shelf, part.root) for person in group])
                    for name, group in groupby(part.items, key=letter)
                ],
                "take": all_feeds(shelf, "authors", part.root),
                "part": part,
            },
        )


def _line(person: Person, shelf: Shelf, root: str) -> Safe:
    if has_page(person):
        papers = count(len(person.papers), "paper")
        return Safe(f'{shelf.authors.link(person.slug, root)} <span class="ps-count">{papers}</span>')
    name = in_a_row((person.name,), escape)
    title = shelf.rows.link(person.papers[0], f"{root}papers/")
    return Safe(f'<span id="{anchor(person)}">{name}</span> <span class="ps-meta">{title}</span>')
