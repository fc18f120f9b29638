"""Records of one paper become one paper, in any order, and nothing is lost or made up."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.keys import LIMIT, as_key, paper_key, title_identity
from generator.merge import Merged, merge
from generator.model import Ids, Link, LinkKind, Listing, Markup, Reading, Record
from generator.overrides import Overrides
from generator.problems import Place
from generator.progress import Silent

BREAD = "Bread Index Structures"


def record(title: str = BREAD, file: str = "a", position: int = 1, **facts: object) -> Record:
    base = Record(title, Place(f"library/listings/{file}.txt", position * 2), file, position, Markup.RESIDUE)
    return replace(base, **facts)  # type: ignore[arg-type]


def merged(*records: Record, overrides: Overrides | None = None) -> Merged:
    files: dict[str, list[Record]] = {}
    for one in records:
        files.setdefault(one.listing, []).append(one)
    readings = [
        Reading(Listing(name, name, "", f"library/listings/{name}.txt", "x"), tuple(told), (), len(told))
        for name, told in files.items()
    ]
    return merge(readings, overrides or Overrides(), Silent())


def codes(outcome: Merged) -> list[str]:
    return [problem.code for problem in outcome.problems]


@pytest.mark.parametrize(
    "other",
    [
        "bread index structures",
        "Bread-Index Structures",
        "Bread  Index Structures.",
        "BreadIndex Structures",
        "Bréad Index Structures",
    ],
)
def test_titles_that_differ_in_marks_only_are_one_paper(other: str) -> None:
    """Case, accents, hyphens, spaces and stops do not make a paper."""
    outcome = merged(record(), record(other, "b", 7))
    (paper,) = outcome.papers.values()
    assert [(seen.listing, seen.position, seen.title) for seen in paper.seen] == [
        ("a", 1, BREAD),
        ("b", 7, other),
    ]
    assert [(join.by, len(join.seen)) for join in outcome.report.joins] == [(("title",), 2)]
    assert outcome.problems == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Parsing C++ with Care", "Parsing C# with Care"),
        ("Parsing C with Care", "Parsing C++ with Care"),
        ("Bread 2: More Crust", "Bread 3: More Crust"),
        ("面包索引", "面包指数"),
        ("?", "!"),
    ],
)
def test_titles_that_differ_in_substance_are_two(one: str, two: str) -> None:
    """Signs, numbers and characters of any script tell papers apart, and their keys too."""
    outcome = merged(record(one), record(two, "b"))
    assert len(outcome.papers) == 2
    assert codes(outcome) == []


def test_an_identifier_joins_what_titles_do_not() -> None:
    """Two titles of one arXiv id are one paper, named after the title written most often."""
    ids = Ids(arxiv="3101.00001")
    outcome = merged(
        record("Bread: A First Look", "a", ids=ids), record(BREAD, "b", ids=ids), record(BREAD, "c")
    )
    (paper,) = outcome.papers.values()
    assert (paper.key, paper.ids, len(paper.seen)) == ("bread-index-structures", ids, 3)


def test_two_identifiers_of_one_kind_are_two_papers() -> None:
    """The same title twice on arXiv is two papers; a record that does not say which stays by itself."""
    outcome = merged(
        record(file="a", ids=Ids(arxiv="3101.00001")),
        record(file="b", ids=Ids(arxiv="3102.00002")),
        record(file="c"),
    )
    assert sorted(len(paper.seen) for paper in outcome.papers.values()) == [1, 1, 1]
    assert all(key.startswith("bread-index-structures-") for key in outcome.papers)
    assert codes(outcome) == ["merge-ambiguous"]
    assert "same: [[a.txt:1, b.txt:1]]" in outcome.problems[0].hint


def test_an_identifier_shared_by_mistake_joins_nothing() -> None:
    """A DOI on two papers with different arXiv ids is reported, and neither is lost."""
    outcome = merged(
        record("Bread", "a", ids=Ids(arxiv="3101.00001", doi="10.1/x")),
        record("Butter", "b", ids=Ids(arxiv="3102.00002", doi="10.1/x")),
    )
    assert sorted(outcome.papers) == ["bread", "butter"]
    assert codes(outcome) == ["merge-ids-conflict"]


def test_one_title_by_different_people_is_two_papers() -> None:
    """Two complete lists of authors without a name in common are two papers; the same first author makes one."""
    outcome = merged(
        record("Preface", "a", authors=("Ada Crumb",)),
        record("Preface", "b", authors=("Bo Loaf",)),
        record("Preface", "c", authors=("Bo Loaf", "Cy Rye")),
    )
    assert sorted(len(paper.seen) for paper in outcome.papers.values()) == [1, 2]
    assert codes(outcome) == ["merge-ambiguous"]


def test_the_best_of_every_field() -> None:
    """The longest abstract, the earliest year, the longest complete list of authors, all the links."""
    link = Link(LinkKind.CODE, "https://example.org/bread")
    outcome = merged(
        record(
            file="a",
            abstract="An index.",
            year=2032,
            authors=("A. Crumb",),
            venue="BAKE",
            keywords=("Crust",),
        ),
        record(
            file="b",
            abstract="An index of bread.",
            year=2031,
            authors=("Ada Crumb", "Bo Loaf"),
            links=(link,),
        ),
        record(
            file="c",
            summary="Quick bread.",
            authors=("Ada Crumb", "Bo Loaf", "Cy Rye"),
            authors_incomplete=True,
            links=(Link(LinkKind.OTHER, "https://example.org/bread/"),),
            keywords=("crust", "Bread"),
        ),
    )
    (paper,) = outcome.papers.values()
    assert [span.text for span in (*paper.abstract, *paper.summary)] == ["An index of bread.", "Quick bread."]
    assert (paper.year, paper.venue, paper.authors) == (2031, "BAKE", ("Ada Crumb", "Bo Loaf"))
    assert (paper.authors_incomplete, paper.links, paper.keywords) == (False, (link,), ("Bread", "Crust"))
    assert codes(outcome) == ["merge-years-differ"]


def test_disagreements_are_reported() -> None:
    """Years far apart and different first authors are for a person to judge."""
    outcome = merged(
        record(file="a", year=2021, authors=("Ada Crumb", "Bo Loaf")),
        record(file="b", year=2031, authors=("Bo Loaf", "Ada Crumb")),
    )
    assert [(problem.code, problem.level.value) for problem in outcome.problems] == [
        ("merge-years-differ", "warning"),
        ("merge-authors-differ", "warning"),
    ]


def test_an_entry_twice_in_one_listing_is_told() -> None:
    """Both places are kept, and a note names the second."""
    outcome = merged(record(position=1), record(position=4))
    assert [(problem.code, problem.place.line) for problem in outcome.problems] == [("entry-twice", 8)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Bread Index Structures for Small Bakeries in Winter",
            "Bread Index Structures for Small Bakeries in a Winter",
        ),
        ("Bread Index Structures", "Bread Index Structures: Faster than Toast"),
        ("Telling the Hour from the Growth of Moss", "Moss Clocks: Telling the Hour from the Growth of Moss"),
        ("Optimising the Loaves by Gradient Baking", "Optimizing the Loaves by Gradient Baking"),
    ],
)
def test_near_misses_are_told_with_the_lines_to_paste(one: str, two: str) -> None:
    """Titles that are nearly equal stay two papers until a person says otherwise."""
    outcome = merged(record(one), record(two, "b"))
    keys = sorted(outcome.papers)
    assert codes(outcome) == ["merge-near-miss"]
    assert f"same: [[{keys[0]}, {keys[1]}]]" in outcome.problems[0].hint
    silenced = merged(record(one), record(two, "b"), overrides=Overrides(different=(tuple(keys),), places={}))
    assert codes(silenced) == []
    together = merged(record(one), record(two, "b"), overrides=Overrides(same=(tuple(keys),), places={}))
    assert [len(paper.seen) for paper in together.papers.values()] == [2]


def test_different_splits_what_was_merged() -> None:
    """Entries named by listing and number become papers of their own; none is lost."""
    apart = Overrides(different=(("a.txt:1", "b.txt:1"),), places={})
    outcome = merged(record(file="a"), record(file="b"), overrides=apart)
    assert len(outcome.papers) == 2
    same_id = Ids(arxiv="3101.00001")
    outcome = merged(record(file="a", ids=same_id), record(file="b", ids=same_id), overrides=apart)
    assert len(outcome.papers) == 2


IDS = st.builds(
    Ids,
    arxiv=st.sampled_from(["", "", "3101.00001", "3101.00002"]),
    doi=st.sampled_from(["", "", "10.1/x", "10.1/y"]),
)
RECORDS = st.lists(
    st.builds(
        record,
        title=st.sampled_from([BREAD, "bread index structures", "Butter", "Butter: A Survey", "Toast"]),
        file=st.sampled_from("abc"),
        abstract=st.sampled_from(["", "An index.", "An index of bread."]),
        ids=IDS,
        year=st.sampled_from([None, 2030, 2031]),
        authors=st.sampled_from([(), ("Ada Crumb",), ("Bo Loaf", "Ada Crumb"), ("Cy Rye",)]),
    ),
    max_size=7,
).map(
    lambda told: [replace(one, position=n, place=Place(one.place.file, n)) for n, one in enumerate(told, 1)]
)
WISHES = st.builds(
    Overrides,
    hidden=st.sampled_from([(), ("butter",)]),
    same=st.sampled_from([(), (("butter", "toast"),)]),
    different=st.sampled_from([(), (("a.txt:1", "b.txt:2"),), (("butter", "bread-index-structures"),)]),
)


@given(RECORDS, WISHES, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_papers(records: list[Record], wishes: Overrides, chance: object) -> None:
    """The order of files, and of records in them, changes nothing."""
    shuffled = list(records)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merged(*shuffled, overrides=wishes) == merged(*records, overrides=wishes)


@given(RECORDS, WISHES)
def test_every_record_is_seen_once_or_reported(records: list[Record], wishes: Overrides) -> None:
    """Entries = places seen + entries reported; and no paper has two identifiers of one kind."""
    outcome = merged(*records, overrides=wishes)
    seen = [seen.place for paper in outcome.papers.values() for seen in paper.seen]
    assert len(seen) == len(set(seen))
    assert len(seen) + sum(problem.entries for problem in outcome.problems) == len(records)
    by_place = {one.place: one for one in records}
    if not wishes.same:
        for paper in outcome.papers.values():
            for kind in ("arxiv", "doi"):
                told = {getattr(by_place[seen.place].ids, kind) for seen in paper.seen} - {""}
                assert told <= {getattr(paper.ids, kind)}


@given(st.text(max_size=120).filter(str.strip))
def test_keys_fit_into_every_address(title: str) -> None:
    """Any title gives a key of [a-z0-9-], at most 80 characters, that no file system reserves."""
    key = paper_key(title)
    assert key and len(key) <= LIMIT
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert key not in ("con", "nul", "index", "aux", "com1")
    assert as_key(key) == key
    assert title_identity(title)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        (BREAD, "bread-index-structures"),
        ("Index", "index-1bc04b"),
        ("CON", "con-1143da"),
    ],
)
def test_keys_of_usual_titles(title: str, key: str) -> None:
    """A usual title is its own key; a reserved one gets a hash of the title."""
    assert paper_key(title) == key


def test_keys_of_long_titles_differ_where_the_titles_do() -> None:
    """Titles that begin alike for 80 characters have different keys."""
    long = "a very long title about bread and its many structures and their uses in bakeries everywhere and "
    keys = [paper_key(long + end) for end in ("here", "there")]
    assert keys[0] != keys[1] and all(len(key) <= LIMIT for key in keys)


def test_permutations_of_three_files() -> None:
    """All six orders of three files that conflict give one outcome."""
    files = [
        record(file="a", ids=Ids(arxiv="3101.00001")),
        record(file="b", ids=Ids(arxiv="3101.00001", doi="10.1/x")),
        record(file="c", ids=Ids(arxiv="3101.00002", doi="10.1/x")),
    ]
    outcomes = [merged(*order) for order in itertools.permutations(files)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert len(outcomes[0].papers) == 3
