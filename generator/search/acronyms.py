"""Acronyms learnt from the collection's own definitions: "Long Form (LF)".

The long form before the bracket is found as by Schwartz and Hearst, "A simple algorithm for identifying
abbreviation definitions in biomedical text" (2003): the letters of the short form, read from its end, occur
in order in the words before, the first of them at the start of a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.search.collect import MANY, Postings
from generator.search.spelling import bare, cut, fold, term
from generator.text.words import STOP_WORDS

ALIAS = "+"  # ends the term of an acronym under which papers with only its long form are filed
FORMS = 3  # long forms kept of an acronym
_DEFINED = re.compile(r" \((\w[\w-]{1,9})\)")
_BREAK = re.compile(r"[()\n.;:]")
_BEFORE = 120  # characters in which the long form must stand
_SHORT = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z0-9-]+\Z")


@dataclass(frozen=True, slots=True)
class Told:
    """A long form: told beside its first telling word, or beside the acronym itself with short=""."""

    short: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acronyms:
    """`holders`: by acronym the papers that hold only the long form, and the weights; `told`: by term."""

    holders: Mapping[str, tuple[list[int], list[int]]]
    told: Mapping[str, tuple[Told, ...]]


def acronyms(texts: Sequence[tuple[str, str]], postings: Postings) -> Acronyms:
    """Learn from (title, text) of each paper, in the order of their numbers, and find who holds what."""
    counts: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for _, text in texts:
        for short, words in set(defined(text)) if "(" in text else ():
            counts[short][words] += 1
    needed = 1 if len(texts) < MANY else 2
    places = _Places(postings)
    filed = postings.kept()
    holders: dict[str, tuple[list[int], list[int]]] = {}
    told: dict[str, list[Told]] = defaultdict(list)
    for short in sorted(counts):
        total = sum(counts[short].values())
        usual = sorted(counts[short].items(), key=lambda item: (-item[1], item[0]))[:FORMS]
        kept = _unlike(words for words, often in usual if often >= needed and often * 5 >= total)
        weights: dict[int, int] = {}
        if term(short) not in filed:
            continue
        has_it = set(places.papers(short))
        for words in kept:
            first = next(word for word in words if word not in STOP_WORDS)
            told[term(short)].append(Told("", words))
            told[term(first)].append(Told(short, words))
            _find(words, places, has_it, weights)
        if weights:
            papers = sorted(weights)
            holders[term(short)] = papers, [weights[paper] for paper in papers]
    return Acronyms(
        holders,
        {
            name: tuple(sorted(set(forms), key=lambda one: (one.short, one.words)))
            for name, forms in told.items()
        },
    )


def _unlike(forms: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The first of forms that differ in inflection only."""
    return list({tuple(map(term, words)): words for words in reversed(list(forms))}.values())[::-1]


class _Places:
    """Where terms stand, for looking up by term and paper."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._number = {name: number for number, name in enumerate(postings.terms)}

    def papers(self, word: str) -> list[int]:
        """The papers that hold a word, ascending."""
        number = self._number.get(term(word))
        return [] if number is None else self._postings.papers[number]

    def within(self, word: str, paper: int) -> tuple[int, ...]:
        """The places of a word in a paper."""
        papers = self.papers(word)
        at = bisect_left(papers, paper)
        found = at < len(papers) and papers[at] == paper
        return self._postings.places[self._number[term(word)]][at] if found else ()


def _find(words: tuple[str, ...], places: _Places, without: set[int], weights: dict[int, int]) -> None:
    """Enter the papers that hold the words together, in any inflection; small words are not looked at."""
    asked = [(at, word) for at, word in enumerate(words) if word not in STOP_WORDS]
    rarest = min((places.papers(word) for _, word in asked), key=len)
    (start, first), *rest = asked
    for paper in rarest:
        if paper in without:
            continue
        begins = set(places.within(first, paper))
        for at, word in rest:
            if not begins:
                break
            begins &= {place - at + start for place in places.within(word, paper)}
        if begins:
            weights[paper] = max(weights.get(paper, 0), len(begins))


def defined(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The acronyms a text defines, folded, with the words of their long forms."""
    for found in _DEFINED.finditer(text):
        short = found.group(1)
        short = short.removesuffix("s") if short[-2:-1].isupper() else short
        if len(short) < 2 or not _SHORT.match(short):
            continue
        before = _BREAK.split(text[max(0, found.start() - _BEFORE) : found.start()])[-1]
        words = _long_form(before, short)
        if sum(word not in STOP_WORDS for word in words) > 1 or words == ("out", "of", "distribution"):
            yield bare("".join(cut(fold(short))).replace("-", "")), words


def _long_form(before: str, short: str) -> tuple[str, ...]:
    """The words at the end of `before` that `short` stands for, folded; none when they do not fit."""
    most = min(len(short) + 5, len(short) * 2)
    words = [bare(word) for word in cut(fold(before))][-most:]
    text = " ".join(words)
    at = len(text)
    letters = [letter for letter in fold(short) if letter.isalnum()]
    for number in range(len(letters) - 1, -1, -1):
        while True:
            at = text.rfind(letters[number], 0, at)
            if at < 0:
                return ()
            if number or at == 0 or text[at - 1] == " ":
                break
    form = tuple(text[at:].split())
    return form if 2 <= len(form) <= most else ()
