"""Whether what a service found is the paper that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import Enum

from generator.keys import title_identity
from generator.model import Paper, Record
from generator.text.clean import clean_title
from generator.text.fold import fold
from generator.text.rich import plain

_NUMBER = re.compile(r"\d+(?:\.\d+)?[a-z]?|[ivx]+|one|two|three|first|second|third")
_AFTER = ("jr", "sr", "ii", "iii", "iv")  # what may follow a family name
_TELLING = 3  # words without which a title names no paper by itself
_CJK = "\u2e7f"  # what comes after it is written without spaces
_TITLES, _WORDS = 0.85, 0.75  # least ratios of SequenceMatcher
_SMALL = 3  # letters of words that come and go between versions: a, an, the, for


class Judgement(Enum):
    """What came of the comparison."""

    SAME = "the same paper"
    DOUBTFUL = "perhaps the same"
    OTHER = "another paper"


def judged(paper: Paper, found: Record, by_id: bool = False) -> Judgement:
    """Compare by title, and by authors where both are known; `by_id`: it was asked for by its identifier.

    Authors who speak against it make an equal title doubtful, and so does a title of a word or two of which no
    author is known. A title that is only nearly equal is taken where the authors or the identifier speak for it.
    """
    authors = _authors_agree(paper, found)
    if paper.untitled:
        return Judgement.SAME if by_id and authors is not False else Judgement.DOUBTFUL
    mine, theirs = paper.title_text, title_of(found)
    if title_identity(mine) == title_identity(theirs):
        is_sure = by_id or authors or _tells(mine)
        return Judgement.SAME if is_sure and authors is not False else Judgement.DOUBTFUL
    if not _nearly(mine, theirs):
        return Judgement.DOUBTFUL if by_id else Judgement.OTHER
    return Judgement.SAME if authors or (by_id and authors is None) else Judgement.DOUBTFUL


def title_of(found: Record) -> str:
    """The title as it will be read from a listing."""
    return plain(clean_title(found.title, found.markup))


def _tells(title: str) -> bool:
    """Whether a title alone names a paper: it has some words, or characters of which each is one."""
    return len(fold(title).split()) + sum(letter > _CJK for letter in title) >= _TELLING


def _nearly(mine: str, theirs: str) -> bool:
    """Whether one title may be a slip of the other, or lack its subtitle; numbers and parts must be the same."""
    first, second = fold(mine).split(), fold(theirs).split()
    only, other = set(first) - set(second), set(second) - set(first)
    if any(_NUMBER.fullmatch(word) for word in only | other):
        return False
    if fold(mine) == fold(_head(theirs)) or fold(theirs) == fold(_head(mine)):
        return True
    return _alike(" ".join(first), " ".join(second), _TITLES) and all(
        any(_alike(word, partner, _WORDS) for partner in others)
        for words, others in ((only, other), (other, only))
        for word in words
        if len(word) > _SMALL
    )


def _head(title: str) -> str:
    return title.partition(":")[0]


def _alike(first: str, second: str, least: float) -> bool:
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= least


def families(authors: Iterable[str]) -> list[str]:
    """The last word of each name, folded, as far as it tells anything."""
    return [
        words[-1]
        for name in authors
        if (words := [word for word in fold(name).split() if word not in _AFTER])
    ]


def _authors_agree(paper: Paper, found: Record) -> bool | None:
    """Whether half of the paper's authors are among those found; None when either names none."""
    if not paper.authors or not found.authors:
        return None
    theirs = {word for name in found.authors for word in fold(name).split()}
    return sum(family in theirs for family in families(paper.authors)) * 2 >= len(paper.authors)
