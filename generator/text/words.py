"""Words as topics and related papers compare them: folded, with spellings and plurals of one word made one.

Stemming is the English Snowball stemmer (Porter2, through PyStemmer), cached per distinct word. Before it,
spellings are made one: "multi-task" and "multitask", "pre-training" and "pretraining", "generalisation" and
"generalization", "LLMs" and "LLM". Hyphens and spaces are equal otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer
from anyascii import anyascii

# A word may hold an apostrophe (dropped later). Prefixes that are written joined, apart or with a hyphen
# belong to their word, as does "fine" before "tuning".
_WORD = re.compile(
    r"(?:(?:multi|pre|semi|non|inter|intra|hyper|neuro|bio)[-\u2010\u2011])?(?:fine[-\u2010\u2011 ](?=tun))?"
    r"[^\W_]+(?:['\u2019][^\W_]+)*",
    re.IGNORECASE,
)
_BRITISH = re.compile(
    r"is(?=ation)|(?<=[a-z]{5})is(?=(?:e|ed|es|ing|able)$)|(?<=(?:abe|ode|ave)l)l(?=(?:ed|ing)$)|(?<=vi)ou(?=r)"
)
_VOWEL = re.compile(r"[aeiouy]")
# Words whose stem would be that of another word with another meaning: "adapter" and "adapt", "generalize" and
# "general", "compositional" and "compose".
_OWN_STEMS = re.compile(r"adapter|attribution|specialist|compositional|generaliz|reasoning|universal")
_stemmer = Stemmer.Stemmer("english", 0)

_STOP = """
    a about above across after again against all almost along already also although always am among an
    and another any are around as at be because been before being below between both but by can cannot
    could did do does doing done down during each either else enough etc ever every few for from further
    get had has have having he hence her here hers him his how however i if in indeed instead into is it
    its itself just less let like made make makes making many may me might more moreover most much must
    my near nearly neither no nor not now of off often on once one only onto or other others our ours
    out over own per perhaps quite rather really s same several shall she should since so some somewhat
    still such than that the their theirs them themselves then there thereby therefore these they this
    those though through throughout thus to together too toward towards two under until up upon us use
    used uses using very via was we well were what whatever when where whereas whether which while who
    whom whose why will with within without would yet you your yours
"""
STOP_WORDS = frozenset(_STOP.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its stem, and where it stands, as offsets of characters."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of one word as written: "Generalising" is "general", "LLMs" is "llm"."""
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


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order, stop words included."""
    return [stem(word) for word in _WORD.findall(text)]


def words(text: str) -> Iterator[Word]:
    """The words of a text with their places, in order, stop words included."""
    for found in _WORD.finditer(text):
        yield Word(stem(found.group()), found.start(), found.end())


def phrase(text: str) -> tuple[str, ...]:
    """The stems of a phrase, for comparing: "in-context learning" equals "In Context learning"."""
    return tuple(stems(text))


def is_content(word: str, stemmed: str) -> bool:
    """Whether a word says something of its text: not a stop word, a number or a single letter."""
    return len(stemmed) > 1 and not stemmed.isdigit() and word.casefold() not in STOP_WORDS
