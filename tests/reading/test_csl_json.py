"""CSL-JSON, of reference managers and of Crossref: lists, wrapped lists, single works."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.problems import Place
from generator.sources.formats import csl_json
from generator.sources.given import Given
from generator.sources.inline_html import without_tags
from generator.text.clean import clean_title
from generator.text.rich import plain
from tests.reading.test_shared import SEEDS, needs_seeds

FULL = {
    "id": "crumb2031",
    "type": "article-journal",
    "title": 'Bread <span class="nocase">Index</span> Structures in H<sub>2</sub>O',
    "author": [
        {"family": "Maaten", "given": "Laurens", "non-dropping-particle": "van der"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
        {"literal": "Barnes and Noble, Inc."},
        {"family": "张", "given": "伟"},
    ],
    "editor": [{"family": "Itor", "given": "Ed"}],
    "issued": {"date-parts": [["2031", 5, "4"]]},
    "accessed": {"date-parts": [[2032, 1, 1]]},
    "container-title": "Journal of Bread &amp; Jam",
    "DOI": "10.1234/BREAD.7",
    "URL": "https://example.org/bread",
    "PMID": "90000001",
    "note": "arXiv: 3101.00001 [cs]\nCode: https://github.com/crumb/bread.",
    "keyword": "bread, index, bread",
    "abstract": "<jats:title>Abstract</jats:title><jats:p>Bread &lt; <jats:b>jam</jats:b>.</jats:p>",
}
GOOD = {"id": "x", "type": "book", "title": "On the Echo of Small Rooms"}


def read(text: str) -> Reading:
    return csl_json.read(Given(text, "a", "a.json"))


def test_every_field_is_read() -> None:
    """All that is known of a paper, without its markup."""
    reading = read(json.dumps([FULL], indent=1))
    assert reading.problems == ()
    assert reading.records == (
        Record(
            title="Bread Index Structures in H₂O",
            place=Place("a.json", 2),
            listing="a",
            position=1,
            markup=Markup.RESIDUE,
            abstract="Bread < jam.",
            authors=("Laurens van der Maaten", "Martin King, Jr.", "Barnes and Noble, Inc.", "张伟"),
            year=2031,
            venue="Journal of Bread & Jam",
            ids=Ids("3101.00001", "10.1234/bread.7"),
            links=(
                Link(LinkKind.PAPER, "https://example.org/bread"),
                Link(LinkKind.PAPER, "https://pubmed.ncbi.nlm.nih.gov/90000001/"),
                Link(LinkKind.CODE, "https://github.com/crumb/bread"),
            ),
            keywords=("bread", "index"),
            published="2031-05-04",
            authority=Authority.PUBLISHER,
        ),
    )


@pytest.mark.parametrize(
    ("work", "name", "value"),
    [
        ({"title": ["Bread"], "subtitle": ["An Index"]}, "title", "Bread: An Index"),
        ({"title": ["Bread: An Index"], "subtitle": ["An Index"]}, "title", "Bread: An Index"),
        ({"title": 1984}, "title", "1984"),
        ({"title": "<cup, on, table> &amp; R&D"}, "title", "<cup, on, table> & R&D"),
        ({"title": "", "title-short": "Bread"}, "title", "Bread"),
        ({"issued": {"raw": "2031-05"}}, "published", "2031-05"),
        ({"issued": {"literal": "n.d."}}, "year", None),
        ({"issued": {"date-parts": [[None]]}, "published-online": {"date-parts": [[2031]]}}, "year", 2031),
        ({"issued": {"date-parts": [[2031, 5], [2031, 6]]}}, "published", "2031-05"),
        ({"issued": {"date-parts": [[2031, 13, 4]]}}, "published", ""),
        ({"issued": "2031-05-04T00:00:00Z"}, "published", "2031-05-04"),
        ({"created": {"date-parts": [[2031]]}}, "year", None),
        ({"DOI": "10/abc12"}, "ids", Ids()),
        ({"DOI": "10/abc12"}, "links", (Link(LinkKind.PAPER, "https://doi.org/10/abc12"),)),
        ({"DOI": "https://doi.org/10.1234/b"}, "ids", Ids(doi="10.1234/b")),
        ({"note": "tldr\nDOI: 10.1234/b\n"}, "ids", Ids(doi="10.1234/b")),
        ({"number": "arXiv:3101.00001", "publisher": "arXiv"}, "ids", Ids("3101.00001")),
        ({"archive": "arXiv", "archive_location": "3101.00001"}, "ids", Ids("3101.00001")),
        ({"custom": {"arxiv": "arXiv:3101.00001v2"}}, "ids", Ids("3101.00001")),
        ({"container-title": "arXiv preprint arXiv:3101.00001"}, "venue", ""),
        ({"container-title": [], "event": {"name": "BAKE 2031"}}, "venue", "BAKE 2031"),
        ({"author": [{"family": '"de la Fontaine"', "given": "Jean"}]}, "authors", ("Jean de la Fontaine",)),
        ({"author": [{"name": "OpenAI"}, "Łoaf, José", {"family": "O'Brien"}]}, "authors", None),
        ({"subject": ["Bread", "Jam"]}, "keywords", ("Bread", "Jam")),
        ({"author": {"family": "X"}, "issued": 7, "keyword": 7, "URL": 7}, "authors", ()),
    ],
)
def test_what_exporters_write(work: dict[str, Any], name: str, value: Any) -> None:
    """A few members at a time."""
    reading = read(json.dumps([{**GOOD, **work}]))
    expected = ("OpenAI", "Łoaf, José", "O'Brien") if value is None and name == "authors" else value
    assert getattr(reading.records[0], name) == expected


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"status": "ok", "message": {"total-results": 2, "items": [GOOD, GOOD]}}),
        json.dumps({"items": [GOOD, GOOD]}),
        json.dumps([GOOD, GOOD], indent=4),
        f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n",
    ],
)
def test_lists_and_their_wrappings(text: str) -> None:
    """Wherever the list stands, both works are found."""
    assert csl_json.recognises(Given(text))
    assert [record.title for record in read(text).records] == ["On the Echo of Small Rooms"] * 2


@pytest.mark.parametrize("text", [json.dumps(GOOD, indent=1), json.dumps({"status": "ok", "message": GOOD})])
def test_single_works(text: str) -> None:
    """What Crossref answers for one DOI."""
    assert csl_json.recognises(Given(text))
    assert [record.title for record in read(text).records] == ["On the Echo of Small Rooms"]


@pytest.mark.parametrize(
    "value",
    [
        [{"title": "Bread", "authors": ["Ada Crumb"], "year": 2031}],
        [{"paper": {"title": "Bread"}, "title": "Bread", "publishedAt": "2031"}],
        [{"id": "a", "content": {"title": {"value": "Bread"}}}],
        [{"title": "Bread", "author": "Ada Crumb;Bo Loaf", "site": "https://example.org"}],
        {"notes": [{"id": "a", "content": {"title": "Bread"}}], "count": 1},
        {"title": "Bread", "year": 2031},
        [],
        [7],
        {"message": "Resource not found."},
    ],
)
def test_other_json_is_left_to_other_formats(value: Any) -> None:
    """A title alone makes no work of CSL."""
    assert not csl_json.recognises(Given(json.dumps(value)))
    assert not csl_json.recognises(Given(json.dumps(value, indent=1)))


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ('{"title": "open, "type": "book"}', "csl-broken"),
        ('{"title": "A" "type": "book"}', "csl-broken"),
        ("7", "csl-broken"),
        ('"text"', "csl-broken"),
        ('{"type": "book"}', "entry-no-title"),
        ("[" * 5000, "csl-broken"),
    ],
)
def test_a_broken_item_then_a_good_one(broken: str, code: str) -> None:
    """It costs itself, and the report names its line."""
    good = json.dumps(GOOD)
    reading = read(f"[\n{good},\n{broken},\n{good}\n]")
    assert [(problem.code, problem.place.line, problem.entries) for problem in reading.problems] == [
        (code, 3, 1)
    ]
    assert [(record.position, record.place.line) for record in reading.records] == [(1, 2), (3, 4)]


def test_a_cut_file_keeps_what_came_before() -> None:
    """What is whole is read; the entry that is cut, and the missing end, are told."""
    text = json.dumps([GOOD, FULL], indent=1)
    reading = read(text[: text.index("Maaten")])
    assert [record.title for record in reading.records] == ["On the Echo of Small Rooms"]
    assert [(problem.code, problem.entries) for problem in reading.problems] == [
        ("csl-broken", 1),
        ("csl-broken", 0),
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<jats:sec><jats:title>Aim</jats:title><jats:p>x<sup>2</sup>.</jats:p></jats:sec>", "Aim: x²."),
        ("a<br/>b <p>c</p>", "a b c"),
        ("<i>open", "open"),
        ("a < b > c <d>", "a < b > c <d>"),
        ("R&amp;D, AT&T, &amp;lt;", "R&D, AT&T, <"),
        ("<alternatives><tex-math>$$x$$</tex-math><mml:math>x</mml:math></alternatives>", "$x$"),
        ("<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math> y", "x² y"),
        ("<p>" * 3000 + "deep", "deep"),
        ("<p>a <script>alert(1)</script></p>", "a <script>alert(1)</script>"),
        ("<p onclick='x'>a</p>", "a"),
    ],
)  # fmt: skip
def test_markup_within_text(written: str, shown: str) -> None:
    """Tags of the vocabulary go, everything else is text."""
    assert without_tags(written) == shown


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["family", "date-parts", "raw"]), inner)
    ),
    max_leaves=5,
)


@given(
    st.lists(st.dictionaries(st.sampled_from(sorted(FULL)), VALUES, max_size=6) | VALUES, max_size=4),
    st.data(),
)
def test_entries_are_records_and_what_was_reported(works: list[Any], data: st.DataObject) -> None:
    """Whatever a file holds, whole or cut: nothing raises and the sum is right."""
    text = json.dumps(works)
    reading = read(text[: data.draw(st.integers(1, len(text)))])
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)
    assert read(text).entries == len(works)


@pytest.mark.shared
@needs_seeds
@pytest.mark.parametrize("name", ["zotero_bbt_ordering.csl.json"])
def test_real_files(name: str) -> None:
    """As many works as the standard parser reads, with titles, families and years; short DOIs are links."""
    text = (SEEDS.parent / "inputs" / name).read_text(encoding="utf-8")
    works = json.loads(text)
    reading = read(text)
    assert reading.problems == ()
    assert reading.entries == len(reading.records) == len(works) == 26
    for record, work in zip(reading.records, works, strict=True):
        shown = plain(clean_title(record.title, record.markup))
        assert not re.search(r"[\\{}$]|</?\w+>", shown), shown
        assert re.sub("<[^>]+>", "", work["title"]) == record.title
        assert [name.split()[-1] for name in record.authors] == [
            (person.get("family") or person["literal"]).split()[-1] for person in work.get("author", [])
        ]
        assert str(record.year or "") == str(work.get("issued", {}).get("date-parts", [[""]])[0][0])
        short = work.get("DOI", "").startswith("10/")
        assert short == any("doi.org/10/" in link.url for link in record.links)
        assert text.split("\n")[record.place.line - 1].strip() == "{"
