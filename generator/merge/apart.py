"""What must not become one paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.keys import with_hash
from generator.merge.evidence import People, differ, people_of
from generator.merge.told import KINDS, Told, ids_of
from generator.text.fold import fold


@dataclass(frozen=True, slots=True)
class Unit:
    """Records already known to be one paper, as indices in order, and all that they say of who they are."""

    members: tuple[int, ...]
    identities: frozenset[str]  # titles
    ids: frozenset[tuple[str, str]]
    marks: frozenset[tuple[int, str]]  # (a line of `different`, the name there that these go by)


class Apart:
    """Knows the records, and the owner's `different`."""

    def __init__(self, told: Sequence[Told], different: Sequence[Sequence[str]]) -> None:
        self.told = told
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(told):
            known = ids_of(one.record.ids)
            for name in (one.key, one.entry, *(with_hash(one.key, value) for _, value in known)):
                self._by_name[name].append(index)
        self._marks: dict[int, set[tuple[int, str]]] = defaultdict(set)
        for line, names in enumerate(different):
            for name in names:
                for index in self.named(name):
                    self._marks[index].add((line, name))

    def named(self, name: str) -> list[int]:
        """The records that a key or "file:entry" means."""
        return self._by_name.get(name, [])

    def unit(self, members: Sequence[int]) -> Unit:
        """Records that are one paper."""
        told = [self.told[index] for index in members]
        return Unit(
            tuple(members),
            frozenset(one.identity for one in told),
            frozenset(known for one in told for known in ids_of(one.record.ids)),
            frozenset(mark for index in members for mark in self._marks.get(index, ())),
        )

    def authors(self, unit: Unit) -> frozenset[str]:
        """The words of the names of the authors, of complete lists only."""
        return frozenset(word for index in unit.members for word in _names(self.told[index]))

    def people(self, unit: Unit) -> People:
        """Who wrote it and when, as the records say."""
        return people_of([self.told[index] for index in unit.members])

    def join(self, units: Sequence[Unit]) -> Unit:
        """Units that are one paper."""
        return units[0] if len(units) == 1 else self.unit(sorted(i for unit in units for i in unit.members))

    def told_by_owner(self, units: Sequence[Unit]) -> bool:
        """Whether the owner says that they differ, so that nothing need be reported."""
        names: dict[int, str] = {}
        return any(names.setdefault(line, name) != name for unit in units for line, name in unit.marks)

    def must_be(self, units: Sequence[Unit], authors: bool) -> bool:
        """Whether any two must be apart; `authors` also counts lists without a name in common."""
        if self.told_by_owner(units):
            return True
        if len(units) < 2:
            return False
        if authors and any(differ(*pair) for pair in combinations(map(self.people, units), 2)):
            return True
        sets: list[frozenset[frozenset[str]]] = [
            frozenset(frozenset(value for name, value in unit.ids if name == kind) for unit in units)
            for kind in KINDS
        ]
        if authors:
            sets.append(frozenset(self.authors(unit) for unit in units))
        return any(
            first.isdisjoint(second)
            for values in sets
            if len(values) > 1
            for first, second in combinations(sorted(values - {frozenset()}, key=sorted), 2)
        )


def _names(told: Told) -> list[str]:
    """The words of the authors' names; none unless the list is complete and in Latin letters."""
    record = told.record
    if record.authors_incomplete or any(not name.isascii() and _transcribed(name) for name in record.authors):
        return []
    return [word for name in record.authors for word in fold(name).split() if len(word) > 1]


def _transcribed(name: str) -> bool:
    return any(letter > "\u024f" and letter.isalpha() for letter in name)
