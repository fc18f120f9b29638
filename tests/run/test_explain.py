"""One paper's story, and the nearest papers when it is not clear which is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.explain import explain, find
from generator.model import Related
from generator.problems import CannotGoOn, Place
from tests.run.sites import library

STORY = """First: <A> & B
  key   first
  page  papers/first.html

Seen in 1 place
  library/listings/one.txt:1  entry 1 of “One” (pasted)
    as written: First: <A> & B

Where its values come from
  title       library/listings/one.txt:1
    First: <A> & B
  year        library/overrides.yml:7
    2031

Topics, the primary one first
  Merging (merging), score 2.00: “merging” in the title

Related, the nearest first
  second  0.50  both: shelves, words
    The Second

Your note: library/notes/first.md"""


def test_the_story_of_a_paper() -> None:
    """Where it came from, why its topics, what is related and why."""
    whole = replace(
        library(),
        related={"first": (Related("second", 0.5, ("shelves", "words")),)},
        notes={"first": "Mine."},
        origins={
            "first": {
                "title": Place("library/listings/one.txt", 1),
                "year": Place("library/overrides.yml", 7),
            }
        },
    )
    whole = replace(whole, papers={**whole.papers, "first": replace(whole.papers["first"], year=2031)})
    assert explain("first", whole) == STORY


def test_what_is_not_known_is_said() -> None:
    """No topic and nothing related are answers too."""
    lines = explain("second", library()).splitlines()
    assert "No topic: no words of the taxonomy speak for one" in lines
    assert "Nothing is related: no other paper shares telling words" in lines


@pytest.mark.parametrize(
    ("key", "expected"),
    [("first", "first"), ("the second", "second"), ("SECOND", "second"), ("a b", "first")],
)
def test_a_paper_is_found_by_key_title_or_part(key: str, expected: str) -> None:
    """As a person remembers it."""
    assert find(key, library()).key == expected


@pytest.mark.parametrize(
    ("key", "message", "hint"),
    [
        ("s", "“s” may be any of 2 papers.", "Did you mean: first, second?"),
        ("secund", "There is no paper “secund”.", "Did you mean: second?"),
        ("", "There is no paper “”.", "The A-Z page of the site lists every paper."),
        ("\x1b[0m?", "There is no paper “\x1b[0m?”.", "The A-Z page of the site lists every paper."),
    ],
)
def test_when_it_is_not_clear_the_nearest_are_named(key: str, message: str, hint: str) -> None:
    """And nothing is guessed."""
    with pytest.raises(CannotGoOn) as stop:
        find(key, library())
    assert (stop.value.problem.message, stop.value.problem.hint) == (message, hint)
