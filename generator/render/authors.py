"""Where authors stand on the site: on a page of their own, or in a line of the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Library, Person
from generator.text.fold import fold

OWN_PAGE = 2  # papers from which on an author has a page: of one paper, its own page tells all
PER_PAGE = 200  # lines of the index on a page
INDEX = "authors/index"
OTHER = "Other"  # names that begin with a digit or a sign


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors of a library: in the order of the index, and by the names that papers write."""

    index: tuple[Person, ...]
    by_spelling: Mapping[str, Person]
    addresses: Mapping[str, str]  # slug -> where the person stands below docs/, as the browser asks for it

    @classmethod
    def of(cls, library: Library) -> Authors:
        """The authors, each with their place."""
        index = tuple(sorted(library.people.values(), key=_filed))
        return cls(
            index,
            {spelling: person for person in index for spelling in person.spellings},
            {person.slug: _address(person, place // PER_PAGE + 1) for place, person in enumerate(index)},
        )

    def address(self, name: str) -> str:
        """Where the author stands whom a paper calls so."""
        return self.addresses[self.by_spelling[name].slug]


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


def _address(person: Person, page: int) -> str:
    if has_page(person):
        return f"authors/{person.slug}.html"
    return f"{INDEX}{'' if page == 1 else f'/{page}'}.html#{anchor(person)}"


def _filed(person: Person) -> tuple[bool, str, str, str]:
    family = _family(person)
    return not family[:1].isalpha(), family, fold(person.name), person.slug


def _family(person: Person) -> str:
    return fold(person.name.partition(",")[0]).rpartition(" ")[2]
