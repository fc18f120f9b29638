"""Papers near one another, by the terms and topics they share, and which terms these are."""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Mapping

from generator.model import Match, Paper, Related
from generator.progress import Progress
from generator.text.rich import plain
from generator.text.terms import IN_TITLE, PAIR, UNIT, Terms, Weights, place, weigh, with_pairs
from generator.text.words import words_and_stops

MOST = 8  # related papers
SHOWN = 4  # shared terms
TOPICS = 0.2  # what sharing all topics adds to a likeness between 0 and 1
LEAST = 0.06  # likeness with topics, below which papers are not related
FAINT = UNIT**2 // 50  # likeness by terms alone that is not worth a look
LOOKED_AT = 40  # papers nearest by terms, of which topics choose
EFFORT = 1000  # how many papers with a term are looked at for one paper, by its heaviest terms first


def relate(
    papers: Mapping[str, Paper], progress: Progress, matches: Mapping[str, tuple[Match, ...]] | None = None
) -> Mapping[str, tuple[Related, ...]]:
    """Up to 8 papers near each paper, by its key, nearest first; fewer or none where nothing is near.

    Likeness is the cosine of weighted terms (generator/text/terms.py), and a part for shared topics, rarer
    topics more. Papers with the same title are taken for one work and never related.
    """
    keys = sorted(papers)
    texts = [(papers[key].title_text, plain(papers[key].text)) for key in keys]
    terms = Terms()
    numbers = [(terms.of(title), terms.of(text)) for title, text in texts]
    weights = weigh([Counter(with_pairs(title) * IN_TITLE + with_pairs(text)) for title, text in numbers])
    found_by = _postings(weights)
    topics = _topics(keys, matches or {})
    writing = _Writing(terms, texts, numbers)
    titles = [title.casefold() for title, _ in texts]
    related: dict[str, tuple[Related, ...]] = {}
    for own, key in enumerate(progress.track(keys, "Finding related papers", len(keys))):
        near = []
        for other, likeness in _nearest(own, weights[own], found_by, len(keys)):
            score = round(likeness + TOPICS * _shared(topics[own], topics[other]), 4)
            if score >= LEAST and titles[own] != titles[other]:
                near.append((-score, other))
        near.sort()
        related[key] = tuple(
            Related(keys[other], -score, writing.of_shared(own, weights[own], weights[other]))
            for score, other in near[:MOST]
        )
    return related


# term -> the numbers of its papers, and its weights there; arrays, since boxed numbers lie all over memory
Postings = Mapping[int, "tuple[array[int], array[int]]"]


def _postings(weights: list[Weights]) -> Postings:
    found_by: dict[int, tuple[array[int], array[int]]] = {}
    for number, own in enumerate(weights):
        for term, weight in own.items():
            if term not in found_by:
                found_by[term] = (array("L"), array("L"))
            papers, theirs = found_by[term]
            papers.append(number)
            theirs.append(weight)
    return found_by


def _nearest(number: int, own: Weights, found_by: Postings, total: int) -> list[tuple[int, float]]:
    """The papers nearest by terms, and how near, between 0 and 1.

    In a large collection terms of many papers are left out once EFFORT is spent: they say least.
    """
    scores = [0] * total
    touched = []
    left = EFFORT
    for term, weight in own.items():
        papers, weights = found_by[term]
        if 1 < len(papers) <= left:
            left -= len(papers)
            touched.append(papers)
            for other, its in zip(papers, weights, strict=False):
                scores[other] += weight * its
    scores[number] = 0
    found = [(scores[other], -other) for other in set().union(*touched) if scores[other] > FAINT]
    found.sort(reverse=True)
    return [(-other, score / UNIT**2) for score, other in found[:LOOKED_AT]]


def _topics(keys: list[str], matches: Mapping[str, tuple[Match, ...]]) -> list[dict[str, float]]:
    """The topics of each paper, weighted by how rare they are, each paper's to length 1."""
    counts = Counter(match.topic for key in keys for match in matches.get(key, ()))
    rare = {topic: math.log((len(keys) + 1) / count) for topic, count in counts.items()}
    weighted = []
    for key in keys:
        own = {match.topic: rare[match.topic] for match in matches.get(key, ())}
        length = math.sqrt(math.fsum([weight * weight for weight in own.values()])) or 1.0
        weighted.append({topic: weight / length for topic, weight in own.items()})
    return weighted


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    if one.keys().isdisjoint(other):
        return 0.0
    return math.fsum([weight * other[topic] for topic, weight in one.items() if topic in other])


class _Writing:
    """How terms are written: as the first paper that needs one writes it."""

    def __init__(
        self, terms: Terms, texts: list[tuple[str, str]], numbers: list[tuple[list[int], list[int]]]
    ) -> None:
        self._terms = terms
        self._texts = texts
        self._numbers = numbers
        self._known: dict[int, str] = {}
        self._open: tuple[int, int] = (-1, -1)  # the text whose words are at hand
        self._words: list[str] = []

    def of_shared(self, paper: int, own: Weights, other: Weights) -> tuple[str, ...]:
        """The terms that say most of why two papers are near, at most SHOWN, most telling first."""
        both = own.keys() & other.keys()
        common = sorted([(-own[term] * other[term], term) for term in both])[: 3 * SHOWN]
        pairs: dict[int, int] = {}  # the most telling pair by each of its stems: it says more than they do
        for _, term in reversed(common):
            if term > PAIR:
                first, second = divmod(term, PAIR)
                pairs[first] = pairs[second] = term
        chosen: dict[str, None] = {}
        told: set[int] = set()
        for _, term in common:
            best = pairs.get(term, term)
            stems = divmod(best, PAIR) if best > PAIR else (best,)
            if told.isdisjoint(stems):
                told.update(stems)
                chosen[self._known.get(best) or self._find(paper, best)] = None
                if len(chosen) == SHOWN:
                    break
        return tuple(chosen)

    def _find(self, paper: int, term: int) -> str:
        """The term as the paper's text writes it, or else its title, with hyphens if it has them."""
        for side in (1, 0):
            if (found := place(term, self._numbers[paper][side])) is not None:
                text = self._texts[paper][side]
                if self._open != (paper, side):
                    self._open, self._words = (paper, side), words_and_stops(text)
                words = self._words[slice(*found)]
                written = "-".join(words)
                if written not in text:
                    written = " ".join(words)
                self._known[term] = _CAPITAL.sub(lambda word: self._terms.usual(word.group()), written)
                break
        return self._known[term]


_CAPITAL = re.compile(r"\b[A-Z][^\W_]*")
