"""Programs that follow feeds see every paper, with the day on which it came in, and nothing made up."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import feedparser
import pytest

from generator.config import Settings
from generator.exports import citations, feeds
from generator.model import Library, Listing, Match, Paper, Seen, Topic
from generator.overrides import Naming
from generator.people import gather
from generator.problems import Place
from generator.text.rich import rich
from tests.pages.library import HOSTILE

ATOM = "{http://www.w3.org/2005/Atom}"
DATED = Listing("2031-05-06-market", "Market <b>", "", "library/listings/2031-05-06-market.txt", "x")
UNDATED = Listing("old", "Old finds", "Sep 3", "library/listings/old.txt", "x")
SITE = "https://shelf.example/mine/"


def settings(site_url: str = "") -> Settings:
    return Settings(Path(), "My & shelf", "", site_url, "", Path("docs"), Path("site"), Path("library"), ())


def library(many: int = 0) -> Library:
    titles = [" ".join(title.split()) for title in HOSTILE] + ["Łódź 张伟 😀 ]]> </script>", "\x0bVT \ufffe"]
    titles += [f"Paper {number:03}" for number in range(many)]
    papers = {}
    for number, title in enumerate(titles):
        listing = DATED if number % 2 else UNDATED
        listed = f"2031-04-{number % 28 + 1:02}" if number % 3 == 0 else ""
        papers[f"p{number:03}"] = Paper(
            f"p{number:03}",
            rich(title),
            (Seen(listing.name, number + 1, Place(listing.file, number), title, listed),),
            abstract=rich(f"Of {title}") if number % 5 else (),
            authors=("José Łukasz", title),
        )
    topics = {"x": Topic("x", "X & y", "All."), "x-1": Topic("x-1", "X 1", "More.", "x")}
    return Library(papers, (DATED, UNDATED), topics, {key: (Match("x-1", "r", 1.0),) for key in papers})


def written(many: int = 0, site_url: str = "") -> dict[str, str]:
    return {file.path: file.content.decode() for file in feeds.files(library(many), settings(site_url))}


def visible(text: str) -> str:
    """What XML can hold of a text, on one line."""
    return " ".join(text.replace("\x0b", " ").replace("\ufffe", " ").split())


@pytest.mark.parametrize("site_url", ["", SITE])
def test_feedparser_reads_every_paper_back(site_url: str) -> None:
    """Titles, authors in order, topics and texts, whatever they hold."""
    parsed = feedparser.parse(written(site_url=site_url)["feeds/library.xml"])
    assert not parsed.bozo
    told = {entry.id: entry for entry in parsed.entries}
    papers = library().papers
    assert len(told) == len(papers)
    by_title = {visible(entry.title_detail.value): entry for entry in parsed.entries}
    for paper in papers.values():
        entry = by_title[visible(paper.title_text)]
        assert [visible(author.name) for author in entry.authors] == [visible(one) for one in paper.authors]
        assert [tag.term for tag in entry.tags] == ["X 1"]
        wanted = f"Of {paper.title_text}" if paper.abstract else ""
        assert visible(entry.get("summary_detail", {}).get("value", "")) == visible(wanted)
        assert entry.link.endswith(f"papers/{paper.key}.html")
        assert entry.link.startswith(SITE if site_url else "../papers/")


def test_days_are_those_of_the_listings_and_never_made_up() -> None:
    """The entry's own day first, then the listing's; without either, 1970 in Atom and nothing in JSON."""
    files = written()
    days = {
        item["url"]: item.get("date_published") for item in json.loads(files["feeds/library.json"])["items"]
    }
    assert (days["../papers/p000.html"], days["../papers/p001.html"], days["../papers/p002.html"]) == (
        "2031-04-01T00:00:00Z",
        "2031-05-06T00:00:00Z",
        None,
    )
    assert list(days.values()) == sorted(days.values(), key=lambda day: day or "", reverse=True)
    root = ElementTree.fromstring(files["feeds/library.xml"])
    updated = [entry.findtext(f"{ATOM}updated") or "" for entry in root.iter(f"{ATOM}entry")]
    assert updated == [day or "1970-01-01T00:00:00Z" for day in days.values()]


def test_archives_hold_what_is_older() -> None:
    """Following prev-archive from the current document finds every paper."""
    files = written(many=333)
    seen: set[str] = set()
    path = "feeds/topics/x.xml"
    order = []
    while path:
        root = ElementTree.fromstring(files[path])
        entries = [entry.findtext(f"{ATOM}id") or "" for entry in root.iter(f"{ATOM}entry")]
        assert len(entries) == 25
        seen.update(entries)
        order.append(path)
        before = root.find(f"{ATOM}link[@rel='prev-archive']")
        path = urljoin(path, before.attrib["href"]) if before is not None else ""
    assert len(seen) == len(library(333).papers)
    assert order == ["feeds/topics/x.xml", *(f"feeds/topics/x/{number}.xml" for number in range(14, 0, -1))]


def test_an_archive_has_titles_and_links_and_names_no_wrong_author() -> None:
    """What else is known of a paper is on its page; nobody is named as the author who is not."""
    archive = feedparser.parse(written(many=333)["feeds/library/1.xml"])
    assert (archive.bozo, len(archive.entries), archive.feed.author) == (False, 100, "The papers’ authors")
    told = {"title", "link", "id", "updated"}
    assert {
        tuple(sorted(entry.keys() & {*told, "author", "tags", "summary"})) for entry in archive.entries
    } == {tuple(sorted(told))}


def test_a_listing_of_every_paper_has_as_many_entries_as_the_library_and_its_own_archives() -> None:
    """It may be the library's only listing today; the archives of its readers stay its own when another comes."""
    papers = library(333).papers
    both = {
        key: replace(paper, seen=(*paper.seen, Seen("all", number, Place("all.txt", number), "x")))
        for number, (key, paper) in enumerate(papers.items(), 1)
    }
    every = Listing("all", "All", "", "library/listings/all.txt", "x")
    whole = replace(library(333), papers=both, listings=(DATED, UNDATED, every))
    made = {file.path: file.content.decode() for file in feeds.files(whole, settings())}
    own = [path for path in made if path.startswith("feeds/listings/all/")]
    assert own == [f"feeds/listings/all/{number}.xml" for number in (1, 2, 3)]
    assert 'rel="prev-archive" href="../../feeds/listings/all/3.xml"' in made["feeds/listings/all.xml"]
    of_library, of_listing = (
        [entry.id for entry in feedparser.parse(made[path]).entries]
        for path in ("feeds/library.xml", "feeds/listings/all.xml")
    )
    assert of_library == of_listing


