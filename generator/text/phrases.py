"""Finding many phrases in a text at once, by the stems of their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.text.words import Word, phrase


@dataclass(slots=True)
class Hit:
    """A phrase found in a text: for (+1) or against (-1), how often, and where it stands first."""

    sign: int
    count: int
    start: int
    end: int


class Phrases:
    """Named groups of phrases, for (`words`) and against (`without`), ready for finding.

    Of phrases of one group that overlap, the one that begins first and then the longest counts; a phrase
    against covers the words in it, so that "scene graph" hides the "graph" in it.
    """

    def __init__(self, groups: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> None:
        by_first: dict[str, dict[tuple[str, ...], list[tuple[str, int, int]]]] = {}
        number = 0
        for name, spoken, against in groups:
            for sign, texts in ((1, spoken), (-1, against)):
                for text in texts:
                    stems = phrase(text)
                    if stems:
                        by_first.setdefault(stems[0], {}).setdefault(stems, []).append((name, sign, number))
                        number += 1
        self._by_first = {
            first: sorted(phrases.items(), key=lambda item: (-len(item[0]), item[0]))
            for first, phrases in by_first.items()
        }

    def find(self, words: Iterable[Word]) -> dict[str, dict[int, Hit]]:
        """The phrases found, by group and number of the phrase, in the order of the text."""
        found: dict[str, dict[int, Hit]] = {}
        covered: dict[str, int] = {}  # group -> where its last phrase ends
        text = list(words)
        stems = tuple(word.stem for word in text)
        for at, first in enumerate(stems):
            for wanted, owners in self._by_first.get(first, ()):
                if stems[at : at + len(wanted)] != wanted:
                    continue
                for name, sign, number in owners:
                    if covered.get(name, 0) > at:
                        continue
                    covered[name] = at + len(wanted)
                    hits = found.setdefault(name, {})
                    if number in hits:
                        hits[number].count += 1
                    else:
                        hits[number] = Hit(sign, 1, text[at].start, text[at + len(wanted) - 1].end)
        return found
