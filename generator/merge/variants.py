"""Titles that may be spellings of one another: found in near-linear time, and told apart where substance differs.

Compared are titles whose first authors share a word of their names and that share one of their rarest words. What
makes a variant: a subtitle left out, a title cut short, a part in brackets that hangs on a word ("GPT-4V(ision)"),
or a few letters. What never does: other numbers, parts and years, or a word that turns a paper into an answer to it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.text.fold import fold

HEAD = re.compile(r"\s*[:–—]\s+|\s+-\s+|\?\s+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?[a-z]?|[ivx]+|[b-e]|one|two|three|four|first|second|third|fourth")
_ANSWERS = frozenset(
    [
        "reply",
        "response",
        "comment",
        "comments",
        "correction",
        "corrigendum",
        "erratum",
        "addendum",
        "rebuttal",
        "retraction",
        "revisited",
        "revisiting",
        "rejoinder",
        "supplement",
        "supplementary",
        "extended",
        "abstract",
    ]
)
_HANGING = re.compile(r"(?<=\w)\(\w[\w-]*\)|(?<=\w)\[\w[\w-]*\]")
_CUT = re.compile(r"\s*(?:\.\.\.|…)\s*\Z")
_RAREST = 4  # words of a title by which it is found
_CROWD = 60  # units under one name and word: more say nothing of it
_SMALL = frozenset(
    ["a", "an", "the", "of", "and", "for", "in", "on", "to", "with", "by", "via", "at", "from"]
)


def candidates(titles: Sequence[str], names: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of indices worth comparing: a word of the first author's name and a rare word of the title in common."""
    words = [set(fold(title).split()) - _SMALL for title in titles]
    frequency = Counter(word for title in words for word in title)
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, (title, name) in enumerate(zip(words, names, strict=True)):
        rarest = sorted(title, key=lambda word: (frequency[word], word))[:_RAREST]
        longest = sorted(title, key=lambda word: (-len(word), word))[:_RAREST]
        for person in name:
            if len(person) > 1:
                for word in {*rarest, *longest}:
                    holders[person, word].append(index)
    seen: set[tuple[int, int]] = set()
    for held in holders.values():
        if 1 < len(held) <= _CROWD:
            for pair in combinations(held, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def is_variant(one: str, other: str) -> bool:
    """Whether two titles are spellings of one, given that their authors are the same."""
    first, second = fold(one).split(), fold(other).split()
    if _numbers(first) != _numbers(second) or (_ANSWERS & set(first)) != (_ANSWERS & set(second)):
        return _is_part(one, other) and _numbers(first) == _numbers(second)
    if hanging(one) == hanging(other) or _is_part(one, other):
        return True
    return _differ_little(first, second)


def hanging(title: str) -> str:
    """The title folded to one word, without the parts in brackets that hang on words."""
    return "".join(fold(_HANGING.sub("", title)).split())


def _is_part(one: str, other: str) -> bool:
    """Whether one title is the other without its subtitle, or cut short."""
    shorter, longer = sorted((one, other), key=len)
    parts = HEAD.split(longer)
    bare = "".join(fold(_CUT.sub("", shorter)).split())
    whole = "".join(fold(longer).split())
    if len(parts) > 1 and len(bare) >= 6 and bare == "".join(fold(parts[0]).split()):
        return True
    return bool(_CUT.search(shorter)) and len(bare) >= 20 and whole.startswith(bare)


def _numbers(words: Sequence[str]) -> Mapping[str, int]:
    return Counter(word for word in words if _NUMBER.fullmatch(word))


def _differ_little(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the words that only one title has are small, spellings of the other's, or the same letters cut anew."""
    left = [word for word in (Counter(first) - Counter(second)).elements() if word not in _SMALL]
    right = [word for word in (Counter(second) - Counter(first)).elements() if word not in _SMALL]
    for word in list(left):
        match = next((there for there in right if _spelling(word, there)), None)
        if match is not None:
            left.remove(word)
            right.remove(match)
    one, other = "".join(left), "".join(right)
    return one == other or bool(one and other and distance(one, other, 1) <= 1)


def _spelling(one: str, other: str) -> bool:
    """Whether two words are spellings of one: a letter apart in words of four, two in words of eight."""
    shortest = min(len(one), len(other))
    allowed = 0 if shortest < 4 else 1 if shortest < 8 else 2
    return bool(allowed) and one[:1] == other[:1] and distance(one, other, allowed) <= allowed


def distance(one: str, other: str, most: int) -> int:
    """Optimal string alignment distance (Damerau 1964), or `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, there in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == there:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
