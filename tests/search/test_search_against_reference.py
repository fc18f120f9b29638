"""The engine against a slow, obvious reference: same papers, same order, same counts, every time."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from generator.model import Library
from tests.search.invented import NAMES, TOPICS, VENUES, WORDS
from tests.search.node import Node
from tests.search.reference import Asked, Question, Reference

QUESTIONS = 3_000
FIELDS = ("topic", "venue", "year", "author", "has", "listing")
VALUES: dict[str, tuple[str, ...]] = {
    "topic": tuple(TOPICS),
    "venue": VENUES[1:],
    "year": ("2020", "2020..2023", "2021..", "..2020", "unknown"),
    "author": ("garcia", "Zhang", "Wei Zhang", "lukasz", "Anna", "Rose"),
    "has": ("code", "data", "note", "video", "project", "demo", "paper", "abstract"),
    "listing": ("fair", "market"),
}


def test_engine_answers_as_the_reference(node: Node, folder: Path, library: Library) -> None:
    """Same hits in the same order and the same facet counts, whatever is asked."""
    reference = Reference(library)
    chance = random.Random(20)  # noqa: S311 - chosen questions, not secrets
    found = 0
    for _ in range(QUESTIONS):
        question = _question(chance)
        text = written(question)
        full, some, facets = reference.answer(question)
        options = {
            "limit": 500,
            "literal": True,
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


def written(question: Question) -> str:
    """The question as a person would type it."""
    groups = [" OR ".join(map(_part, group)) for group in question.groups]
    return " ".join([*groups, *("-" + _part(part) for part in question.exclude)])


def _part(part: Asked) -> str:
    if part.kind == "filter":
        return f'{part.field}:"{part.text}"' if " " in part.text else f"{part.field}:{part.text}"
    return f'"{part.text}"' if part.kind == "phrase" else part.text


def _question(chance: random.Random) -> Question:
    groups = tuple(
        tuple(_asked(chance) for _ in range(chance.choice([1, 1, 1, 2])))
        for _ in range(chance.choice([0, 1, 1, 2, 3, 4]))
    )
    exclude = tuple(_asked(chance) for _ in range(chance.choice([0, 0, 0, 1])))
    filters: dict[str, list[str]] = {}
    for _ in range(chance.choice([0, 0, 1, 2])):
        name = chance.choice([*FIELDS, "subtopic"])
        values: Any = VALUES.get(name, VALUES["topic"])
        filters[chance.choice(["", "", "-"]) + name] = chance.sample(values, chance.randint(1, 2))
    return Question(groups, exclude, filters, chance.choice(["relevance", "relevance", "date", "title"]))


def _asked(chance: random.Random) -> Asked:
    kind = chance.choice(["word"] * 6 + ["phrase"] * 2 + ["filter"])
    if kind == "word":
        return Asked("word", chance.choice([*WORDS, *NAMES[0].split(), "unheard", "x1", "庭園", "庭"]))
    if kind == "phrase":
        return Asked("phrase", " ".join(chance.choices(WORDS, k=2)))
    name = chance.choice(FIELDS)
    return Asked("filter", chance.choice(VALUES[name]), name)
