"""RIS, as exporters and editors leave it: an entry ends where the next begins, and each is told of."""

from __future__ import annotations

from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.problems import Place
from generator.sources.formats import ris
from generator.sources.given import Given
from tests.reading.test_shared import SEEDS, needs_seeds

FULL = """\
TY  - JOUR
TI  - Bread <i>Index</i>
Structures &amp; Crusts
AU  - van der Maaten, Laurens
AU  - King, Martin, Jr.
A2  - Itor, Ed
AU  - et al.
T2  - Journal of Bread
J2  - J. Bread
PY  - 2031
DA  - 2031/05/04/
DO  - https://doi.org/10.1234/BREAD.7
UR  - https://arxiv.org/abs/3101.00001v1; https://example.org/bread
L1  - internal-pdf://bread.pdf
L2  - http://dx.doi.org/10.1234/bread.7
N1  - Code at some place
KW  - bread
index
crust; crumb
AB  - An index of bread by crust.
  It is
  small.
ER  -\x20
"""
GOOD = "TY  - JOUR\nTI  - On the Echo of Small Rooms\nER  - \n"


def read(text: str) -> Reading:
    return ris.read(Given(text, "a", "a.ris"))


def test_every_field_is_read() -> None:
    """All that is known of a paper; a value goes on in lines without a tag, and a block of keywords too."""
    reading = read(FULL)
    assert reading.problems == ()
    assert reading.records == (
        Record(
            title="Bread Index Structures & Crusts",
            place=Place("a.ris", 1),
            listing="a",
            position=1,
            markup=Markup.RESIDUE,
            abstract="An index of bread by crust. It is small.",
            authors=("Laurens van der Maaten", "Martin King, Jr."),
            authors_incomplete=True,
            year=2031,
            venue="Journal of Bread",
            ids=Ids("3101.00001", "10.1234/bread.7"),
            links=(Link(LinkKind.PAPER, "https://example.org/bread"),),
            keywords=("bread", "index", "crust", "crumb"),
            published="2031-05-04",
            authority=Authority.PUBLISHER,
        ),
    )


@pytest.mark.parametrize(
    ("lines", "name", "value"),
    [
        ("PY  - 2031///", "year", 2031),
        ("PY  - 2031///", "published", ""),
        ("Y1  - 2031/05//Spring", "published", "2031-05"),
        ("PY  - 2031\nDA  - 2030/12/01", "published", ""),
        ("DA  - 4 May 2031", "year", 2031),
        ("PY  - in press", "year", None),
        ("AN  - arXiv:3101.00001", "ids", Ids("3101.00001")),
        ("JO  - arXiv preprint arXiv:3101.00001", "venue", ""),
        ("JO  - arXiv preprint arXiv:3101.00001", "ids", Ids("3101.00001")),
        ("M3  - doi: 10.1234/b", "ids", Ids(doi="10.1234/b")),
        ("DO  - doi:10.1234/b", "ids", Ids(doi="10.1234/b")),
        ("M3  - Article", "ids", Ids()),
        ("AU  - O'Brien, Flann; 张, 伟; OpenAI", "authors", ("Flann O'Brien", "张伟", "OpenAI")),
        ("A1  - Łoaf, José", "authors", ("José Łoaf",)),
        ("T2  - BAKE &amp; JAM", "venue", "BAKE & JAM"),
        ("JF  - Journal\nJO  - J.", "venue", "Journal"),
        ("KW  - bread, index", "keywords", ("bread", "index")),
        (
            "UR  - https://github.com/crumb/bread",
            "links",
            (Link(LinkKind.CODE, "https://github.com/crumb/bread"),),
        ),
        ("N2  - Text.", "abstract", "Text."),
        ("AB  - We ask\nAI - not a tag", "abstract", "We ask AI - not a tag"),
    ],
)
def test_what_exporters_write(lines: str, name: str, value: Any) -> None:
    """A few lines at a time, without a problem."""
    reading = read(f"TY  - JOUR\nTI  - T\n{lines}\nER  - \n")
    assert reading.problems == ()
    assert getattr(reading.records[0], name) == value


@pytest.mark.parametrize("tag", ["T1", "CT", "BT", "TI"])
def test_the_title_stands_under_several_tags(tag: str) -> None:
    """Each exporter has its own."""
    assert read(f"TY  - CONF\n{tag}  - T\nER  - ").records[0].title == "T"


