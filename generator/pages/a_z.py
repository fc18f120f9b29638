"""a-z/index.md: every paper by its title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.render.letters import first_pages, ways
from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.paging import parts
from generator.render.shelf import Shelf
from generator.text.fold import fold

PER_PAGE = 200  # one line each
OTHER = "Other"  # titles that begin with a digit or a sign

Filed = tuple[str, str]  # letter and paper


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of the index, 200 lines each."""
    filed = _filed(shelf)
    letters = first_pages((letter for letter, _ in filed), PER_PAGE)
    for part in parts(filed, PER_PAGE, "a-z/index.md", "a-z"):
        yield Page(
            part.path,
            {"title": "A–Z" + part.of_pages, "kind": "a-z"},
            "a_z",
            {
                "of_pages": part.of_pages,
                "papers": count(len(filed), "paper").capitalize(),
                "letters": ways(letters, part),
                "others": _others(shelf) if part.number == 1 else "",
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


def _others(shelf: Shelf) -> Safe:
    """The ways to the other indexes, as far as there are any."""
    known = (("author", shelf.authors.index), ("venue", shelf.venues.by_slug), ("year", shelf.years))
    found = [f'<a href="../{name}s/index.html">{name}</a>' for name, any_known in known if any_known]
    return Safe(", ".join(found))
