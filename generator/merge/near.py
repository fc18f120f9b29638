"""Papers with titles that are alike but not the same: perhaps one paper, which a person must decide."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from generator.merge.report import NearMiss
from generator.merge.told import KINDS
from generator.model import Paper
from generator.text.fold import fold

_RARE = 30  # papers: a word of more titles says little of any
_RAREST = 4  # words of a title by which it is found
_HEAD = re.compile(r"\s*[:–—]\s+|\s+-\s+|\?\s+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?[a-z]?|[ivx]+|[b-e]|one|two|three|first|second|third")


def near_misses(papers: Mapping[str, Paper], different: Sequence[Sequence[str]]) -> tuple[NearMiss, ...]:
    """Pairs of papers, sorted by keys, that share rare words and are nearly equal in title.

    Only titles with two of their rarest words in common are compared, so the time is nearly linear in
    the number of papers. Pairs that the owner or their identifiers tell apart are left out.
    """
    told_apart = {pair for names in different for pair in combinations(sorted(names), 2)}
    words = {key: fold(paper.title_text).split() for key, paper in papers.items()}
    why = dict.fromkeys(_subtitled(papers, words), "one title is the other without its subtitle")
    for pair in _sharing(words):
        if pair not in why and (alike := _alike(words[pair[0]], words[pair[1]])):
            why[pair] = alike
    return tuple(
        NearMiss(papers[first], papers[second], why[first, second])
        for first, second in sorted(why)
        if (first, second) not in told_apart and not _known_apart(papers[first], papers[second])
    )


def _sharing(words: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    frequency = Counter(word for title in words.values() for word in set(title))
    holders: dict[str, list[str]] = defaultdict(list)
    for key, title in words.items():
        rare = sorted((frequency[word], word) for word in set(title) if 1 < frequency[word] <= _RARE)
        for _, word in rare[:_RAREST]:
            holders[word].append(key)
    shared = Counter(pair for keys in holders.values() for pair in combinations(sorted(keys), 2))
    for pair, times in shared.items():
        if times >= 2 or min(len(words[pair[0]]), len(words[pair[1]])) <= 4:
            yield pair


def _subtitled(papers: Mapping[str, Paper], words: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """A whole title that is the first or the last part of another."""
    parts: dict[str, list[str]] = defaultdict(list)
    for key, paper in papers.items():
        split = _HEAD.split(paper.title_text)
        for part in {split[0], split[-1]} if len(split) > 1 else ():
            if " " in part:
                parts["".join(fold(part).split())].append(key)
    for key, title in words.items():
        for other in parts.get("".join(title), ()):
            if other != key:
                yield min(key, other), max(key, other)


def _known_apart(one: Paper, two: Paper) -> bool:
    pairs = ((getattr(one.ids, kind), getattr(two.ids, kind)) for kind in KINDS)
    return any(first and second and first != second for first, second in pairs)


def _alike(first: list[str], second: list[str]) -> str:
    """Why two titles may be one, empty when they are not alike enough."""
    only = set(first) ^ set(second)
    if all(_NUMBER.fullmatch(word) for word in only - {"a"}) and only != {"a"}:
        return ""  # parts, versions and sizes are papers of their own, and so is what only signs tell apart
    both = len(set(first) & set(second))
    if both * 5 >= len(set(first) | set(second)) * 4 and both >= 4:
        return "they have most of their words in common"
    one, two = "".join(first), "".join(second)
    if abs(len(one) - len(two)) * 12 <= max(len(one), len(two)) and len(one) >= 20:
        match = SequenceMatcher(None, one, two, autojunk=False)
        if match.quick_ratio() >= 0.94 and match.ratio() >= 0.94:
            return "they differ in a few letters"
    return ""
