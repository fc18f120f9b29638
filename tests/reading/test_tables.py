"""Tables and JSON of anybody's making: columns by their usual names, values only where they are certain."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.merge import merge
from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.overrides import Overrides
from generator.problems import Place
from generator.progress import Silent
from generator.sources import read_all
from generator.sources.dates import date_in
from generator.sources.formats import csv_table, json_lines, json_table
from generator.sources.given import Given
from generator.sources.people import people
from tests.reading.invented import site

INPUTS = Path(__file__).parent.parent.parent.parent / "shared" / "inputs"
needs_inputs = pytest.mark.skipif(
    not INPUTS.is_dir(), reason="the real files (../shared/inputs) are not here"
)

ROW: dict[str, Any] = {
    "Paper Title": "Moss Clocks",
    "Authors": "Fern, Ada; van der Maaten, Laurens",
    "abstract_text": "Forest floors keep time, & more.",
    "Date": "2 January 2031",
    "Conference": "MOSS 2031",
    "DOI": "https://doi.org/10.1234/Moss.1",
    "paper_id": "3101.00001v2",
    "GitHub": "https://github.com/fern/moss",
    "pdf": "https://arxiv.org/pdf/3101.00001",
    "Keywords": "moss; clocks",
    "date_seen": "2031-01-05",
    "Rating": "7.5",
}
READ = Record(
    title="Moss Clocks",
    place=Place("a.csv", 2),
    listing="a",
    position=1,
    markup=Markup.RESIDUE,
    abstract="Forest floors keep time, & more.",
    authors=("Ada Fern", "Laurens van der Maaten"),
    year=2031,
    venue="MOSS 2031",
    ids=Ids(arxiv="3101.00001", doi="10.1234/moss.1"),
    links=(Link(LinkKind.CODE, "https://github.com/fern/moss"),),
    keywords=("moss", "clocks"),
    published="2031-01-02",
    listed="2031-01-05",
    authority=Authority.PUBLISHER,
)


def table(*rows: dict[str, Any], sign: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), delimiter=sign, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def of_csv(text: str, **columns: str) -> Reading:
    return csv_table.read(Given(text, "a", "a.csv", columns))


def counts(reading: Reading) -> int:
    return len(reading.records) + sum(problem.entries for problem in reading.problems)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_column_is_read_whatever_divides_the_cells(sign: str) -> None:
    """Usual names in any spelling; what means nothing is told once."""
    text = table(ROW, sign=sign)
    assert csv_table.recognises(Given(text))
    reading = of_csv(text)
    assert reading.records == (READ,)
    assert [(problem.code, problem.entries) for problem in reading.problems] == [("columns-unknown", 0)]
    assert "Rating" in reading.problems[0].message


def test_json_of_the_same_names_gives_the_same_record() -> None:
    """A list, a list within an object, objects by key, and JSON Lines."""
    texts = {
        json_table: [json.dumps([ROW], indent=1), json.dumps({"papers": [ROW]}), json.dumps({"x": ROW})],
        json_lines: [json.dumps(ROW) + "\n" + json.dumps(ROW)],
    }
    for form, written in texts.items():
        for text in written:
            assert form.recognises(Given(text)), text
            record = form.read(Given(text, "a", "a.csv")).records[0]
            assert (record.title, record.ids, record.authors, record.links) == (
                READ.title,
                READ.ids,
                READ.authors,
                READ.links,
            )


def test_the_owner_names_columns() -> None:
    """A name of the owner's comes before the usual ones."""
    text = "Was ist es,title\nMoss Clocks,Not this\n"
    reading = of_csv(text, title="was ist es")
    assert [record.title for record in reading.records] == ["Moss Clocks"]
    assert csv_table.recognises(Given("X,Y\n1,2\n", columns={"title": "Y"}))


