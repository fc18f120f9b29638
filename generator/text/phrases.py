"""Finding many phrases in a text at once, by the stems of their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.text.words import stems


@dataclass(slots=True)
class Hit:
    """A phrase found in a text: for (+1) or against (-1), how often, and its first place, in stems."""

    sign: int
    count: int
    start: int
    end: int


Hits = Mapping[int, Hit]  # by number of the phrase, in the order of the text


class Phrases:
    """Named groups of phrases, for and against, ready for finding.

    Of phrases of one group that overlap, the one that begins first counts, and of these the longest; so a
    phrase against covers the words in it: "scene graph" hides the "graph" in it.
    """

    def __init__(self, groups: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> None:
        phrases: dict[tuple[str, ...], list[tuple[str, int, int]]] = {}
        number = 0
        for name, words, without in groups:
            for sign, texts in ((1, words), (-1, without)):
                for text in texts:
                    phrases.setdefault(tuple(stems(text)), []).append((name, sign, number))
                    number += 1
        self._by_first: dict[str, list[tuple[list[str], list[tuple[str, int, int]]]]] = {}
        for wanted in sorted(filter(None, phrases), key=lambda wanted: (-len(wanted), wanted)):
            self._by_first.setdefault(wanted[0], []).append((list(wanted), phrases[wanted]))

    def find(self, text: list[str]) -> dict[str, dict[int, Hit]]:
        """The phrases found in the stems of a text, by group."""
        found: dict[str, dict[int, Hit]] = {}
        covered: dict[str, int] = {}  # group -> where its last phrase ends
        by_first = self._by_first
        for at, first in enumerate(text):
            if first not in by_first:
                continue
            for wanted, owners in by_first[first]:
                end = at + len(wanted)
                if end - at > 1 and text[at:end] != wanted:
                    continue
                for name, sign, number in owners:
                    if covered.get(name, 0) > at:
                        continue
                    covered[name] = end
                    hits = found.setdefault(name, {})
                    if number in hits:
                        hits[number].count += 1
                    else:
                        hits[number] = Hit(sign, 1, at, end)
        return found
