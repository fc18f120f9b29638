"""Searching as a reader does it, in a browser: served below a path, and from disk with the network off."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.look.axe import faults
from tests.look.site import REPOSITORY, SCHEMES, WIDTHS, Site, Visitor, small_site

pytestmark = pytest.mark.browser

BOX = ".ps-top .ps-box input"
INSIDE = "main .ps-box input"
ANSWER = ".ps-answer:not(.ps-way)"
ROW = ".ps-hits .ps-row"
SAID = ".ps-said"
WHERE = pytest.mark.parametrize("on_disk", [False, True], ids=["http", "disk"])


def a_title(visitor: Visitor, place: int = 0) -> tuple[str, str]:
    """The title of a paper and the path of its page."""
    file = visitor.site.papers[place]
    title = re.search(r"<h1[^>]*>(.*?)</h1>", file.read_text(encoding="utf-8"), re.S)
    assert title
    return html.unescape(re.sub(r"<[^>]+>", "", title[1])), f"papers/{file.name}"


def words_of_a_title(visitor: Visitor) -> tuple[str, str]:
    """Three telling words of a paper's title, and the address of its page."""
    title, path = a_title(visitor)
    return " ".join(re.findall(r"[A-Za-z]{5,}", title)[:3]), path


def settled(page: Page) -> Page:
    """The search page, when its answer is there."""
    expect(page.locator(".ps-found:not([aria-busy])")).to_be_visible()
    return page


def total(page: Page) -> int:
    """How many papers the search page says there are."""
    settled(page)
    expect(page.locator(SAID)).to_contain_text(re.compile("paper"))
    number = re.search(r"([\d,]+) papers?", page.locator(SAID).inner_text())
    return int(number[1].replace(",", "")) if number else 0


# ---- the box ----


@WHERE
def test_three_words_and_enter_open_the_paper(visitor: Visitor, on_disk: bool) -> None:
    """On the home page the box has the focus: type, press Enter, read; also before the answer is there."""
    words, path = words_of_a_title(visitor)
    for pause in (True, False):
        page = visitor.open("index.html", on_disk)
        expect(page.locator(INSIDE)).to_be_focused()
        page.keyboard.type(words)
        if pause:
            expect(page.locator(ANSWER).first).to_have_attribute("href", re.compile(re.escape(path)))
            expect(page.locator(ANSWER).first).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(re.escape(path)))


@WHERE
def test_arrows_choose_and_enter_opens(visitor: Visitor, on_disk: bool) -> None:
    """The chosen answer is told to whoever cannot see it; up from the first lies the list of all."""
    page = visitor.open(visitor.site.path("paper"), on_disk)
    page.keyboard.press("/")
    box = page.locator(BOX)
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.type("language models")
    expect(page.locator(ANSWER).first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    first = box.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    second = box.get_attribute("aria-activedescendant")
    assert first != second
    assert page.locator(f"#{second}").get_attribute("aria-selected") == "true"
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    expect(page.locator(".ps-top .ps-box [role=status]")).to_contain_text(re.compile(r"\d+ papers"))
    href = page.locator(f"#{second}").get_attribute("href")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert "search.html?q=" in (page.locator("[aria-selected=true]").get_attribute("href") or "")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("href => location.href === href", arg=href)


@WHERE
def test_shift_enter_shows_all(visitor: Visitor, on_disk: bool) -> None:
    """The search page has the words of the box."""
    page = visitor.open(visitor.site.path("topic"), on_disk)
    page.keyboard.press("Control+k")
    page.keyboard.type("language & models?")
    page.keyboard.press("Shift+Enter")
    page.wait_for_url(re.compile(r"search\.html\?q=language\+%26\+models%3F$"))
    expect(page.locator(INSIDE)).to_have_value("language & models?")
    expect(page.locator(ROW).first).to_be_visible()


def test_keys_lead_to_the_box_and_escape_leads_back(visitor: Visitor) -> None:
    """One key from anywhere; in a box the keys are letters."""
    for kind in ("paper", "topic", "about"):
        page = visitor.open(visitor.site.path(kind))
        for key in ("/", "s", "Control+k", "Meta+k"):
            page.keyboard.press(key)
            expect(page.locator(BOX)).to_be_focused()
            page.keyboard.press("Escape")
            expect(page.locator(BOX)).not_to_be_focused()
        page.keyboard.press("s")
        page.keyboard.type("s/models")
        expect(page.locator(BOX)).to_have_value("s/models")
        expect(page.locator(".ps-answers")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".ps-answers")).to_be_hidden()
        expect(page.locator(BOX)).to_have_value("s/models")


