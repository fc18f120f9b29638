"""The words of the collection as written, for completing and correcting: sorted, and sorted from the end.

One slip leaves the beginning or the end of a word as it was, so one of the two shards holds the word meant.
"""

from __future__ import annotations

from collections import Counter

from generator.search.bits import following
from generator.search.collect import MANY, Postings
from generator.search.shards import Shards, order, shard
from generator.search.spelling import bare, term
from generator.text.words import STOP_WORDS

_SHORTEST = 3


def lexicon(postings: Postings) -> tuple[Shards, Shards]:
    """The words with how often they occur (the logarithm; 0 for two words that only a hyphen joins), forwards and,
    from five letters on, backwards."""
    filed = postings.kept()
    counts: Counter[str] = Counter()
    for form, often in postings.forms.items():
        if term(word := bare(form)) in filed:
            counts[word] += often
    few = len(postings.lengths) < MANY
    for name, where in postings.authors.items():
        if few or len(where) > 1:
            counts[name] += len(where)
    kept = {word: often for word, often in counts.items() if _is_kept(word)}
    needed = 1 if few else 2
    best: dict[str, tuple[int, str]] = {}  # by stem
    for word, often in kept.items():
        best[name] = max(best.get(name := term(word), (0, "")), (often, word))
    # A form seen once tells nothing that the usual form of its stem, if nearly the same, does not.
    words = {
        word: often
        for word, often in kept.items()
        if often > 1 or (usual := best[term(word)][1]) == word or abs(len(usual) - len(word)) > 2
    }
    backwards = {word[::-1]: often for word, often in words.items() if len(word) >= 5 and often >= needed}
    joined = {word for word in words if filed.get(term(word)) in postings.only_joined}
    return _shards(words, joined), _shards(backwards, {word[::-1] for word in joined})


def _is_kept(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.isdigit() and word not in STOP_WORDS


def _shards(words: dict[str, int], joined: set[str]) -> Shards:
    def entry(word: str, before: str) -> str:
        often = 0 if word in joined else words[word]
        return following(word, before) + f"{min(15, often.bit_length()):04b}"

    return shard(sorted(words, key=order), entry)[0]
