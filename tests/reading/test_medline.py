"""MEDLINE, as PubMed exports it: what belongs to the format goes, what belongs to the paper stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.problems import Place
from generator.sources.formats import medline, ris
from generator.sources.given import Given

FULL = """
PMID- 90000001
OWN - NLM
DP  - 2031 May 4
TI  - [The bread of many ovens and
      of many more.]
AB  - We bake. GPT - is
      not used.
CI  - Copyright of nobody.
FAU - Crumb, Ada
AU  - Crumb A
AD  - Bakery, Oven
      Street 3.
FAU - O'Brien, Flann
AU  - O'Brien F
CN  - Bread Consortium
LA  - eng
PT  - Journal Article
TA  - J Bread
JT  - Journal of bread
OT  - jam
MH  - *Bread/economics
MH  - Humans
AID - S1-2 [pii]
AID - 10.1234/BREAD.7 [doi]
SO  - J Bread. 2031 May 4.
"""
GOOD = "PMID- 90000002\nTI  - On the Echo of Small Rooms.\n"


def read(text: str) -> Reading:
    return medline.read(Given(text, "a", "a.nbib"))


def test_every_field_is_read() -> None:
    """All that is known of a paper."""
    reading = read(FULL)
    assert reading.problems == ()
    assert reading.records == (
        Record(
            title="The bread of many ovens and of many more",
            place=Place("a.nbib", 2),
            listing="a",
            position=1,
            markup=Markup.RESIDUE,
            abstract="We bake. GPT - is not used.",
            authors=("Ada Crumb", "Flann O'Brien", "Bread Consortium"),
            year=2031,
            venue="Journal of bread",
            ids=Ids(doi="10.1234/bread.7"),
            links=(Link(LinkKind.PAPER, "https://pubmed.ncbi.nlm.nih.gov/90000001/"),),
            keywords=("jam", "Bread", "Humans"),
            published="2031-05-04",
            authority=Authority.PUBLISHER,
        ),
    )


@pytest.mark.parametrize(
    ("lines", "name", "value"),
    [
        ("DP  - 2031 Jan-Feb", "published", ""),
        ("DP  - 2031 Jan-Feb", "year", 2031),
        ("DP  - 2031 Dec", "published", "2031-12"),
        ("DP  - 2031 Spring", "published", ""),
        (
            "AU  - Loaf BC Jr\nAU  - van der Maaten L\nAU  - et al",
            "authors",
            ("BC Loaf, Jr", "L van der Maaten"),
        ),
        ("AU  - Loaf B\nAU  - et al", "authors_incomplete", True),
        ("FAU - 张, 伟\nFAU - Łoaf, José", "authors", ("张伟", "José Łoaf")),
        ("LID - 10.1234/b [doi]", "ids", Ids(doi="10.1234/b")),
        ("AID - arXiv:3101.00001v2 [pii]\nJT  - ArXiv", "ids", Ids("3101.00001")),
        ("AID - arXiv:3101.00001v2 [pii]\nJT  - ArXiv", "venue", ""),
        ("TA  - J Bread", "venue", "J Bread"),
    ],
)
def test_what_pubmed_writes(lines: str, name: str, value: Any) -> None:
    """A few lines at a time, without a problem."""
    reading = read(f"PMID- 1\nTI  - T.\n{lines}\n")
    assert reading.problems == ()
    assert getattr(reading.records[0], name) == value


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Is it bread?", "Is it bread?"),
        ("To be continued...", "To be continued..."),
        ("[Bread]: a review.", "[Bread]: a review"),
        ("Bread <i>in vitro</i> H<sub>2</sub>O.", "Bread in vitro H₂O"),
    ],
)
def test_titles(written: str, title: str) -> None:
    """Only the full stop of the format, and brackets around the whole, are taken off."""
    assert read(f"PMID- 1\nTI  - {written}\n").records[0].title == title


def test_an_entry_without_its_number_or_title_costs_no_other() -> None:
    """A blank line ends an entry as well."""
    reading = read(f"{GOOD}\nTI  - No number.\n\nPMID- 3\nDP  - 2031\n\n{GOOD}")
    assert [(record.title, record.place.line) for record in reading.records] == [
        ("On the Echo of Small Rooms", 1),
        ("No number", 4),
        ("On the Echo of Small Rooms", 9),
    ]
    assert [(problem.code, problem.place.line, problem.entries) for problem in reading.problems] == [
        ("entry-no-title", 6, 1)
    ]


def test_the_two_formats_of_tagged_lines_are_told_apart() -> None:
    """A file named .ris is often MEDLINE inside."""
    assert medline.recognises(Given(FULL)) and not ris.recognises(Given(FULL))
    assert not medline.recognises(Given("TY  - JOUR\nTI  - T\nER  - \n"))
    assert not medline.recognises(Given("<html>\nPMID- 1\n"))


LINES = st.lists(st.sampled_from([*FULL.split("\n"), "PMID-", "x"]) | st.text(max_size=9), max_size=30)


@given(LINES)
def test_entries_are_records_and_what_was_reported(lines: list[str]) -> None:
    """Whatever a file holds, nothing raises and the sum is right."""
    reading = read("\n".join(lines))
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)
