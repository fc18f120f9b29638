"""The pages of weeks, which the shipped library has not: its listings tell no year."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.look.axe import faults
from tests.look.site import SCHEMES, WIDTHS, Site, Visitor, small_site

pytestmark = pytest.mark.browser

WEEK = "weeks/2031-W15.html"
LISTING = "".join(
    json.dumps(
        {
            "title": f"Moss clock number {number} by instruction tuning" + " and its hands" * (number % 4),
            "authors": ["Ann Example", "Bo van der Sample"],
            "year": 2031,
            "venue": "Proceedings of Clocks",
            "abstract": "A clock of moss tells the time of the year. " * 9,
            "links": [{"url": f"https://code.example/{number}", "kind": "code"}],
            "listed": f"2031-04-{number % 20 + 1:02}",
        }
    )
    + "\n"
    for number in range(40)
)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small library whose papers have days."""
    return small_site(tmp_path_factory.mktemp("weeks"), LISTING)


@pytest.fixture
def reader(dated: Site, browser: Browser) -> Iterator[Visitor]:
    """Someone who opens its pages from disk, and whose browser is silent and at home."""
    someone = Visitor(browser, dated)
    yield someone
    someone.close()
    assert (someone.heard, someone.asked) == ([], [])


@pytest.mark.parametrize("path", [WEEK, "weeks/index.html"])
def test_axe_finds_nothing_and_nothing_is_too_wide(reader: Visitor, path: str) -> None:
    """WCAG 2.2 AA and the best practices of axe-core, in every size and colour."""
    found: dict[str, object] = {}
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = reader.open(path, on_disk=True, width=width, scheme=scheme)
            for peek in page.locator("details > summary").all()[:3]:
                peek.click()
            found |= {f"{width} {scheme} {name}": where for name, where in faults(page)}
            assert page.evaluate("document.documentElement.scrollWidth") == width
    assert found == {}


def test_a_week_leads_to_its_mails_and_its_papers_have_stars(reader: Visitor) -> None:
    """From the home page, through the index."""
    page = reader.open("index.html", on_disk=True)
    page.get_by_role("link", name="All weeks").click()
    page.locator(f"main a[href='{WEEK.removeprefix('weeks/')}']").click()
    expect(page.locator(".ps-row > .ps-star")).to_have_count(14)
    assert page.locator(".ps-row").count() == 14
    page.locator(".ps-row > .ps-star").first.click()
    expect(page.locator(".ps-saved")).to_have_text("Reading list (1)")
    page.get_by_role("link", name="plain text").click()
    expect(page.locator("pre")).to_contain_text("Moss clock number 6")
