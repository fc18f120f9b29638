"""Stars, the reading list and downloads as a reader uses them, on the web and from disk with the network off."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Page, expect

from tests.look.axe import faults
from tests.look.site import SCHEMES, WIDTHS, Visitor, small_site

pytestmark = pytest.mark.browser

WHERE = pytest.mark.parametrize("on_disk", [False, True], ids=["http", "disk"])
STAR = ".ps-row > .ps-star"
LIST = "reading-list.html"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "50% of <b>{x} & _y_ $z$ ]]>",
)
MADE = "document.querySelectorAll('main :is(img, iframe, script:not([src]), [onerror], b)').length"


def keys_of(page: Page) -> list[str]:
    """The papers that the page of the list shows, in order."""
    expect(page.locator("[data-ps-list] .ps-list")).to_be_attached()
    keys: list[str] = page.locator(".ps-list .ps-star").evaluate_all(
        "all => all.map(one => one.dataset.psKey)"
    )
    return keys


def at(page: Page, path: str) -> Page:
    """The same reader opens another page of the site."""
    page.goto(re.sub(r"(/repository/|/site/).*", lambda match: match[1], page.url) + path)
    return page


def starred(visitor: Visitor, on_disk: bool, number: int = 20) -> tuple[Page, list[str]]:
    """A reader who has pressed the stars of the first papers of a topic, and their keys."""
    page = visitor.open(visitor.site.path("topic"), on_disk)
    stars = page.locator(STAR)
    for place in range(number):
        stars.nth(place).click()
        expect(stars.nth(place)).to_have_attribute("aria-pressed", "true")
    keys = stars.evaluate_all("(all, number) => all.slice(0, number).map(one => one.dataset.psKey)", number)
    return page, keys


def saved(page: Page, button: str) -> str:
    """The text of the file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_bytes().decode()


@WHERE
def test_twenty_papers_come_back_in_every_way(visitor: Visitor, on_disk: bool, tmp_path: Path) -> None:
    """Star, reload, export, clear, undo, import, open the address elsewhere: the same papers, in order."""
    page, keys = starred(visitor, on_disk)
    page.reload()
    expect(page.locator(f"{STAR}[aria-pressed=true]")).to_have_count(20)
    page.locator(".ps-saved").click()
    expect(page.locator(".ps-said")).to_have_text("20 papers.")
    assert keys_of(page) == keys
    file = tmp_path / "list.json"
    file.write_text(saved(page, "Export"), encoding="utf-8")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".ps-said")).to_contain_text("No paper is saved yet.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".ps-said")).to_have_text("20 papers.")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".ps-list .ps-row")).to_have_count(0)
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".ps-said")).to_have_text("20 papers.")
    assert keys_of(page) == keys
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy a link to this list").click()
    address = page.locator(".ps-say input").input_value()
    other = visitor.open(LIST + address.partition(LIST)[2], on_disk)
    expect(other.locator("h1")).to_have_text("A shared list of 20 papers")
    assert keys_of(other) == keys
    expect(other.locator(".ps-saved")).to_have_text("Reading list (0)")
    other.get_by_role("button", name="Add to my list").click()
    expect(other.locator(".ps-saved")).to_have_text("Reading list (20)")
    other.get_by_role("link", name="Your own list").click()
    expect(other.locator("h1")).to_have_text("Reading list")
    assert keys_of(other) == keys


