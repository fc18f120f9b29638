"""Filler is not shown to readers; words that speak for a topic are."""

from __future__ import annotations

from pathlib import Path

from generator.taxonomy import parse
from generator.text.filler import EMPTY, UNFINISHED, WEAK
from generator.text.words import stem, stems

TOPICS = Path(__file__).parents[2] / "library" / "topics.yml"


def test_no_word_that_speaks_for_a_topic_by_itself_is_filler() -> None:
    topics, _ = parse(TOPICS.read_text(encoding="utf-8"), "library/topics.yml")
    alone = {stem(word) for topic in topics.values() for word in topic.words if len(stems(word)) == 1}
    assert not alone & (EMPTY | WEAK) - {"aim"}  # AIME, whose stem is that of a filler


def test_words_that_spoil_phrases_and_words_that_make_them_are_different() -> None:
    assert EMPTY.isdisjoint(WEAK)
    assert EMPTY.isdisjoint(UNFINISHED - {"larg"})
