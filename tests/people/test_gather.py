"""One page for one person: who is joined, who never is, and what the owner may say about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Paper, Person
from generator.overrides import FILE, Naming, load_overrides
from generator.people import Gathered, gather
from generator.problems import Place
from generator.text.rich import rich
from tests.reading.invented import site


def papers(*authors: str) -> dict[str, Paper]:
    """Papers by their lists of authors, names parted by `; `."""
    return {
        f"p{number}": Paper(f"p{number}", rich(f"P {number}"), (), authors=tuple(names.split("; ")))
        for number, names in enumerate(authors)
    }


def spellings(found: Gathered) -> set[tuple[str, ...]]:
    """Who is one person, where there is more than one spelling."""
    return {tuple(sorted(one.spellings)) for one in found.people.values() if len(one.spellings) > 1}


@pytest.mark.parametrize(
    ("lists", "joined"),
    [
        (["J. Moss; Ada Lamp", "Jane Moss; Ada Lamp"], [("J. Moss", "Jane Moss")]),
        (["J. Moss; A. Lamp", "Jane Moss; Ada Lamp"], []),  # one co-author by initials is not enough
        (["J. Moss; A. Lamp; B. Oven", "Jane Moss; Ada Lamp; Bo Oven"],
         [("J. Moss", "Jane Moss"), ("A. Lamp", "Ada Lamp"), ("B. Oven", "Bo Oven")]),
        (["J. Moss; Ada Lamp", "Jane Moss; Bo Oven"], []),  # no co-author in common
        (["J. Moss", "Jane Moss"], []),
        (["J. Moss; Ada Lamp", "Jane Moss; Ada Lamp", "John Moss; Ada Lamp"], []),  # two fit
        (["J. Moss; Jane Moss; Ada Lamp", "Jane Moss; Ada Lamp"], []),  # both on one paper
        (["J. B. Moss; Ada Lamp", "Jane M. Moss; Ada Lamp"], []),
        (["J. Moss; Ada Lamp", "Jane Moss; Ada Lamp", "Jane M. Moss; Ada Lamp"],
         [("J. Moss", "Jane M. Moss", "Jane Moss")]),
        (["J. Moss; Ada Lamp", "Jane B. Moss; Ada Lamp", "Jane M. Moss; Ada Lamp"], []),
        (["Wei Clock; Ada Lamp", "Wen Clock; Ada Lamp"], []),
        (["Wei Clock; Ada Lamp", "Wei Ming Clock; Ada Lamp"], []),
        (["Łukasz Oven", "Lukasz Oven", "Oven, Lukasz"], [("Lukasz Oven", "Oven, Lukasz", "Łukasz Oven")]),
        (["张伟", "章伟", "Zhang Wei"], []),
        (["J. Moss; " + "; ".join(f"Crowd {chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(120)),
          "Jane Moss; Crowd aax"], []),  # a crowd does not tell who works with whom
    ],
)  # fmt: skip
def test_who_is_one_person(lists: list[str], joined: list[tuple[str, ...]]) -> None:
    assert spellings(gather(papers(*lists), Naming())) == set(joined)


def test_a_person_whole() -> None:
    """The fullest name, the spellings by use, the papers, and an address of the name alone."""
    found = gather(papers("J. Moss; 张伟", "Jane Moss; 张伟", "Jane Moss", "Jané Moss; Jane Moss"), Naming())
    assert list(found.people.values()) == [
        Person("jane-moss", "Jané Moss", ("Jane Moss", "J. Moss", "Jané Moss"), ("p0", "p1", "p2", "p3")),
        Person("zhangwei-a3a0ba", "张伟", ("张伟",), ("p0", "p1")),
    ]
    assert found.joins == ("Names of authors joined: 1.", "J. Moss = Jané Moss")


NAMES = st.sampled_from(
    ["J. Moss", "Jane Moss", "John Moss", "Jane M. Moss", "Moss, Jane", "Ada Lamp", "A. Lamp", "Bo Oven",
     "B. Oven", "B. C. Oven", "Bo Carl Oven", "张伟", "Jane Möss", "Index", "Con"]
)  # fmt: skip
LISTS = st.lists(st.lists(NAMES, max_size=4, unique=True), max_size=7)


@settings(deadline=None)
@given(LISTS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_nobody_is_lost(lists: list[list[str]], shuffle: st.DataObject) -> None:
    """Papers in any order give the same persons; every author of every paper is exactly one of them."""
    shelf = papers(*("; ".join(names) for names in lists if names))
    found = gather(shelf, Naming())
    items = list(shelf.items())
    shuffle.shuffle(items)  # type: ignore[attr-defined]
    assert gather(dict(items), Naming()) == found
    told = sorted((key, name) for key, paper in shelf.items() for name in paper.authors)
    of_people = [
        (key, name)
        for person in found.people.values()
        for key in person.papers
        for name in shelf[key].authors
        if name in person.spellings
    ]
    assert sorted(of_people) == told
    for person in found.people.values():
        first = {name.partition(" ")[0] for name in person.spellings if "," not in name}
        assert len({name for name in first if len(name) > 2} - {"Möss"}) <= 1  # no two names written out


def naming(tmp_path: Path, text: str) -> tuple[Naming, list[tuple[str, int, str]]]:
    overrides, problems = load_overrides(site(tmp_path, {}, overrides=text))
    return overrides.people, [(one.code, one.place.line, one.message) for one in problems]


def test_the_owner_has_the_last_word(tmp_path: Path) -> None:
    """`same` joins what was apart, `different` parts what was joined, also spellings of one name."""
    told, problems = naming(
        tmp_path,
        "people:\n  same: [[Jane Moss, Jane Lamp]]\n"
        '  different: [[J. Moss, Jane Moss], ["Ana Muller", Ana Müller]]\n',
    )
    assert problems == []
    shelf = papers("J. Moss; Ada Lamp", "Jane Moss; Ada Lamp", "Jane Lamp", "Ana Muller", "Ana Müller")
    found = gather(shelf, told)
    assert found.problems == ()
    assert spellings(found) == {("Jane Lamp", "Jane Moss")}
    assert len({slug for slug in found.people if slug.startswith("ana-muller-")}) == 2


def test_whom_the_owner_has_placed_is_not_joined_with_others() -> None:
    """Initials that the owner gives to one person are not taken for another."""
    shelf = papers("J. Moss; Ada Lamp", "Jane Moss; Ada Lamp", "Jo Moss-Lamp")
    found = gather(shelf, Naming(same=(("J. Moss", "Jo Moss-Lamp"),)))
    assert spellings(found) == {("J. Moss", "Jo Moss-Lamp")}


def test_wrong_words_of_the_owner_are_reported(tmp_path: Path) -> None:
    """Each with its line; the rest is used."""
    told, problems = naming(
        tmp_path,
        "people:\n  same:\n    - [Jane Moss]\n    - [Jane Moss, Bo Oven]\n    - [Bo Oven, Jane Moss]\n"
        "    - x\n  different:\n    - [Bo Oven, Jane Moss]\n  wrong: 1\n",
    )
    assert told.same == (("Bo Oven", "Jane Moss"),)
    assert problems == [
        ("override-wrong", 9, "`people` has no part `wrong`; it was left out."),
        ("override-wrong", 3, "`people: same` needs two names or more in each list."),
        ("override-wrong", 5, "`Bo Oven, Jane Moss` stands under `same` twice; the first counts (line 4)."),
        ("override-wrong", 6, "`people: same` needs two names or more in each list."),
        (
            "override-contradiction",
            8,
            "`Bo Oven` and `Jane Moss` are called the same and different; they stay one person.",
        ),
    ]


def test_a_name_that_nobody_has_is_reported(tmp_path: Path) -> None:
    """With its line and the nearest names."""
    told, _ = naming(tmp_path, "people:\n  same:\n    - [Jane Moss, Jane Mosss]\n")
    (problem,) = gather(papers("Jane Moss", "Ada Lamp"), told).problems
    assert (problem.code, problem.place, problem.hint) == (
        "override-unused",
        Place(f"library/{FILE}", 3),
        "Did you mean: Jane Moss?",
    )
    assert problem.message == "“Jane Mosss” under `people: same` is no author of this library."