@pytest.mark.parametrize(
    ("written", "names", "more"),
    [
        ("Ada Fern; Bo Loaf", ["Ada Fern", "Bo Loaf"], False),
        ("Ada Fern|Bo Loaf", ["Ada Fern", "Bo Loaf"], False),
        ("Fern, Ada; Loaf, Bo", ["Ada Fern", "Bo Loaf"], False),
        ("Ada Fern, Bo Loaf, and José Łukasz", ["Ada Fern", "Bo Loaf", "José Łukasz"], False),
        ("Ada Fern and Bo Loaf", ["Ada Fern", "Bo Loaf"], False),
        ("Ada Fern, Bo Loaf", ["Ada Fern", "Bo Loaf"], False),
        ("Fern, Ada", ["Ada Fern"], False),
        ("van der Maaten, Laurens", ["Laurens van der Maaten"], False),
        ("Ada Fern et al.", ["Ada Fern"], True),
        ("Ada Fern, Bo Loaf, et al.", ["Ada Fern", "Bo Loaf"], True),
        ("OpenAI", ["OpenAI"], False),
        ("Flann O'Brien", ["Flann O'Brien"], False),
        ("张伟; 李娜", ["张伟", "李娜"], False),
        ("Ada Fern*; Bo Loaf1,2", ["Ada Fern", "Bo Loaf"], False),
        ("Jos\\'e {\\L}ukasz", ["José Łukasz"], False),
        ("Anonymous", [], False),
        (
            ["Ada Fern", {"name": "Bo Loaf"}, {"first": "J.", "last": "Moss"}],
            ["Ada Fern", "Bo Loaf", "J. Moss"],
            False,
        ),
        ([{"given": "Ada", "family": "Fern"}, "et al."], ["Ada Fern"], True),
        (7, [], False),
        (None, [], False),
        ([None, 7, {}], [], False),
    ],
)
def test_authors_are_told_apart_where_that_is_certain(written: object, names: list[str], more: bool) -> None:
    """A list, objects, or one text with any of the usual signs between names."""
    assert people(written) == (names, more)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2031", "2031"),
        (2031, "2031"),
        (2031.0, "2031"),
        ("2031-01-02", "2031-01-02"),
        ("2031-01-02T03:04:05Z", "2031-01-02"),
        ("2031/1/2", "2031-01-02"),
        ("2031-13-02", "2031"),
        ("2031-02-30", "2031-02"),
        ("2 January 2031", "2031-01-02"),
        ("Jan 2, 2031", "2031-01-02"),
        ("Thu, 02 Jan 2031 00:00:00 GMT", "2031-01-02"),
        ("May 2031", "2031-05"),
        ("03/04/2031", "2031"),
        (1925078400000, "2031-01-02"),
        ("1925078400", "2031-01-02"),
        ("soon", ""),
        ("", ""),
        (None, ""),
        (True, ""),
        (10**400, ""),
        (float("nan"), ""),
        (float("inf"), ""),
    ],
)
def test_dates_as_far_as_they_are_certain(written: object, date: str) -> None:
    """Of a date whose month may be its day, only the year is known."""
    assert date_in(written) == date


@pytest.mark.parametrize(
    ("row", "lost", "code"),
    [
        (",Ada Fern,2031", 1, "entry-no-title"),
        ("Bread,Ada Fern", 0, "table-ragged"),
        ("Bread,Ada Fern,2031,more", 0, "table-ragged"),
        ('"Bread,Ada Fern,2031', 1, "table-ragged"),
        ("Bread,Ada Fern,soon", 0, "field-wrong"),
    ],
)
def test_a_broken_row_then_a_good_one(row: str, lost: int, code: str) -> None:
    """The broken row is told with its line and costs no other."""
    reading = of_csv(f"title,authors,year\nMoss,Bo Loaf,2030\n{row}\nClocks,Bo Loaf,2032\n")
    assert [record.title for record in reading.records if record.title != "Bread"] == ["Moss", "Clocks"]
    assert (code, 3) in [(problem.code, problem.place.line) for problem in reading.problems]
    assert len(reading.records) == 3 - lost
    assert counts(reading) == reading.entries == 3


def test_line_ends_within_cells() -> None:
    """A row's place is its first line, and the rows after it keep theirs."""
    reading = of_csv('title,abstract\nMoss,"One\ntwo ""three""\n\nfour"\nClocks,x\n')
    assert [(record.title, record.place.line) for record in reading.records] == [("Moss", 2), ("Clocks", 6)]
    assert reading.records[0].abstract == 'One\ntwo "three"\n\nfour'


@pytest.mark.parametrize(
    ("text", "code"),
    [("title,year\n", "listing-empty"), ("\n\ntitle,year\n\n\n", "listing-empty")],
)
def test_a_table_without_rows_says_so(text: str, code: str) -> None:
    """An export of nothing is worth a warning."""
    assert [problem.code for problem in of_csv(text).problems] == [code]


@pytest.mark.parametrize(
    "text", ["name\nAda\n", "a,b\n1,2\n", "Dear all,\n\nbread, butter\n", "", "\n", "title\n", "{}"]
)
def test_what_is_no_table_is_not_recognised(text: str) -> None:
    """A table has several columns and a title."""
    assert not csv_table.recognises(Given(text))


