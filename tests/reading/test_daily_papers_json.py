"""Hugging Face's records, from the API and from a saved page: the right one of three dates, and no entry lost."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.problems import Place
from generator.sources.formats import daily_papers_api, daily_papers_page
from generator.sources.given import Given

INPUTS = Path(__file__).parent.parent.parent.parent / "shared" / "inputs"
needs_inputs = pytest.mark.skipif(
    not INPUTS.is_dir(), reason="the real files (../shared/inputs) are not here"
)

MOSS: dict[str, Any] = {
    "paper": {
        "id": "3101.00001",
        "authors": [{"name": "José Łukasz", "hidden": False}, {"name": "张伟", "hidden": True}],
        "publishedAt": "2031-01-02T09:48:08.000Z",
        "submittedOnDailyAt": "2031-01-05T03:29:14.259Z",
        "title": "Moss Clocks:\nTelling the Hour",
        "summary": "Forest floors keep time & <b>more</b>.",
        "upvotes": 14,
        "ai_summary": "A machine's words.",
        "ai_keywords": ["moss clock", "forest"],
        "githubRepo": "https://github.com/fern/moss",
        "projectPage": "https://moss.example/",
    },
    "publishedAt": "2031-01-01T20:00:00.000Z",
    "title": "Moss Clocks",
}
BREAD: dict[str, Any] = {
    "paper": {"id": "x-y", "title": "Bread Index Structures", "upvotes": 1, "authors": []}
}
MOSS_READ = Record(
    title="Moss Clocks:\nTelling the Hour",
    place=Place("a.json", 1),
    listing="a",
    position=1,
    markup=Markup.RESIDUE,
    abstract="Forest floors keep time & <b>more</b>.",
    authors=("José Łukasz", "张伟"),
    year=2031,
    ids=Ids(arxiv="3101.00001"),
    links=(
        Link(LinkKind.CODE, "https://github.com/fern/moss"),
        Link(LinkKind.PROJECT, "https://moss.example/"),
    ),
    keywords=("moss clock", "forest"),
    published="2031-01-02",
    listed="2031-01-05",
    authority=Authority.LISTING,
)


def of_api(text: str) -> Reading:
    return daily_papers_api.read(Given(text, "a", "a.json"))


def page(*entries: object, props: str = "") -> str:
    told = props or json.dumps({"dateString": "2031-01-05", "dailyPapers": entries, "query": {}})
    return (
        "<!doctype html>\n<html><head><title>Daily Papers</title></head>\n<body>\n"
        '<div data-target="Other" data-props="{}"></div>\n'
        f'<div data-target="DailyPapers" data-props="{html.escape(told)}"></div>\n</body></html>\n'
    )


def counts(reading: Reading) -> int:
    return len(reading.records) + sum(problem.entries for problem in reading.problems)


def test_every_field_is_read_and_each_date_is_its_own() -> None:
    """The paper's date is the inner one, the list's the day of submission; a machine's summary is not read."""
    reading = of_api(json.dumps([MOSS]))
    assert (reading.records, reading.problems) == ((MOSS_READ,), ())
    assert (reading.listing.title, reading.listing.date) == ("Daily Papers, 2031-01-05", "2031-01-05")


def test_a_page_gives_the_same_records_as_the_api() -> None:
    """Only their place differs: all of a page's papers stand in one of its lines."""
    reading = daily_papers_page.read(Given(page(MOSS, BREAD), "a", "a.json"))
    assert [record.title for record in reading.records] == [
        "Moss Clocks:\nTelling the Hour",
        "Bread Index Structures",
    ]
    assert {record.place.line for record in reading.records} == {5}
    assert reading.records[1].links == (Link(LinkKind.PAPER, "https://huggingface.co/papers/x-y"),)


def test_one_paper_alone() -> None:
    """/api/papers/ID answers one object, without an entry around it; so does the page of one paper."""
    assert of_api(json.dumps(MOSS["paper"])).records == (MOSS_READ,)
    props = json.dumps({"paper": MOSS["paper"], "comments": []})
    reading = daily_papers_page.read(Given(page(props=props), "a", "a.json"))
    assert [record.ids.arxiv for record in reading.records] == ["3101.00001"]


