"""Which records are one paper.

What joins: the owner's word (`same`), then an equal identifier, then an equal title, then a variant of the title
by the same authors. What keeps apart: the owner's word (`different`), two different identifiers of one kind, two
complete lists of authors without a name in common, and different first authors with years far apart. Joining is
by union-find, and a join that would hold together what must be apart is undone as a whole, so the outcome is the
same for any order of records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator.merge.apart import Apart, Unit
from generator.merge.evidence import fit, people_of
from generator.merge.told import Told
from generator.merge.variants import candidates, is_variant
from generator.overrides import Overrides
from generator.problems import Level, Problem
from generator.text.rich import plain


class _Joined:
    """Union-find over 0 … size-1 (Galler and Fischer, 1964), the smallest member being the root."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def root(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, items: Sequence[int]) -> None:
        for item in items[1:]:
            first, second = self.root(items[0]), self.root(item)
            self.parent[max(first, second)] = min(first, second)

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self.parent)):
            found[self.root(item)].append(item)
        return list(found.values())


def group(told: Sequence[Told], overrides: Overrides) -> tuple[list[list[Told]], list[Problem]]:
    """The records of each paper, and a problem for every join that had to be undone."""
    problems: list[Problem] = []
    apart = Apart(told, overrides.different)
    units = _owners(told, overrides, apart)
    units = _by_ids(units, apart, problems)
    units = _by_titles(units, apart, problems)
    units = _by_variants(units, apart)
    return [[told[index] for index in unit.members] for unit in units], problems


def _owners(told: Sequence[Told], overrides: Overrides, apart: Apart) -> list[Unit]:
    joined = _Joined(len(told))
    for names in overrides.same:
        joined.join(sorted({index for name in names for index in apart.named(name)}))
    return [apart.unit(members) for members in joined.groups()]


def _by_ids(units: list[Unit], apart: Apart, problems: list[Problem]) -> list[Unit]:
    joined = _Joined(len(units))
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for known in unit.ids:
            holders[known].append(number)
    for numbers in holders.values():
        joined.join(numbers)
    found: list[Unit] = []
    for numbers in joined.groups():
        together = [units[number] for number in numbers]
        if len(together) > 1 and apart.must_be(together, authors=False):
            problems.append(_undone(together, apart, "merge-ids-conflict", "share an identifier"))
            found += _alike(together, apart)
        else:
            found.append(apart.join(together))
    return found


def _alike(units: Iterable[Unit], apart: Apart) -> Iterator[Unit]:
    """What is left of an undone join: only units with the very same identifiers and title stay together."""
    same: dict[object, list[Unit]] = defaultdict(list)
    for unit in units:
        same[unit.ids, unit.identities, unit.marks].append(unit)
    for together in same.values():
        yield apart.join(together)


def _by_titles(units: list[Unit], apart: Apart, problems: list[Problem]) -> list[Unit]:
    joined = _Joined(len(units))
    titled: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for identity in unit.identities:
            titled[identity].append(number)
    for numbers in titled.values():
        joined.join(numbers)
    found: list[Unit] = []
    for numbers in joined.groups():
        together = [units[number] for number in numbers]
        if len(together) > 1 and apart.must_be(together, authors=True):
            if not apart.told_by_owner(together):
                problems.append(_undone(together, apart, "merge-ambiguous", "have the same title"))
            found += _unambiguous(together, apart)
        else:
            found.append(apart.join(together))
    return found


def _by_variants(units: list[Unit], apart: Apart) -> list[Unit]:
    """Units whose titles are spellings of one, by the same authors in about the same year.

    Where that would hold together what must be apart, nothing is joined: near misses tell the owner.
    """
    people = [people_of([apart.told[index] for index in unit.members]) for unit in units]
    titles = [plain(apart.told[unit.members[0]].title) for unit in units]
    firsts = [one.names[0] if one.names else frozenset[str]() for one in people]
    joined = _Joined(len(units))
    for one, other in candidates(titles, firsts):
        alike = is_variant(titles[one], titles[other]) and fit(people[one], people[other])
        if alike and not apart.must_be([units[one], units[other]], authors=True):
            joined.join([one, other])
    found: list[Unit] = []
    for numbers in joined.groups():
        together = [units[number] for number in numbers]
        found += together if apart.must_be(together, authors=True) else [apart.join(together)]
    return found


def _unambiguous(units: list[Unit], apart: Apart) -> Iterator[Unit]:
    """Papers of one title that must be apart: a record that says nothing more joins only a single one."""
    telling = [unit for unit in units if unit.ids or apart.authors(unit)]
    bare: dict[object, list[Unit]] = defaultdict(list)
    takes: dict[int, list[Unit]] = defaultdict(list)
    homes: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(telling):
        for identity in unit.identities:
            homes[identity].append(number)
    for unit in units:
        if unit.ids or apart.authors(unit):
            continue
        fitting = sorted({number for identity in unit.identities for number in homes[identity]})
        if len(fitting) == 1 and not apart.must_be([telling[fitting[0]], unit], authors=True):
            takes[fitting[0]].append(unit)
        else:
            bare[unit.identities, unit.marks].append(unit)
    alike: dict[object, list[Unit]] = defaultdict(list)
    for number, unit in enumerate(telling):
        own = apart.join([unit, *takes[number]]) if not apart.must_be(takes[number], authors=False) else unit
        if own is unit:
            for left in takes[number]:
                bare[left.identities, left.marks].append(left)
        alike[unit.ids, unit.identities, unit.marks, apart.authors(unit)].append(own)
    for together in (*alike.values(), *bare.values()):
        yield apart.join(together)


def _undone(units: Sequence[Unit], apart: Apart, code: str, what: str) -> Problem:
    shown = [apart.told[unit.members[0]] for unit in units]
    pairs = [f"“{one.record.title}” ({one.record.place})" for one in shown[:4]]
    more = f" and {len(shown) - 4} more" if len(shown) > 4 else ""
    message = f"These {what} but cannot be one paper, so they were kept apart: {', '.join(pairs)}{more}."
    first, second = next(combinations(shown, 2))
    hint = (
        f"Write into overrides.yml — one paper: same: [[{first.entry}, {second.entry}]] — "
        f"or two: different: [[{first.entry}, {second.entry}]]"
    )
    return Problem(Level.WARNING, code, message, first.record.place, hint)
