"""Finding many phrases in a text at once, by the stems of their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.text.words import Text, stems


@dataclass(slots=True)
class Hit:
    """A phrase found in a text: for (+1) or against (-1), how often, and its first place, in stems."""

    sign: int
    count: int
    start: int
    end: int


class _Owner(NamedTuple):
    group: str
    sign: int
    number: int
    capitals: bool


Hits = Mapping[int, Hit]  # by number of the phrase, in the order of the text


class Phrases:
    """Named groups of phrases, for and against, ready for finding.

    A phrase of one word in capitals ("CLIP") is found in capitals only. Of phrases of one group that overlap,
    the one that begins first counts, and of these the longest; so a phrase against covers the words in it:
    "scene graph" hides the "graph" in it.
    """

    def __init__(self, groups: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> None:
        phrases: dict[tuple[str, ...], list[_Owner]] = {}
        number = 0
        for name, words, without in groups:
            for sign, texts in ((1, words), (-1, without)):
                for text in texts:
                    owner = _Owner(name, sign, number, _in_capitals(text))
                    phrases.setdefault(tuple(stems(text)), []).append(owner)
                    number += 1
        self._by_first: dict[str, list[tuple[list[str], list[_Owner]]]] = {}
        for wanted in sorted(filter(None, phrases), key=lambda wanted: (-len(wanted), wanted)):
            self._by_first.setdefault(wanted[0], []).append((list(wanted), phrases[wanted]))

    def find(self, text: Text) -> dict[str, dict[int, Hit]]:
        """The phrases found in a text, by group."""
        found: dict[str, dict[int, Hit]] = {}
        covered: dict[str, int] = {}  # group -> where its last phrase ends
        by_first = self._by_first
        text_stems = text.stems()
        for at, first in enumerate(text_stems):
            if first not in by_first:
                continue
            for wanted, owners in by_first[first]:
                end = at + len(wanted)
                if end - at > 1 and text_stems[at:end] != wanted:
                    continue
                for name, sign, number, capitals in owners:
                    if covered.get(name, 0) > at or (capitals and not _in_capitals(text.words[at])):
                        continue
                    covered[name] = end
                    hits = found.setdefault(name, {})
                    if number in hits:
                        hits[number].count += 1
                    else:
                        hits[number] = Hit(sign, 1, at, end)
        return found


def _in_capitals(word: str) -> bool:
    """Whether a word is an acronym, in the singular or the plural: "RAG", "LLMs", "3D"."""
    return word.removesuffix("s").isupper()
