"""Which titles are spellings of one, which names may be one person's, and how well that works on real papers."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.collection import CORPUS
from bench.joining import APART, DISTURBED, corpus, quality
from generator.merge import choosing, merge
from generator.merge.evidence import People, fit, same_person
from generator.merge.variants import distance, is_variant
from generator.model import Authority, Ids, Link, LinkKind, Listing, Markup, Reading, Record
from generator.overrides import Overrides
from generator.problems import Place
from generator.progress import Silent
from generator.text.fold import fold

MOSS = "Moss Clocks: Telling the Hour from the Growth of Forest Floors"


@pytest.mark.parametrize(
    "other",
    [
        "Moss Clocks",
        "Moss Clocks - Telling the hour from the growth of forest floors",
        "Moss Cloks: Telling the Hour from the Growth of Forest Floors",
        "Moss Clocks: Telling the Hour from the Growht of Forest Floors",
        "Moss Clocks: Telling the Hour from Growth of Forest Floors",
        "Moss Clocks: Telling the Hours from the Growth of Forest Floor",
        "Moss Clocks: Telling the Hour from the Growth of...",
        "Mossclocks: Telling the Hour from the Growth of Forest Floors",
        "Moss(y) Clocks: Telling the Hour from the Growth of Forest Floors",
    ],
)
def test_spellings_of_one_title(other: str) -> None:
    """A subtitle left out, a slip, a plural, a small word, a cut, a bracket that hangs on a word."""
    assert is_variant(MOSS, other)
    assert is_variant(other, MOSS)


@pytest.mark.parametrize(
    "other",
    [
        "Moss Clocks II: Telling the Hour from the Growth of Forest Floors",
        "Moss Clocks 2: Telling the Hour from the Growth of Forest Floors",
        "Reply to Moss Clocks: Telling the Hour from the Growth of Forest Floors",
        "Correction: Moss Clocks: Telling the Hour from the Growth of Forest Floors",
        "Moss Clocks: Telling the Minute from the Growth of Forest Floors",
        "Robust Moss Clocks: Telling the Hour from the Growth of Forest Floors",
        "Moss Clocks: A Survey",
        "Fern Clocks: Telling the Hour from the Growth of Forest Floors",
        "Moss",
    ],
)
def test_titles_of_different_papers(other: str) -> None:
    """Parts, numbers, answers, and a word that is another."""
    assert not is_variant(MOSS, other)
    assert not is_variant(other, MOSS)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("J. Devlin", "Jacob Devlin", True),
        ("Jacob M. Devlin", "Jacob Devlin", True),
        ("Devlin J", "Jacob Devlin", True),
        ("Wei Zhang", "Zhang Wei", True),
        ("José Łukasz", "Jose Lukasz", True),
        ("Wei Zhang", "Wen Zhang", False),
        ("Jacob Devlin", "Mary Devlin", False),
        ("J. Devlin", "M. Devlin", False),
        ("Ada Fern", "Bo Loaf", False),
        ("A. B.", "A. B.", False),
    ],
)
def test_names_of_one_person(one: str, other: str, same: bool) -> None:
    """Initials, accents and order are no difference; another word is."""
    first, second = (frozenset(fold(name).split()) for name in (one, other))
    assert same_person(first, second) is same
    assert same_person(second, first) is same


def _people(*names: str, incomplete: bool = False, year: int | None = None) -> People:
    words = tuple(frozenset(fold(name).split()) for name in names)
    return People(words, incomplete, frozenset([year] if year else []))


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (_people("Ada Fern", "Bo Loaf"), _people("A. Fern", "B. Loaf"), True),
        (_people("Ada Fern", "Bo Loaf"), _people("Ada Fern", incomplete=True), True),
        (_people("Ada Fern", year=2030), _people("Ada Fern", year=2032), True),
        (_people("Ada Fern", year=2030), _people("Ada Fern", year=2033), False),
        (_people("Ada Fern", "Bo Loaf"), _people("Bo Loaf", "Ada Fern"), False),
        (_people("Ada Fern", "Bo Loaf", "Cy Rye"), _people("Ada Fern", "Di Oat", "El Bun"), False),
        (_people("Ada Fern"), _people(), False),
    ],
)
def test_authors_that_fit(one: People, other: People, fits: bool) -> None:
    """The same first author, half of the shorter list, and years at most two apart."""
    assert fit(one, other) is fits
    assert fit(other, one) is fits


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8), st.integers(0, 4))
def test_distance_is_what_the_plain_table_gives(one: str, other: str, most: int) -> None:
    """Against the textbook's whole table, without the short cuts."""
    table = [[i + j if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            ways = [
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            ]
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                ways.append(table[i - 2][j - 2] + 1)
            table[i][j] = min(ways)
    assert min(distance(one, other, most), most + 1) == min(table[-1][-1], most + 1)


def _record(file: str, title: str = MOSS, **more: Any) -> Record:
    return Record(title, Place(f"listings/{file}", 1), file, 1, Markup.PLAIN, **more)


def _merged(*records: Record) -> list[tuple[str, ...]]:
    readings = [Reading(Listing(one.listing, "", "", one.place.file, "x"), (one,), (), 1) for one in records]
    outcomes = [merge(order, Overrides(), Silent()) for order in permutations(readings)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    return sorted(tuple(seen.listing for seen in paper.seen) for paper in outcomes[0].papers.values())


def test_ids_of_one_kind_keep_variants_apart() -> None:
    """However alike title, authors and year are."""
    people: dict[str, Any] = {"authors": ("Ada Fern", "Bo Loaf"), "year": 2031}
    assert _merged(
        _record("a", **people, ids=Ids(arxiv="3101.00001")),
        _record("b", MOSS.replace("Clocks", "Cloks"), **people, ids=Ids(arxiv="3101.00002")),
        _record("c", MOSS.replace("Growth", "Growht"), **people),
    ) == [("a",), ("b",), ("c",)]


def test_every_field_comes_from_the_best_source() -> None:
    """The publisher before the archive before a listing; nothing empty takes the place of something."""
    told = [
        _record(
            "a",
            authors=("A. Fern", "B. Loaf", "C. Rye"),
            year=2029,
            abstract="Forest floors keep time, and more.",
        ),
        _record(
            "b",
            MOSS.lower(),
            authors=("Ada Fern", "Bo Loaf"),
            year=2030,
            published="2030-05-06",
            ids=Ids(arxiv="3005.00001"),
            abstract="Forest floors keep time.",
            authority=Authority.ARCHIVE,
        ),
        _record(
            "c",
            "Moss Clocks",
            authors=("Ada Fern", "Bo Loaf"),
            year=2031,
            venue="MOSS 2031",
            ids=Ids(arxiv="3005.00001", doi="10.1234/moss"),
            abstract="Forest...",
            authority=Authority.PUBLISHER,
        ),
    ]
    readings = [Reading(Listing(one.listing, "", "", one.place.file, "x"), (one,), (), 1) for one in told]
    outcome = merge(readings, Overrides(), Silent())
    ((key, paper),) = outcome.papers.items()
    assert (paper.title_text, paper.year, paper.venue) == ("Moss Clocks", 2031, "MOSS 2031")
    assert (paper.authors, paper.published) == (("Ada Fern", "Bo Loaf"), "")
    assert [span.text for span in paper.abstract] == ["Forest floors keep time."]
    assert {field: place.file for field, place in outcome.origins[key].items()} == {
        "title": "listings/c",
        "authors": "listings/c",
        "year": "listings/c",
        "venue": "listings/c",
        "abstract": "listings/b",
        "arxiv": "listings/b",
        "doi": "listings/c",
    }


def test_a_stand_in_is_no_title() -> None:
    """A bare id joins by its id alone, and gives no name to a paper that has one."""
    stand_in = _record("a", "arXiv:3101.00001", ids=Ids(arxiv="3101.00001"), untitled=True)
    known = _record("b", "Zebra", ids=Ids(arxiv="3101.00001"))
    assert _merged(stand_in, known) == [("a", "b")]
    alike = [_record(name, "x", ids=Ids(arxiv=f"3101.0000{name}"), untitled=True) for name in "12"]
    assert _merged(*alike) == [("1",), ("2",)]
    outcome = merge(
        [Reading(Listing("a", "", "", "a", "x"), (stand_in, known), (), 2)], Overrides(), Silent()
    )
    assert [(paper.title_text, paper.untitled) for paper in outcome.papers.values()] == [("Zebra", False)]


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus (../shared/corpus) is not here")
def test_joining_real_papers_that_were_disturbed() -> None:
    """Eight ways to tell a paper again, five to be another that looks like it; `bench.joining` has the numbers."""
    found = quality(corpus(4_000))
    right = sum(found[name][1] for name in DISTURBED)
    wrong = sum(found[name][1] for name in (*APART, "others"))
    pairs = sum(found[name][0] for name in DISTURBED)
    assert pairs >= 2_000
    assert right / (right + wrong) >= 0.999
    assert right / pairs >= 0.98


def test_a_repository_in_another_case_is_the_same() -> None:
    """GitHub knows no case; other hosts do."""
    links = [
        Link(LinkKind.CODE, f"https://{host}/{name}")
        for host in ("github.com", "host.example")
        for name in ("Fern/Moss", "fern/moss")
    ]
    records = [_record("a", links=tuple(links))]
    shown = [link.url for link in choosing.links(records, ())]
    assert shown == [
        "https://github.com/Fern/Moss",
        "https://host.example/Fern/Moss",
        "https://host.example/fern/moss",
    ]
