"""Which texts of a collection are nearest to one another by their weighted terms, by the cosine."""

from __future__ import annotations

from array import array
from collections import defaultdict
from heapq import nlargest
from itertools import islice

from generator.text.terms import UNIT, Weights

SMALL = 500  # up to so many texts, every text is compared with every other one
HEAVIEST = 24  # in a larger collection, texts are first found by so many terms of each,
EFFORT = 400  # by terms of so many texts in all, the heaviest terms first,
COMPARED = 12  # and so many of them compared by all terms


class Nearest:
    """The texts of a collection, by their terms."""

    def __init__(self, weights: list[Weights]) -> None:
        self._weights = weights
        self._all = len(weights) <= SMALL
        self._heaviest = weights if self._all else [dict(islice(own.items(), HEAVIEST)) for own in weights]
        self._known: dict[tuple[int, int], float] = {}  # likeness that the second will ask for
        # term -> the numbers of its texts, and its weights there; boxed numbers would lie all over memory
        self._found_by: dict[int, tuple[array[int], array[float]]] = {}
        for number, own in enumerate(self._heaviest):
            for term, weight in own.items():
                if term not in self._found_by:
                    self._found_by[term] = (array("L"), array("d"))
                texts, theirs = self._found_by[term]
                texts.append(number)
                theirs.append(weight)

    def to(self, number: int) -> list[tuple[float, int]]:
        """How near to a text those are that share terms, and their numbers, nearest first."""
        scores = self._scores(number)
        if self._all:
            found = [(-score, other) for other, score in scores.items()]
        else:
            least = nlargest(COMPARED, scores.values())[-1] if scores else 0.0
            best = sorted([(-score, other) for other, score in scores.items() if score >= least])
            found = [(-self._likeness(number, other), other) for _, other in best[:COMPARED]]
        found.sort()
        return [(-score / UNIT**2, other) for score, other in found]

    def _scores(self, number: int) -> dict[int, float]:
        """The texts that share terms with a text, and how much the shared terms say."""
        left = 1 << 60 if self._all else EFFORT
        scores: dict[int, float] = defaultdict(float)
        for term, weight in self._heaviest[number].items():
            texts, theirs = self._found_by[term]
            if 1 < len(texts) <= left:
                left -= len(texts)
                for other, its in zip(texts, theirs, strict=False):
                    scores[other] += weight * its
        scores.pop(number, None)
        return scores

    def _likeness(self, one: int, other: int) -> float:
        if (known := self._known.pop((other, one), None)) is not None:
            return known
        own, its = self._weights[one], self._weights[other]
        likeness = sum([own[term] * its[term] for term in own.keys() & its.keys()])
        if one < other:
            self._known[one, other] = likeness
        return likeness
