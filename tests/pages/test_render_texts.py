"""Texts into HTML, front matter, BibTeX and words: tables for rules, properties for laws."""

from __future__ import annotations

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.exits import exits_of, has_text, searches
from generator.model import Ids, Link, LinkKind
from generator.render.front import with_front
from generator.render.html import cut, html, is_right_to_left
from generator.render.numbers import count
from generator.render.rows import names
from generator.text.beginning import beginning
from generator.text.rich import Span, Style, plain, rich
from tests.pages.library import HOSTILE, paper

PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
RICH = st.lists(st.builds(Span, PRINTABLE.filter(bool), st.sampled_from(list(Style)))).map(tuple)


@given(PRINTABLE)
def test_html_reads_as_the_text(text: str) -> None:
    """Text as HTML reads as itself, in an element and in an attribute."""
    node = LexborHTMLParser(f'<p id="x" class="{html(text)}">{html(text)}</p>').css("p")[0]
    assert node.text() == html_text(text)
    assert node.attributes["class"] == html_text(text)


def html_text(text: str) -> str:
    """What html() promises: the text on one line."""
    return text.replace("\u2028", " ").replace("\u2029", " ")


@given(st.text(max_size=60).filter(lambda text: not set(text) & set(map(chr, range(0xD800, 0xE000)))))
def test_front_matter_reads_back(text: str) -> None:
    """Any text of a value is that text again for a reader of YAML, of either make."""
    written = with_front(
        {"venue": text, "authors": ["A", text], "links": [{"kind": text, "url": "x"}]}, "Body"
    )
    wanted = {"authors": ["A", text], "links": [{"kind": text, "url": "x"}]} | (
        {"venue": text} if text else {}
    )
    head = written.split("\n---\n")[0].removeprefix("---\n")
    assert yaml.load(head, Loader=yaml.CSafeLoader) == wanted
    assert yaml.load(head, Loader=yaml.SafeLoader) == wanted
    assert frontmatter.loads(written).metadata == wanted
    assert frontmatter.loads(written).content == "Body"


@pytest.mark.parametrize(
    "text",
    ["yes", "No", "null", "true", "~", "1", "1.5", "2024-01-02", "0x1", ".inf", "a: b", "a #b", "<<", "="],
)
def test_front_matter_keeps_texts_texts(text: str) -> None:
    """A text that YAML would take for something else is quoted."""
    assert frontmatter.loads(with_front({"venue": text}, "")).metadata == {"venue": text}


def test_front_matter_has_an_order_and_a_list() -> None:
    """Keys stand in their order whatever the page's, empty ones are left out, and others are refused."""
    front = {"year": 2020, "title": "A & B", "key": "a", "venue": ""}
    assert with_front(front, "Body") == ("---\ntitle: A &amp; B\nkey: a\nyear: 2020\n---\n\nBody\n")
    with pytest.raises(ValueError, match="has no template"):
        with_front({"title": "A", "template": "x.html"}, "")


@given(RICH, st.integers(1, 80))
def test_cut_loses_nothing(text: tuple[Span, ...], limit: int) -> None:
    """The two parts of a text are the text, in the same styles."""
    first, second = cut(text, limit)
    assert plain(first) + plain(second) == plain(text)
    assert len(plain(first)) <= max(limit, limit * 4 // 3)
    assert styled(first) + styled(second) == styled(text)


def styled(text: tuple[Span, ...]) -> list[tuple[str, Style]]:
    """Each character with its style."""
    return [(sign, span.style) for span in text for sign in span.text]


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        ("short", 10, "short"),
        ("two words more", 10, "two words…"),
        ("unbreakable", 5, "unbr…"),
        ("a, b", 3, "a…"),
    ],
)
def test_beginning(text: str, limit: int, wanted: str) -> None:
    """A preview ends after a word and says that more follows."""
    assert beginning(text, limit) == wanted


@pytest.mark.parametrize(
    ("number", "word", "wanted"),
    [
        (0, "paper", "no papers"),
        (1, "paper", "1 paper"),
        (2, "entry", "2 entries"),
        (1234, "paper", "1,234 papers"),
    ],
)
def test_count(number: int, word: str, wanted: str) -> None:
    """Numbers agree with their nouns."""
    assert count(number, word) == wanted


@pytest.mark.parametrize(
    ("authors", "incomplete", "wanted"),
    [
        (["A"], False, "A"),
        (["A"], True, "A and others"),
        (["A", "B", "C", "D"], False, "A, B, C, D"),
        (["A", "B", "C", "D", "E"], False, "A, B, C and 2 more"),
        (["A", "B", "C", "D", "E"], True, "A, B, C and at least 2 more"),
        (["A"] * 1200, False, "A, A, A and 1,197 more"),
        (["<b>"], False, "&lt;b&gt;"),
        (["אבג", "B"], False, "<bdi>אבג</bdi>, B"),
    ],
)
def test_names(authors: list[str], incomplete: bool, wanted: str) -> None:
    """A row names three authors; a fourth is shorter than saying that there is one more."""
    assert names(authors, incomplete, html) == wanted


def test_right_to_left() -> None:
    """Hebrew and Arabic run from right to left; Latin, Greek and Chinese do not."""
    assert [is_right_to_left(text) for text in ("a אב", "طبخ", "abc", "αβγ", "石头", "")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_exits_are_told_apart() -> None:
    """Identifiers come first, each address stands once, and two of a kind say where they lead."""
    one = paper(
        "k",
        "T",
        ids=Ids(arxiv="2101.00001"),
        links=(
            Link(LinkKind.VIDEO, "https://v.example/1"),
            Link(LinkKind.CODE, "https://github.com/a/b"),
            Link(LinkKind.CODE, "https://github.com/a/c/"),
            Link(LinkKind.PAPER, "http://www.arxiv.org/abs/2101.00001/"),
        ),
    )
    assert [way.label for way in exits_of(one)] == [
        "arXiv",
        "PDF",
        "Code: github.com/a/b",
        "Code: github.com/a/c",
        "Video",
    ]


def test_searches_are_for_those_without_an_address() -> None:
    """A paper that nothing leads to is searched by its title, whatever stands in it."""
    assert not has_text(paper("k", "T", links=(Link(LinkKind.CODE, "https://c.example"),)))
    assert has_text(paper("k", "T", links=(Link(LinkKind.PAPER, "https://p.example"),)))
    for title in HOSTILE:
        for way in searches(title):
            assert set(way.url) <= set(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&'*+,;=%"
            )


def test_rich_of_nothing_is_nothing() -> None:
    """A text that is not there has no beginning and no rest."""
    assert cut(rich(""), 10) == ((), ())