@pytest.mark.parametrize(
    ("broken", "title", "codes"),
    [
        ("TY  - JOUR\nTI  - No end\n", "No end", ["ris-no-end"]),
        ("TI  - No beginning\nER  - \n", "No beginning", []),
        ("ty  - jour\nti  - Small letters\ner  - \n", "Small letters", []),
        ("TY - JOUR\nTI - One blank\nER -\n", "One blank", []),
        ("TY  -JOUR\nTI  -No blank\nER  -\n", "No blank", []),
        ("  TY  - JOUR\n  TI  - Indented\n  ER  - \n", "Indented", []),
        ("TY\u00a0\u00a0-\u00a0JOUR\nTI\u00a0\u00a0- Hard blanks\nER\u00a0\u00a0- \n", "Hard blanks", []),
        ("TY  - JOUR\n\nTI  - Blank lines\n\nER  - \n", "Blank lines", []),
        ("TY  - JOUR\nAU  - Ann Loaf\nER  - \n", None, ["entry-no-title"]),
        (
            "TY  - JOUR\nTY  - CONF\nTI  - Twice\nER  - \n",
            "Twice",
            ["entry-no-title", "ris-no-end"],
        ),
    ],
)
def test_an_odd_entry_between_good_ones(broken: str, title: str | None, codes: list[str]) -> None:
    """It is read or told with its line, and the others are whole."""
    reading = read(f"Provider: nobody\n{GOOD}{broken}{GOOD}")
    titles = [record.title for record in reading.records]
    assert titles[0] == titles[-1] == "On the Echo of Small Rooms"
    assert titles[1:-1] == ([title] if title else [])
    assert [problem.code for problem in reading.problems] == codes
    assert all(problem.place.line == 5 for problem in reading.problems)
    assert reading.records[-1].place.line == 5 + broken.count("\n")
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (FULL, True),
        ("Scopus\nEXPORT DATE: 1\n\nTY  - CONF\nT1  - T", True),
        ("TI  - T\nAU  - A\nER  - ", True),
        ("ty - jour\n", True),
        ("TY  -\n", False),
        ("Why - because\n", False),
        ("<html>\nTY  - JOUR\n</html>", False),
        ("TI  - Title\n", False),
    ],
)
def test_what_is_recognised(text: str, known: bool) -> None:
    """The first line of an entry, or a title with an end."""
    assert ris.recognises(Given(text)) is known


def test_security_hostile_values_cost_nothing_else() -> None:
    """A wrong address is told and left out; markup and turned text stay text."""
    reading = read(
        "TY  - JOUR\nTI  - <script>alert(1)</script>\nAU  - A\u202eB\nUR  - javascript:x\nDO  - 11.x\nER  - "
    )
    assert reading.records[0].title == "<script>alert(1)</script>"
    assert (reading.records[0].authors, reading.records[0].links) == (("AB",), ())


LINES = st.lists(
    st.sampled_from([*FULL.split("\n"), "TY  - ", "ER  -", "  ", "x"]) | st.text(max_size=9), max_size=30
)


@given(LINES)
def test_entries_are_records_and_what_was_reported(lines: list[str]) -> None:
    """Whatever a file holds, nothing raises and the sum is right."""
    reading = read("\n".join(lines))
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)


@pytest.mark.shared
@needs_seeds
@pytest.mark.parametrize("name", ["baseline_zotero.ris"])
def test_real_files(name: str) -> None:
    """The same entries, titles and authors as another program's reader finds."""
    text = (SEEDS.parent / "inputs" / name).read_text(encoding="utf-8-sig")
    reading = read(text)
    others = rispy.loads(text)
    assert reading.problems == ()
    assert reading.entries == len(others) == 10
    for record, other in zip(reading.records, others, strict=True):
        assert record.title == other["title"]
        assert [name.split()[-1] for name in record.authors] == [
            name.split(",")[0].split()[-1] for name in other.get("authors", [])
        ]
        assert (str(record.year), record.ids.doi) == (other["year"][:4], other.get("doi", "").lower())
        assert record.keywords == tuple(dict.fromkeys(other.get("keywords", [])))
