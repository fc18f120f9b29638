"""Notes of OpenReview: submissions are papers, what answers them is not, and both versions of the API say the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.problems import Place
from generator.sources.formats import openreview
from generator.sources.given import Given

CONTENT = {
    "title": "Moss Clocks",
    "abstract": "Forest floors keep time.",
    "authors": ["Ada Fern", "José Łukasz"],
    "keywords": ["moss", "clocks"],
    "venue": "MOSS 2031 poster",
    "venueid": "moss.cc/MOSS/2031/Conference",
    "TL;DR": "Moss tells time.",
    "pdf": "/pdf/abc.pdf",
    "code": "https://github.com/fern/moss",
}
V1: dict[str, Any] = {
    "id": "aBc_D-12",
    "forum": "aBc_D-12",
    "replyto": None,
    "invitation": "moss.cc/MOSS/2031/Conference/-/Blind_Submission",
    "content": CONTENT,
    "pdate": 1925078400000,
    "cdate": 1900000000000,
}
V2: dict[str, Any] = {
    **{name: value for name, value in V1.items() if name not in ("replyto", "invitation")},
    "invitations": ["moss.cc/MOSS/2031/Conference/-/Submission"],
    "content": {name: {"value": value} for name, value in CONTENT.items()},
}
REVIEW = {
    "id": "rEview_1",
    "forum": "aBc_D-12",
    "replyto": "aBc_D-12",
    "invitation": "moss.cc/MOSS/2031/Conference/Paper1/-/Official_Review",
    "content": {"title": "Official Review", "review": "Good moss."},
}
READ = Record(
    title="Moss Clocks",
    place=Place("a.json", 1),
    listing="a",
    position=1,
    markup=Markup.RESIDUE,
    abstract="Forest floors keep time.",
    authors=("Ada Fern", "José Łukasz"),
    year=2031,
    venue="MOSS 2031",
    ids=Ids(openreview="aBc_D-12"),
    links=(Link(LinkKind.CODE, "https://github.com/fern/moss"),),
    keywords=("moss", "clocks"),
    published="2031-01-02",
    authority=Authority.PUBLISHER,
)


def read(text: str) -> Reading:
    assert openreview.recognises(Given(text)), text
    return openreview.read(Given(text, "a", "a.json"))


def counts(reading: Reading) -> int:
    return len(reading.records) + sum(problem.entries for problem in reading.problems)


@pytest.mark.parametrize("note", [V1, V2])
@pytest.mark.parametrize("form", ["list", "answer", "lines"])
def test_both_versions_in_every_wrapping_give_the_same_record(note: dict[str, Any], form: str) -> None:
    """The reviews among them are counted in one note, and are no papers."""
    notes = [note, REVIEW, REVIEW]
    text = {
        "list": json.dumps(notes),
        "answer": json.dumps({"notes": notes, "count": 3}),
        "lines": "\n".join(map(json.dumps, notes)),
    }[form]
    reading = read(text)
    assert reading.records == (READ,)
    assert [(problem.code, problem.entries) for problem in reading.problems] == [("openreview-answers", 2)]
    assert reading.entries == 3


@pytest.mark.parametrize(
    ("told", "venue"),
    [
        ("MOSS 2031 oral", "MOSS 2031"),
        ("MOSS 2031 notable top 5%", "MOSS 2031"),
        ("MOSS 2031 Conference Poster", "MOSS 2031"),
        ("Submitted to MOSS 2031", ""),
        ("MOSS 2031 Conference Withdrawn Submission", ""),
        ("TMLM", "TMLM"),
        (None, ""),
        (7, ""),
    ],
)
def test_a_venue_is_where_a_paper_appeared(told: object, venue: str) -> None:
    """Not where it was submitted, and without the kind of presentation."""
    reading = read(json.dumps([{**V1, "content": {**CONTENT, "venue": told}}]))
    assert [record.venue for record in reading.records] == [venue]


def test_anonymous_authors_are_no_authors() -> None:
    """While a paper is under review nobody is named."""
    reading = read(json.dumps([{**V1, "content": {**CONTENT, "authors": ["Anonymous"]}}]))
    assert reading.records[0].authors == ()


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "x", "forum": "x", "content": {}},
        {"id": "x", "forum": "x", "content": {"title": 7}},
        {"content": 7},
        7,
        None,
    ],
)
def test_a_broken_note_then_a_good_one(broken: object) -> None:
    """It is told with its line."""
    reading = read(json.dumps([V1, broken, V2], indent=1))
    assert len(reading.records) == 2
    assert [problem.entries for problem in reading.problems if problem.entries] == [1]
    assert counts(reading) == reading.entries == 3


@pytest.mark.parametrize(
    "text", ["[]", '[{"title": "A"}]', '{"notes": []}', '[{"content": "x", "forum": "y"}]', "", "<html>"]
)
def test_other_json_is_not_recognised(text: str) -> None:
    """A note has a content and its signs."""
    assert not openreview.recognises(Given(text))


@given(st.integers(0, 900), st.integers(0, 60), st.text(st.characters(codec="utf-8"), max_size=5))
def test_no_note_is_lost_without_a_word_however_the_file_is_damaged(at: int, length: int, put: str) -> None:
    """Entries read = records + reported entries."""
    for text in (json.dumps([V1, REVIEW, V2]), "\n".join(map(json.dumps, [V1, REVIEW, V2]))):
        reading = openreview.read(Given(text[:at] + put + text[at + length :], "a", "a.json"))
        assert counts(reading) == reading.entries
