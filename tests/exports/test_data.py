"""The files below data/ tell the same papers to other programs, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.exports import EXPORTS, all_files, changes, csv_table, json_tables, sqlite
from generator.model import Ids, Library, Link, LinkKind, Listing, Match, Paper, Related, Seen, Topic
from generator.problems import CannotGoOn, Place
from generator.text.rich import plain, rich
from tests.pages.library import HOSTILE

SITE = "https://shelf.example/"  # some exports are written only where the site knows its address
LISTING = Listing("monday", "Monday; finds", "Sep 3", "library/listings/monday.txt", "Daily Papers")


def settings(root: Path = Path(), exports: Mapping[str, bool] | None = None) -> Settings:
    return Settings(
        root, "Maps", "", SITE, "", root / "docs", root / "site", root / "library", (), exports=exports or {}
    )


def papers() -> dict[str, Paper]:
    titles = [*HOSTILE, "Łódź 张伟 😀 ]]> </script>", "=1+1", "@SUM(A1)", "'quoted'"]
    found = {}
    for number, title in enumerate(titles):
        text = " ".join(title.split())
        key = f"paper-{number:02}"
        found[key] = Paper(
            key,
            rich(text),
            (Seen("monday", number + 1, Place(LISTING.file, number), title, "2031-01-02"),),
            abstract=rich(f"Of {text}"),
            authors=("José Łukasz", text.replace(";", ",")),
            year=2031 if number % 2 else None,
            venue=text,
            ids=Ids(arxiv=f"3101.{number:05}"),
            links=(Link(LinkKind.CODE, "https://example.org/x"),),
        )
    return found


def library() -> Library:
    return Library(
        papers(),
        (LISTING,),
        {
            "things": Topic("things", "Things", "All."),
            "maps": Topic("maps", "Maps", "On maps.", "things"),
        },
        {"paper-00": (Match("maps", "“map” in the title", 2.0),)},
        {"paper-01": (Related("paper-00", 0.5, ("map",)),)},
    )


def test_the_database_holds_every_paper_and_finds_words() -> None:
    """sqlite3 reads titles, authors in order, years and texts; full-text search finds inflections."""
    [file] = sqlite.files(library(), settings())
    base = sqlite3.connect(":memory:")
    base.deserialize(file.content)
    rows = base.execute("SELECT key, title, abstract, year, venue, arxiv FROM papers ORDER BY id").fetchall()
    assert rows == [
        (key, paper.title_text, plain(paper.abstract), paper.year, paper.venue, paper.ids.arxiv)
        for key, paper in papers().items()
    ]
    authors = base.execute("SELECT name FROM authors WHERE paper = 2 ORDER BY place")
    assert [name for (name,) in authors] == list(papers()["paper-01"].authors)
    found = base.execute("SELECT rowid - 1 FROM search WHERE search MATCH 'quotings' ORDER BY rowid")
    quoted = [number for number, paper in enumerate(papers().values()) if "quote" in paper.title_text]
    assert [number for (number,) in found] == quoted
    # As Datasette looks for the search of a table, and as it asks: each word in quotes.
    named = base.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING FTS%content=\"papers\"%'")
    assert named.fetchall() == [("search",)]
    title = max((paper.title_text for paper in papers().values()), key=len)
    words = " ".join(f'"{word}"' for word in title.replace('"', " ").split() if any(map(str.isalnum, word)))
    held = base.execute(
        "SELECT papers.title FROM papers JOIN search ON id = search.rowid WHERE search MATCH ?", [words]
    )
    assert (title,) in held.fetchall()
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()


def test_the_table_reads_back_and_nothing_in_it_is_a_formula() -> None:
    """Python's csv finds every cell as it was, but for the apostrophe before what a spreadsheet would run."""
    [file] = csv_table.files(library(), settings())
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))
    titles = [paper.title_text for paper in papers().values()]
    assert [row["title"] for row in rows] == [f"'{title}" if title[0] in "=@-" else title for title in titles]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    authors = [list(paper.authors) for paper in papers().values()]
    assert [row["authors"].split("; ") for row in rows] == authors


def test_topics_listings_and_related() -> None:
    """What stands beside the papers, whole."""
    files = {file.path: file.content.decode() for file in json_tables.files(library(), settings())}
    assert json.loads(files["data/topics.json"])[1] == {
        "slug": "maps",
        "name": "Maps",
        "definition": "On maps.",
        "parent": "things",
        "subtopics": 0,
        "papers": ["paper-00"],
    }
    [listing] = json.loads(files["data/listings.json"])
    assert [one["key"] for one in listing["papers"]] == list(papers())
    related = [json.loads(line) for line in files["data/related.jsonl"].splitlines()]
    assert related[1] == {"key": "paper-01", "related": {"paper-00": 0.5}, "terms": [["map"]]}


def told(root: Path, library: Library) -> dict[str, Any]:
    [file] = changes.files(library, settings(root))
    path = root / "docs" / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)
    value: dict[str, Any] = json.loads(file.content)
    return value


def test_changes_since_the_build_before(tmp_path: Path) -> None:
    """What came, changed and went; building again changes nothing."""
    whole = library()
    first = told(tmp_path, whole)
    assert (first["added"], first["changed"], first["removed"]) == (sorted(papers()), [], [])
    assert told(tmp_path, whole) == first
    fewer = {key: paper for key, paper in papers().items() if key != "paper-03"}
    fewer["paper-01"] = replace(fewer["paper-01"], year=1999)
    second = told(tmp_path, replace(whole, papers=fewer))
    assert (second["added"], second["changed"], second["removed"]) == ([], ["paper-01"], ["paper-03"])
    assert told(tmp_path, replace(whole, papers=fewer)) == second


@pytest.mark.parametrize("damage", ["", "[", "[]", "{}", '{"papers": 7}', "[" * 100_000, "\0"])
def test_a_damaged_file_of_changes_means_that_all_is_new(tmp_path: Path, damage: str) -> None:
    """What cannot be read tells nothing, and stops nothing."""
    file = tmp_path / "docs" / changes.PATH
    file.parent.mkdir(parents=True)
    file.write_text(damage, encoding="utf-8")
    assert told(tmp_path, library())["added"] == sorted(papers())


def test_the_same_library_gives_the_same_bytes() -> None:
    """Every export, twice."""
    assert list(all_files(library(), settings())) == list(all_files(library(), settings()))


@pytest.mark.parametrize("name", EXPORTS)
def test_each_export_can_be_switched_off(name: str) -> None:
    """Without it, its files and no others are missing."""
    every = {file.path for file in all_files(library(), settings())}
    without = {file.path for file in all_files(library(), settings(exports={name: False}))}
    own = {file.path for file in EXPORTS[name](library(), settings())}
    assert own
    assert every - without == own


def test_an_export_that_is_not_known_is_refused_with_a_sentence() -> None:
    """A slip in mkdocs.yml is told with the names that are known."""
    with pytest.raises(CannotGoOn) as stop:
        list(all_files(library(), settings(exports={"feedz": False})))
    assert "feedz" in stop.value.problem.message
    assert "sqlite" in stop.value.problem.hint
