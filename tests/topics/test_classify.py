"""A paper has the topics whose words it uses, and says which words these are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.classify import BY_OWNER, classify
from generator.model import Match, Paper, Topic
from generator.overrides import Overrides, TopicChange
from generator.progress import Silent
from tests.topics.invented import paper, shelf, topic

TOPICS = {
    each.slug: each
    for each in (
        topic("upper"),
        topic("merging", "model merging", "task vector", parent="upper"),
        topic("graphs", "graph", "GNN", without=("scene graph",), parent="upper"),
        topic("sight", "image", "scene graph", parent="upper"),
    )
}

UNCHANGED = Overrides()


def found(
    one: Paper, topics: dict[str, Topic] = TOPICS, overrides: Overrides = UNCHANGED
) -> tuple[Match, ...]:
    return classify(shelf(one), topics, overrides, Silent())[one.key]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Model Merging for Birds",
            "We add task vectors. A task-vector is short.",
            [Match("merging", "“Model Merging” in the title, “task vectors” 2 times in the abstract", 4.5)],
        ),
        ("Nothing", "Nothing of note.", []),
        ("Birds", "One graph.", []),
        (
            "Birds",
            "A graph, two graphs, GNNs.",
            [Match("graphs", "“graph” 2 times in the abstract, “GNNs” in the abstract", 2.5)],
        ),
        ("Scene graphs", "", [Match("sight", "“Scene graphs” in the title", 3.0)]),
        (
            "Graphs of images",
            "",
            [Match("graphs", "“Graphs” in the title", 3.0), Match("sight", "“images” in the title", 3.0)],
        ),
        ("", "", []),
    ],
)
def test_topics_and_their_reasons(title: str, text: str, expected: list[Match]) -> None:
    assert list(found(paper("a", title, text))) == expected


def test_a_summary_is_called_a_summary() -> None:
    (match,) = found(paper("a", "Birds", summary="A graph, two graphs, three graphs."))
    assert match.reason == "“graph” 3 times in the summary"


def test_the_owner_has_the_last_word() -> None:
    one = paper("a", "Graphs of images")
    change = TopicChange(add=("merging", "unknown"), remove=("graphs",), primary="merging")
    assert found(one, overrides=Overrides(topics={"a": change})) == (
        Match("merging", BY_OWNER, 0.0),
        Match("sight", "“images” in the title", 3.0),
    )


def test_taking_the_owners_change_away_restores_what_was_found() -> None:
    one = paper("a", "Graphs of images")
    assert found(one, overrides=Overrides(topics={"a": TopicChange()})) == found(one)
    assert found(one, overrides=Overrides(topics={"b": TopicChange(add=("merging",))})) == found(one)


def test_a_primary_topic_is_put_first() -> None:
    one = paper("a", "Graphs of images")
    assert [m.topic for m in found(one, overrides=Overrides(topics={"a": TopicChange(primary="sight")}))] == [
        "sight",
        "graphs",
    ]


def test_without_topics_no_paper_has_one() -> None:
    assert found(paper("a", "Graphs"), topics={}) == ()


TEXTS = st.lists(
    st.sampled_from(["graph", "image", "GNN", "scene", "model", "merging", "task", "vector", "the", "."]),
    max_size=12,
).map(" ".join)


@settings(deadline=None)  # how long is no test: machines differ
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_papers_do_not_change_one_another_nor_does_their_order(texts: list[tuple[str, str]]) -> None:
    papers = [paper(f"p{number}", *text) for number, text in enumerate(texts)]
    together = classify(shelf(*papers), TOPICS, Overrides(), Silent())
    assert together == classify(shelf(*reversed(papers)), TOPICS, Overrides(), Silent())
    for each in papers:
        assert together[each.key] == found(each)
        assert [m.score for m in together[each.key]] == sorted(
            (m.score for m in together[each.key]), reverse=True
        )
        assert all(match.reason for match in together[each.key])
