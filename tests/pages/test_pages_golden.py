"""Each kind of page as a whole, byte for byte.

After a wanted change, write the golden files anew and look at the difference before it is committed:

    PAPERSHELF_GOLDEN=write .venv/bin/python -m pytest tests/pages && git diff tests/pages/golden
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.exports import all_files
from generator.model import Library
from generator.pages import all_pages
from generator.render import render
from tests.pages.library import SETTINGS, library

GOLDEN = Path(__file__).parent / "golden"
# Hostile papers are read back elsewhere, so that how they are escaped can change without these files.
LIBRARY = library(attacks=())
PATHS = (
    "index.md",
    "a-z/2.md",
    "a-z/index.md",
    "authors/ann-example.md",
    "authors/index.md",
    "authors/index/2.md",
    "code/2.md",
    "data/index.md",
    "listings/2024-01-02-market.md",
    "listings/2024-03-04-fair.md",
    "listings/index.md",
    "papers/arabic.md",
    "papers/crowd.md",
    "papers/only-a-title.md",
    "papers/soup-stone.md",
    "papers/summary.md",
    "papers/summary-without-id.md",
    "reading-list.md",
    "search.md",
    "topics/breads/3.md",
    "topics/gardens.md",
    "topics/index.md",
    "topics/none.md",
    "topics/ponds.md",
    "topics/roses.md",
    "topics/soups.md",
    "venues/index.md",
    "venues/proc-of-soups-stews.md",
    "weeks/2024-W01.md",
    "weeks/index.md",
    "years/2020.md",
    "years/index.md",
)


@pytest.mark.parametrize("path", PATHS)
def test_page_is_the_golden_page(path: str) -> None:
    """A page changes only when somebody wants it to."""
    # Of one size, since that of a database or a picture is an affair of the libraries that write it.
    sizes = {file.path: 1_234 for file in all_files(LIBRARY, SETTINGS)}
    page = next(page for page in all_pages(LIBRARY, SETTINGS, sizes) if page.path == path)
    compare(path, render(page).content)


def test_home_of_an_empty_library_says_what_to_do() -> None:
    """A library without papers has a home page, and nothing on it is wrong."""
    pages = {page.path: render(page) for page in all_pages(Library({}, ()), SETTINGS)}
    assert sorted(pages) == [
        "a-z/index.md",
        "code/index.md",
        "data/index.md",
        "index.md",
        "listings/index.md",
        "reading-list.md",
        "search.md",
        "topics/index.md",
    ]
    for path, file in pages.items():
        compare(f"empty/{path}", file.content)


def compare(path: str, content: bytes) -> None:
    """Compare with the golden file of that path, or write it when asked."""
    golden = GOLDEN / path
    if os.environ.get("PAPERSHELF_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(content)
    assert content.decode() == golden.read_text(encoding="utf-8")