def test_every_link_of_a_feed_leads_to_a_page_or_a_feed() -> None:
    """Relative links are right from where the document lies."""
    files = written(many=150)
    pages = {f"papers/{key}.html" for key in library(150).papers}
    pages |= {"index.html", "topics/x.html", "topics/x-1.html"}
    pages |= {f"listings/{listing.name}.html" for listing in (DATED, UNDATED)}
    for path, text in files.items():
        if path.endswith(".xml"):
            links = [link.attrib["href"] for link in ElementTree.fromstring(text).iter(f"{ATOM}link")]
        elif path.endswith(".opml"):
            outlines = list(ElementTree.fromstring(text).iter("outline"))
            names = ("xmlUrl", "htmlUrl", "url")
            links = [outline.attrib[name] for outline in outlines for name in names if name in outline.attrib]
        else:
            value = json.loads(text)
            links = [value["feed_url"], value["home_page_url"], *(item["url"] for item in value["items"])]
        for link in links:
            assert str(PurePosixPath(urljoin(path, link))) in files.keys() | pages, (path, link)


def test_identifiers_do_not_move_with_the_site() -> None:
    """The same with and without an address, and different for each paper."""
    here, there = (json.loads(written(site_url=url)["feeds/library.json"]) for url in ("", SITE))
    ids = [item["id"] for item in here["items"]]
    assert ids == [item["id"] for item in there["items"]]
    assert len(set(ids)) == len(ids)


def test_an_empty_library_has_an_empty_feed() -> None:
    """Nothing to follow yet is no error."""
    empty = replace(library(), papers={}, matches={})
    files = {file.path: file.content.decode() for file in feeds.files(empty, settings())}
    assert sorted(files) == ["feeds/all.opml", "feeds/library.json", "feeds/library.xml"]
    assert not feedparser.parse(files["feeds/library.xml"]).bozo


def test_authors_and_venues_have_short_feeds_and_bundles() -> None:
    """Who has a page has a feed with the beginnings of texts and a bundle in BibTeX; the feeds are in lists."""
    papers = {
        key: replace(
            paper, venue="Soup & 'Stew'" if number % 2 else "", authors=("Ann Example", f"Only {number}x")
        )
        for number, (key, paper) in enumerate(library(120).papers.items())
    }
    gathered = replace(library(120), papers=papers, people=gather(papers, Naming()).people)
    made = {
        file.path: file.content.decode(errors="replace")
        for file in (*feeds.files(gathered, settings()), *citations.files(gathered, settings()))
    }
    own = sorted(path for path in made if "/authors/" in path or "/venues/" in path)
    assert own == [
        "cite/authors/ann-example.bib",
        *(path for path in own if path.startswith("cite/venues/soup-stew")),
        *(
            f"feeds/authors/ann-example{end}"
            for end in (".json", ".xml", "/1.xml", "/2.xml", "/3.xml", "/4.xml", "/5.xml")
        ),
        *(path for path in own if path.startswith("feeds/venues/soup-stew")),
    ]
    assert len([path for path in own if "/venues/" in path]) == 1 + 2 + 2
    told = json.loads(made["feeds/authors/ann-example.json"])
    assert (told["authors"], len(told["items"])) == ([{"name": "Ann Example"}], 25)
    assert not [item for item in told["items"] if "authors" in item or len(item["content_text"]) > 160]
    feed = feedparser.parse(made["feeds/authors/ann-example.xml"])
    assert (feed.bozo, len(feed.entries), feed.feed.title) == (False, 25, "Ann Example · My & shelf")
    assert feed.feed.author == "Ann Example"
    assert not [entry for entry in feed.entries if "author" in entry]
    assert max(len(entry.get("summary", "")) for entry in feed.entries) <= 160
    assert [entry.get("summary") for entry in feed.entries if "Paper" in entry.title][:1] != [None]
    assert made["cite/authors/ann-example.bib"].count("\n@") + 1 >= len(papers)
    lists = {
        path: list(ElementTree.fromstring(made[path]).iter("outline")) for path in made if "opml" in path
    }
    assert {path: [outline.get("text") for outline in outlines] for path, outlines in lists.items()} == {
        "feeds/venues.opml": ["Soup & 'Stew' · My & shelf"],
        "feeds/authors.opml": ["Ann Example · My & shelf"],
        "feeds/all.opml": [
            "My & shelf",
            *(f"{name} · My & shelf" for name in ("X & y", "X 1", "Market <b>", "Old finds")),
            *("Venues", "Authors"),
        ],
    }
    included = [outline.attrib for outline in lists["feeds/all.opml"] if outline.get("type") == "include"]
    assert [one["url"] for one in included] == ["../feeds/venues.opml", "../feeds/authors.opml"]
