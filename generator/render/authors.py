"""Where authors stand on the site: on a page of their own, or in a line of the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Library, Person
from generator.render.html import in_a_row
from generator.render.page import Safe
from generator.text.fold import fold
from generator.text.markdown import link_text

OWN_PAGE = 2  # papers from which on an author has a page: of one paper, its own page tells all
PER_PAGE = 200  # lines of the index on a page
INDEX = "authors/index"
OTHER = "Other"  # names that begin with a digit or a sign


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors of a library: in the order of the index, and by the names that papers write."""

    index: tuple[Person, ...]
    people: Mapping[str, Person]  # by slug
    by_spelling: Mapping[str, Person]
    places: Mapping[str, str]  # slug -> the page below docs/ where the person stands, and the place in it

    @classmethod
    def of(cls, library: Library) -> Authors:
        """The authors, each with their place."""
        index = tuple(sorted(library.people.values(), key=_filed))
        return cls(
            index,
            library.people,
            {spelling: person for person in index for spelling in person.spellings},
            {person.slug: _place(person, place // PER_PAGE + 1) for place, person in enumerate(index)},
        )

    def link(self, slug: str, root: str) -> Safe:
        """A person's name as a Markdown link, on a page from which `root` leads up to docs/."""
        return Safe(f"[{in_a_row((self.people[slug].name,), link_text)}]({root}{self.places[slug]})")

    def address(self, name: str) -> str:
        """Where the author stands whom a paper calls so, below docs/ and as a browser asks for it."""
        return self.places[self.by_spelling[name].slug].replace(".md", ".html", 1)


def letter(person: Person) -> str:
    """Under which letter of the index a person stands."""
    first = _family(person)[:1].upper()
    return first if first.isalpha() else OTHER


def anchor(person: Person) -> str:
    """The place in the index of a person who has no page."""
    return f"author-{person.slug}"


def has_page(person: Person) -> bool:
    """Whether a person has a page of their own."""
    return len(person.papers) >= OWN_PAGE


def _place(person: Person, page: int) -> str:
    if has_page(person):
        return f"authors/{person.slug}.md"
    return f"{INDEX}{'' if page == 1 else f'/{page}'}.md#{anchor(person)}"


def _filed(person: Person) -> tuple[bool, str, str, str]:
    family = _family(person)
    return not family[:1].isalpha(), family, fold(person.name), person.slug


def _family(person: Person) -> str:
    words = fold(person.name.partition(",")[0]).split()
    return next((word for word in reversed(words) if not word.isdigit()), "")  # "Wei Zhang 0001"
