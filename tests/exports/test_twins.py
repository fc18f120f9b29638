"""Twins in Markdown, and llms.txt, say what the pages say; read by markdown-it, a parser of CommonMark."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from functools import cache

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.exports import all_files, llms, twins
from generator.model import Paper
from generator.text.rich import plain
from tests.pages.library import SETTINGS, library

LIBRARY = library()
SITE = SETTINGS.site_url


@cache
def written() -> dict[str, str]:
    return {file.path: file.content.decode() for file in twins.files(LIBRARY, SETTINGS)}


def read(text: str) -> list[Token]:
    """The blocks that hold text."""
    return [token for token in MarkdownIt("commonmark").parse(text) if token.type == "inline"]


def shown(token: Token) -> str:
    """What a reader sees of a block."""
    return "".join(child.content for child in token.children or ())


def links(text: str) -> list[str]:
    """Where its links lead."""
    children = [child for token in read(text) for child in token.children or ()]
    return [str(child.attrs["href"]) for child in children if child.type == "link_open"]


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("paper", LIBRARY.papers.values(), ids=lambda paper: paper.key)
def test_a_twin_has_what_is_known_of_its_paper(paper: Paper) -> None:
    """Every text as it is, however hostile; no line for what is not known, and no HTML."""
    text = written()[f"papers/{paper.key}.md.txt"]
    title, *blocks = [one_line(shown(token)) for token in read(text)]
    facts = dict(block.split(": ", 1) for block in blocks)
    assert title == one_line(paper.title_text)
    more = " and others" if paper.authors_incomplete else ""
    assert facts.get("Authors", "") == one_line(", ".join(paper.authors) + more)
    assert facts.get("Venue", "") == one_line(paper.venue)
    assert facts.get("Published", "") == str(paper.year or "")
    assert facts.get("Keywords", "") == one_line(", ".join(paper.keywords))
    assert facts.get("Abstract", "") == one_line(plain(paper.abstract))
    assert facts.get("Summary (not the authors’)", "") == one_line(plain(paper.summary))
    matches = LIBRARY.matches.get(paper.key, ())
    names = [one_line(LIBRARY.topics[match.topic].name) for match in matches]
    assert facts.get("Topics", "") == ", ".join(names)
    for known in (paper.ids.arxiv, paper.ids.doi, paper.ids.acl, paper.ids.openreview):
        assert one_line(known) in facts.get("Ids", "")
    kinds = {child.type for token in read(text) for child in token.children or ()}
    assert kinds <= {"text", "text_special", "link_open", "link_close"}


def test_topics_and_listings_have_all_their_papers() -> None:
    """Also those of their second page and on, as links to the papers' twins."""
    paths = [f"../papers/{key}.md.txt" for key in LIBRARY.papers if key.startswith("bread")]
    assert set(paths) <= set(links(written()["topics/breads.md.txt"]))
    assert len(links(written()["topics/breads.md.txt"])) == 252
    assert links(written()["listings/2024-01-02-market.md.txt"]) == [
        f"../papers/{key}.md.txt" for key in ("soup-stone", "only-a-title", "crowd", "only-rose")
    ]


def test_every_link_of_a_twin_leads_to_a_twin() -> None:
    """From disk, too."""
    for path, text in written().items():
        for way in links(text):
            if not way.startswith("http"):
                assert posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) in written(), path


def test_llms_txt_leads_to_everything() -> None:
    """A heading, a sentence as a quotation, and sections of links, absolute where the site knows its address."""
    known = {file.path for file in all_files(LIBRARY, SETTINGS)}
    text = next(llms.files(LIBRARY, SETTINGS)).content.decode()
    assert text.startswith("# Invented Shelf\n\n> Papers that nobody wrote, for tests.\n")
    heads = [token.content for token in read(text) if token.level == 1 and token.map and token.map[0] > 3]
    assert [head for head in heads if head in ("Topics", "Listings", "Data")] == [
        "Topics",
        "Listings",
        "Data",
    ]
    ways = links(text)
    assert {way.removeprefix(SITE) for way in ways} <= known
    assert all(way.startswith(SITE) for way in ways)
    assert f"{SITE}topics/roses.md.txt" in ways
    assert f"{SITE}topics/ponds.md.txt" not in ways  # no paper has it
    nowhere = next(llms.files(LIBRARY, replace(SETTINGS, site_url=""))).content.decode()
    assert links(nowhere) == [way.removeprefix(SITE) for way in ways]


def test_without_twins_llms_txt_leads_to_the_pages() -> None:
    """What is switched off is not named."""
    off = replace(SETTINGS, exports={"twins": False, "sqlite": False})
    ways = links(next(llms.files(LIBRARY, off)).content.decode())
    assert f"{SITE}topics/roses.html" in ways
    assert not [way for way in ways if way.endswith((".md.txt", ".sqlite"))]
