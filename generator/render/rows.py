"""How a paper stands in a list: a row for topics and listings, a line for related papers and the index."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.model import Library, LinkKind, Paper
from generator.render import fill
from generator.render.authors import Authors
from generator.render.html import cut, html, html_of, in_a_row, is_right_to_left, unlinked
from generator.render.page import Safe
from generator.text.markdown import escape, link_text, markdown

NAMED = 3  # authors in a row
CHIPS = 3  # topics in a row
BEGINNING = 200  # characters: two lines of a row on a desktop
_BRACKETS = re.compile(r"[\[\]\\]")
_ROOT = "\x00"  # stands for the way to docs/ until the page is known; no text that was written holds it
_MARKS = {
    LinkKind.CODE: "code",
    LinkKind.DATASET: "data",
    LinkKind.DEMO: "demo",
    LinkKind.VIDEO: "video",
}


class Rows:
    """Rows of one library. A paper stands in several lists, so each of its parts is made once."""

    def __init__(self, library: Library, authors: Authors) -> None:
        self._library = library
        self._authors = authors
        self._titles: dict[str, Safe] = {}
        self._lines: dict[str, Safe] = {}
        self._rows: dict[str, Safe] = {}
        self._names = {slug: link_text(topic.name) for slug, topic in library.topics.items()}

    def row(self, key: str, root: str) -> Safe:
        """A paper as the content of a list item, on a page from which `root` leads up to docs/."""
        known = self._rows.get(key)
        if known is None:
            known = self._rows[key] = self._row(self._library.papers[key])
        return Safe(known.replace(_ROOT, root))

    def link(self, key: str, folder: str) -> Safe:
        """The title as a link; `folder` leads to papers/ and ends in a slash, or is empty inside it."""
        return Safe(f"[{self._title(key)}]({folder}{key}.md)")

    def line(self, key: str, folder: str = "") -> Safe:
        """A paper in one line: its title as a link and, quietly, authors, year and venue."""
        known = self._lines.get(key)
        if known is None:
            meta = meta_of(self._library.papers[key], escape)
            quiet = f' <span class="ps-meta">{meta}</span>' if meta else ""
            known = self._lines[key] = Safe(f"{self.link(key, _ROOT)}{quiet}")
        return Safe(known.replace(_ROOT, folder))

    def topic(self, slug: str, root: str) -> Safe:
        """A topic's name as a link to its page."""
        return Safe(f"[{self._names[slug]}]({root}topics/{slug}.md)")

    def authors(self, names: Sequence[str], root: str) -> Safe:
        """Names as papers write them, each a link (HTML) to where the author stands."""
        ways = ((root + self._authors.address(name), in_a_row((name,), html)) for name in names)
        return Safe(", ".join(f'<a href="{way}">{name}</a>' for way, name in ways))

    def _title(self, key: str) -> Safe:
        known = self._titles.get(key)
        if known is None:
            known = self._titles[key] = title_of(self._library.papers[key])
        return known

    def _row(self, paper: Paper) -> Safe:
        topics = [match.topic for match in self._library.matches.get(paper.key, ())[:CHIPS]]
        beginning, rest = cut(paper.text, BEGINNING)
        return fill(
            "row",
            {
                "title": self._title(paper.key),
                "link": Safe(f"{_ROOT}papers/{paper.key}.md"),
                "meta": self._meta(paper),
                "chips": Safe(" ".join(self.topic(slug, _ROOT) for slug in topics)),
                "marks": marks_of(paper, paper.key in self._library.notes),
                "beginning": html_of(beginning),
                "rest": html_of(rest),
            },
        )

    def _meta(self, paper: Paper) -> Safe:
        shown, more = first_names(paper.authors, paper.authors_incomplete)
        rest = meta_of(paper, html, with_authors=False)
        return Safe(" · ".join(part for part in (self.authors(shown, _ROOT) + more, rest) if part))


def title_of(paper: Paper) -> Safe:
    """The title as Markdown, to stand in a link."""
    text = paper.title_text
    # Brackets end a link unless all of them are escaped, which is worth more than emphasis.
    title = link_text(text) if _BRACKETS.search(text) else markdown(unlinked(paper.title))
    return Safe(f"<bdi>{title}</bdi>" if is_right_to_left(text) else title)


def meta_of(paper: Paper, write: Callable[[str], str], with_authors: bool = True) -> Safe:
    """What is known of authors (the first three), year and venue; `write` makes Markdown or HTML of text."""
    parts: list[str] = []
    if with_authors and paper.authors:
        parts.append(names(paper.authors, paper.authors_incomplete, write))
    if paper.year is not None:
        parts.append(str(paper.year))
    if paper.venue:
        parts.append(in_a_row((paper.venue,), write))
    return Safe(" · ".join(parts))


def names(authors: Sequence[str], incomplete: bool, write: Callable[[str], str]) -> Safe:
    """The first authors and how many more; "and others" when the source says that some are missing."""
    shown, more = first_names(authors, incomplete)
    return Safe(in_a_row(shown, write) + more)


def first_names(authors: Sequence[str], incomplete: bool) -> tuple[Sequence[str], str]:
    """The authors that are named in a row, and what is said of the others."""
    more = len(authors) - NAMED
    if more > 1:
        return authors[:NAMED], f" and at least {more:,} more" if incomplete else f" and {more:,} more"
    # One more name is shorter than "and 1 more".
    return authors, " and others" if authors and incomplete else ""


def marks_of(paper: Paper, has_note: bool) -> tuple[str, ...]:
    """Words for what a paper offers besides its text."""
    kinds = {link.kind for link in paper.links}
    marks = tuple(mark for kind, mark in _MARKS.items() if kind in kinds)
    return (*marks, "note") if has_note else marks
