"""Words as the search engine compares them; browser/words.js does the same to what a reader types.

Folded: NFKD without combining marks, lower case, a few letters that do not decompose spelled out. Runs of
Chinese, Japanese and Korean letters are cut into pairs. A word of ASCII letters is stemmed by the English
Snowball stemmer (Porter2, through PyStemmer), after British spellings are made American ones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

from generator.text.words import STOP_WORDS

LONGEST = 40  # letters of a word; what is longer is cut

# letters without a decomposition, and the sigma at the end of words
LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i",
    "ŋ": "n", "ĸ": "k", "ŧ": "t", "ς": "σ", "’": "'", "ʼ": "'", "‐": "-", "‑": "-",
}  # fmt: skip
_LETTERS = str.maketrans(LETTERS)
_MARKS = re.compile("[\u0300-\u036f]+")
_CJK = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
RUN = re.compile(f"[{_CJK}]+")
WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*(?:-(?=[^\W_]))?")
_VOWEL = re.compile("[aeiouy]")
_BRITISH = re.compile(
    r"is(?=ation)|(?<=[a-z]{5})is(?=(?:e|ed|es|ing|able)$)|(?<=(?:abe|ode|ave)l)l(?=(?:ed|ing)$)|(?<=vi)ou(?=r)"
)
_AMERICAN = {"is": "iz", "l": "", "ou": "o"}
_stemmer = Stemmer.Stemmer("english", 0)


def fold(text: str) -> str:
    """Text without accents and case: "García" is "garcia", "Łukasz" is "lukasz", "４V" is "4v"."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower().translate(_LETTERS)
    return unicodedata.normalize("NFC", bare)


def cut(folded: str) -> list[str]:
    """The words of folded text in order; one that a hyphen joins to the next keeps the hyphen."""
    if not folded.isascii() and RUN.search(folded):
        folded = RUN.sub(lambda run: f" {' '.join(pairs(run.group()))} ", folded)
    return WORDS.findall(folded)


def pairs(run: str) -> list[str]:
    """A run of letters written without spaces, as overlapping pairs; one letter stays one."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def bare(word: str) -> str:
    """A word as cut, without its hyphen, its genitive and its apostrophes; at most LONGEST letters."""
    return word.removesuffix("-").removesuffix("'s").replace("'", "")[:LONGEST]


@lru_cache(maxsize=1 << 18)
def term(word: str) -> str:
    """What a bare word is filed under: its stem, or itself when it has other letters than a to z."""
    if not (word.isascii() and word.isalpha()):
        return word
    if len(word) > 2 and word.endswith("s") and not _VOWEL.search(word):
        return word[:-1]  # LLMs
    if len(word) > 6:
        word = _BRITISH.sub(lambda found: _AMERICAN[found.group()], word)
    stem: str = _stemmer.stemWord(word)
    return stem


def told(text: str) -> str:
    """The terms of a text, sorted, each once and without stop words, with spaces between."""
    words = {bare(word) for word in cut(fold(text))}
    return " ".join(sorted({term(word) for word in words if word not in STOP_WORDS}))