@pytest.mark.parametrize(
    ("broken", "lost"),
    [
        ('{"paper": {"id": "1", "title": 7}}', 1),
        ('{"paper": {}}', 1),
        ("null", 1),
        ("7", 1),
        ('{"paper": {"id": "3101.00002", "title": "Cut }', 1),
        ('{"paper": {"id": "3101.00002", "title": "A", "authors": "B"}}', 0),
        ('{"paper": {"id": "3101.00002", "title": "A", "publishedAt": "soon"}}', 0),
    ],
)
def test_a_broken_entry_then_a_good_one(broken: str, lost: int) -> None:
    """The broken one is reported with its line, and costs nothing else."""
    reading = of_api(f"[\n{json.dumps(BREAD)},\n{broken},\n{json.dumps(MOSS)}\n]")
    assert [record.title for record in reading.records][-1] == MOSS["paper"]["title"]
    assert len(reading.records) == 3 - lost
    assert {problem.place.line for problem in reading.problems} <= {3}
    assert counts(reading) == reading.entries == 3


def test_a_file_cut_short_keeps_what_stood_before() -> None:
    """A download that broke off loses its last entry, and says so."""
    whole = json.dumps([MOSS, BREAD, MOSS])
    reading = of_api(whole[: whole.rindex("title")])
    assert len(reading.records) == 2
    assert [problem.entries for problem in reading.problems] == [1, 0]
    assert {problem.code for problem in reading.problems} == {"hugging-face-broken"}
    assert counts(reading) == reading.entries == 3


@pytest.mark.parametrize(
    "text",
    ["[]", "{}", '[{"title": "A"}]', '{"error": "Not found"}', "<html></html>", "[7]", '{"notes": []}', ""],
)
def test_what_is_no_answer_is_not_recognised(text: str) -> None:
    """Other JSON and other pages are left to other readers."""
    assert not daily_papers_api.recognises(Given(text))
    assert not daily_papers_page.recognises(Given(text))


def test_a_page_without_papers_says_so() -> None:
    """A page that asks to log in is recognised, and tells what to do."""
    empty = '<!doctype html><html><body data-props="{}"><a href="https://huggingface.co/papers">x</a></body></html>'
    assert daily_papers_page.recognises(Given(empty))
    reading = daily_papers_page.read(Given(empty, "a", "a.html"))
    assert ([problem.code for problem in reading.problems], reading.entries) == (["listing-empty"], 0)


@given(st.integers(0, 600), st.integers(0, 40), st.text(st.characters(codec="utf-8"), max_size=5))
def test_no_entry_is_lost_without_a_word_however_the_file_is_damaged(at: int, length: int, put: str) -> None:
    """Entries read = records + reported entries, whatever is cut out or put in, in the answer and in the page."""
    text = json.dumps([BREAD, MOSS, BREAD])
    for reading in (
        of_api(text[:at] + put + text[at + length :]),
        daily_papers_page.read(
            Given(page(props='{"dailyPapers":' + text[:at] + put + text[at + length :]), "a", "a")
        ),
    ):
        assert counts(reading) == reading.entries


@pytest.mark.shared
@needs_inputs
def test_the_real_files() -> None:
    """As many records as a plain reader of JSON, or a search for the pages' addresses, counts."""
    answer = (INPUTS / "daily_papers_2026-05-13.json").read_text(encoding="utf-8")
    reading = of_api(answer)
    told = json.loads(answer)
    assert [record.ids.arxiv for record in reading.records] == [entry["paper"]["id"] for entry in told]
    assert [list(record.authors) for record in reading.records] == [
        [author["name"] for author in entry["paper"]["authors"]] for entry in told
    ]
    assert (len(told), reading.problems) == (71, ())
    saved = (INPUTS / "hf_daily_2026-02-23.html").read_text(encoding="utf-8")
    reading = daily_papers_page.read(Given(saved, "a", "a.html"))
    shown = set(re.findall(r'<h3.*?href="/papers/(\d{4}\.\d{5})"', saved, re.DOTALL))
    assert {record.ids.arxiv for record in reading.records} == shown
    assert (len(reading.records), reading.problems) == (18, ())
