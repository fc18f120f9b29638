"""Words as topics and related papers compare them: folded, with spellings and plurals of one word made one.

Stemming is the English Snowball stemmer (Porter2, through PyStemmer), cached per distinct word. Before it,
spellings are made one: "multi-task" and "multitask", "pre-training" and "pretraining", "generalisation" and
"generalization", "LLMs" and "LLM". Hyphens and spaces are equal otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer
from anyascii import anyascii

_SPLIT = re.compile(r"([^\W_]+(?:['\u2019][^\W_]+)*)")
_WITH_STOPS = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[.,;:!?()\[\]]")
_BRITISH = re.compile(
    r"is(?=ation)|(?<=[a-z]{5})is(?=(?:e|ed|es|ing|able)$)|(?<=(?:abe|ode|ave)l)l(?=(?:ed|ing)$)|(?<=vi)ou(?=r)"
)
_VOWEL = re.compile(r"[aeiouy]")
# Words whose stem would be that of another word with another meaning: "adapter" and "adapt", "generalize" and
# "general", "alignment" and "align".
_OWN_STEMS = re.compile(
    r"adapter|alignment|attribution|specialist|compositional|generaliz|reasoning|universal|physics|intelligence|"
    r"interpretab|explainab|exploration|coloriz|helpful|harmless|prompting|visualiz|manipulator|segmentation"
)
# Written joined, apart or with a hyphen, these belong to the word after them, as does "fine" before "tuning".
_PREFIXES = frozenset(
    spelling
    for prefix in ("multi", "pre", "semi", "non", "inter", "intra", "hyper", "neuro", "bio", "fine")
    for spelling in (prefix, prefix.capitalize(), prefix.upper())
)
_stemmer = Stemmer.Stemmer("english", 0)

_STOP = """
    a about above across after again against all almost along already also although always am among an and
    another any are around as at be because been before being below between both but by can cannot could did
    do does doing done down during each either else enough etc ever every few for from further get had has
    have having he hence her here hers him his how however i if in indeed instead into is it its itself just
    less let like made make makes making many may me might more moreover most much must my near nearly neither
    no nor not now of off often on once one only onto or other others our ours out over own per perhaps quite
    rather really s same several shall she should since so some somewhat still such than that the their theirs
    them themselves then there thereby therefore these they this those though through throughout thus to
    together too toward towards two under until up upon us use used uses using very via was we well were what
    whatever when where whereas whether which while who whom whose why will with within without would yet you
    your yours
"""
STOP_WORDS = frozenset(_STOP.split())


class Text:
    """A text in words, prefixes joined, stop words included, and how each stretch of them is written."""

    __slots__ = ("_firsts", "_parts", "words")

    def __init__(self, text: str) -> None:
        self._parts = _SPLIT.split(text)
        self.words = self._parts[1::2]
        self._firsts: list[int] | None = None  # the number of each word's first part, where some are joined
        if not _PREFIXES.isdisjoint(self.words):
            self.words, self._firsts = _joined(self.words)

    def stems(self) -> list[str]:
        """The stem of each word."""
        return [stem(word) for word in self.words]

    def written(self, start: int, end: int) -> str:
        """The text from word `start` to before word `end` as it is written, without what surrounds it."""
        if self._firsts is not None:
            start, end = self._firsts[start], self._firsts[end]
        return "".join(self._parts[2 * start + 1 : 2 * end])


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of one word as written: "Generalising" is "generaliz", "LLMs" is "llm"."""
    folded = word.casefold()
    if not folded.isascii():
        folded = anyascii(folded).casefold()
    folded = "".join(filter(str.isalnum, folded.removesuffix("'s")))
    if folded.endswith("s") and len(folded) > 2 and not _VOWEL.search(folded):
        return folded[:-1]
    if len(folded) > 6:
        folded = _BRITISH.sub(_american, folded)
        if own := _OWN_STEMS.match(folded):
            return own.group()
    result: str = _stemmer.stemWord(folded)
    return result


def _american(found: re.Match[str]) -> str:
    return {"is": "iz", "l": "", "ou": "o"}[found.group()]


def _joined(words: list[str]) -> tuple[list[str], list[int]]:
    """The words with prefixes joined to what follows, the number of each one's first part, and the end."""
    joined: list[str] = []
    firsts: list[int] = []
    prefix = ""
    for number, word in enumerate(words):
        if prefix and (prefix.casefold() != "fine" or word.casefold().startswith("tun")):
            joined[-1] += "-" + word
        else:
            joined.append(word)
            firsts.append(number)
        prefix = word if word in _PREFIXES else ""
    return joined, [*firsts, len(words)]


def words_and_stops(text: str) -> list[str]:
    """The words of a text as written, prefixes joined by a hyphen, and the marks that part sentences."""
    found: list[str] = _WITH_STOPS.findall(text)
    if not _PREFIXES.isdisjoint(found):
        for at in [at for at, word in enumerate(found[:-1]) if word in _PREFIXES][::-1]:
            word, after = found[at : at + 2]
            if after[0].isalnum() and (word.casefold() != "fine" or after.casefold().startswith("tun")):
                found[at : at + 2] = [f"{word}-{after}"]
    return found


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order, stop words included."""
    return Text(text).stems()


def is_content(word: str) -> bool:
    """Whether a word says something of its text: not a stop word, a number or a single letter."""
    return len(word) > 1 and not word.isdigit() and word.casefold() not in STOP_WORDS
