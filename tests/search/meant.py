"""What a word that nobody writes was meant to be, slow and obvious: every known word is compared."""

from __future__ import annotations

from collections import Counter
from functools import cache

from generator.search.spelling import bare, term
from generator.text.words import STOP_WORDS

OPENERS = """
    in multi pre post non semi self sub un over under few zero one low high cross fine open long short inter
    intra meta auto hyper super deep
"""


class Meant:
    """The words of a small collection, from (title, text, names) of each paper as cut."""

    def __init__(self, papers: list[tuple[list[str], list[str], list[set[str]]]]) -> None:
        counts: Counter[str] = Counter()
        for title, text, _ in papers:
            for words in (title, text):
                counts.update(bare(word) for word in words)
                for at, word in enumerate(words):
                    if word.endswith("-") and not {bare(word), bare(words[at + 1])} <= STOP_WORDS:
                        counts[bare(word) + bare(words[at + 1])] += 1
        self.terms = {term(word) for word in counts}
        counts.update(word for _, _, names in papers for name in names for word in name)
        known = {
            word: often
            for word, often in counts.items()
            if len(word) >= 3 and not word.isdigit() and word not in STOP_WORDS
        }
        usual = {
            name: max((often, word) for word, often in known.items() if term(word) == name)[1]
            for name in map(term, known)
        }
        self.known = {
            word: min(15, often.bit_length())
            for word, often in known.items()
            if often > 1 or usual[term(word)] == word or abs(len(usual[term(word)]) - len(word)) > 2
        }

    def corrected(self, word: str) -> list[str]:
        """At most three words, or two written as one; nothing for short words and numbers."""
        if len(word) < 4 or word.isdigit():
            return []
        most = 1 if len(word) < 8 else 2
        kept = min(4, (len(word) - 1) // 2)
        near = []
        for known, often in self.known.items():
            alike = known[:kept] == word[:kept] or (len(known) >= 5 and known[-kept:] == word[-kept:])
            far = distance(word, known) if alike and abs(len(known) - len(word)) <= most else most + 1
            if far <= most and (far < 2 or known[0] == word[0]):
                near.append((far if known[0] == word[0] else far + 0.5, -often, known))
        best = [known for far, _, known in sorted(near) if far == min(near)[0]][:3]
        if best and min(near)[0] < 2:
            return best
        opener = next(
            (one for one in sorted(OPENERS.split()) if word.startswith(one) and len(word) > len(one) + 2), ""
        )
        if opener and term(word[len(opener) :]) in self.terms:
            return [f"{opener} {word[len(opener) :]}"]
        return best


@cache
def distance(one: str, other: str) -> int:
    """Optimal string alignment, by its definition."""
    if not one or not other:
        return len(one) + len(other)
    steps = [
        distance(one[:-1], other) + 1,
        distance(one, other[:-1]) + 1,
        distance(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if one[-2:] == other[-2:][::-1] and len(one) > 1 and len(other) > 1:
        steps.append(distance(one[:-2], other[:-2]) + 1)
    return min(steps)
