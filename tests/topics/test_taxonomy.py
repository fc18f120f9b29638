"""topics.yml is read with its order; whatever is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import load
from generator.model import Topic
from generator.problems import CannotGoOn, Level, Place
from generator.taxonomy import load_taxonomy, parse

GOOD = """\
- name: Plants
  definition: What grows.
  topics:
    - name: Trees & shrubs
      definition: With wood.
      words: [tree, "oak: the king", Trees]
      without: [decision tree]
    - name: Moss
      definition: Without.
      words: [moss]
- name: Stones
  definition: What lies.
  words: [stone]
"""


def test_a_taxonomy_has_two_levels_in_the_order_of_the_file() -> None:
    topics, problems = parse(GOOD, "topics.yml")
    assert list(topics.items()) == [
        ("plants", Topic("plants", "Plants", "What grows.")),
        (
            "trees-shrubs",
            Topic(
                "trees-shrubs",
                "Trees & shrubs",
                "With wood.",
                "plants",
                ("tree", "oak: the king"),
                ("decision tree",),
            ),
        ),
        ("moss", Topic("moss", "Moss", "Without.", "plants", ("moss",))),
        ("stones", Topic("stones", "Stones", "What lies.", "", ("stone",))),
    ]
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- name: A\n  definition: b\n  words: [x]\n  colour: red\n", [("topics-unknown-key", 4)]),
        (
            "- name: A\n  definition: b\n  topics:\n  - name: B\n    definition: c\n    topics: []\n"
            "    words: [x]\n",
            [("topics-unknown-key", 6)],
        ),
        (
            "- name: A\n  definition: b\n  words: [x]\n- name: a\n  definition: c\n  words: [y]\n",
            [("topics-duplicate", 4)],
        ),
        ("- name: A\n  words: [x]\n", [("topics-no-definition", 1)]),
        ("- definition: b\n  words: [x]\n", [("topics-no-name", 1)]),
        ("- name: A\n  definition: b\n", [("topics-no-words", 1)]),
        ("- name: A\n  definition: b\n  topics:\n  - name: B\n    definition: c\n", [("topics-no-words", 4)]),
        ("- name: A\n  definition: b\n  words: x\n", [("topics-wrong", 3), ("topics-no-words", 1)]),
        (
            "- name: A\n  definition: b\n  words:\n  - x\n  - '!'\n  - [y]\n",
            [("topics-wrong", 5), ("topics-wrong", 6)],
        ),
        ("- name: A\n  definition: b\n  words: [x]\n  words: [y]\n", [("topics-wrong", 4)]),
        ("- name: [A]\n  definition: b\n  words: [x]\n", [("topics-wrong", 1), ("topics-no-name", 1)]),
        (
            "- a\n- name: A\n  definition: b\n  topics: c\n",
            [("topics-wrong", 1), ("topics-wrong", 4), ("topics-no-words", 2)],
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, found: list[tuple[str, int]]) -> None:
    _, problems = parse(text, "topics.yml")
    assert [(problem.code, problem.place.line) for problem in problems] == found
    assert all(problem.hint and problem.level is Level.WARNING for problem in problems)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- name: A\n  words: [x\n- b: c\n", 3),
        ("just text", 1),
        ("a: b\n", 1),
        ("- [" * 5000, 1),
        ("\0", 0),
        ("- \tx: [", 1),
    ],
)
def test_a_file_that_cannot_be_read_stops_the_build(text: str, line: int) -> None:
    with pytest.raises(CannotGoOn) as stopped:
        parse(text, "library/topics.yml")
    assert stopped.value.problem.code == "topics-unreadable"
    assert stopped.value.problem.place.file == "library/topics.yml"
    assert stopped.value.problem.place.line in (0, line, line + 1)


@settings(deadline=None)  # how long is no test: machines differ
@given(
    st.recursive(
        st.sampled_from(["name: x", "words", "- a", "definition: d", "topics:", "'", "[", "&a", "*a"]),
        lambda inner: st.lists(inner, max_size=4).map("\n- ".join),
    )
)
def test_any_text_gives_topics_or_stops_with_a_problem(text: str) -> None:
    try:
        parse(text, "topics.yml")
    except CannotGoOn as stopped:
        assert stopped.problem.hint


def test_an_empty_file_means_no_topics() -> None:
    assert parse("# nothing yet\n", "topics.yml") == ({}, ())


def test_without_a_file_there_are_no_topics_and_a_note(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    topics, (problem,) = load_taxonomy(load(tmp_path))
    assert (topics, problem.level, problem.place) == ({}, Level.NOTE, Place("library/topics.yml"))


def test_a_file_that_is_not_text_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "topics.yml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(CannotGoOn):
        load_taxonomy(load(tmp_path))


def test_the_shipped_taxonomy_has_nothing_wrong_in_it() -> None:
    file = Path(__file__).parents[2] / "library" / "topics.yml"
    topics, problems = parse(file.read_text(encoding="utf-8"), "library/topics.yml")
    assert problems == ()
    assert {topic.parent for topic in topics.values() if topic.words} == {
        topic.slug for topic in topics.values() if not topic.words
    }
