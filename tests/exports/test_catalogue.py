"""The catalogue tells every paper exactly as a reader sees it, and follows its own schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.exports import EXPORTS
from generator.exports.catalogue_schema import SCHEMA
from generator.model import Ids, Library, Link, LinkKind, Listing, Match, Paper, Related, Seen, Topic
from generator.problems import Place
from generator.text.rich import Span, Style, rich

LISTING = Listing("monday", "Daily Papers, Sep 3", "Sep 3", "library/listings/monday.txt", "Daily Papers")
SEEN = Seen("monday", 1, Place("library/listings/monday.txt", 3), "Folding: A Map")


def catalogue(*papers: Paper, **tables: object) -> list[dict[str, object]]:
    settings = Settings(Path(), "Maps", "", "", "", Path("docs"), Path("site"), Path("library"), ())
    library = Library({paper.key: paper for paper in papers}, (LISTING,), **tables)  # type: ignore[arg-type]
    files = {file.path: file.content for file in EXPORTS["catalogue"](library, settings)}
    return [json.loads(line) for line in files["data/papers.jsonl"].decode().splitlines()]


def test_a_paper_of_which_all_is_known_is_told_whole() -> None:
    """Every field of the line, with plain text, reasons and places."""
    paper = Paper(
        key="folding-a-map",
        title=rich("Folding: A Map"),
        short_name="Folding",
        seen=(SEEN,),
        abstract=(Span("We "), Span("fold", Style.EMPHASIS), Span(" 5 < 6 maps.")),
        authors=("José Łukasz", "张伟"),
        year=2021,
        venue="ACL 2021",
        ids=Ids(arxiv="2101.00001", doi="10.1/x"),
        links=(Link(LinkKind.CODE, "https://github.com/a/b"),),
        keywords=("maps",),
    )
    near = Paper(key="unfolding", title=rich("Unfolding"), seen=(SEEN,), summary=rich("Ours."))
    lines = catalogue(
        paper,
        near,
        topics={
            "things": Topic("things", "Things", "All."),
            "maps": Topic("maps", "Maps", "On maps.", "things"),
        },
        matches={"folding-a-map": (Match("maps", "“map” in the title", 2.0),)},
        related={"folding-a-map": (Related("unfolding", 0.5, ("fold",)),)},
    )
    assert lines[0] == {
        "key": "folding-a-map",
        "title": "Folding: A Map",
        "short_name": "Folding",
        "abstract": "We fold 5 < 6 maps.",
        "summary": None,
        "authors": ["José Łukasz", "张伟"],
        "authors_complete": True,
        "year": 2021,
        "published": None,
        "venue": "ACL 2021",
        "ids": {"arxiv": "2101.00001", "doi": "10.1/x", "acl": None, "openreview": None},
        "links": [{"kind": "code", "url": "https://github.com/a/b"}],
        "keywords": ["maps"],
        "topics": [{"slug": "maps", "name": "Maps", "parent": "things", "reason": "“map” in the title"}],
        "seen_in": [
            {
                "listing": "monday",
                "title": "Daily Papers, Sep 3",
                "date": "Sep 3",
                "listed": None,
                "position": 1,
                "file": "library/listings/monday.txt",
                "line": 3,
                "as_written": "Folding: A Map",
            }
        ],
    }
    assert (lines[1]["abstract"], lines[1]["summary"], lines[1]["year"]) == (None, "Ours.", None)


@hypothesis_settings(deadline=None)  # the first example compiles the schema
@given(st.text(st.characters(codec="utf-8"), min_size=1), st.text(st.characters(codec="utf-8")))
def test_any_text_keeps_one_paper_on_one_line_and_follows_the_schema(title: str, abstract: str) -> None:
    """Line separators, quotes and control characters in the text cannot break a line."""
    paper = Paper(key="a", title=rich(title), seen=(SEEN,), abstract=rich(abstract))
    [line] = catalogue(paper)
    assert (line["title"], line["abstract"]) == (title, abstract or None)
    jsonschema.validate(line, SCHEMA)


def test_the_schema_refuses_a_line_with_an_invented_field() -> None:
    """So the test above can fail."""
    [line] = catalogue(Paper(key="a", title=rich("A"), seen=(SEEN,)))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**line, "stars": 5}, SCHEMA)
