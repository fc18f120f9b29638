"""Which names are one person: a name and its shorter forms, where exactly one fits and co-authors agree.

A wrong join is worse than two pages, so a shorter form joins only the one name written out that it may be
short for, only when both wrote with the same people, and never when both stand on one paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.people.names import Name, is_short_for

CROWD = 100  # forms of a family name with one initial, beyond which none is told by its initials
TELLING = 100  # authors of a paper, beyond which it does not tell who works with whom

Mark = tuple[int, str]  # a line of the owner's `different`, and the name there


class Joining:
    """Names, each by its identity, and who of them is one person."""

    def __init__(
        self,
        names: Mapping[str, Name],
        papers: Mapping[str, Sequence[str]],
        authors: Mapping[str, Sequence[str]],
        different: Sequence[Sequence[str]],
    ) -> None:
        """`papers` of each name, `authors` (names) of each paper, and the owner's `different` names."""
        self._names = names
        self._authors = authors
        self._papers = {name: set(keys) for name, keys in papers.items()}  # of persons, by their root
        self._root: dict[str, str] = {}
        self._placed: set[str] = set()  # where the owner has said who it is, nothing is guessed
        self._told: dict[str, object] = {}
        self._marks: dict[str, set[Mark]] = defaultdict(set)
        for line, group in enumerate(different):
            for name in group:
                self._marks[name].add((line, name))
        self._buckets: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, parts in names.items():
            if parts.given:
                self._buckets[parts.family, parts.given[0][0]].append(name)

    def same(self, names: Sequence[str]) -> None:
        """These are one person: the owner says so."""
        self._placed.update(names)
        first, *others = sorted({self.root(name) for name in names})
        for other in others:
            self._join(other, first)

    def shorter_forms(self) -> Iterator[tuple[str, str]]:
        """Join shorter forms with what they are short for; tells each pair that was joined."""
        for bucket in sorted(self._buckets):
            names = self._buckets[bucket]
            if not 1 < len(names) <= CROWD:
                continue
            longer: list[str] = []
            # The longest first, so that what a form may be short for is known to be one person or several.
            for name in sorted(names, key=lambda name: (*(-size for size in self._names[name].size), name)):
                fitting = {self.root(other) for other in longer if is_short_for(*self._pair(name, other))}
                if len(fitting) == 1 and self._may_be(name, person := fitting.pop()):
                    self._join(name, person)
                    yield name, person
                if self._names[name].is_full:
                    longer.append(name)

    def root(self, name: str) -> str:
        """The name that stands for the person."""
        while name in self._root:
            name = self._root[name]
        return name

    def _pair(self, short: str, long: str) -> tuple[Name, Name]:
        return self._names[short], self._names[long]

    def _join(self, name: str, person: str) -> None:
        self._root[name] = person
        self._papers[person] |= self._papers.pop(name)
        self._marks[person] |= self._marks.pop(name, set())

    def _may_be(self, name: str, person: str) -> bool:
        if name in self._placed or not self._papers[name].isdisjoint(self._papers[person]):
            return False
        by_line = dict(self._marks.get(person, ()))
        if any(by_line.get(line, marked) != marked for line, marked in self._marks.get(name, ())):
            return False
        return self._wrote_together(name, person)

    def _wrote_together(self, name: str, person: str) -> bool:
        """Whether both wrote with one who is written out, or with two who may be the same."""
        own, others = self._company(name), self._company(person)
        if any(self._names[one].is_full for one in own & others):
            return True
        return len({self._known(one) for one in own} & {self._known(one) for one in others} - {None}) > 1

    def _company(self, person: str) -> set[str]:
        """Who wrote with a person, each by the name that stands for them."""
        authors = (self._authors[key] for key in self._papers[person])
        names = {self.root(name) for group in authors if len(group) <= TELLING for name in group}
        return names - {person}

    def _known(self, name: str) -> object:
        """Equal for names that nothing here tells apart; None for initials that may be anybody's."""
        if name not in self._told:
            self._told[name] = self._find_known(name)
        return self._told[name]

    def _find_known(self, name: str) -> object:
        parts = self._names[name]
        if not parts.given:
            return name
        bucket = (parts.family, parts.given[0][0])
        written_out = {self._names[other].given[0] for other in self._buckets[bucket][:CROWD]} - {bucket[1]}
        if len(written_out) <= 1:
            return bucket
        return name if parts.is_full else None