@pytest.mark.parametrize(
    "text", ["[]", "{}", "[7]", '[{"year": 2031}]', '{"title": "cut', "[[[", '{"a": {"b": 1}}', "null"]
)
def test_json_without_titles_is_not_recognised(text: str) -> None:
    """JSON that tells of something else is left alone."""
    assert not json_table.recognises(Given(text))


def test_json_tells_lines_and_survives_a_cut() -> None:
    """Every object has its own line; a file cut short keeps what stood before."""
    whole = json.dumps([{"title": f"Paper {number}", "id": number} for number in range(3)], indent=1)
    reading = json_table.read(Given(whole[: whole.rindex('"title"')], "a", "a.json"))
    assert [(record.title, record.place.line) for record in reading.records] == [
        ("Paper 0", 2),
        ("Paper 1", 6),
    ]
    assert counts(reading) == reading.entries == 3
    by_key = json.dumps({"3101.00001": {"title": "Moss"}, "3101.00002": {"title": "Bread"}}, indent=1)
    reading = json_table.read(Given(by_key, "a", "a.json"))
    assert [(record.ids.arxiv, record.place.line) for record in reading.records] == [
        ("3101.00001", 2),
        ("3101.00002", 5),
    ]


CELL = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    ['"', "a,b", "x\ny", ";", '""', "2031"]
)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=5))
def test_what_csv_writes_is_read_row_for_row(rows: list[list[str]]) -> None:
    """As many entries as rows that hold anything, each a record or told."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["title", "authors", "year"], *rows])
    text = re.sub("\r\n?", "\n", out.getvalue())
    reading = of_csv(text)
    assert counts(reading) == reading.entries
    whole = [row for row in rows if row[0].strip() and not re.search(r"[\r\n]", "".join(row))]
    if len(whole) == len(rows):
        assert reading.entries == len(rows)


@example(100, 0, "\r")
@given(st.integers(0, 500), st.integers(0, 40), st.text(st.characters(codec="utf-8"), max_size=5))
def test_no_entry_is_lost_without_a_word_however_the_file_is_damaged(at: int, length: int, put: str) -> None:
    """Entries read = records + reported entries, for every form of table."""
    for form, text in (
        (csv_table, table(ROW, ROW)),
        (json_table, json.dumps({"papers": [ROW, ROW]}, indent=1)),
        (json_lines, json.dumps(ROW) + "\n" + json.dumps(ROW)),
    ):
        reading = form.read(Given(text[:at] + put + text[at + length :], "a", "a.csv"))
        assert counts(reading) == reading.entries


@pytest.mark.shared
@needs_inputs
def test_the_real_files() -> None:
    """As many records as other readers count, and what identifies them."""
    text = (INPUTS / "miniconf_iclr2020_papers.csv").read_text(encoding="utf-8")
    told = list(csv.DictReader(io.StringIO(text, newline="")))
    reading = of_csv(text)
    assert [" ".join(record.title.split()) for record in reading.records] == [
        " ".join(row["title"].split()) for row in told
    ]
    assert [len(record.authors) for record in reading.records] == [
        len(row["authors"].replace(" and ", "|").split("|")) for row in told
    ]
    assert (len(told), [problem.code for problem in reading.problems]) == (687, ["columns-unknown"])
    text = (INPUTS / "papercopilot_iclr2014.json").read_text(encoding="utf-8")
    told = json.loads(text)
    reading = json_table.read(Given(text, "a", "a.json"))
    assert [record.ids.openreview for record in reading.records] == [row["id"] for row in told]
    assert " ".join(reading.records[0].authors) == "Balázs Kégl"
    assert (len(told), [problem.code for problem in reading.problems]) == (69, ["columns-unknown"])


@pytest.mark.shared
@needs_inputs
def test_71_papers_of_two_pipelines_are_71_papers(tmp_path: Path) -> None:
    """The API's JSON and another program's JSON Lines of the same day join by their ids."""
    names = ("daily_papers_2026-05-13.json", "hf_normalized_2026-05-13.jsonl")
    settings = site(tmp_path, {name: (INPUTS / name).read_bytes() for name in names})
    readings, _ = read_all(settings, Silent())
    papers = merge(readings, Overrides(), Silent()).papers.values()
    assert len(papers) == 71
    assert all(len(paper.seen) == 2 and len({seen.listing for seen in paper.seen}) == 2 for paper in papers)
