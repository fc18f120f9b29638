"""data/papers.csv: a paper a row, for spreadsheets: RFC 4180, UTF-8 with the byte order mark Excel needs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from generator.config import Settings
from generator.model import File, Library, Paper
from generator.text.rich import plain

COLUMNS = (
    "key", "title", "authors", "year", "published", "venue", "arxiv", "doi", "acl", "openreview", "abstract",
    "summary", "keywords", "topics", "listings", "links",
)  # fmt: skip
_FORMULA = re.compile(r"[=+\-@\t\r]")


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The table; several values of one field are joined by "; "."""
    titles = {listing.name: listing.title for listing in library.listings}
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for paper in library.papers.values():
        table.writerow(list(map(_cell, _row(paper, library, titles))))
    yield File("data/papers.csv", ("\ufeff" + out.getvalue()).encode())


def _row(paper: Paper, library: Library, titles: Mapping[str, str]) -> Iterator[str]:
    """The values in the order of the columns."""
    ids = paper.ids
    yield from (paper.key, paper.title_text, "; ".join(paper.authors))
    yield "" if paper.year is None else str(paper.year)
    yield from (paper.published, paper.venue, ids.arxiv, ids.doi, ids.acl, ids.openreview)
    yield from (plain(paper.abstract), plain(paper.summary), "; ".join(paper.keywords))
    yield "; ".join(library.topics[match.topic].name for match in library.matches.get(paper.key, ()))
    yield "; ".join(dict.fromkeys(titles[seen.listing] for seen in paper.seen))
    yield "; ".join(link.url for link in paper.links)


def _cell(text: str) -> str:
    """A spreadsheet runs a cell that begins like a formula; an apostrophe before it makes it text."""
    return f"'{text}" if _FORMULA.match(text) else text