@WHERE
def test_marks_notes_and_order_are_kept(visitor: Visitor, on_disk: bool) -> None:
    """What the reader says of a paper is there after a reload; an address never holds it."""
    page, keys = starred(visitor, on_disk, 3)
    at(page, LIST)
    page.get_by_label("Note on").first.fill("Ask <b>Ada</b> about\nthe rope.")
    page.get_by_role("checkbox").nth(1).check()
    expect(page.locator(".ps-said")).to_have_text("3 papers, 1 read.")
    down = page.get_by_role("button", name=re.compile("Move .* down")).first
    down.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ps-list .ps-star").first).to_have_attribute("data-ps-key", keys[1])
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").endswith("down")
    page.reload()
    assert keys_of(page) == [keys[1], keys[0], keys[2]]
    expect(page.get_by_label("Note on").nth(1)).to_have_value("Ask <b>Ada</b> about\nthe rope.")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    page.locator(".ps-list .ps-star").nth(2).click()
    expect(page.locator(".ps-said")).to_have_text("2 papers, 1 read.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".ps-said")).to_have_text("3 papers, 1 read.")


@WHERE
def test_downloads_read_back(visitor: Visitor, on_disk: bool) -> None:
    """Each format holds the papers of the page, as other programs read them."""
    page, keys = starred(visitor, on_disk, 5)
    at(page, LIST)
    titles = page.locator(".ps-list > .ps-row > p:first-child").all_text_contents()
    page.locator(".ps-downloads summary").click()
    bibtex = parse_string(saved(page, "BibTeX"))
    assert (len(bibtex.entries), bibtex.failed_blocks) == (5, [])
    assert [entry["title"] for entry in rispy.loads(saved(page, "RIS"))] == titles
    assert [item["title"] for item in json.loads(saved(page, "CSL-JSON"))] == titles
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV").removeprefix("\ufeff"), newline="")))
    assert [(row["key"], row["title"]) for row in rows] == list(zip(keys, titles, strict=True))
    assert saved(page, "Markdown").count("\n") == 5


@WHERE
@pytest.mark.parametrize("path", ["search.html?q=model&has=code&sort=title", "topic"])
def test_a_search_and_a_topic_are_downloaded_whole(visitor: Visitor, path: str, on_disk: bool) -> None:
    """All papers of a result, not only those that are shown; on other pages those that stand there."""
    page = visitor.open(path if "?" in path else visitor.site.path(path), on_disk)
    if "?" in path:
        expect(page.locator(".ps-found:not([aria-busy]) .ps-said")).to_contain_text("paper")
        number = int(re.findall(r"\d+", page.locator(".ps-said").inner_text())[0])
    else:
        number = page.locator(".ps-row").count()
    page.locator(".ps-downloads summary").click()
    titles = [item["title"] for item in json.loads(saved(page, "CSL-JSON"))]
    assert len(set(titles)) == number > 10
    shown = page.locator(".ps-row > p:first-child").all_text_contents()
    assert titles[: len(shown)] == shown


@WHERE
@pytest.mark.parametrize("kind", ["a-z", "code", "paper"])
def test_lines_have_stars_too(visitor: Visitor, kind: str, on_disk: bool) -> None:
    """Each line of A-Z, of the papers with code and of related papers is saved where it stands, on a phone too."""
    lines = ".ps-related li" if kind == "paper" else ".ps-index li"
    page = visitor.open(visitor.site.path(kind), on_disk, width=360)
    expect(page.locator(f"{lines} > .ps-star").first).to_be_visible()
    assert page.locator(f"{lines} > .ps-star").count() == page.locator(lines).count() > 5
    second = page.locator(lines).nth(1)
    second.locator(".ps-star").click()
    expect(page.locator(".ps-saved")).to_have_text("Reading list (1)")
    href = second.locator("a").first.get_attribute("href") or ""
    at(page, LIST)
    assert keys_of(page) == [Path(href).stem]
    for page_without in ("data/index.html", "venues/index.html", "topics/index.html"):
        assert at(page, page_without).locator(".ps-star").count() == 0


def test_stars_by_keyboard_alone(visitor: Visitor) -> None:
    """A star on the page of a paper and on rows of a search has a name, and is pressed by keys."""
    page = visitor.open(visitor.site.path("paper"))
    named = re.compile("^Save “.*” to the reading list$")
    star = page.locator(".ps-exits").get_by_role("button", name=named)
    star.focus()
    page.keyboard.press("Space")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".ps-say")).to_have_text("Saved to your reading list")
    page.keyboard.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "false")
    at(page, "search.html?q=model")
    page.locator(STAR).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ps-saved")).to_have_text("Reading list (1)")
    at(page, LIST)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.ps-own textarea')"):
            break
    page.keyboard.type("By keys.")
    page.reload()
    expect(page.get_by_label("Note on")).to_have_value("By keys.")


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"papershelf": 2, "papers": []}', '{"papershelf": 1, "papers": [7]}']
)
def test_what_cannot_be_read_is_kept(visitor: Visitor, text: str) -> None:
    """A list that we do not understand is laid aside before anything is written, and can be had as a file."""
    page = visitor.open(visitor.site.path("topic"))
    name = page.evaluate("`papershelf ${new URL('..', location).pathname}`")
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])
    page.reload()
    page.locator(STAR).first.click()
    page.locator(STAR).nth(1).click()
    expect(page.locator(".ps-saved")).to_have_text("Reading list (2)")
    at(page, LIST)
    assert saved(page, "Save it as a file") == f"{text}\n"
    page.get_by_role("button", name="Throw it away").click()
    expect(page.get_by_text("could not be read")).to_have_count(0)
    assert len(keys_of(page)) == 2


