"""Pages that gather papers by author, venue and year: nothing is missing, and the newest is first."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from dataclasses import replace

import pytest

from generator.model import Library, Paper
from generator.overrides import Naming
from generator.pages import all_pages
from generator.people import gather
from generator.people.names import take_apart
from generator.render import render
from tests.pages.library import SETTINGS, library, paper
from tests.pages.reading import files, shown, tree

LIBRARY = library()


def made(*papers: Paper) -> dict[str, str]:
    """The pages of a library of these papers."""
    books = {one.key: one for one in papers}
    people = gather(books, Naming()).people
    listings = library().listings
    pages = all_pages(Library(books, listings, people=people), SETTINGS)
    return {page.path: render(page).content.decode() for page in pages}


def links(path: str, css: str) -> list[tuple[str, str, str]]:
    """Text, page and place of the links that a selector finds."""
    found = []
    for node in tree(path).css(css):
        file, _, place = (node.attributes["href"] or "").partition("#")
        file = re.sub(r"\.html$", ".md", file)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
        found.append((" ".join(node.text().split()), target, place))
    return found


@pytest.mark.parametrize("key", [key for key in LIBRARY.papers if LIBRARY.papers[key].authors])
def test_every_name_leads_to_where_its_paper_stands(key: str) -> None:
    """To the author's page, which has the paper, or to the line of the index that names both."""
    for name, target, place in links(f"papers/{key}.md", ".ps-authors a"):
        if place:
            line = tree(target).css_first(f"[id='{place}']")
            assert line is not None and line.parent is not None
            assert " ".join(line.text().split()) == take_apart(name).text
            assert line.parent.css(f'.ps-meta a[href$="papers/{key}.md"]')
        else:
            assert shown(target, "h1") == [name]
            assert f"papers/{key}.md" in {page for _, page, _ in links(target, ".ps-row > p:first-child a")}


def test_the_index_has_every_author_once() -> None:
    paths = [path for path in files() if re.fullmatch(r"authors/index(/\d+)?\.md", path)]
    lines = [line for path in paths for line in shown(path, ".ps-index li")]
    assert len(lines) == len(LIBRARY.people)
    assert len([path for path in paths if len(tree(path).css(".ps-index li")) > 200]) == 0


@pytest.mark.parametrize("kind", ["venues", "years"])
def test_every_venue_and_year_has_its_papers_newest_first(kind: str) -> None:
    wanted: dict[str, set[str]] = defaultdict(set)
    for key, one in LIBRARY.papers.items():
        for name in (one.venue,) if kind == "venues" else (str(one.year or ""),):
            wanted[" ".join(name.split())].add(f"papers/{key}.md")
    del wanted[""]
    pages = {shown(path, "h1")[0]: path for path in files() if re.fullmatch(rf"{kind}/(?!index)[^/]+", path)}
    found = {name: links(path, ".ps-row > p:first-child a") for name, path in pages.items()}
    assert {name: {target for _, target, _ in rows} for name, rows in found.items()} == wanted
    for rows in found.values():
        years = [LIBRARY.papers[target[len("papers/") : -3]].year or 0 for _, target, _ in rows]
        assert years == sorted(years, reverse=True)


def test_what_no_paper_tells_has_no_page() -> None:
    """Neither an empty index nor a link to one."""
    pages = made(paper("a", "A"), paper("b", "B"))
    assert not [path for path in pages if path.startswith(("authors", "venues", "years"))]
    assert not re.search(r"(authors|venues|years)/", "".join(pages.values()))
    pages = made(paper("a", "A", year=2001))
    assert [path for path in pages if path.startswith(("authors", "venues", "years"))] == [
        "years/index.md",
        "years/2001.md",
    ]


def test_venues_of_a_series_stand_together() -> None:
    """The year at the end of a name is no other name; what stands between is."""
    names = "Soup Day 2001; Soup Day 2003; Bread Day, 2002; SOUP DAY 2003; Soup Day 2001 (Bowls); Soup Day"
    papers = (paper(f"p{number}", "P", venue=name) for number, name in enumerate(names.split("; ")))
    text = made(*papers)["venues/index.md"]
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        '- [Bread Day, 2002](../venues/bread-day-2002.md) <span class="ps-count">1 paper</span>',
        '- Soup Day <span class="ps-count">4 papers</span> <span class="ps-chips">'
        "[2003](../venues/soup-day-2003.md) [2001](../venues/soup-day-2001.md) "
        "[Soup Day](../venues/soup-day.md)</span>",
        '- [Soup Day 2001 (Bowls)](../venues/soup-day-2001-bowls.md) <span class="ps-count">1 paper</span>',
    ]  # fmt: skip


def test_an_author_page_tells_spellings_and_company() -> None:
    """How the name is written elsewhere; co-authors by how often; a crowd does not count."""
    crowd = tuple(f"Crowd Nr{number}x" for number in range(101))
    one = paper("a", "A", authors=("Ann Moss", "Bo Oven", "Cy Lamp"), year=2001)
    two = replace(one, key="b", authors=("Änn Moss", "Bo Oven"), year=2003)
    three = replace(one, key="c", authors=("Moss, Ann", *crowd), year=None)
    text = made(one, two, three)["authors/ann-moss.md"]
    assert "# Änn Moss" in text
    assert "Also written Ann Moss, Moss, Ann<br>" in text
    company = text.partition("Co-authors</h2>")[2].partition("</div>")[0]
    assert [line for line in company.splitlines() if line.startswith("- ")] == [
        '- [Bo Oven](../authors/bo-oven.md) <span class="ps-count">2 papers</span>',
        "- [Cy Lamp](../authors/index.md#author-cy-lamp)",
    ]
    assert re.findall(r"\[A\]\(../papers/(\w)\.md\)", text) == ["b", "a", "c"]