def test_nothing_of_the_search_is_loaded_before_it_is_wanted(visitor: Visitor) -> None:
    """A page that is only read loads no engine; the first key does."""
    loaded = "performance.getEntriesByType('resource').filter(one => one.name.includes('/find/')).length"
    for kind in ("home", "paper"):
        page = visitor.open(visitor.site.path(kind))
        assert page.evaluate(loaded) == 0
        page.keyboard.press("/")
        page.keyboard.type("m")
        page.wait_for_function(f"{loaded} > 0")


@WHERE
def test_every_page_offers_the_search_to_scripts(visitor: Visitor, on_disk: bool) -> None:
    """`window.papershelf.search` answers anywhere, without anybody having typed."""
    title, path = a_title(visitor)
    page = visitor.open(visitor.site.path("topic"), on_disk)
    hit = page.evaluate("title => papershelf.search(title).then(answer => answer.hits[0])", title)
    assert (hit["title"], hit["url"]) == (title, (visitor.site.file if on_disk else visitor.site.http) + path)


def test_on_a_phone_the_bar_opens_the_box(visitor: Visitor) -> None:
    """The box fills the screen, the keys lie below; Close leads back to the page."""
    page = visitor.open(visitor.site.path("topic"), width=360)
    expect(page.locator(BOX)).to_be_hidden()
    page.locator(".ps-seek").click()
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("language models")
    expect(page.locator(ANSWER).first).to_be_visible()
    at = page.locator(".ps-top .ps-box").bounding_box()
    assert at
    assert (at["x"], at["y"], at["width"], at["height"]) == (0, 0, 360, 900)
    page.locator(".ps-top .ps-close").click()
    expect(page.locator(BOX)).to_be_hidden()
    page.locator(".ps-seek").click()
    page.locator(ANSWER).first.click()
    page.wait_for_url(re.compile("/papers/"))


def test_a_corrected_word_is_said(visitor: Visitor) -> None:
    """In the box, and on the search page, which offers the words as they were typed."""
    page = visitor.open("index.html")
    page.keyboard.type("model merjing")
    expect(page.locator(".ps-answers-head").last).to_contain_text("“merging” instead of “merjing”")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(SAID)).to_contain_text("Showing results for “merging” instead of “merjing”")
    page.get_by_role("link", name="“model merjing”").click()
    page.wait_for_url(re.compile("literal=1"))
    expect(page.locator(SAID)).not_to_contain_text("instead of")
    page.go_back()
    expect(page.locator(SAID)).to_contain_text("instead of")


