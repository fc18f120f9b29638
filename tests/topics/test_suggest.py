"""Suggested topics: what papers without a topic share, ready to be pasted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.classify import classify
from generator.cli import main
from generator.model import Library, Match, Paper, Topic
from generator.overrides import Overrides
from generator.progress import Silent
from generator.suggest import as_yaml, suggest
from generator.taxonomy import parse
from tests.topics.invented import paper, shelf, topic


def library(*papers: Paper, topics: tuple[Topic, ...] = ()) -> Library:
    known = {one.slug: one for one in topics}
    books = shelf(*papers)
    return Library(books, (), known, classify(books, known, Overrides(), Silent()))


def words(found: Library) -> list[tuple[str, ...]]:
    return [one.topic.words for one in suggest(found)]


def having(slug: str, matches: Mapping[str, tuple[Match, ...]]) -> tuple[str, ...]:
    """The papers that have a topic."""
    return tuple(sorted(key for key, found in matches.items() if slug in {match.topic for match in found}))


def titled(*titles: str) -> tuple[Paper, ...]:
    return tuple(paper(f"p{number}", title) for number, title in enumerate(titles))


CLOCKS = ("Winding of Moss Clocks", "A Moss Clock by the Sea", "Rusty moss-clocks and Rain")


@pytest.mark.parametrize(
    ("papers", "wanted"),
    [
        (titled(*CLOCKS), [("moss clocks",)]),  # plural, case and hyphens are one
        (titled(*CLOCKS[:2]), []),  # two papers are not many
        (titled("A new approach", "Another new approach", "The new approach"), []),  # says nothing
        (
            (
                paper("a", "Bread at Sea", "A Lighthouse Ledger Machine (LLM) is kept."),
                paper("b", "The LLM of Rust"),
                paper("c", "LLMs for Ovens"),
                paper("d", "Lighthouse ledger machines in Winter"),
            ),
            [("lighthouse ledger machines", "LLM")],  # an acronym with its long form
        ),
        (
            tuple(
                replace(one, keywords=("Rust of Ages",))
                for one in (
                    paper("a", "On the rust of ages", ""),
                    paper("b", "Bread", "The rust of ages; rust of ages. No rust of ages!"),
                    paper("c", "Ovens and the Rust of Ages"),
                )
            ),
            [("rust of ages",)],  # a keyword, three times in a text
        ),
        (
            (
                paper("a", "Bread", "A moss clock, once."),
                paper("b", "Ovens", "The moss clock, once."),
                paper("c", "Ships", "One moss clock."),
            ),
            [],  # named in passing
        ),
    ],
)
def test_what_is_shared_is_suggested(papers: tuple[Paper, ...], wanted: list[tuple[str, ...]]) -> None:
    assert words(library(*papers)) == wanted


def test_words_of_the_taxonomy_are_left_out() -> None:
    """Neither what gives a topic nor what speaks against one is new."""
    known = (topic("clocks", "sundial", without=("moss clock",)),)
    assert words(library(*titled(*CLOCKS), topics=known)) == []
    assert words(library(*titled(*CLOCKS), topics=(topic("clocks", "moss clocks"),))) == []


HOSTILE = ('“"; - x: [a]', "# no\u2028- name: y", "*a &b !c", "{moss: clock}", "'")


def test_the_output_can_be_pasted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pasted at the end of topics.yml it is read without a fault, and each paper told of gets its topic."""
    clocks = tuple(paper(f"c{number}", f"{HOSTILE[number]} Moss Clocks") for number in range(4))
    breads = tuple(paper(f"b{number}", f"{kind} bread") for number, kind in enumerate(("Rye", "Oat", "No")))
    found = library(*clocks, *breads, paper("s", "Sundials"), topics=(topic("sundials", "sundial"),))
    suggestions = suggest(found)
    assert [(one.topic.name, one.papers) for one in suggestions] == [
        ("Moss clocks", ("c0", "c1", "c2", "c3")),
        ("Bread", ("b0", "b1", "b2")),
    ]
    before = "- name: sundials\n  definition: Shadows.\n  words: [sundial]\n"
    topics, problems = parse(before + as_yaml(suggestions, found) + "\n", "topics.yml")
    assert problems == ()
    assert list(topics) == ["sundials", "moss-clocks", "bread"]
    matches = classify(found.papers, topics, Overrides(), Silent())
    for one in suggestions:
        assert (
            tuple(key for key in found.papers if one.topic.slug in {m.topic for m in matches[key]})
            == one.papers
        )


def test_the_text_whole() -> None:
    found = library(*titled(*CLOCKS))
    assert as_yaml(suggest(found), found).splitlines() == [
        "# Paste what you like at the end of topics.yml; or below the `topics:` of an upper topic, indented.",
        "# 3 papers without a topic, such as “Winding of Moss Clocks” and “A Moss Clock by the Sea”",
        "- name: Moss clocks",
        "  definition: Papers on moss clocks.",
        "  words: [moss clocks]",
    ]


TEXTS = st.lists(
    st.lists(
        st.sampled_from(["moss", "clock", "(MC)", "Moss Clocks", "bread", "of", "no", "yes: x", "'", "#"]),
        min_size=1,
        max_size=6,
    ).map(" ".join),
    max_size=8,
)  # fmt: skip


@settings(deadline=None)
@given(TEXTS)
def test_any_papers_give_a_taxonomy_that_holds(texts: list[str]) -> None:
    """Whatever papers say: the output is a taxonomy without a fault, and gives what it tells."""
    found = library(*(paper(f"p{number}", text, text) for number, text in enumerate(texts)))
    suggestions = suggest(found)
    topics, problems = parse(as_yaml(suggestions, found), "topics.yml")
    assert problems == ()
    matches = classify(found.papers, topics, Overrides(), Silent())
    for one in suggestions:
        assert len(one.papers) >= 3
        assert [key for key in found.papers if one.topic.slug in {m.topic for m in matches[key]}] == list(
            one.papers
        )
    again = Library(dict(list(found.papers.items())[::-1]), (), {}, found.matches)
    assert suggest(again) == suggestions


def test_the_command_writes_the_result_to_stdout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says so where there is nothing to suggest."""
    assert main(["init", str(tmp_path / "new")]) == 0
    listing = tmp_path / "new" / "library" / "listings" / "more.jsonl"
    capsys.readouterr()
    assert main(["topics", "suggest", str(tmp_path / "new")]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "nothing to suggest" in err
    listing.write_text("".join(json.dumps({"title": title}) + "\n" for title in CLOCKS))
    assert main(["topics", "suggest", str(tmp_path / "new")]) == 0
    assert "- name: Moss clocks\n" in capsys.readouterr().out
