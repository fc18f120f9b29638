"""JSON Lines: a line that cannot be read costs that line, a field that is wrong costs that field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Authority, Ids, Link, LinkKind, Markup, Record
from generator.problems import Place
from generator.sources import identifiers
from generator.sources.entry import record_of
from generator.sources.fields import FIELDS
from generator.sources.formats import json_lines
from generator.sources.given import Given
from generator.sources.names import in_reading_order

FULL = {
    "title": "Bread Index Structures",
    "abstract": "An index of bread by crust.",
    "summary": "Bread, found quickly.",
    "authors": ["Ada Crumb", "Bo Loaf"],
    "authors_incomplete": True,
    "year": 2031,
    "venue": "BAKE 2031",
    "arxiv_id": "3101.00001v2",
    "doi": "https://doi.org/10.1234/BREAD.7",
    "acl_id": "2031.bake-long.7",
    "openreview_id": "aBc_D-12",
    "url": "https://arxiv.org/abs/3101.00001",
    "links": [{"url": "https://example.org/bread", "kind": "code"}, {"url": "https://example.org/x"}],
    "keywords": "bread; index; bread",
    "published": "2031-01-02T03:04:05Z",
    "listed": "2031-01-05",
}


def test_every_field_is_read() -> None:
    """All that is known of a paper, on one line; the address of the paper adds nothing to its identifier."""
    reading = json_lines.read(Given(json.dumps(FULL), "a", "a.jsonl"))
    assert reading.problems == ()
    assert reading.records == (
        Record(
            title="Bread Index Structures",
            place=Place("a.jsonl", 1),
            listing="a",
            position=1,
            markup=Markup.RESIDUE,
            abstract="An index of bread by crust.",
            summary="Bread, found quickly.",
            authors=("Ada Crumb", "Bo Loaf"),
            authors_incomplete=True,
            year=2031,
            venue="BAKE 2031",
            ids=Ids("3101.00001", "10.1234/bread.7", "2031.bake-long.7", "aBc_D-12"),
            links=(
                Link(LinkKind.CODE, "https://example.org/bread"),
                Link(LinkKind.OTHER, "https://example.org/x"),
            ),
            keywords=("bread", "index"),
            published="2031-01-02",
            listed="2031-01-05",
            authority=Authority.PUBLISHER,
        ),
    )


GOOD = '{"title": "On the Echo of Small Rooms"}'


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"title": "Cut sho', "json-broken"),
        ("[1, 2]", "json-broken"),
        ("null", "json-broken"),
        ("nonsense", "json-broken"),
        ('{"year": 2031}', "entry-no-title"),
        ('{"title": "  "}', "entry-no-title"),
        ('{"title": ' + "9" * 5000 + "}", "json-broken"),
        ("[" * 100_000, "json-broken"),
    ],
)
def test_a_broken_line_then_a_good_one(line: str, code: str) -> None:
    """The broken line is the one entry lost, and the report names it."""
    reading = json_lines.read(Given(f"{GOOD}\n\n{line}\n{GOOD}\n", "a", "a.jsonl"))
    assert [(record.position, record.place.line) for record in reading.records] == [(1, 1), (3, 4)]
    assert [(problem.code, problem.place.line, problem.entries) for problem in reading.problems] == [
        (code, 3, 1)
    ]
    assert reading.entries == 3


def test_a_title_of_the_wrong_type_costs_the_line() -> None:
    """A title that is a number is wrong, and without a title there is no paper."""
    reading = json_lines.read(Given('{"title": 7}\n' + GOOD, "a", "a.jsonl"))
    assert [problem.code for problem in reading.problems] == ["entry-no-title", "field-wrong"]
    assert [record.title for record in reading.records] == ["On the Echo of Small Rooms"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("abstract", 7),
        ("authors", {"name": "Ada"}),
        ("authors", [7]),
        ("year", "soon"),
        ("year", 31),
        ("year", True),
        ("year", 2031.5),
        ("arxiv_id", "31.1"),
        ("arxiv_id", "https://example.org/abs/3101.00001"),
        ("doi", "11.1/x"),
        ("acl_id", "bread"),
        ("openreview_id", "a b"),
        ("url", "javascript:alert(1)"),
        ("url", "https://a b"),
        ("url", "https://user:secret@example.org/"),
        ("links", "x"),
        ("links", [{"url": "https://example.org", "kind": "cake"}]),
        ("links", [7]),
        ("keywords", 7),
        ("authors_incomplete", "yes"),
        ("published", "2031-02-29"),
        ("published", "soon"),
        ("listed", "31-01-05"),
    ],
)
def test_a_wrong_field_costs_that_field(field: str, value: Any) -> None:
    """The rest of the line is used, and the report names the field and the line."""
    line = json.dumps({"title": "Bread", "venue": "BAKE", field: value})
    reading = json_lines.read(Given(line, "a", "a.jsonl"))
    assert [(problem.code, problem.place.line) for problem in reading.problems] == [("field-wrong", 1)]
    assert f"`{field}`" in reading.problems[0].message
    assert reading.records[0].venue == "BAKE"
    empty = Record("Bread", Place("a.jsonl", 1), "a", 1, Markup.RESIDUE)
    if field != "links":
        name = "ids" if field.endswith("_id") or field == "doi" else "links" if field == "url" else field
        assert getattr(reading.records[0], name) == getattr(empty, name)


def test_unknown_fields_are_told_once() -> None:
    """What means nothing here is ignored, with one note for the file."""
    lines = '{"title": "A", "id": 1, "score": 2}\n' * 3
    problems = json_lines.read(Given(lines, "a", "a.jsonl")).problems
    assert [(problem.code, problem.level.value) for problem in problems] == [("columns-unknown", "note")]
    assert "id, score" in problems[0].message


def test_characters_that_no_page_can_hold_are_taken_out() -> None:
    """JSON can spell out control characters and halves of characters; a page cannot hold them."""
    reading = json_lines.read(
        Given('{"title": "A\\u0000B\\ud800C", "authors": ["X\\u0007"]}', "a", "a.jsonl")
    )
    assert (reading.records[0].title, reading.records[0].authors) == ("A B C", ("X",))


def test_security_no_field_turns_what_stands_beside_it() -> None:
    """Characters that nobody sees, and those that turn the direction of reading, reach no page."""
    line = (
        '{"title": "A", "authors": ["Ann\\u202eB", "\\u2066\\u200b"], "venue": "V\\u202eW", '
        '"keywords": ["k\\u2069"], "url": "https://example.org/\\u202ea"}'
    )
    reading = json_lines.read(Given(line, "a", "a.jsonl"))
    record = reading.records[0]
    assert (record.authors, record.venue, record.keywords) == (("AnnB",), "VW", ("k",))
    assert record.links == ()
    assert [problem.code for problem in reading.problems] == ["field-wrong"]


@pytest.mark.parametrize(
    ("name", "written", "known"),
    [
        ("arxiv_id", "arXiv:3101.00001v3", ("arxiv", "3101.00001")),
        ("arxiv_id", "math.GT/0309136", ("arxiv", "math/0309136")),
        ("arxiv_id", "hep-th/9901001v1", ("arxiv", "hep-th/9901001")),
        ("arxiv_id", "https://arxiv.org/pdf/3101.00001v1.pdf", ("arxiv", "3101.00001")),
        ("arxiv_id", "3113.00001", ("arxiv", "")),
        ("doi", "10.48550/arXiv.3101.00001", ("arxiv", "3101.00001")),
        ("doi", "doi:10.1234/ABC(1)", ("doi", "10.1234/abc(1)")),
        ("acl_id", "P19-1001", ("acl", "P19-1001")),
        ("acl_id", "https://aclanthology.org/2031.bake-long.7/", ("acl", "2031.bake-long.7")),
        ("acl_id", "https://www.aclweb.org/anthology/P19-1001.pdf", ("acl", "P19-1001")),
        ("openreview_id", "https://openreview.net/forum?id=aBc_D-12", ("openreview", "aBc_D-12")),
    ],
)
def test_identifiers_as_people_write_them(name: str, written: str, known: tuple[str, str]) -> None:
    """A version is dropped, an address is read, and what is no identifier is none."""
    assert identifiers.parse(name, written) == known


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["url", "kind"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@given(st.lists(st.dictionaries(st.sampled_from(sorted(FIELDS)), JSON, max_size=6) | st.text(max_size=20)))
def test_entries_are_records_and_what_was_reported(values: list[dict[str, Any] | str]) -> None:
    """Whatever a file holds: entries read = records + entries reported, and nothing raises."""
    lines = [value if isinstance(value, str) else json.dumps(value) for value in values]
    text = "\n".join(line.replace("\n", " ").replace("\r", " ") for line in lines)
    reading = json_lines.read(Given(text, "a", "a.jsonl"))
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)
    assert reading.entries == sum(bool(line.strip()) for line in text.split("\n"))


@pytest.mark.parametrize(
    ("entry", "year", "authority"),
    [
        ({"published": "2031-04"}, 2031, Authority.LISTING),
        ({"published": "2031-04", "year": 2030}, 2030, Authority.LISTING),
        ({"venue": "BAKE", "doi": "10.1234/b"}, None, Authority.PUBLISHER),
        ({"venue": "BAKE", "arxiv_id": "3101.00001"}, None, Authority.ARCHIVE),
        ({"arxiv_id": "3101.00001"}, None, Authority.ARCHIVE),
        ({"doi": "10.1234/b"}, None, Authority.LISTING),
    ],
)
def test_year_and_authority_follow_from_what_is_told(
    entry: dict[str, Any], year: int | None, authority: Authority
) -> None:
    """A date holds a year, and identifiers with a venue show who speaks."""
    record, problems = record_of({"title": "Bread", **entry}, Place("a.jsonl", 1), "a", 1)
    assert record is not None
    assert (record.year, record.authority, problems) == (year, authority, [])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Laurens van der Maaten", "Laurens van der Maaten"),
        ("van der Maaten,  Laurens", "Laurens van der Maaten"),
        ("King, Jr., Martin Luther", "Martin Luther King, Jr."),
        ("King, Martin Luther, III", "Martin Luther King, III"),
        ("Sammy Davis, Jr.", "Sammy Davis, Jr."),
        ("O'Brien, Flann", "Flann O'Brien"),
        ("张伟", "张伟"),
        ("张, 伟", "张伟"),
        ("김, 철수", "김철수"),
        ("张, Wei", "Wei 张"),
        ("OpenAI", "OpenAI"),
        ("Bread, Butter, Jam, and Sons", "Bread, Butter, Jam, and Sons"),
        (",", ","),
    ],
)
def test_names_are_put_in_reading_order(written: str, read: str) -> None:
    """Only a comma says that the family name comes first."""
    assert in_reading_order(written) == read
