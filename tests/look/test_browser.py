"""What a reader sees and does, in a real browser: served below a path, and from disk with the network off."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.look.axe import faults
from tests.look.site import KINDS, SCHEMES, WIDTHS, Visitor

pytestmark = pytest.mark.browser

# The background of a page, and the texts in it that are too pale to be read on white.
ON_WHITE = """() => [getComputedStyle(document.body).backgroundColor, [...document.querySelectorAll('main *')]
    .filter(one => one.checkVisibility() && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(one => Math.max(...getComputedStyle(one).color.match(/[\\d.]+/g).slice(0, 3).map(Number)) > 160)
    .map(one => one.outerHTML)]"""


@pytest.mark.parametrize("on_disk", [False, True], ids=["http", "disk"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_speaks_to_no_other_host_and_does_not_complain(
    visitor: Visitor, kind: str, on_disk: bool
) -> None:
    """Everything that a page loads is the site's own, on the web and on disk; see the end of `visitor`."""
    if kind == "404" and on_disk:
        return  # a disk has no such page: its addresses are those of the server
    page = visitor.open(visitor.site.path(kind), on_disk)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.fonts.check('16px \"Source Serif 4\"')")


def test_a_lost_address_is_searched_for(visitor: Visitor) -> None:
    """The 404 page wears the site's clothes at any depth, and its box holds the words of the address."""
    page = visitor.open("papers/no-such-paper-of-ours.html")
    visitor.heard.clear()  # the browser says that the answer was 404
    expect(page.locator("main .ps-box input")).to_have_value("no such paper of ours")
    face = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert face.startswith('"Source Serif 4"')


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_small_phone(visitor: Visitor, kind: str) -> None:
    """At 360 pixels, and with scripts off, no page scrolls sideways."""
    for scripts in (True, False):
        page = visitor.open(visitor.site.path(kind), width=360, scripts=scripts)
        assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visitor: Visitor, kind: str) -> None:
    """WCAG 2.2 AA and the best practices of axe-core, in every size and colour."""
    found: dict[str, Any] = {}
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = visitor.open(visitor.site.path(kind), width=width, scheme=scheme)
            for peek in page.locator("details > summary").all()[:3]:
                if peek.is_visible():
                    peek.click()
            found |= {f"{width} {scheme} {name}": where for name, where in faults(page)}
    assert found == {}


