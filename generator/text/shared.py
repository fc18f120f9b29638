"""The terms that two texts share, as readers see them: telling ones only, as a text writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.text.filler import EMPTY, UNFINISHED, WEAK
from generator.text.terms import PAIR, Terms, Weights, place, with_pairs
from generator.text.words import words_and_stops

SHOWN = 4  # shared terms
LOOKED_AT = 32  # telling terms of a text, the heaviest
_CAPITAL = re.compile(r"\b[A-Z][^\W_]*")
_ACRONYM = re.compile(r"[A-Z0-9].*[A-Z0-9]")  # a name, though no title has it: "GRPO", "KITTI", "CIFAR10"
_ADVERB = re.compile(r"(?<!fami)(?<!assemb)(?<!anoma)(?<!butterf)ly\b")


class _Telling(dict[int, bool]):
    """Whether a term is telling, found out when it is first asked for."""

    def __init__(self, in_titles: Counter[int], terms: Terms) -> None:
        super().__init__()
        self._in_titles = in_titles
        self._empty, self._weak, self._unfinished = map(terms.numbers, (EMPTY, WEAK, UNFINISHED))

    def __missing__(self, term: int) -> bool:
        self[term] = tells = self._pair(*divmod(term, PAIR)) if term > PAIR else self._stem(term)
        return tells

    def _stem(self, stem: int) -> bool:
        return stem > 0 and stem not in self._empty and stem not in self._weak  # below 0, it is no word

    def _pair(self, first: int, second: int) -> bool:
        if first in self._empty or second in self._empty or second in self._unfinished:
            return False
        if self._in_titles[first * PAIR + second] > 1:
            return True
        return any(stem in self._in_titles and stem not in self._weak for stem in (first, second))


class Shared:
    """The telling terms of a collection, and how they are written: as the first text that needs one does.

    Terms are telling when they are of titles, and no filler (generator/text/filler.py), or are `phrases`.
    """

    def __init__(
        self,
        terms: Terms,
        texts: list[tuple[str, str]],
        numbers: list[tuple[list[int], list[int]]],
        phrases: Iterable[str] = (),
    ) -> None:
        self._terms = terms
        self._texts = texts
        self._numbers = numbers
        self._in_titles = Counter(term for title, _ in numbers for term in set(with_pairs(title)))
        self._telling = _Telling(self._in_titles, terms)
        for phrase in phrases:  # of two words at most: longer ones are no terms
            words = terms.of(phrase)
            if all(words) and len(stems := with_pairs(words)) in (1, 3):
                self._telling[stems[-1]] = True
        self._written: dict[int, str] = {}
        self._of = -1  # the text whose telling terms are at hand
        self._mine: list[tuple[int, float]] = []
        self._open: tuple[int, int] = (-1, -1)  # the text whose words are at hand
        self._words: list[str] = []

    def terms(self, text: int, own: Weights, other: Weights) -> tuple[str, ...]:
        """The telling terms that two texts share, at most SHOWN, most telling first, perhaps none."""
        if text != self._of:
            telling = self._telling
            self._of, self._mine = text, [each for each in own.items() if telling[each[0]]][:LOOKED_AT]
        common = [(-weight * other[term], term) for term, weight in self._mine if term in other]
        common.sort()
        pairs: dict[int, int] = {}  # the most telling pair by each of its stems: it says more than they do
        for _, term in reversed(common):
            if term > PAIR:
                first, second = divmod(term, PAIR)
                pairs[first] = pairs[second] = term
        chosen: dict[str, None] = {}
        told: set[int] = set()
        for _, term in common:
            for best in (pairs.get(term, term), term):
                stems = divmod(best, PAIR) if best > PAIR else (best,)
                if told.isdisjoint(stems) and (written := self._as_written(text, best)):
                    told.update(stems)
                    chosen[written] = None
            if len(chosen) == SHOWN:
                break
        return tuple(chosen)

    def _as_written(self, text: int, term: int) -> str:
        """The term as its text writes it, or else its title; empty if it is not for readers."""
        if term not in self._written:
            for side in (1, 0):
                if (found := place(term, self._numbers[text][side])) is not None:
                    self._written[term] = self._cut(text, side, found)
                    break
            else:
                return ""
        return self._written[term]

    def _cut(self, text: int, side: int, found: tuple[int, int]) -> str:
        whole = self._texts[text][side]
        if self._open != (text, side):
            self._open, self._words = (text, side), words_and_stops(whole)
        words = self._words[slice(*found)]
        written = "-".join(words)  # with hyphens if the text has them
        if written not in whole:
            written = " ".join(words)
        if _ADVERB.search(written):
            return ""
        if found[1] == found[0] + 1 and not _ACRONYM.search(written):
            number = self._numbers[text][side][found[0]]
            if number not in self._in_titles:
                return ""
        return _CAPITAL.sub(lambda word: self._terms.usual(word.group()), written)
