"""data/papers.csv: a paper a row, for spreadsheets: RFC 4180, UTF-8 with the byte order mark Excel needs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from generator.as_json import paper_as_json
from generator.config import Settings
from generator.model import File, Library

COLUMNS = (
    "key", "title", "authors", "year", "published", "venue", "arxiv", "doi", "acl", "openreview", "abstract",
    "summary", "keywords", "topics", "listings", "links",
)  # fmt: skip
_FORMULA = re.compile(r"[=+\-@\t\r]")


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The table; several values of one field are joined by "; "."""
    listings = {listing.name: listing for listing in library.listings}
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for paper in library.papers.values():
        table.writerow(_row(paper_as_json(paper, library, listings)))
    yield File("data/papers.csv", ("\ufeff" + out.getvalue()).encode())


def _row(paper: dict[str, Any]) -> list[str]:
    values = {
        **paper,
        **paper["ids"],
        "authors": "; ".join(paper["authors"]),
        "keywords": "; ".join(paper["keywords"]),
        "topics": "; ".join(topic["name"] for topic in paper["topics"]),
        "listings": "; ".join(dict.fromkeys(seen["title"] for seen in paper["seen_in"])),
        "links": "; ".join(link["url"] for link in paper["links"]),
    }
    return [_cell("" if values[name] is None else str(values[name])) for name in COLUMNS]


def _cell(text: str) -> str:
    """A spreadsheet runs a cell that begins like a formula; an apostrophe before it makes it text."""
    return f"'{text}" if _FORMULA.match(text) else text
