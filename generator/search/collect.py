"""What stands where: for each term the papers that hold it, how heavily, and at which places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from generator.search.spelling import RUN, bare, cut, fold, term
from generator.text.words import STOP_WORDS

IN_TITLE = 3  # how often a word of the title counts
WALL = 8  # places between title and text, so that no phrase runs over

MANY = 2_000  # papers from which on what occurs once is kept for good reasons only

AUTHOR = "@"  # ends the term of a word of an author's name


class _Numbers(dict[str, int]):
    """A number for each word as cut; one that is never asked for again costs nothing."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, word: str) -> int:
        number = self[word] = self._number(word)
        return number


class Postings:
    """The terms of a collection. Papers must be added in the order of their numbers."""

    __slots__ = (
        "_in_text",
        "_in_title",
        "_numbers",
        "authors",
        "forms",
        "lengths",
        "only_joined",
        "papers",
        "places",
        "terms",
        "weights",
    )

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.papers: list[list[int]] = []  # by number of the term, ascending
        self.weights: list[
            list[int]
        ] = []  # of each of its papers: occurrences, those in the title counted IN_TITLE times
        self.places: list[list[tuple[int, ...]]] = []  # of each of its papers, ascending
        self.lengths: list[int] = []  # by paper: words, those of the title counted IN_TITLE times
        self.forms: Counter[str] = Counter()  # words as cut, and how often they occur
        self.authors: dict[str, list[tuple[int, int]]] = {}  # word of a name -> (paper, which of its authors)
        self._numbers: dict[str, int] = {}
        self.only_joined: set[int] = set()  # terms that nobody writes as one word
        self._in_title = _Numbers(self._number)
        self._in_text = _Numbers(lambda word: -1 if bare(word) in STOP_WORDS else self._in_title[word])

    def _number(self, word: str) -> int:
        number = self._of_term(term(bare(word)))
        self.only_joined.discard(number)
        return number

    def kept(self) -> dict[str, int]:
        """The terms worth filing, with their numbers: two words joined that occur once tell nothing new."""
        few = len(self.lengths) < MANY
        return {
            name: number
            for number, name in enumerate(self.terms)
            if few or number not in self.only_joined or len(self.papers[number]) > 1
        }

    def _of_term(self, name: str) -> int:
        number = self._numbers.setdefault(name, len(self.terms))
        if number == len(self.terms):
            self.terms.append(name)
            self.papers.append([])
            self.weights.append([])
            self.places.append([])
        return number

    def add(self, paper: int, title: str, text: str, authors: Iterable[str]) -> list[int]:
        """Enter a paper; returns the numbers of the terms of title and text in order, -1 for small words."""
        title, text = fold(title), fold(text)
        head, body = cut(title), cut(text)
        self.forms.update(head)
        self.forms.update(body)
        in_title, in_text = self._in_title, self._in_text
        found: dict[int, tuple[int, ...]] = {}
        heavy: dict[int, int] = {}
        sequence = []
        for place, word in enumerate(head):
            number = in_title[word]
            sequence.append(in_text[word])
            found[number] = (*found.get(number, ()), place)
            heavy[number] = heavy.get(number, 0) + IN_TITLE - 1
        first = len(head) + WALL
        sequence += [-1] * WALL
        numbers = [in_text[word] for word in body]
        sequence += numbers
        for place, number in enumerate(numbers, first):
            if number >= 0:
                if number in found:
                    found[number] += (place,)
                else:
                    found[number] = (place,)
        for words, start, extra in ((head, 0, IN_TITLE - 1), (body, first, 0)):
            for place, name in joined(words):
                known = len(self.terms)
                number = self._of_term(term(name))
                if number == known:
                    self.only_joined.add(number)
                self.forms[name] += 1
                if place + start not in found.get(number, ()):
                    found[number] = tuple(sorted((*found.get(number, ()), place + start)))
                    heavy[number] = heavy.get(number, 0) + extra
        if not (title.isascii() and text.isascii()):
            self._letters(title, text, found, heavy)
        papers, weights, places = self.papers, self.weights, self.places
        for number, where in found.items():
            papers[number].append(paper)
            weights[number].append(len(where) + heavy.get(number, 0))
            places[number].append(where)
        self.lengths.append(len(head) * IN_TITLE + len(body))
        for which, author in enumerate(authors):
            for word in {bare(word) for word in cut(fold(author))}:
                if word:
                    self.authors.setdefault(word, []).append((paper, which))
        return sequence

    def _letters(
        self, title: str, text: str, found: dict[int, tuple[int, ...]], heavy: dict[int, int]
    ) -> None:
        """Single letters of scripts without spaces, for queries of one letter; their place is not kept."""
        for part, extra in ((title, IN_TITLE - 1), (text, 0)):
            for letter in sorted(set("".join(RUN.findall(part)))):
                number = self._of_term(letter)
                if number not in found:
                    found[number] = (0,)
                    heavy[number] = extra


def joined(words: list[str]) -> Iterable[tuple[int, str]]:
    """Two words with a hyphen between as one ("gpt-4v" is also "gpt4v"), and the place of the second."""
    for place, word in enumerate(words):
        if word[-1] == "-":
            following = words[place + 1]
            one, other = bare(word), bare(following)
            if one and other and not (one in STOP_WORDS and other in STOP_WORDS):
                yield place + 1, (one + other)[:40]
