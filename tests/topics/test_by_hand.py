"""Topics and related papers agree with what people said by hand of 218 papers.

labels.json: topics of each paper, the primary first, and topics that are as defensible; related.json: papers
near 50 of them, graded 1 to 3. Both were written before the rules were tuned. Only titles are kept here.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator.classify import classify
from generator.model import Match, Paper, Topic
from generator.overrides import Overrides
from generator.progress import Silent
from generator.relate import relate
from generator.taxonomy import parse
from generator.text.rich import rich
from generator.text.slug import slug

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LABELS: dict[str, dict[str, list[str]]] = json.loads((Path(__file__).parent / "labels.json").read_text())
RELATED: dict[str, dict[str, int]] = json.loads((Path(__file__).parent / "related.json").read_text())
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared is not here"),
]


@cache
def topics() -> Mapping[str, Topic]:
    return parse((ROOT / "library" / "topics.yml").read_text(encoding="utf-8"), "library/topics.yml")[0]


@cache
def papers(kind: str) -> Mapping[str, Paper]:
    abstracts: dict[str, str] = {}
    for file in sorted((SHARED / "seeds").glob("*.txt")):
        lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        abstracts |= {_bare(title): text for title, text in pairwise(lines)}
    made = {}
    for line in (SHARED / "library" / "summaries.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        key = slug(told["title"])
        abstract = abstracts[_bare(told.get("title_as_listed", told["title"]))] if kind == "abstracts" else ""
        made[key] = Paper(
            key, rich(told["title"]), (), abstract=rich(abstract), summary=rich(told["summary"])
        )
    return made


def _bare(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))


@cache
def matches(kind: str) -> Mapping[str, tuple[Match, ...]]:
    return classify(papers(kind), topics(), Overrides(), Silent())


def f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed)


def test_the_labels_name_these_papers_and_topics() -> None:
    assert set(LABELS) == set(papers("summaries"))
    assert {topic for label in LABELS.values() for topics in label.values() for topic in topics} <= set(
        topics()
    )
    assert {key for one, near in RELATED.items() for key in (one, *near)} <= set(LABELS)


@pytest.mark.parametrize(
    ("kind", "micro", "macro", "primary"), [("abstracts", 0.88, 0.88, 0.95), ("summaries", 0.84, 0.84, 0.93)]
)
def test_topics_agree_with_the_labels(kind: str, micro: float, macro: float, primary: float) -> None:
    right, wrong, missed, first = Counter[str](), Counter[str](), Counter[str](), 0
    for key, label in LABELS.items():
        given = [match.topic for match in matches(kind)[key]]
        right.update(set(given) & set(label["topics"]))
        wrong.update(set(given) - set(label["topics"]) - set(label["defensible"]))
        missed.update(set(label["topics"]) - set(given))
        first += bool(given) and given[0] in (*label["topics"], *label["defensible"])
    assert f1(right.total(), wrong.total(), missed.total()) >= micro
    labelled = sorted(right.keys() | missed.keys())
    assert sum(f1(right[topic], wrong[topic], missed[topic]) for topic in labelled) / len(labelled) >= macro
    assert first / len(LABELS) >= primary


@pytest.mark.parametrize(("kind", "floor"), [("abstracts", 0.67), ("summaries", 0.65)])
def test_related_papers_agree_with_the_grades(kind: str, floor: float) -> None:
    found = relate(papers(kind), Silent(), matches(kind))
    scores = []
    for key, grades in RELATED.items():
        best = sorted(grades.values(), reverse=True)[:8]
        scores.append(_gain([grades.get(near.key, 0) for near in found[key]]) / _gain(best))
    assert sum(scores) / len(scores) >= floor  # NDCG@8, linear gains


def _gain(grades: list[int]) -> float:
    return sum(grade / math.log2(rank + 2) for rank, grade in enumerate(grades))
