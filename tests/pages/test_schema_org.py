"""JSON-LD says of each page what the library says, however hostile."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.exits import exits_of
from generator.model import Paper
from generator.pages import all_pages
from generator.render import render
from tests.pages.library import SETTINGS, library
from tests.pages.reading import front

LIBRARY = library()
SITE = SETTINGS.site_url


def schema(path: str) -> dict[str, Any]:
    """The JSON-LD of a page, as a plain JSON parser reads it."""
    value = json.loads(str(front(path)["schema"]))
    assert value["@context"] == "https://schema.org"
    return dict(value)


@pytest.mark.parametrize("paper", LIBRARY.papers.values(), ids=lambda paper: paper.key)
def test_a_paper_is_told_as_it_is(paper: Paper) -> None:
    """Title, authors in order, year, venue, identifiers and pages; what is not known is not there."""
    article, trail = schema(f"papers/{paper.key}.md")["@graph"]
    assert article["@type"] == "ScholarlyArticle"
    assert article["headline"] == paper.title_text
    authors = list(paper.authors) if len(paper.authors) <= 40 else []
    assert [author["name"] for author in article.get("author", [])] == authors
    assert article.get("datePublished") == (str(paper.year) if paper.year else None)
    assert article.get("isPartOf", {}).get("name", "") == paper.venue
    ids = paper.ids
    named = {"arXiv": ids.arxiv, "doi": ids.doi, "ACL": ids.acl, "OpenReview": ids.openreview}
    assert article.get("identifier", []) == [f"{name}:{value}" for name, value in named.items() if value]
    assert set(article.get("sameAs", [])) <= {way.url for way in exits_of(paper)} | {
        link.url for link in paper.links
    }
    assert article["url"] == f"{SITE}papers/{paper.key}.html"
    steps = trail["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert (steps[0]["name"], steps[-1]["name"]) == (SETTINGS.site_name, paper.title_text)
    matches = LIBRARY.matches.get(paper.key, ())
    if matches:
        assert steps[-2]["name"] == LIBRARY.topics[matches[0].topic].name
        assert steps[-2]["item"] == f"{SITE}topics/{matches[0].topic}.html"


@pytest.mark.parametrize(
    ("path", "name", "papers"),
    [
        ("topics/soups.md", "Soups & stews", 6),
        ("topics/breads/2.md", "Breads", 252),
        ("topics/roses.md", "Roses <i>red</i>", 2),
        ("listings/2024-03-04-fair.md", "Fair", 6),
    ],
)
def test_a_list_is_a_collection(path: str, name: str, papers: int) -> None:
    """Topics and listings say what they are, where, and how many papers they have."""
    told = schema(path)
    assert (told["@type"], told["name"]) == ("CollectionPage", name)
    assert told["mainEntity"] == {"@type": "ItemList", "numberOfItems": papers}
    assert told["url"] == SITE + path.replace(".md", ".html")


def test_home_says_how_the_site_is_searched() -> None:
    """With the address of the search page and a place for the words."""
    told = schema("index.md")
    assert (told["@type"], told["name"], told["url"]) == ("WebSite", "Invented Shelf", SITE)
    assert told["potentialAction"]["target"] == f"{SITE}search.html?q={{words}}"


def test_without_an_address_no_address_is_made_up() -> None:
    """Only outside pages are named."""
    pages = {page.path: page for page in all_pages(LIBRARY, replace(SETTINGS, site_url=""))}
    for path in ("index.md", "topics/soups.md", "papers/soup-stone.md"):
        text = render(pages[path]).content.decode().split("\n---\n")[0]
        assert "shelf.example" not in text
        assert "card:" not in text
        assert "potentialAction" not in text