@pytest.mark.parametrize("fault", ["full", "forbidden"])
def test_a_store_that_refuses_is_said(visitor: Visitor, fault: str) -> None:
    """A full or forbidden store breaks nothing; the star stays empty, and a sentence says why."""
    page = visitor.open("about.html")
    broken = "throw new DOMException('no', 'QuotaExceededError')"
    page.add_init_script(
        f"Storage.prototype.setItem = () => {{ {broken} }}"
        if fault == "full"
        else f"Object.defineProperty(window, 'localStorage', {{ get() {{ {broken} }} }})"
    )
    at(page, visitor.site.path("topic"))
    page.locator(STAR).first.click()
    expect(page.locator(".ps-say")).to_contain_text("Not saved")
    expect(page.locator(STAR).first).to_have_attribute("aria-pressed", "false")
    at(page, LIST)
    expect(page.locator(".ps-said")).to_contain_text("No paper is saved yet.")
    assert set(visitor.heard) <= {"about.html: no"}  # the theme's own script asks too, for its colours
    visitor.heard.clear()


@WHERE
def test_security_hostile_lists_stay_text(visitor: Visitor, on_disk: bool, tmp_path: Path) -> None:
    """Keys, titles and notes of a file or an address are text; papers we do not have are shown as missing."""
    page = visitor.open(f"{LIST}#papers={','.join(HOSTILE)},%E0%A4%A,__proto__", on_disk)
    expect(page.locator("h1")).to_contain_text("A shared list of")
    assert page.evaluate(MADE) == 0
    at(page, LIST)
    page.reload()
    file = tmp_path / "list.json"
    papers = [{"key": text, "title": text, "note": text} for text in HOSTILE]
    file.write_text(json.dumps({"papershelf": 1, "papers": [*papers, {"key": 7}, None]}), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".ps-say")).to_have_text("3 papers read from the file. 2 more could not be read.")
    expect(page.locator(".ps-list .ps-meta")).to_have_text(["This paper is no longer in this library."] * 3)
    assert page.locator(".ps-list > .ps-row > p:first-child").all_text_contents() == list(HOSTILE)
    assert page.evaluate(MADE) == 0


def test_axe_finds_nothing_on_a_list(visitor: Visitor) -> None:
    """The reader's list and a shared one, in every size and colour, none wider than its window."""
    found: dict[str, object] = {}
    keys = [page.stem for page in visitor.site.papers[:3]]
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = visitor.open(f"{LIST}#papers={','.join(keys)},gone", width=width, scheme=scheme)
            expect(page.locator(".ps-list .ps-row")).to_have_count(4)
            found |= {f"shared {width} {scheme} {name}": where for name, where in faults(page)}
            page.get_by_role("button", name="Add to my list").click()
            page.get_by_role("link", name="Your own list").click()
            expect(page.locator(".ps-own")).to_have_count(4)
            page.locator(".ps-downloads summary").click()
            expect(page.get_by_role("button", name="BibTeX")).to_be_visible()
            found |= {f"own {width} {scheme} {name}": where for name, where in faults(page)}
            assert page.evaluate("document.documentElement.scrollWidth") == width
    assert found == {}


def test_an_owner_switches_it_off(browser: Browser, tmp_path: Path) -> None:
    """Without the export there is no star, no page and no link to it."""
    site = small_site(tmp_path, '{"title": "Of moss"}\n', "{references: false}")
    visitor = Visitor(browser, site)
    page = visitor.open("papers/of-moss.html", on_disk=True)
    assert page.locator(".ps-star, .ps-saved, [src*=stars]").count() == 0
    assert not (tmp_path / "site" / LIST).exists()
    visitor.close()
