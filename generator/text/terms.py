"""What each text of a collection is about, as numbers: its terms, and how much each says of it.

Terms are stems, and pairs of stems that stand side by side within a clause, without words that say nothing.
Their weight is tf^0.8 idf^1.3, the idf smoothed, for terms of at least two texts: TF-IDF after Salton and
Buckley (1988), the powers chosen on judgements by hand (tests/topics/related.json). Weights are whole
numbers, so that sums are the same in any order on any machine.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.text.words import is_content, stem, words_and_stops

IN_TITLE = 2  # how often a word of the title counts
KEPT = 60  # the heaviest terms of a text; the rest cost time and change nothing
UNIT = 10_000  # the length of every weighted text, so that likeness is of UNIT * UNIT
CONNECTORS = ("of", "to", "in", "by")  # "mixture of experts" is a pair of neighbours
_CONNECTOR = -1
PAIR = 1 << 24  # the term of a pair of stems is first * PAIR + second; stems are numbered from 1, below PAIR

Weights = dict[int, int]  # by term, heaviest first


class _Numbers(dict[str, int]):
    """The number of each word as written, made when it is first asked for."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(CONNECTORS, _CONNECTOR))
        self._of_stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self._of_stems.setdefault(stem(word), len(self._of_stems) + 1) if is_content(word) else 0
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


def with_pairs(numbers: list[int]) -> list[int]:
    """The terms of a text: its stems, and the pairs of neighbours, a connector between them or not."""
    joined = [number for number in numbers if number >= 0]
    pairs = [first * PAIR + second for first, second in pairwise(joined) if first and second]
    pairs.extend(filter(None, joined))
    return pairs


def place(term: int, numbers: list[int]) -> tuple[int, int] | None:
    """Where a term stands first in a text of these numbers: its first word, and the one after its last."""
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
    by_frequency: dict[int, float] = {}
    idf: dict[int, float] = {}
    for term, frequency in frequencies.items():
        if frequency > 1:
            if frequency not in by_frequency:
                by_frequency[frequency] = (math.log(total / (frequency + 1)) + 1.0) ** 1.3
            idf[term] = by_frequency[frequency]
    powers = [number**0.8 for number in range(1 + max((max(c.values()) for c in counts if c), default=0))]
    return [_heaviest(count, idf, powers) for count in counts]


def _heaviest(count: Counter[int], idf: dict[int, float], powers: Sequence[float]) -> Weights:
    weighted = [(powers[times] * idf[term], term) for term, times in count.items() if term in idf]
    weighted.sort(reverse=True)
    del weighted[KEPT:]
    length = math.sqrt(math.fsum([weight * weight for weight, _ in weighted])) or 1.0
    return {term: round(weight * UNIT / length) for weight, term in weighted}
