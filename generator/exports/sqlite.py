"""data/papers.sqlite: the library as a database with full-text search, as Datasette and sqlite3 open it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from generator.config import Settings
from generator.model import File, Library
from generator.text.rich import plain

# Datasette finds the search of a table by content="papers", so written, and asks for each word as a phrase.
_SCHEMA = """
CREATE TABLE papers (
  id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, title TEXT NOT NULL, abstract TEXT, summary TEXT,
  year INTEGER, published TEXT, venue TEXT, arxiv TEXT, doi TEXT, acl TEXT, openreview TEXT);
CREATE TABLE authors (paper INTEGER NOT NULL REFERENCES papers(id), place INTEGER NOT NULL,
  name TEXT NOT NULL, PRIMARY KEY (paper, place)) WITHOUT ROWID;
CREATE TABLE links (paper INTEGER NOT NULL REFERENCES papers(id), kind TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE topics (slug TEXT PRIMARY KEY, name TEXT NOT NULL, definition TEXT NOT NULL, parent TEXT);
CREATE TABLE paper_topics (paper INTEGER NOT NULL REFERENCES papers(id),
  topic TEXT NOT NULL REFERENCES topics(slug), place INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (paper, topic)) WITHOUT ROWID;
CREATE TABLE listings (name TEXT PRIMARY KEY, title TEXT NOT NULL, date TEXT, file TEXT NOT NULL);
CREATE TABLE seen (paper INTEGER NOT NULL REFERENCES papers(id),
  listing TEXT NOT NULL REFERENCES listings(name), position INTEGER NOT NULL, listed TEXT,
  PRIMARY KEY (listing, position, paper)) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(title, abstract, summary, content="papers", content_rowid="id",
  tokenize="porter unicode61");
"""
_VERSION = slice(96, 100)  # of the header: which SQLite wrote it, https://www.sqlite.org/fileformat.html


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The database, the same bytes for the same library."""
    with sqlite3.connect(":memory:", isolation_level=None) as base:
        # Most abstracts fit beside their paper: a sixth less than with 4096.
        base.execute("PRAGMA page_size = 8192")
        base.executescript(_SCHEMA)
        base.execute("BEGIN")
        _fill(base, library)
        base.execute("INSERT INTO search(search) VALUES ('rebuild')")
        base.execute("INSERT INTO search(search) VALUES ('optimize')")
        base.execute("COMMIT")
        base.execute("VACUUM")
        content = bytearray(base.serialize())
    base.close()
    content[_VERSION] = bytes(4)
    yield File("data/papers.sqlite", bytes(content))


def _fill(base: sqlite3.Connection, library: Library) -> None:
    _insert(
        base, "topics", ((t.slug, t.name, t.definition, t.parent or None) for t in library.topics.values())
    )
    _insert(base, "listings", ((one.name, one.title, one.date or None, one.file) for one in library.listings))
    for number, (key, paper) in enumerate(library.papers.items(), 1):
        ids = (paper.ids.arxiv, paper.ids.doi, paper.ids.acl, paper.ids.openreview)
        texts = (plain(paper.abstract), plain(paper.summary))
        told = (*texts, paper.year, paper.published, paper.venue, *ids)
        _insert(base, "papers", [(number, key, paper.title_text, *(value or None for value in told))])
        _insert(base, "authors", ((number, place, name) for place, name in enumerate(paper.authors, 1)))
        _insert(base, "links", ((number, link.kind.value, link.url) for link in paper.links))
        matches = library.matches.get(key, ())
        rows = ((number, match.topic, place, match.reason) for place, match in enumerate(matches, 1))
        _insert(base, "paper_topics", rows)
        seen = ((number, place.listing, place.position, place.listed or None) for place in paper.seen)
        _insert(base, "seen", seen)


def _insert(base: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    known = list(rows)
    if known:
        marks = ", ".join("?" * len(known[0]))
        base.executemany(f"INSERT INTO {table} VALUES ({marks})", known)  # noqa: S608 - names are ours
