"""a-z/index.md: every paper by its title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.paging import Part, parts
from generator.render.shelf import Shelf
from generator.text.fold import fold

PER_PAGE = 200  # one line each
OTHER = "Other"  # titles that begin with a digit or a sign

Filed = tuple[str, str]  # letter and paper


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of the index, 200 lines each."""
    filed = _filed(shelf)
    letters: dict[str, int] = {}
    for place, (letter, _) in enumerate(filed):
        letters.setdefault(letter, place // PER_PAGE + 1)
    for part in parts(filed, PER_PAGE, "a-z/index.md", "a-z"):
        yield Page(
            part.path,
            {"title": "A–Z" + part.of_pages, "kind": "a-z"},
            "a_z",
            {
                "of_pages": part.of_pages,
                "papers": count(len(filed), "paper").capitalize(),
                "letters": [_letter(letter, page, part) for letter, page in letters.items()],
                "groups": [
                    (letter, [shelf.rows.line(key, "../papers/") for _, key in group])
                    for letter, group in groupby(part.items, key=lambda item: item[0])
                ],
                "part": part,
            },
        )


def _filed(shelf: Shelf) -> list[Filed]:
    """Papers by title in Latin letters (other scripts by their transliteration), each with its letter."""
    folded = sorted((fold(paper.title_text), key) for key, paper in shelf.library.papers.items())
    filed = [(title[:1].upper() if title[:1].isalpha() else OTHER, key) for title, key in folded]
    return sorted(filed, key=lambda item: item[0] == OTHER)


def _letter(letter: str, page: int, part: Part[Filed]) -> Safe:
    file = "" if page == part.number else part.way(page)
    return Safe(f"[{letter}]({file}#{letter.lower()})")
