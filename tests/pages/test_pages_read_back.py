"""What a reader sees is what went in, however hostile, and nothing else comes of it."""

from __future__ import annotations

import pytest

from generator.model import Paper
from generator.text.rich import plain
from tests.pages.library import HOSTILE, hostile, library
from tests.pages.reading import front, html, shown, text, tree

LIBRARY = library()
ALL = [*LIBRARY.papers.values()]
# The elements that our own templates make; anything else on a page came out of somebody's data.
OURS = {
    *("html", "head", "body", "div", "section", "nav", "h1", "h2", "p", "span", "a", "ul", "ol", "li", "pre"),
    *("details", "summary", "code", "em", "strong", "bdi", "form", "label", "input"),
}
PATHS = [
    "index.md",
    "a-z/index.md",
    "code/index.md",
    "listings/catalogue/3.md",
    "topics/none.md",
    "topics/soups.md",
    "authors/ann-example.md",
    "authors/index/2.md",
    "venues/index.md",
    "weeks/2024-W01.md",
    "years/2020.md",
    "years/index.md",
]


def expected(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: paper.key)
def test_title_and_text_read_back(paper: Paper) -> None:
    """Title and abstract are seen exactly as they are, once."""
    path = f"papers/{paper.key}.md"
    assert shown(path, "h1") == [expected(paper.title_text)]
    assert shown(path, ".ps-abstract") == ([expected(plain(paper.text))] if paper.text else [])
    assert shown(path, ".ps-short") == ([expected(paper.short_name)] if paper.short_name else [])


@pytest.mark.parametrize("paper", hostile(), ids=lambda paper: paper.key)
def test_security_data_stays_text(paper: Paper) -> None:
    """No field of a paper becomes an element, an attribute or a link of the page."""
    path = f"papers/{paper.key}.md"
    authors = ", ".join(paper.authors)
    assert shown(path, ".ps-authors") == [expected(authors)]
    assert shown(path, ".ps-paper-main > .ps-meta") == [expected(paper.venue)]
    assert shown(path, ".ps-keywords") == [f"Keywords: {expected(paper.keywords[0])}"]
    assert {node.tag for node in tree(path).css("*")} <= OURS
    for node in tree(path).css("*"):
        assert not [name for name in node.attributes if name.startswith("on")]
        assert "javascript:" not in (node.attributes.get("href") or "").lower()


@pytest.mark.parametrize("path", PATHS)
def test_security_lists_stay_lists(path: str) -> None:
    """No title, name or listing becomes an element of a list."""
    assert {node.tag for node in tree(path).css("*")} <= OURS


def test_rows_show_titles_and_texts() -> None:
    """A row shows the title, the quiet line and the whole text once."""
    rows = dict(
        zip(
            shown("topics/none.md", ".ps-row > p:first-child"),
            tree("topics/none.md").css(".ps-row"),
            strict=True,
        )
    )
    for paper in hostile()[3:]:
        row = rows[expected(paper.title_text)]
        assert expected(row.css(".ps-meta")[0].text()) == expected(
            f"{', '.join(paper.authors)} · {paper.venue}"
        )
        assert expected(row.css(".ps-peek")[0].text()) == expected(plain(paper.text))
    assert len(rows) == len([key for key in LIBRARY.papers if key not in LIBRARY.matches])


def test_lines_show_titles_and_names() -> None:
    """A line of the index shows the title and the quiet line."""
    lines = {line for path in ("a-z/index.md", "a-z/2.md") for line in shown(path, ".ps-index li")}
    for paper in hostile():
        line = f"{paper.title_text} {', '.join(paper.authors)} · {paper.venue}"
        assert expected(line) in lines


def test_related_papers_say_what_they_share() -> None:
    """Related papers stand in their order with the terms that both have."""
    titles = [LIBRARY.papers[near.key].title_text for near in LIBRARY.related["soup-stone"]]
    assert shown("papers/soup-stone.md", ".ps-related li > a") == [expected(title) for title in titles]
    assert shown("papers/soup-stone.md", ".ps-shared")[:4] == [
        "both: stone soup, water & <fire>",
        "both: stone",
        f"both: x_y, {HOSTILE[0]}",
        f"both: x_y, {HOSTILE[1]}",
    ]


def test_topics_give_their_reason() -> None:
    """Every topic of a paper stands with its upper topic and its reason."""
    assert shown("papers/soup-stone.md", ".ps-topic") == [
        "Soups & stews in Kitchens Why Soups & stews“soup” in the title; “stone_soup” <twice> in the text",
        "Breads in Kitchens Why Breads“bread” in the text",
        "Roses <i>red</i> in Gardens Why Roses <i>red</i>“rose” in the text",
    ]


def test_front_matter_says_what_the_page_says() -> None:
    """Front matter holds the paper's facts; the title as HTML, all else as it is."""
    for number, paper in enumerate(hostile()):
        values = front(f"papers/{paper.key}.md")
        title = HOSTILE[number]
        for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
            title = title.replace(sign, entity)
        assert values["title"] == title
        assert values["venue"] == HOSTILE[number]
        assert values["authors"] == [HOSTILE[number], "Ann Example"]


def test_nothing_unknown_is_shown() -> None:
    """A paper of which only the title is known has no empty label, and searches in place of exits."""
    assert shown("papers/only-a-title.md", "h1, h2") == ["Only a title", "Seen in", "Cite", "Fix this paper"]
    assert shown("papers/only-a-title.md", ".ps-exits") == [
        "Find it on arXiv · Hugging Face · Google Scholar"
    ]


def test_a_crowd_is_folded() -> None:
    """Of 450 authors eight are seen, the others are one tap away, and the page says that some are missing."""
    authors = LIBRARY.papers["crowd"].authors
    assert shown("papers/crowd.md", ".ps-authors > details") == [f"and 442 more{', '.join(authors[8:])}"]
    assert shown("papers/crowd.md", ".ps-incomplete") == ["(the list of authors is incomplete)"]


@pytest.mark.parametrize("path", ["papers/soup-stone.md", "papers/summary.md", "topics/soups.md", *PATHS])
def test_headings_skip_no_level(path: str) -> None:
    """One h1, and under it h2 only, so that a page can be walked by its headings."""
    levels = [node.tag for node in tree(path).css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == "h1"
    assert set(levels[1:]) <= {"h2"}


def test_no_markup_is_left_over() -> None:
    """No template sign and no attribute of the Markdown extensions reaches a reader."""
    for path in ("index.md", "papers/soup-stone.md", "topics/soups.md"):
        assert "{%" not in text(path)
        assert " markdown=" not in html(path)
