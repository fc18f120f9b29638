"""What a build tells is kept whole."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.problems import Level, Place, Problem
from generator.told import Counts, Told, from_json, to_json

COUNTS = Counts(218, 316, 4, 66, 27, 245, 12, 233, 1)
NOTE = Problem(Level.NOTE, "a-b", "It is so.", Place("x", 3), "Look.", 2)


def test_the_summary_is_one_line() -> None:
    """A person can quote it; notes are no problems."""
    assert Told(COUNTS, (NOTE, replace(NOTE, level=Level.ERROR))).summary() == (
        "218 papers from 316 entries in 4 listings (66 merged), 27 topics, 245 pages;"
        " files: 12 written, 233 unchanged, 1 removed; 1 problem, 1 note"
    )


def test_one_is_not_many() -> None:
    """Numbers and nouns agree, and thousands are set apart."""
    assert Told(Counts(1, 1, 1, 0, 1, 1, 1, 1234, 0), ()).summary() == (
        "1 paper from 1 entry in 1 listing (0 merged), 1 topic, 1 page;"
        " files: 1 written, 1,234 unchanged, 0 removed; 0 problems"
    )


def test_an_unchanged_build_tells_the_same_problems() -> None:
    """Only that nothing was written this time."""
    told = Told(COUNTS, (NOTE,))
    again = from_json(json.loads(json.dumps(to_json(told))))
    assert again == Told(replace(COUNTS, written=0, unchanged=245, removed=0), (NOTE,), is_fresh=False)
    assert again.is_clean


@pytest.mark.parametrize(
    "value", [None, {}, [], {"counts": {}, "problems": []}, {"counts": 5, "problems": 5}]
)
def test_anything_else_is_nothing(value: Any) -> None:
    """A damaged stamp only costs a build."""
    assert from_json(value) is None
