"""What a collection of texts is about, as numbers: terms, and how much each says of each text.

Terms are stems and pairs of neighbouring stems without stop words. Their weight is tf^0.8 idf^1.3, the idf
smoothed, of terms in at least two texts (Salton and Buckley 1988; the powers chosen on judgements by hand,
in tests/topics/related.json). Weights are whole numbers, so that sums are the same in any order anywhere.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.text.words import is_content, stem, words

IN_TITLE = 2  # how often a word of the title counts
KEPT = 60  # the heaviest terms of a text; the rest cost time and change nothing
UNIT = 10_000  # the length of every weighted text, so that likeness is of UNIT * UNIT
_PAIR = 1 << 24  # a pair of stems is first * _PAIR + second; stems are numbered from 1

CONNECTORS = ("of", "to", "in", "by")  # "mixture of experts" is a pair of neighbours
CONNECTOR = -1

Weights = dict[int, int]  # by term, heaviest first


class Terms:
    """Numbers for the stems of a collection."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # by stem
        self._by_word: dict[str, int] = dict.fromkeys(CONNECTORS, CONNECTOR)  # by word as written

    def of(self, text: str) -> list[int]:
        """The number of each word of a text: of its stem, 0 for one that says nothing, or CONNECTOR."""
        numbers = self._by_word
        return [numbers[word] if word in numbers else self._number(word) for word in words(text)]

    def _number(self, word: str) -> int:
        number = self._numbers.setdefault(stem(word), len(self._numbers) + 1) if is_content(word) else 0
        self._by_word[word] = number
        return number

    def usual(self, word: str) -> str:
        """A capitalized word as the collection writes it elsewhere: small, where it is ever written so."""
        small = word.lower()
        return small if small in self._by_word and word[1:].islower() else word


def with_pairs(numbers: list[int]) -> list[int]:
    """The terms of a text: its numbers, and each pair of neighbours, also over a connector."""
    joined = [number for number in numbers if number >= 0]
    following = zip(joined, joined[1:], strict=False)
    return [*filter(None, joined), *(first * _PAIR + second for first, second in following if first and second)]


def place(term: int, numbers: list[int]) -> tuple[int, int] | None:
    """Where a term stands first in a text of these numbers: its first word, and the word after its last."""
    first, second = divmod(term, _PAIR)
    for at, number in enumerate(numbers):
        if number == (first or second):
            rest = numbers[at + 1 : at + 3]
            if not first:
                return at, at + 1
            if rest[:1] == [second]:
                return at, at + 2
            if rest == [CONNECTOR, second]:
                return at, at + 3
    return None


def parts(term: int) -> tuple[int, ...]:
    """The numbers of the stems of a term, one or two."""
    first, second = divmod(term, _PAIR)
    return (first, second) if first else (second,)


def weigh(texts: Iterable[tuple[list[int], list[int]]]) -> list[Weights]:
    """The weights of each text's terms; a text is the terms of its title and those of the rest."""
    counts = [Counter(title * IN_TITLE + rest) for title, rest in texts]
    frequencies: Counter[int] = Counter()
    for count in counts:
        frequencies.update(count.keys())
    total = len(counts) + 1
    idf = {
        term: (math.log(total / (frequency + 1)) + 1.0) ** 1.3
        for term, frequency in frequencies.items()
        if frequency > 1
    }
    powers = [number**0.8 for number in range(1 + max((max(c.values()) for c in counts if c), default=0))]
    return [_heaviest(count, idf, powers) for count in counts]


def _heaviest(count: Counter[int], idf: dict[int, float], powers: Sequence[float]) -> Weights:
    weighted = [(powers[times] * idf[term], term) for term, times in count.items() if term in idf]
    weighted.sort(reverse=True)
    del weighted[KEPT:]
    length = math.sqrt(math.fsum(weight * weight for weight, _ in weighted)) or 1.0
    return {term: round(weight * UNIT / length) for weight, term in weighted}