def test_the_word_that_is_typed_can_be_completed(visitor: Visitor) -> None:
    """Up from the first answer lie the completions; Enter puts one into the box, which answers it and stays."""
    page = visitor.open("index.html")
    page.keyboard.type("model gener")
    ends = page.locator(".ps-completion")
    expect(ends.first).to_be_visible()
    words = ends.all_text_contents()
    assert 1 <= len(words) <= 4
    assert all(re.fullmatch(r"gener\w{2,}", word) for word in words)
    expect(page.locator(ANSWER).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(ends.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator(INSIDE)).to_have_value(f"model {words[-1]} ")
    expect(page.locator(INSIDE)).to_be_focused()
    expect(ends).to_have_count(0)
    expect(page.locator(ANSWER).first).to_have_attribute("aria-selected", "true")


def test_the_box_is_no_dead_end(visitor: Visitor) -> None:
    """Where nothing is found it names topics that are near, or leads to all of them."""
    page = visitor.open("index.html")
    page.keyboard.type("zzzzqqqq xxxxyyyyw")
    expect(page.locator("main .ps-answers-head")).to_have_text("No paper found.")
    expect(page.locator(".ps-way").first).to_have_attribute("href", re.compile("topics/"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/topics/"))


def test_a_name_that_nobody_bears_leads_to_those_that_are_near(visitor: Visitor) -> None:
    """In the box and on the search page: a slip in an author's name is answered with names."""
    page = visitor.open("index.html")
    page.keyboard.type("author:sutskewer")
    near = page.locator(".ps-way", has_text="Author: ")
    expect(near.first).to_contain_text("sutskever")
    page.keyboard.press("Shift+Enter")
    page.locator(".ps-notes a", has_text="sutskever").first.click()
    page.wait_for_url(re.compile("q=author%3A%22"))
    expect(page.locator(ROW).first).to_be_visible()


def test_a_page_loads_what_it_needs(visitor: Visitor) -> None:
    """The search page's own script is loaded there only, the engine where somebody searches."""
    asked = "performance.getEntriesByType('resource').map(one => one.name.split('/').pop().split('?')[0])"
    page = visitor.open(visitor.site.path("paper"))
    assert not {"search-page.js", "engine.js", "head.js"} & set(page.evaluate(asked))
    page = settled(visitor.open("search.html?q=model"))
    names = page.evaluate(asked)
    assert [names.count(name) for name in ("search-page.js", "engine.js", "head.js")] == [1, 1, 1]


# ---- the search page ----


@WHERE
def test_an_empty_query_browses_everything(visitor: Visitor, on_disk: bool) -> None:
    """All papers, ten at first; "more" adds to them and leads the focus there."""
    page = visitor.open("search.html", on_disk)
    assert total(page) == len(visitor.site.papers)
    expect(page.locator(ROW)).to_have_count(10)
    page.locator(".ps-more").click()
    expect(page.locator(ROW)).to_have_count(20)
    expect(page.locator(ROW).nth(10).locator("p:first-child a")).to_be_focused()
    keys = page.locator(f"{ROW} > p:first-child a").evaluate_all("all => all.map(one => one.href)")
    assert len(set(keys)) == 20


@WHERE
def test_filters_narrow_and_the_address_holds_them(visitor: Visitor, on_disk: bool) -> None:
    """A count is kept: choosing a value leaves as many papers as it said. The address brings it all back."""
    page = visitor.open("search.html?q=model", on_disk)
    before = total(page)
    said = 0
    for name in ("year", "has"):
        settled(page)
        tick = page.locator(f"input[name={name}]").first
        said = int(tick.locator("xpath=..").locator(".ps-count").inner_text())
        tick.check()
        expect(page.locator(SAID)).to_have_text(f"{said} papers.")
    assert 0 < said < before, (said, before)
    assert re.search(r"\?q=model&year=[^&]+&has=[^&]+$", page.url)
    page.locator("#ps-order").select_option("title")
    page.wait_for_url(re.compile("sort=title"))
    shown = settled(page).locator(f"{ROW} > p:first-child").all_inner_texts()

    again = visitor.open(page.url.rpartition("/")[2], on_disk)
    assert total(again) == said
    expect(again.locator(INSIDE)).to_have_value("model")
    expect(again.locator("#ps-order")).to_have_value("title")
    expect(again.locator(".ps-chosen button")).to_have_count(3)
    assert again.locator(f"{ROW} > p:first-child").all_inner_texts() == shown
    again.locator(".ps-chosen button").first.click()
    expect(again.locator(".ps-chosen button")).to_have_count(1)
    again.locator(".ps-chosen button").first.click()
    expect(again.locator(SAID)).to_have_text(f"{before} papers.")


@WHERE
def test_back_leads_to_the_choice_before(visitor: Visitor, on_disk: bool) -> None:
    """Each choice is a step; what was typed meanwhile is not."""
    page = visitor.open("search.html", on_disk)
    page.locator(INSIDE).press_sequentially("model")
    page.wait_for_url(re.compile(r"q=model$"))
    before = total(page)
    page.locator("input[name=year]").first.check()
    page.wait_for_url(re.compile("year="))
    page.locator("#ps-order").select_option("date")
    page.wait_for_url(re.compile("sort=date"))
    page.go_back()
    expect(page.locator("#ps-order")).to_have_value("relevance")
    expect(page.locator(".ps-chosen button")).to_have_count(1)
    page.go_back()
    expect(page.locator(".ps-chosen button")).to_have_count(0)
    expect(page.locator(INSIDE)).to_have_value("model")
    assert total(page) == before
    page.go_forward()
    expect(page.locator("input[name=year]:checked")).to_have_count(1)


def test_the_search_page_by_keyboard_alone(visitor: Visitor) -> None:
    """Type, go down to a title, back up, tick a filter and keep the focus on it, open a paper."""
    page = visitor.open("search.html")
    expect(page.locator(INSIDE)).to_be_focused()
    page.keyboard.type("model")
    page.wait_for_url(re.compile(r"q=model$"))
    expect(page.locator(f"{ROW} mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    titles = page.locator(f"{ROW} > p:first-child a")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(INSIDE)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'checkbox'"):
            break
    page.keyboard.press("Space")
    expect(page.locator(".ps-chosen button")).to_have_count(1)
    expect(page.locator("fieldset input:checked")).to_be_focused()
    page.keyboard.press("/")  # a box to tick is none to type into
    expect(page.locator(INSIDE)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/papers/"))


@WHERE
def test_what_is_asked_for_in_the_head_is_what_the_page_shows(visitor: Visitor, on_disk: bool) -> None:
    """The words of the address are asked for before the page stands, and are not asked for again with other wishes."""
    page = settled(visitor.open("search.html?q=model+merjing", on_disk))
    early, again = page.evaluate(
        "async () => [await papershelf.early, await papershelf.search('model merjing', {facets: false, limit: 5})]"
    )
    assert early == again
    assert early["hits"]
    titles = page.locator(f"{ROW} > p:first-child a")
    whole = page.evaluate("papershelf.search('model merjing')")
    assert titles.all_text_contents() == [hit["title"] for hit in whole["hits"]]
    assert [hit["title"] for hit in early["hits"]] == titles.all_text_contents()[:5]
    page = settled(visitor.open("search.html?q=model&sort=title", on_disk))
    shown = page.locator(f"{ROW} > p:first-child a").all_text_contents()
    assert len(shown) == 10
    assert shown == [
        hit["title"] for hit in page.evaluate("papershelf.search('model', {sort: 'title'})")["hits"]
    ]


def test_the_search_page_is_shown_with_its_first_answer(visitor: Visitor) -> None:
    """Nothing is laid out before, the first screen is drawn before the rest, and what every page loads comes after."""
    page = visitor.open("about.html")
    page.add_init_script(
        """window.seen = [];
        new MutationObserver(() => {
          const rows = document.querySelectorAll(".ps-hits .ps-row").length;
          const now = [rows, document.documentElement.hidden, !!document.querySelector("script[src*='/bundle.']")];
          if (String(now) !== String(seen.at(-1))) seen.push(now);
        }).observe(document, {childList: true, subtree: true, attributes: true});"""
    )
    page.goto(visitor.site.http + "search.html?q=model")
    expect(settled(page).locator("script[src*='/bundle.']")).to_be_attached()
    seen = page.evaluate("seen")
    assert [0, True, False] in seen
    shown = [rows for rows, is_hidden, _ in seen if rows and not is_hidden]
    assert (shown[0], shown[-1]) == (5, 10)
    assert all(rows for rows, _, is_themed in seen if is_themed)
    page.locator(".ps-palette label:visible").click()  # to light
    page.locator(".ps-palette label:visible").click()  # to dark: the theme's script works, late as it comes
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_scripts_of_the_owner_run_as_they_do_on_other_pages(browser: Browser, tmp_path: Path) -> None:
    """After the theme's and before the page is complete; then nothing waits for the first answer."""
    script = """window.mine = [document.readyState, typeof document$];
        document.addEventListener("DOMContentLoaded", () => mine.push("ready"));"""
    visitor = Visitor(browser, small_site(tmp_path, '{"title": "Of moss"}\n', script=script))
    page = settled(visitor.open("search.html?q=moss", on_disk=True))
    assert page.evaluate("mine") == ["loading", "object", "ready"]
    expect(page.locator(".ps-downloads")).to_be_visible()
    expect(page.locator(f"{ROW} .ps-star")).to_have_count(1)
    visitor.close()
    assert visitor.heard == []


def test_a_slow_answer_does_not_hide_the_search_page(visitor: Visitor) -> None:
    """Papers that never come: the page is there all the same."""
    page = visitor.open("about.html")
    page.context.route("**/find/d/**", lambda route: None)
    page.goto(visitor.site.http + "search.html?q=model", wait_until="commit")
    expect(page.locator(INSIDE)).to_be_visible()
    expect(page.locator(INSIDE)).to_have_value("model")
    expect(page.locator("script[src*='/bundle.']")).to_be_attached()


@pytest.mark.parametrize("come", [0, 5])
def test_papers_that_cannot_be_read_are_said(visitor: Visitor, come: int) -> None:
    """The first papers, or those after them, fail: a sentence, and "more" tries again."""
    page = visitor.open("about.html")
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fallback() if len(asked) <= come else route.abort()

    page.context.route("**/find/d/**", answer)
    page.goto(visitor.site.http + "search.html?q=model")
    expect(page.locator(".ps-problem")).to_contain_text("cannot be read")
    expect(settled(page).locator(ROW)).to_have_count(come)
    visitor.heard.clear()  # the browser says which files failed
    if come:
        page.context.unroute("**/find/d/**")
        page.locator(".ps-more").click()
        expect(page.locator(ROW)).to_have_count(15)


def test_without_papers_there_is_nothing_to_filter_or_take(visitor: Visitor) -> None:
    """On a phone, where the filters are folded, too."""
    page = settled(visitor.open("search.html?q=zzqx+zzqy", width=360))
    expect(page.locator(SAID)).to_have_text("No paper found.")
    expect(page.locator(".ps-downloads")).to_be_attached()
    expect(page.locator(".ps-downloads, .ps-facets, #ps-order").filter(visible=True)).to_have_count(0)


def test_who_comes_back_finds_the_place_again(visitor: Visitor) -> None:
    """All papers that were shown are drawn at once, so that there is something to scroll to."""
    page = visitor.open("search.html?q=model")
    settled(page).locator(".ps-more").click()
    expect(settled(page).locator(ROW)).to_have_count(20)
    page.add_init_script(
        """window.seen = [];
        new MutationObserver(() => {
          seen.push([document.querySelectorAll(".ps-hits .ps-row").length, document.documentElement.hidden]);
        }).observe(document, {childList: true, subtree: true, attributes: true});"""
    )
    page.locator(f"{ROW} > p:first-child a").nth(12).click()
    page.wait_for_url(re.compile("/papers/"))
    page.go_back()
    expect(settled(page).locator(ROW)).to_have_count(20)
    assert {rows for rows, _ in page.evaluate("seen")} <= {0, 20}
    assert not any(is_hidden for _, is_hidden in page.evaluate("seen"))


def test_partial_answers_say_what_they_lack(visitor: Visitor) -> None:
    """No paper holds both words: the best hold one, and each says which it lacks."""
    page = visitor.open("search.html?q=%22model+merging%22+photosynthesis")
    expect(page.locator(SAID)).to_contain_text("No paper holds all these words")
    expect(page.locator(f"{ROW} .ps-missing").first).to_have_text("without photosynthesis")
    near = page.locator(".ps-notes .ps-also")
    expect(near).to_contain_text("Nearest topics: Model merging")
    link = near.get_by_role("link", name="Model merging")
    expect(link).to_have_attribute("href", re.compile(r"/topics/model-merging\.html$"))


def test_without_an_answer_there_is_a_way_on(visitor: Visitor) -> None:
    """Filters can be taken away, and topics are near."""
    page = visitor.open("search.html?q=model&year=1066")
    expect(page.locator(SAID)).to_have_text("No paper found.")
    page.get_by_role("link", name="Search without the filters").click()
    assert total(page) > 0
    page.locator(INSIDE).fill("zzzzqqqq xxxxyyyyw")
    page.keyboard.press("Enter")
    expect(page.locator(SAID)).to_have_text("No paper found.")
    expect(page.locator(".ps-notes a").first).to_be_visible()


def test_topics_and_authors_lead_to_their_search(visitor: Visitor) -> None:
    """From the page of a topic with its filter, from an author's name with that author's papers."""
    page = visitor.open(visitor.site.path("topic"))
    papers = re.match(r"[\d,]+", page.locator(".ps-count").first.inner_text())
    page.get_by_role("link", name="Search in this topic").click()
    page.wait_for_url(re.compile("topic="))
    assert papers
    assert total(page) == int(papers[0].replace(",", ""))
    page = visitor.open(visitor.site.path("author"))
    name = page.locator("h1").inner_text()
    page.get_by_role("link", name="Search for this name").click()
    page.wait_for_url(re.compile("q=author"))
    expect(page.locator(INSIDE)).to_have_value(f'author:"{name}"')
    assert total(page) >= 1
    expect(page.locator(f"{ROW} .ps-meta").first).to_contain_text(name)


def test_a_name_leads_to_its_author(visitor: Visitor) -> None:
    """From a paper to the author's page, or to the line of the index that has the name."""
    page = visitor.open(visitor.site.path("paper"))
    link = page.locator(".ps-authors a").first
    name, href = link.inner_text(), link.get_attribute("href") or ""
    link.click()
    page.wait_for_url(re.compile("authors/"))
    place = page.locator(f"[id='{href.partition('#')[2]}']" if "#" in href else "h1")
    expect(place).to_have_text(name)
    expect(place).to_be_in_viewport()


def test_a_lost_address_shows_the_nearest_titles(visitor: Visitor) -> None:
    """Who follows an old link sees what it may have meant."""
    title, path = a_title(visitor)
    page = visitor.open(path.replace(".html", "-old.html"))
    visitor.heard.clear()  # the browser says that the answer was 404
    expect(page.locator("main .ps-row > p:first-child a").first).to_have_text(title)


def test_a_missing_engine_is_said(visitor: Visitor) -> None:
    """A sentence instead of nothing, and the ways that need no search."""
    page = visitor.open("about.html")
    page.context.route("**/find/**", lambda route: route.abort())
    page.goto(visitor.site.http + "search.html?q=model")
    expect(page.locator(".ps-problem")).to_contain_text("could not be loaded")
    expect(page.locator(".ps-notes a").first).to_have_attribute("href", re.compile("topics/index.html"))
    page.goto(visitor.site.http + "about.html")
    page.keyboard.press("/")
    page.keyboard.type("model")
    expect(page.locator(".ps-answers-head")).to_contain_text("could not be loaded")
    visitor.heard.clear()


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{7*7}} ${7*7} &lt;b&gt;",
    "\u202eabc\u0000 __proto__ constructor",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "'-alert(1)-' `onfocus=alert(1) autofocus`",
    "</title></textarea></script><script>alert(1)</script>",
    "<a href=\"java\tscript:alert(1)\">b</a> &#x6A;avascript:alert(1)",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--><img src=x onerror=alert(1)>\">",
    "<b>kettle</b> <mark onmouseover=alert(1)>",
)  # fmt: skip

MADE = """[...document.body.querySelectorAll('*')].filter(one =>
    one.matches('main :is(img, iframe, svg, math, style, table, script:not([src])), a[href^="javascript" i]')
    || one.getAttributeNames().some(name => /^(on|autofocus|srcdoc)/.test(name))).length"""


@pytest.mark.parametrize("text", HOSTILE)
@WHERE
def test_security_hostile_words_stay_text(visitor: Visitor, text: str, on_disk: bool) -> None:
    """Whatever stands in the address or is typed is text, in words, filters, order and title."""
    value = quote_plus(text)
    path = f"search.html?q={value}&topic={value}&venue={value}&sort={value}&__proto__={value}"
    page = visitor.open(path, on_disk)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    expect(page.locator(SAID)).not_to_be_empty()
    expect(page.locator(INSIDE)).to_have_value(text)
    assert page.title().split(" · ")[0].split() == text.replace("\x00", "").split()
    assert page.evaluate(MADE) == 0
    expect(page.locator(".ps-chosen button").first).to_have_text(f"Topic: {text} ×")
    page.locator(".ps-chosen button").last.click()
    assert page.evaluate(MADE) == 0
    page = visitor.open("index.html", on_disk)
    page.locator(INSIDE).fill(text.replace("\x00", ""))
    expect(page.locator(".ps-answers-head").last).not_to_be_empty()
    assert page.evaluate(MADE) == 0


def hostile_site(folder: Path, texts: list[str]) -> Site:
    """A library whose every paper has one of `texts` as title, in its abstract, as author, venue and topic."""
    (folder / "library" / "listings").mkdir(parents=True)
    (folder / "docs").mkdir()
    lines = [
        {
            "title": f"Zebra {text}",
            "abstract": f"A zebra {text} crossing number{number}.",
            "authors": [f"Zoe {text}"],
            "venue": text,
            "year": 2020,
        }
        for number, text in enumerate(texts)
    ]
    (folder / "library" / "listings" / "zebras.jsonl").write_text(
        "".join(json.dumps(one) + "\n" for one in lines)
    )
    topics = [
        {"name": f"Topic {text}", "definition": text, "words": [f"number{number}"]}
        for number, text in enumerate(texts)
    ]
    (folder / "library" / "topics.yml").write_text(json.dumps(topics))
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").replace("  - About: about.md\n", "")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", str(folder)],
        cwd=REPOSITORY, capture_output=True, text=True,
    )  # fmt: skip
    assert (folder / "site" / "search.html").is_file(), told.stdout + told.stderr
    return Site(folder / "site", "", f"{(folder / 'site').as_uri()}/")


def test_security_hostile_papers_stay_text(browser: Browser, tmp_path: Path) -> None:
    """Titles, abstracts, authors, venues and topics of papers are text in box, rows, filters and chips."""
    texts = [text for text in HOSTILE if text.isprintable()]
    site = hostile_site(tmp_path, texts)
    titles = sorted(a_title(Visitor(browser, site), place)[0] for place in range(len(site.papers)))
    assert titles == sorted(f"Zebra {text}" for text in texts)
    visitor = Visitor(browser, site)
    page = visitor.open("index.html", on_disk=True)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for number, text in enumerate(texts):
        page.locator(INSIDE).fill(f"number{number}")
        expect(page.locator(f"{ANSWER} > b")).to_have_text([f"Zebra {text}"])
        about = page.locator(f"{ANSWER} > .ps-meta").text_content() or ""
        assert about.startswith(f"Zoe {text} · 2020 · {text}")
        passage = (page.locator(f"{ANSWER} > .ps-peek").text_content() or "").strip("… ")
        assert passage
        assert passage in f"A zebra {text} crossing number{number}."
        assert page.evaluate(MADE) == 0
    page.locator(INSIDE).fill("topic")
    expect(page.locator(".ps-way > b").first).to_have_text(re.compile("^Topic "))
    assert page.evaluate(MADE) == 0

    page = visitor.open("search.html?q=zebra", on_disk=True)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    settled(page)
    if len(titles) > page.locator(ROW).count():
        page.locator(".ps-more").click()
    expect(page.locator(ROW)).to_have_count(len(titles))
    assert sorted(page.locator(f"{ROW} > p:first-child").all_text_contents()) == titles
    venues = page.locator("input[name=venue] + span")
    expect(venues).to_have_count(len(texts))
    assert sorted(venues.all_text_contents()) == sorted(texts)
    page.locator("input[name=venue]").first.check()
    settled(page)
    page.locator(".ps-chosen button").last.click()
    settled(page)
    assert page.evaluate(MADE) == 0
    assert visitor.heard == visitor.asked == []
    visitor.close()


@pytest.mark.parametrize("what", ["box", "big box", "completions", "page", "nothing", "partial"])
def test_axe_finds_nothing_while_searching(visitor: Visitor, what: str) -> None:
    """The open box and the search page with filters in use, in every size and colour."""
    found: dict[str, Any] = {}
    for width in WIDTHS:
        for scheme in SCHEMES:
            match what:
                case "box" | "big box":
                    page = visitor.open(
                        visitor.site.path("paper" if what == "box" else "home"), width=width, scheme=scheme
                    )
                    page.locator(".ps-seek").click() if width < 500 else page.keyboard.press("/")
                    page.keyboard.type("model merjing")
                    expect(page.locator(ANSWER).first).to_be_visible()
                case "completions":
                    page = visitor.open(visitor.site.path("paper"), width=width, scheme=scheme)
                    page.locator(".ps-seek").click() if width < 500 else page.keyboard.press("/")
                    page.keyboard.type("model gener")
                    expect(page.locator(".ps-completion").first).to_be_visible()
                    page.keyboard.press("ArrowUp")
                case "page":
                    page = visitor.open("search.html?q=model&has=code", width=width, scheme=scheme)
                    expect(page.locator(ROW).first).to_be_visible()
                    page.locator(".ps-syntax summary").click()
                    if width < 500:
                        page.locator(".ps-facets > summary").click()
                    expect(page.locator(".ps-sieve input").first).to_be_visible()
                case "nothing":
                    page = visitor.open("search.html?q=zzzzqqqq&year=1066", width=width, scheme=scheme)
                    expect(page.locator(SAID)).not_to_be_empty()
                case _:
                    page = visitor.open("search.html?q=merging+photosynthesis", width=width, scheme=scheme)
                    expect(page.locator(ROW).first).to_be_visible()
            found |= {f"{width} {scheme} {name}": where for name, where in faults(page)}
            assert page.evaluate("document.documentElement.scrollWidth") == width
    assert found == {}


def test_nothing_jumps_while_the_search_page_fills(visitor: Visitor) -> None:
    """Papers, filters, stars and downloads appear in room that was kept for them. A busy machine may be late once."""
    shifts = []
    for _ in range(3):
        page = visitor.open("search.html?q=model")
        expect(settled(page).locator(f"{ROW} .ps-star")).to_have_count(10)
        expect(page.locator(".ps-downloads")).to_be_visible()
        shifts.append(
            page.evaluate(
                """() => new Promise(done => new PerformanceObserver(list =>
                    done(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
                    .observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))"""
            )
        )
    assert min(shifts) < 0.02


def test_without_scripts_the_box_leads_to_the_lists(visitor: Visitor) -> None:
    """The form opens the topics; the search page names the two ways to every paper."""
    for width in WIDTHS:
        page = visitor.open("index.html", width=width, scripts=False)
        page.locator(INSIDE).fill("model")
        page.locator(INSIDE).press("Enter")
        page.wait_for_url(re.compile(r"topics/index\.html\?q=model"))
        if width > 500:
            page = visitor.open(visitor.site.path("paper"), scripts=False)
            page.locator(BOX).fill("model")
            page.locator(BOX).press("Enter")
            page.wait_for_url(re.compile(r"topics/index\.html\?q=model"))
        page = visitor.open("search.html", width=width, scripts=False)
        ways = page.locator("noscript a")
        assert [ways.nth(place).get_attribute("href") for place in range(2)] == [
            "topics/index.html",
            "a-z/index.html",
        ]
        expect(ways.first).to_be_visible()
