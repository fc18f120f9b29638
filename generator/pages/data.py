"""data/index.md: every file that programs may take, explained for people. Only what was written is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.shelf import Shelf
from generator.text.markdown import link_text

_OF_PAGES = r"(?!library)[a-z]+/.+"  # topics/soups, listings/fair
_SIZES = ((1_000_000, "MB"), (1_000, "KB"))


@dataclass(frozen=True, slots=True)
class _Entry:
    """Files of one kind: which paths, what they hold, in which format."""

    paths: str  # a regular expression
    about: str
    format: str
    name: str = ""  # in place of a link, where there are many files


_SECTIONS: tuple[tuple[str, tuple[_Entry, ...]], ...] = (
    (
        "The library",
        (
            _Entry(
                r"data/papers\.jsonl",
                "every paper with all that is known of it, one a line",
                "JSON Lines, UTF-8",
            ),
            _Entry(
                r"data/papers\.schema\.json", "what each field of papers.jsonl means", "JSON Schema 2020-12"
            ),
            _Entry(r"data/papers\.csv", "a paper a row, for spreadsheets", "CSV, RFC 4180, UTF-8"),
            _Entry(
                r"data/papers\.sqlite",
                "a database with full-text search; opens in Datasette",
                "SQLite 3, FTS5",
            ),
            _Entry(r"data/topics\.json", "topics, their definitions and their papers", "JSON"),
            _Entry(r"data/listings\.json", "listings and the papers of each, in its order", "JSON"),
            _Entry(
                r"data/related\.jsonl",
                "which papers are near one another, how near, and by which terms",
                "JSON Lines",
            ),
            _Entry(
                r"data/changes\.json",
                "what came, changed and went with the last change; a hash of each paper",
                "JSON",
            ),
        ),
    ),
    (
        "Citations",
        (
            _Entry(r"cite/library\.bib", "every paper, for LaTeX", "BibTeX"),
            _Entry(r"cite/library-with-abstracts\.zip", "the same with abstracts", "BibTeX in a zip"),
            _Entry(r"cite/library\.ris", "every paper, for Zotero, EndNote and Mendeley", "RIS"),
            _Entry(r"cite/library\.csl\.json", "every paper, for pandoc and Zotero", "CSL-JSON"),
            _Entry(r"cite/library\.md\.txt", "every paper as a list", "Markdown"),
            _Entry(
                rf"cite/{_OF_PAGES}",
                "the same for each topic and listing, for each author and venue as BibTeX alone,"
                " linked from their pages",
                "all four",
                "cite/…",
            ),
        ),
    ),
    (
        "Feeds",
        (
            _Entry(r"feeds/library\.xml", "the newest papers", "Atom, RFC 4287"),
            _Entry(r"feeds/library\.json", "the newest papers", "JSON Feed 1.1"),
            _Entry(
                r"feeds/all\.opml",
                "the feeds of the library, its topics and listings, for a feed reader to take in at once",
                "OPML 2.0",
            ),
            _Entry(r"feeds/venues\.opml", "the feeds of all venues", "OPML 2.0"),
            _Entry(r"feeds/authors\.opml", "the feeds of all authors of two papers or more", "OPML 2.0"),
            _Entry(
                r"feeds/library/\d+\.xml",
                "older papers, for who catches up",
                "Atom, RFC 5005",
                "feeds/library/…",
            ),
            _Entry(
                rf"feeds/{_OF_PAGES}",
                "the same for each topic, listing, author and venue, linked from their pages",
                "both",
                "feeds/…",
            ),
        ),
    ),
    (
        "For programs",
        (
            _Entry(
                r"data/references/.+\.js",
                "what this site’s own scripts make citations of",
                "JavaScript",
                "data/references/…",
            ),
            _Entry(
                r"weeks/.+",
                "what came in during each week, for an e-mail, linked from the week’s page",
                "text and HTML",
                "weeks/…",
            ),
            _Entry(r"llms\.txt", "what is here, for language models", "Markdown, llmstxt.org"),
            _Entry(
                r"(?:papers|topics|listings)/.+\.md\.txt",
                "a twin of each page, beside it",
                "Markdown",
                "….md.txt",
            ),
            _Entry(r"opensearch\.xml", "the search, for the browser’s own search box", "OpenSearch 1.1"),
            _Entry(r"robots\.txt", "what crawlers may read: everything", "RFC 9309"),
            _Entry(r"cards/.+\.png", "pictures that stand beside a shared link", "PNG", "cards/…"),
        ),
    ),
)


def pages(shelf: Shelf) -> Iterator[Page]:
    """The page, also when every export is switched off: each page leads to it."""
    sections = [(title, list(_lines(entries, shelf))) for title, entries in _SECTIONS]
    known = [(title, lines) for title, lines in sections if lines]
    yield Page("data/index.md", {"title": "Data", "kind": "data"}, "data", {"sections": known})


def _lines(entries: tuple[_Entry, ...], shelf: Shelf) -> Iterator[tuple[Safe, str, str]]:
    for entry in entries:
        found = [path for path in shelf.files if re.fullmatch(entry.paths, path)]
        if found:
            size = _size(sum(shelf.files[path] for path in found))
            many = f"{count(len(found), 'file')}, " if entry.name else ""
            name = f"`{entry.name}`" if entry.name else f"[{link_text(found[0])}](../{found[0]})"
            yield Safe(name), entry.about, f"{entry.format}, {many}{size}"


def _size(number: int) -> str:
    """Bytes in the unit that people use: "3.1 MB"."""
    for unit, name in _SIZES:
        if number >= unit:
            return f"{number / unit:.{1 if number < 10 * unit else 0}f} {name}"
    return count(number, "byte")
