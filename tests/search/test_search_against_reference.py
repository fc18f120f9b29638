"""The engine against a slow, obvious reference: same papers, same order, same counts, every time."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model import Library
from generator.search.terms import Limits
from generator.text.rich import plain, rich
from tests.search.invented import NAMES, TOPICS, VENUES, WORDS, invented
from tests.search.node import Node
from tests.search.node import written as put
from tests.search.reference import Asked, Question, Reference

QUESTIONS = int(os.environ.get("SEARCH_QUESTIONS", "750"))  # of each kind
ACRONYMS = {"scs": "slow cooked soup", "hpf": "hedge pond frogs"}
TIGHT = Limits(usual=14, enough=150, common=9)  # so that a library of 120 papers is a large one
FIELDS = ("topic", "venue", "year", "author", "has", "listing")
VALUES: dict[str, tuple[str, ...]] = {
    "topic": tuple(TOPICS),
    "venue": VENUES[1:],
    "year": ("2020", "2020..2023", "2021..", "..2020", "unknown"),
    "author": ("garcia", "Zhang", "Wei Zhang", "lukasz", "Anna", "Rose"),
    "has": ("code", "data", "note", "video", "project", "demo", "paper", "abstract"),
    "listing": ("fair", "market"),
}


@pytest.mark.parametrize(
    ("limits", "literal"),
    [
        pytest.param(Limits(), True, id="literal"),
        pytest.param(TIGHT, True, id="as in a large library"),
        pytest.param(Limits(), False, id="with corrections, joined words and acronyms"),
        pytest.param(TIGHT, False, id="all of it"),
    ],
)
def test_engine_answers_as_the_reference(node: Node, tmp_path: Path, limits: Limits, literal: bool) -> None:
    """Same hits in the same order and the same facet counts, whatever is asked."""
    library = _with_acronyms(invented(120, 7))
    folder = put(library, tmp_path, limits)
    reference = Reference(library, limits, ACRONYMS)
    chance = random.Random(20)  # noqa: S311 - chosen questions, not secrets
    found = 0
    for _ in range(QUESTIONS):
        question = _question(chance, literal)
        text = written(question)
        full, some, facets = reference.answer(question)
        options = {
            "limit": 500,
            "literal": literal,
            "filters": question.filters,
            "sort": question.sort,
            "passages": False,
        }
        options["facets"] = ["topic", "subtopic", "year", "venue", "listing", "has", "author"]
        answer = node.ask(folder, "search", text, options)
        assert "problem" not in answer, text
        assert [hit["key"] for hit in answer["hits"]] == full + some, (text, options)
        assert answer["total"] == (len(full) or len(some)), text
        assert answer["partial"] == (not full and bool(some)), text
        counted = {
            name: [(one["value"], one["count"]) for one in values]
            for name, values in answer["facets"].items()
        }
        assert counted == facets, (text, options)
        found += bool(full)
    assert found > QUESTIONS // 5  # questions that have answers


def _with_acronyms(library: Library) -> Library:
    """The same, but some papers define an acronym, some only use it, and some only write it out."""
    made = {}
    for number, (key, paper) in enumerate(library.papers.items()):
        short, long = list(ACRONYMS.items())[number % 2]
        said = {0: f"A {long.title()} ({short.upper()}).", 1: short.upper(), 2: f"{long}."}.get(
            number % 7, ""
        )
        made[key] = replace(paper, abstract=rich(f"{plain(paper.text)} {said}"))
    return replace(library, papers=made)


def written(question: Question) -> str:
    """The question as a person would type it."""
    groups = [" OR ".join(map(_part, group)) for group in question.groups]
    return " ".join([*groups, *("-" + _part(part) for part in question.exclude)])


def _part(part: Asked) -> str:
    if part.kind == "filter":
        return f'{part.field}:"{part.text}"' if " " in part.text else f"{part.field}:{part.text}"
    return f'"{part.text}"' if part.kind == "phrase" else part.text


def _question(chance: random.Random, literal: bool) -> Question:
    groups = tuple(
        tuple(_asked(chance, literal) for _ in range(chance.choice([1, 1, 1, 2])))
        for _ in range(chance.choice([0, 1, 1, 2, 3, 4]))
    )
    if not literal and chance.random() < 0.2:
        long = chance.choice([*ACRONYMS.values()])
        groups += tuple((Asked("word", word),) for word in long.split())
    exclude = tuple(_asked(chance, True) for _ in range(chance.choice([0, 0, 0, 1])))
    filters: dict[str, list[str]] = {}
    for _ in range(chance.choice([0, 0, 1, 2])):
        name = chance.choice([*FIELDS, "subtopic"])
        values: Any = VALUES.get(name, VALUES["topic"])
        filters[chance.choice(["", "", "-"]) + name] = chance.sample(values, chance.randint(1, 2))
    order = chance.choice(["relevance", "relevance", "date", "title"])
    return Question(groups, exclude, filters, order, literal)


def _asked(chance: random.Random, literal: bool) -> Asked:
    kind = chance.choice(["word"] * 6 + ["phrase"] * 2 + ["filter"])
    if kind == "word" and not literal and chance.random() < 0.3:
        return Asked("word", _slipped(chance, chance.choice([*WORDS, *NAMES[2].split(), *ACRONYMS])))
    if kind == "word":
        return Asked("word", chance.choice([*WORDS, *NAMES[0].split(), "unheard", "x1", "庭園", "庭"]))
    if kind == "phrase":
        return Asked("phrase", " ".join(chance.choices(WORDS, k=2)))
    name = chance.choice(FIELDS)
    return Asked("filter", chance.choice(VALUES[name]), name)


def _slipped(chance: random.Random, word: str) -> str:
    """A word with a letter or two swapped, left out, changed or joined to an opener; or as it is."""
    for _ in range(chance.choice([0, 1, 1, 2])):
        at = chance.randrange(len(word))
        slips = (
            word[:at] + word[at + 1 :],
            word[:at] + "e" + word[at:],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        )
        word = chance.choice([*slips, word[:at] + "o" + word[at + 1 :]]) or word
    return chance.choice(["", "", "", "multi"]) + word