def test_the_keyboard_reaches_everything_in_order(visitor: Visitor) -> None:
    """Tab goes from the skip link through the header to the first row, and each stop can be seen."""
    page = visitor.open(visitor.site.path("topic"))
    page.locator(".ps-rows a").first.wait_for()
    seen: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const at = document.activeElement, box = at.closest('form > div, form') ?? at;
            const shown = [at, box].some(one => getComputedStyle(one).outlineStyle !== 'none'
                || getComputedStyle(one).boxShadow !== 'none');
            const name = box.dataset.mdComponent ?? (at.name || at.textContent.trim());
            return [name, shown] }"""
        )
        assert stop[1], f"no focus ring on {stop[0]}"
        seen.append(stop[0])
        if page.evaluate("document.activeElement.closest('.ps-rows') !== null"):
            break
    first = page.locator(".ps-rows a").first.inner_text()
    ordered = ["Skip to content", "Papershelf", "Topics", "Listings", "q", "palette", first]
    assert [name for name in seen if name in ordered] == ordered


def test_dark_stays_dark(visitor: Visitor) -> None:
    """The choice of colours holds on the next page, and is made before anything is painted."""
    page = visitor.open("index.html")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    page.locator(".ps-palette label:visible").click()
    page.locator(".ps-palette label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(visitor.site.http + visitor.site.path("paper"))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(24, 23, 21)"


def test_a_dark_system_gives_a_dark_page_without_a_choice(visitor: Visitor) -> None:
    """Nothing is to be chosen by someone whose system already has."""
    page = visitor.open("index.html", scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_print_shows_the_paper_and_not_the_site(visitor: Visitor) -> None:
    """On paper: title, text and addresses of the exits; no header, no footer, and never white on black."""
    page = visitor.open(visitor.site.path("paper"), scheme="dark")
    page.emulate_media(media="print")
    for gone in (
        ".ps-header",
        ".ps-foot",
        ".ps-fix",
        ".ps-tags",
        ".ps-exits .ps-star",
        ".ps-related .ps-star",
    ):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".ps-abstract")).to_be_visible()
    assert page.evaluate(ON_WHITE) == ["rgb(255, 255, 255)", []]
    exits = page.locator(".ps-exits li > a")
    shown = exits.evaluate_all("all => all.map(one => getComputedStyle(one, '::after').content)")
    assert [text.replace('"', "").strip("\xa0 <>") for text in shown] == exits.evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )


@pytest.mark.parametrize(
    "kind", ["topic", "crowded paper", "a-z", "code", "author", "search", "reading-list"]
)
def test_print_of_a_list_has_nothing_to_press(visitor: Visitor, kind: str) -> None:
    """Rows and lines in dark ink; no stars, boxes, buttons or downloads; folded names stand there unfolded."""
    page = visitor.open(visitor.site.path(kind), scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # the theme unfolds what is folded
    assert page.evaluate(ON_WHITE) == ["rgb(255, 255, 255)", []]
    for kind_of in ("button", "input:not([type=checkbox])", ".ps-take-row", ".ps-downloads", ".ps-within"):
        for one in page.locator(f"main {kind_of}").all():
            expect(one).to_be_hidden()
    for names in page.locator(".ps-authors details").all():
        expect(names.locator("summary")).to_be_hidden()
        assert names.locator("a").count() == 0 or names.locator("a").last.is_visible()


def test_without_scripts_every_link_is_there(visitor: Visitor) -> None:
    """The search box leads to the topics; topics, lists and folded texts do not need scripts."""
    page = visitor.open("index.html", scripts=False, width=360)
    expect(page.locator("main .ps-box")).to_have_attribute("action", "topics/index.html")
    page.locator(".ps-tree a").first.click()
    page.locator(".ps-peek > summary").first.click()
    assert page.locator(".ps-peek[open]").count() == 1
    looks = "all => all.map(one => [getComputedStyle(one).font, getComputedStyle(one).color])"
    one, beginning = page.locator(".ps-peek[open], .ps-peek[open] > summary").evaluate_all(looks)
    assert one == beginning  # the text goes on as it begins


def test_nothing_moves_while_a_page_loads(visitor: Visitor) -> None:
    """The layout shift of a paper page, type faces arriving included, is too small to see (below 0.02)."""
    page = visitor.open(visitor.site.path("paper"))
    shift = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()
            .reduce((sum, entry) => sum + entry.value, 0))).observe({type: 'layout-shift', buffered: true})
            || setTimeout(() => done(0), 500))"""
    )
    assert shift < 0.02


@pytest.mark.parametrize("on_disk", [False, True], ids=["http", "disk"])
def test_one_click_copies_the_citation(visitor: Visitor, on_disk: bool) -> None:
    """The clipboard holds the BibTeX entry and nothing else, and the button says so."""
    page = visitor.open(visitor.site.path("paper"), on_disk)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".ps-cite .ps-copy")
    button.click()
    expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"@\w+\{.*\n\}\n", copied, re.S), copied
    assert copied == page.locator(".ps-cite pre").text_content()


def test_a_finger_hits_what_it_aims_at(visitor: Visitor) -> None:
    """Links of the header are at least 44 pixels high on a phone, and all of them lie within the screen."""
    page = visitor.open("index.html", width=360)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.ps-nav a, .ps-seek')].map(one => one.getBoundingClientRect())
            .map(at => [at.height >= 44, at.left >= 0 && at.right <= innerWidth, at.bottom <= innerHeight])"""
    )
    assert boxes == [[True, True, True]] * len(boxes)
    assert len(boxes) == 6


def test_a_browser_draws_the_pictures_of_shared_links(visitor: Visitor) -> None:
    """The one that the page of a topic names, as wide and high as networks ask for."""
    page = visitor.open(visitor.site.path("topic"))
    size = page.evaluate(
        """async () => {
            const picture = new Image();
            picture.src = document.querySelector('meta[property="og:image"]').content;
            await picture.decode();
            return [picture.naturalWidth, picture.naturalHeight];
        }"""
    )
    assert size == [1200, 630]


@pytest.mark.parametrize("on_disk", [False, True], ids=["http", "disk"])
def test_feeds_are_announced_and_no_script_takes_them_for_translations(
    visitor: Visitor, on_disk: bool
) -> None:
    """Programs in the browser find them as in the file; the theme's script asks for no sitemap beside them."""
    page = visitor.open(visitor.site.path("topic"), on_disk)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    rels = page.locator("head > link[type]:not([rel=search])").evaluate_all("all => all.map(one => one.rel)")
    assert rels == ["alternate"] * 3
    assert asked
    assert not [url for url in asked if "sitemap" in url]
