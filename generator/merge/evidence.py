"""Whether two units have the same authors, and years that fit: what two like titles need to be one paper.

Names are compared as sets of folded words, so that order and accents do not matter ("Zhang Wei", "Wei Zhang"; "José",
"Jose"); an initial fits every word that begins with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.merge.told import Told
from generator.text.fold import fold

Words = frozenset[str]
YEARS = 2  # a preprint and its publication may be so far apart


@dataclass(frozen=True, slots=True)
class People:
    """The authors that the records of a unit tell: the longest list, and whether it has gaps; and their years."""

    names: tuple[Words, ...]
    incomplete: bool
    years: frozenset[int]


def people_of(told: Sequence[Told]) -> People:
    """What some records that are one paper say of their authors and years."""
    records = [one.record for one in told]
    best = max(
        records, key=lambda record: (len(record.authors), not record.authors_incomplete, record.authors)
    )
    names = tuple(words for name in best.authors if (words := frozenset(fold(name).split())))
    years = frozenset(record.year for record in records if record.year is not None)
    return People(names, best.authors_incomplete, years)


def fit(one: People, other: People) -> bool:
    """Whether the first authors are one person, half of the shorter list is in the longer, and years are near.

    Lists of which one holds a single name need that name alone; without authors on either side nothing fits.
    """
    if not one.names or not other.names or not _near(one.years, other.years):
        return False
    if not same_person(one.names[0], other.names[0]):
        return False
    shorter, longer = sorted((one.names, other.names), key=len)
    if len(shorter) == 1:
        return len(longer) == 1 or one.incomplete or other.incomplete or len(longer) <= 3
    common = sum(any(same_person(name, there) for there in longer) for name in shorter)
    return common * 2 >= len(shorter)


def differ(one: People, other: People) -> bool:
    """Whether each first author is no author of the other, and the years are far apart: two papers of one title."""
    apart = bool(one.years and other.years) and not _near(one.years, other.years)
    if not apart or not one.names or not other.names:
        return False
    found = any(same_person(one.names[0], name) for name in other.names)
    return not found and not any(same_person(other.names[0], name) for name in one.names)


def same_person(one: Words, other: Words) -> bool:
    """Whether two names may be one person's: a whole word in common, and no word that the other lacks.

    An initial stands for a word, and middle names may be missing: "j devlin" is "jacob m devlin".
    """
    common = {word for word in one & other if len(word) > 1}
    if not common:
        return False
    left, right = one - common, other - common
    return all(_stands(word, right) for word in left) or all(_stands(word, left) for word in right)


def _stands(word: str, words: Words) -> bool:
    """Whether a word, or what it is short for or long for, is among others."""
    return any(there.startswith(word) or word.startswith(there) for there in words)


def _near(one: frozenset[int], other: frozenset[int]) -> bool:
    return not one or not other or min(abs(first - second) for first in one for second in other) <= YEARS
