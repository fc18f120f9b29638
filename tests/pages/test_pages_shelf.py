"""The shelf as a whole: every page, every link, every paper."""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise
from urllib.parse import unquote

from generator.exports import all_files
from generator.pages import all_pages
from generator.render import render
from tests.pages.library import SETTINGS, library
from tests.pages.reading import files, html, shown, tree

LIBRARY = library()
DATA = {file.path for file in all_files(LIBRARY, SETTINGS)}


def links(path: str) -> set[str]:
    """The files to which a page leads, by path below docs/."""
    found = set()
    for node in tree(path).css("a[href]"):
        href = unquote((node.attributes["href"] or "").partition("#")[0].partition("?")[0])
        # HTML within a page is not rewritten by the publisher, so it names the page as it will be.
        href = re.sub(r"\.html$", ".md", href)
        if href and "://" not in href:
            found.add(posixpath.normpath(posixpath.join(posixpath.dirname(path), href)))
    return found


def test_every_link_leads_somewhere() -> None:
    """Each relative link of each page names a file that is made."""
    known = files().keys() | DATA
    assert {(path, link) for path in files() for link in links(path) if link not in known} == set()


def test_every_anchor_is_there() -> None:
    """Each link to a place of a page names a place that the page has."""
    for path in files():
        for node in tree(path).css("a[href*='#']"):
            href = node.attributes["href"] or ""
            if "://" in href:
                continue
            file, _, place = href.partition("#")
            file = re.sub(r"\.html$", ".md", file)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert tree(target).css_first(f'[id="{place}"]') is not None, (path, href)


def test_every_paper_is_two_clicks_from_home() -> None:
    """Every list is one click away from home, and every paper stands on the pages of one of them."""
    lists = links("index.md") & files().keys()
    pages = {path for path in files() if not path.startswith("papers/")}
    first = {path for path in lists if not path.startswith("papers/")}
    paged = {
        path
        for path in pages
        if any(path.startswith(one.removesuffix("index.md").removesuffix(".md")) for one in first)
    }
    reached = {link for path in first | paged for link in links(path)}
    assert {f"papers/{key}.md" for key in LIBRARY.papers} <= reached


def test_every_listing_shows_all_its_papers_in_its_order() -> None:
    """A listing's pages show each of its papers once, numbered as there."""
    for listing in LIBRARY.listings:
        paths = [
            path
            for path in files()
            if path == f"listings/{listing.name}.md" or path.startswith(f"listings/{listing.name}/")
        ]
        numbers = [int(node.attributes["value"] or 0) for path in paths for node in tree(path).css(".ps-row")]
        first: dict[str, int] = {}
        for paper in LIBRARY.papers.values():
            for seen in paper.seen:
                if seen.listing == listing.name:
                    first[paper.key] = min(seen.position, first.get(paper.key, seen.position))
        assert numbers == sorted(first.values())


def test_long_topics_are_divided() -> None:
    """A topic of 252 papers stands on three pages, and no paper is on two of them."""
    paths = ["topics/breads.md", "topics/breads/2.md", "topics/breads/3.md"]
    rows = [link for path in paths for link in shown(path, ".ps-row > p:first-child")]
    assert [len(tree(path).css(".ps-row")) for path in paths] == [100, 100, 52]
    assert len(rows) == 252
    assert shown("topics/breads/2.md", ".ps-pages") == ["Previous 1 2 3 Next"]


def test_previous_and_next_are_neighbours_of_the_main_topic() -> None:
    """Who follows the next paper back comes to where he was."""
    order = ["soup-stone", "crowd", "summary", "hostile-00", "hostile-01", "hostile-02"]
    for before, after in pairwise(order):
        assert f'href="{after}.md"' in html(f"papers/{before}.md").partition("ps-pager")[2]
        assert f'href="{before}.md"' in html(f"papers/{after}.md").partition("ps-pager")[2]


def test_pages_have_distinct_paths() -> None:
    """No page is written over another."""

    paths = [page.path for page in all_pages(LIBRARY, SETTINGS)]
    assert len(paths) == len(set(paths))


def test_the_data_page_tells_of_every_exported_file() -> None:
    """Each file is linked, or counted among those of its kind."""
    sizes = {file.path: len(file.content) for file in all_files(LIBRARY, SETTINGS)}
    (page,) = (page for page in all_pages(LIBRARY, SETTINGS, sizes) if page.path == "data/index.md")
    text = render(page).content.decode()
    linked = set(re.findall(r"\]\(\.\./([^)]+)\)", text))
    counted = [int(number.replace(",", "")) for number in re.findall(r"([\d,]+) files?, ", text)]
    assert linked < sizes.keys()
    assert len(linked) + sum(counted) == len(sizes)
