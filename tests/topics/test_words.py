"""Words and phrases that people take for one are one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.phrases import Hit, Phrases
from generator.text.words import STOP_WORDS, Text, is_content, stem, stems, words_and_stops


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in-context learning", "In Context Learning"),
        ("LLMs", "LLM"),
        ("GNN's", "GNNs"),
        ("multi-task", "Multitask"),
        ("pre-training", "pretraining"),
        ("fine-tuned", "fine tuning"),
        ("generalisation", "generalizing"),
        ("modelling behaviours", "modeling behavior"),
        ("task vectors", "task vector"),
        ("naïve", "naive"),
    ],
)
def test_one_word_has_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("adapter", "adapting"),
        ("generalization", "general"),
        ("alignment", "aligned"),
        ("fine-grained", "finetuned"),
        ("physics", "physical"),
        ("reasoning", "reason"),
        ("selling", "selection"),
    ],
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_a_text_says_how_its_words_are_written() -> None:
    text = Text("“Pre-Trained, multi-task” models: fine-tuning’s cost")
    assert text.words == ["Pre-Trained", "multi-task", "models", "fine-tuning’s", "cost"]
    assert [text.written(0, 1), text.written(0, 2), text.written(3, 5)] == [
        "Pre-Trained",
        "Pre-Trained, multi-task",
        "fine-tuning’s cost",
    ]


def test_marks_part_sentences() -> None:
    assert words_and_stops("One (two). Three; multi-task") == [
        "One",
        "(",
        "two",
        ")",
        ".",
        "Three",
        ";",
        "multi-task",
    ]


@pytest.mark.parametrize(
    ("word", "says"), [("graph", True), ("the", False), ("The", False), ("7", False), ("x", False)]
)
def test_words_that_say_something(word: str, says: bool) -> None:
    assert is_content(word) is says


def test_stop_words_are_small() -> None:
    assert all(word == word.casefold() for word in STOP_WORDS)


@settings(deadline=None)  # how long is no test: machines differ
@given(st.text(max_size=60))
def test_every_stretch_of_a_text_is_in_the_text(text: str) -> None:
    read = Text(text)
    assert read.stems() == [stem(word) for word in read.words]
    for at in range(len(read.words)):
        assert read.written(at, at + 1) in text
    assert read.written(0, len(read.words)) in text


def test_the_longest_phrase_counts_and_a_phrase_against_hides_what_it_covers() -> None:
    phrases = Phrases(
        [("graphs", ["graph", "graph neural networks"], ["scene graph"]), ("sight", ["scene graphs"], [])]
    )
    text = Text("Graph neural network: scene graphs and a graph, a graph")
    assert phrases.find(text) == {
        "graphs": {1: Hit(1, 1, 0, 3), 2: Hit(-1, 1, 3, 5), 0: Hit(1, 2, 7, 8)},
        "sight": {3: Hit(1, 1, 3, 5)},
    }


def test_an_acronym_is_found_in_capitals_only() -> None:
    phrases = Phrases([("sight", ["CLIP"], []), ("sound", ["clip"], [])])
    assert phrases.find(Text("we clip gradients")) == {"sound": {1: Hit(1, 1, 1, 2)}}
    assert phrases.find(Text("CLIPs")) == {"sight": {0: Hit(1, 1, 0, 1)}, "sound": {1: Hit(1, 1, 0, 1)}}
