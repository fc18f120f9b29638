"""Who wrote the papers: from the names of all authors to persons, each with the papers of all spellings.

Accents, case, points, hyphens and order ("Zhang, Wei") are spelling. Initials are joined with a name written
out as generator/people/joining.py says; two names written out that differ never are, but by the owner's
word in overrides.yml. Two persons of one name cannot be told apart: they are one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.keys import free_key, nearest, paper_key
from generator.model import Paper, Person
from generator.overrides import FILE, Naming
from generator.people.joining import Joining
from generator.people.names import Name, take_apart
from generator.problems import Level, Place, Problem


@dataclass(frozen=True, slots=True)
class Gathered:
    """Persons by slug, what a person should look at, and which names were joined, line by line."""

    people: Mapping[str, Person]
    problems: tuple[Problem, ...]
    joins: tuple[str, ...]


def gather(papers: Mapping[str, Paper], naming: Naming) -> Gathered:
    """The persons who wrote the papers; the outcome does not depend on the order of papers."""
    names = _Names(papers, naming)
    joining = Joining(names.by_identity, names.papers, names.authors, names.groups(naming.different))
    for group in names.groups(naming.same):
        if len(group) > 1:
            joining.same(group)
    joins = [
        f"{names.by_identity[short].text} = {names.by_identity[long].text}"
        for short, long in joining.shorter_forms()
    ]
    persons: dict[str, list[str]] = defaultdict(list)
    for identity in names.by_identity:
        persons[joining.root(identity)].append(identity)
    lines = (f"Names of authors joined: {len(joins)}.", *sorted(joins)) if joins else ()
    return Gathered(_people(persons.values(), names), tuple(names.unmet(naming)), lines)


class _Names:
    """The names of a library by their identities, and what stands under each."""

    def __init__(self, papers: Mapping[str, Paper], naming: Naming) -> None:
        self._taken: dict[str, Name] = {}
        self._apart = _alike(naming.different)
        self.spellings: dict[str, Counter[str]] = defaultdict(Counter)
        self.papers: dict[str, list[str]] = defaultdict(list)
        self.authors: dict[str, tuple[str, ...]] = {}
        for key in sorted(papers):
            written = dict.fromkeys(papers[key].authors)
            identities = [self.identity(name) for name in written]
            self.authors[key] = tuple(dict.fromkeys(identities))
            for identity in self.authors[key]:
                self.papers[identity].append(key)
            for identity, name in zip(identities, written, strict=True):
                self.spellings[identity][name] += 1
        self.by_identity = {
            identity: self._name(identity, spellings)
            for identity, spellings in sorted(self.spellings.items())
        }

    def identity(self, written: str) -> str:
        """Equal for spellings of one name, unless the owner wants them apart."""
        name = self._taken.get(written)
        if name is None:
            name = self._taken[written] = take_apart(written)
        return f"{name.identity} {name.text}" if name.text in self._apart else name.identity

    def groups(self, written: Iterable[Sequence[str]]) -> list[list[str]]:
        """The owner's groups of names, of which those that the library has."""
        return [
            list(dict.fromkeys(own for name in group if (own := self.identity(name)) in self.by_identity))
            for group in written
        ]

    def unmet(self, naming: Naming) -> Iterator[Problem]:
        """A warning for every name that the owner writes and no paper has."""
        for section, group in (
            *(("same", group) for group in naming.same),
            *(("different", group) for group in naming.different),
        ):
            for name in group:
                if self.identity(name) in self.by_identity:
                    continue
                place = naming.places.get((section, ", ".join(group)), Place(FILE))
                near = nearest(name, (known.text for known in self.by_identity.values()))
                hint = f"Did you mean: {', '.join(near)}?" if near else "Write it as the papers' pages do."
                message = f"“{name}” under `people: {section}` is no author of this library."
                yield Problem(Level.WARNING, "override-unused", message, place, hint)

    def _name(self, identity: str, spellings: Counter[str]) -> Name:
        """The text of the best spelling with the parts of the one that tells the most."""
        names = [self._taken[written] for written in spellings]
        if len(names) == 1:
            return names[0]
        shown = max(spellings, key=lambda written: _rank(written, spellings[written]))
        parts = max(names, key=lambda name: (len(name.given), name.given, name.family))
        return Name(self._taken[shown].text, identity, parts.family, parts.given)


def _rank(written: str, times: int) -> tuple[int, int, bool, str]:
    """Accents first, for they are lost and never won; then use; then small and capital letters."""
    accents = sum(letter > "\x7f" and letter.isalpha() for letter in written)
    return accents, times, not (written.isupper() or written.islower()), written


def _alike(different: Iterable[Sequence[str]]) -> frozenset[str]:
    """Names that the owner keeps apart although they differ in spelling only."""
    found: set[str] = set()
    for group in different:
        names = {name.text: name.identity for name in map(take_apart, group)}
        often = Counter(names.values())
        found.update(text for text, identity in names.items() if often[identity] > 1)
    return frozenset(found)


def _people(persons: Iterable[list[str]], names: _Names) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for identities in sorted(persons):
        of_person = [(identity, names.by_identity[identity]) for identity in identities]
        identity, name = max(of_person, key=lambda item: (item[1].is_full, item[1].size, item[0]))
        spellings = sum((names.spellings[one] for one in identities), Counter[str]())
        papers = {key for one in identities for key in names.papers[one]}
        slug = free_key(paper_key(name.text, identity), identity, people)
        ordered = sorted(spellings, key=lambda written: (-spellings[written], written))
        people[slug] = Person(slug, name.text, tuple(ordered), tuple(sorted(papers)))
    return dict(sorted(people.items()))
