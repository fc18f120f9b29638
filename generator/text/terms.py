"""What each text of a collection is about, as numbers: its terms, and how much each says of it.

Terms are stems, and pairs of stems with nothing but words that say nothing between them. Their weight is
tf^0.8 idf, the idf smoothed, for terms of at least two texts: TF-IDF after Salton and Buckley (1988), in
which a word said again counts a little less. Weights are whole numbers, so that sums are the same in any
order on any machine.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.text.words import is_content, stem, words_and_stops

IN_TITLE = 2  # how often a word of the title counts
UNIT = 10_000  # the length of every weighted text, so that likeness is of UNIT * UNIT
CONNECTORS = ("of", "to", "in")  # "mixture of experts" is shown as a phrase
_CONNECTOR = -1
PAIR = 1 << 24  # the term of a pair of stems is first * PAIR + second; stems are numbered from 1, below PAIR

Weights = dict[int, float]  # by term, heaviest first; whole numbers all the same: their sums are exact


class _Numbers(dict[str, int]):
    """The number of each word as written, made when it is first asked for."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(CONNECTORS, _CONNECTOR))
        self.of_stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self.of_stems.setdefault(stem(word), len(self.of_stems) + 1) if is_content(word) else 0
        self[word] = number
        return number


class Terms:
    """The stems of a collection, numbered as they come."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    def of(self, text: str) -> list[int]:
        """A number for each word and mark of a text: its stem's, or 0 and less for those that say nothing."""
        return list(map(self._numbers.__getitem__, words_and_stops(text)))

    def usual(self, word: str) -> str:
        """A capitalized word as it is written within sentences: small, where the collection ever does so."""
        small = word.lower()
        return small if small in self._numbers and not word[1:].isupper() else word

    def numbers(self, stems: Iterable[str]) -> frozenset[int]:
        """The numbers of those of some stems that the collection has."""
        known = self._numbers.of_stems
        return frozenset(known[stem] for stem in stems if stem in known)


def with_pairs(numbers: list[int]) -> list[int]:
    """The terms of a text: its stems, and the pairs of neighbours, words that say nothing left out."""
    terms = [number for number in numbers if number > 0]
    terms.extend([first * PAIR + second for first, second in pairwise(terms)])
    return terms


def place(term: int, numbers: list[int]) -> tuple[int, int] | None:
    """Where a term stands first in a text of these numbers: its first word, and the one after its last.

    The words of a pair are neighbours there, or a connector is between them; else there is no such place.
    """
    first, second = divmod(term, PAIR)
    at = -1
    try:
        while True:
            at = numbers.index(first or second, at + 1)
            if not first:
                return at, at + 1
            if numbers[at + 1 : at + 2] == [second]:
                return at, at + 2
            if numbers[at + 1 : at + 3] == [_CONNECTOR, second]:
                return at, at + 3
    except ValueError:
        return None


def weigh(counts: Sequence[Counter[int]]) -> list[Weights]:
    """The weights of each text's terms, from how often it has each."""
    frequencies: Counter[int] = Counter()
    for count in counts:
        frequencies.update(count.keys())
    total = len(counts) + 1
    known = {frequency: math.log(total / (frequency + 1)) + 1.0 for frequency in set(frequencies.values())}
    idf = {term: known[frequency] for term, frequency in frequencies.items() if frequency > 1}
    powers = [number**0.8 for number in range(1 + max((max(c.values()) for c in counts if c), default=0))]
    return [_weights(count, idf, powers) for count in counts]


def _weights(count: Counter[int], idf: dict[int, float], powers: Sequence[float]) -> Weights:
    rarities = map(idf.get, count)  # one look into the large table for each term
    weighted = [
        (powers[times] * rarity, term)
        for (term, times), rarity in zip(count.items(), rarities, strict=True)
        if rarity
    ]
    weighted.sort(reverse=True)
    unit = UNIT / (math.sqrt(math.fsum([weight * weight for weight, _ in weighted])) or 1.0)
    return {term: weight * unit // 1.0 for weight, term in weighted}
