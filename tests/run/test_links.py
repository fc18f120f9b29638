"""Every feed, twin, download and picture that a file of a built site names is there.

Relative where it must work from disk; absolute where the format wants it and the site knows its address.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from generator.starter import init
from tests.pages.library import HOSTILE

SITE = "https://shelf.example/mine/"
ELSEWHERE = ("https://arxiv.org/", "https://doi.org/", "https://code.example/", "https://github.com/")
ENTRIES = [
    *({"title": title, "authors": [title, "Ann Example"], "abstract": f"Of {title}"} for title in HOSTILE),
    {"title": "Nobody knows who wrote this on bread", "abstract": "Instruction tuning of bread."},
    *(
        {
            "title": f"Moss clock number {number} by instruction tuning",
            "authors": ["Ann Example", "Bo van der Sample"],
            "year": 2031,
            "venue": "Proceedings of Clocks",
            "arxiv_id": f"3104.{number:05}",
            "doi": f"10.1000/moss.{number}",
            "links": [{"url": f"https://code.example/{number}", "kind": "code"}],
            "listed": f"2031-04-{number % 28 + 1:02}",
        }
        for number in range(120)
    ),
]


@pytest.fixture(scope="module", params=[SITE, ""], ids=["with an address", "without"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A new site with invented papers, built by its owner; its folder, and the address that it knows."""
    root = tmp_path_factory.mktemp("links")
    init(root)
    for file in (root / "library/listings").iterdir():
        file.unlink()
    lines = "".join(json.dumps(entry) + "\n" for entry in ENTRIES)
    (root / "library/listings/2031-05-06-market.jsonl").write_text(lines, encoding="utf-8")
    (root / "library/listings/few.jsonl").write_text(json.dumps(ENTRIES[-1]) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", str(root)],
        env={**os.environ, "SITE_URL": request.param, "PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=root, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site", request.param


def in_html(text: str) -> Iterator[str]:
    tree = LexborHTMLParser(text)
    for node in tree.css("[href], [src]"):
        yield node.attributes.get("href") or node.attributes.get("src") or ""
    for node in tree.css("meta[property='og:image'], meta[property='og:url'], meta[name$='_url']"):
        yield node.attributes["content"] or ""
    for node in tree.css("script[type='application/ld+json']"):
        yield from in_json(json.loads(node.text()))


def in_json(value: Any) -> Iterator[str]:
    """Texts that are addresses, by the names of their fields."""
    if isinstance(value, list):
        for one in value:
            yield from in_json(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in ("url", "item", "target", "home_page_url", "feed_url", "next_url") and isinstance(
                one, str
            ):
                yield one
            else:
                yield from in_json(one)


def in_xml(text: str) -> Iterator[str]:
    for node in ElementTree.fromstring(text).iter():
        yield from (
            node.get(name, "")
            for name in ("href", "xmlUrl", "htmlUrl", "url", "template")
            if name in node.attrib
        )
        if node.tag.endswith("}loc"):
            yield node.text or ""


def in_markdown(text: str) -> Iterator[str]:
    for token in MarkdownIt("commonmark").parse(text):
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs["href"])


def in_robots(text: str) -> Iterator[str]:
    yield from re.findall(r"Sitemap: (.*)", text)


READERS: dict[str, Callable[[str], Iterator[str]]] = {
    ".html": in_html,
    ".xml": in_xml,
    ".opml": in_xml,
    "llms.txt": in_markdown,
    "robots.txt": in_robots,
}


def named(site: Path) -> Iterator[tuple[str, str]]:
    """Every file that names addresses, with each of these."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if path.startswith("assets/") or not file.is_file():
            continue
        if path.startswith("feeds/") and path.endswith(".json"):
            ways = in_json(json.loads(file.read_text(encoding="utf-8")))
        elif path.endswith(".md.txt") and not path.startswith("cite/"):
            ways = in_markdown(file.read_text(encoding="utf-8"))
        elif reader := next((read for end, read in READERS.items() if path.endswith(end)), None):
            ways = reader(file.read_text(encoding="utf-8"))
        else:
            continue
        yield from ((path, way) for way in set(ways))


def test_whatever_is_named_is_there(built: tuple[Path, str]) -> None:
    """Whether by a relative address, from disk too, or by an absolute one of this site."""
    site, address = built
    missing, kinds = set(), set()
    for path, way in named(site):
        if address and way.startswith(address):
            target = way.removeprefix(address)
        elif path == "404.html" and way.startswith("/"):
            target = way.removeprefix(urlsplit(address).path or "/")
        elif "://" in way:
            assert way.startswith(ELSEWHERE) or "find" in path or path.startswith("papers/"), (path, way)
            assert "shelf.example" not in way
            continue
        else:
            target = posixpath.join(posixpath.dirname(path), way)
            target = path if way.startswith(("#", "?")) or not way else posixpath.normpath(target)
        target = unquote(target.partition("#")[0].partition("?")[0]) or "index.html"
        kinds.add(Path(target).suffix)
        if not (site / target).is_file():
            missing.add((path, way))
    assert missing == set()
    assert {".html", ".xml", ".json", ".txt", ".bib", ".ris", ".opml", ".sqlite"} <= kinds
    assert (".png" in kinds) == bool(address)


def head(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text(encoding="utf-8").partition("<body")[0])


@pytest.mark.parametrize(
    ("path", "types"),
    [
        ("index.html", ["application/atom+xml", "application/feed+json", "text/markdown"]),
        (
            "topics/instruction-tuning.html",
            ["application/atom+xml", "application/feed+json", "text/markdown"],
        ),
        ("listings/few.html", ["application/atom+xml", "application/feed+json", "text/markdown"]),
        ("authors/ann-example.html", ["application/atom+xml", "application/feed+json"]),
        ("authors/ann-example/2.html", ["application/atom+xml", "application/feed+json"]),
        ("venues/proceedings-of-clocks.html", ["application/atom+xml", "application/feed+json"]),
        ("years/2031.html", []),
        ("papers/moss-clock-number-7-by-instruction-tuning.html", ["text/markdown"]),
        ("about.html", []),
    ],
)
def test_pages_announce_their_feeds_and_twins(built: tuple[Path, str], path: str, types: list[str]) -> None:
    """By relative addresses, so that it works from disk; the search only where it can be described."""
    site, address = built
    tree = head(site, path)
    alternates = tree.css("link[rel=alternate]")
    assert [node.attributes["type"] for node in alternates] == types
    assert not [node for node in alternates if "://" in (node.attributes["href"] or "")]
    assert len(tree.css("link[rel=search]")) == bool(address)
    assert len(tree.css("link[rel=canonical]")) == bool(address)
    images = [node.attributes["content"] or "" for node in tree.css("meta[property='og:image']")]
    assert [image.startswith(f"{SITE}cards/") for image in images] == ([True] if address else [])
    assert [node.attributes["content"] for node in tree.css("meta[name='twitter:card']")] == (
        ["summary_large_image"] if address else []
    )


GATHERED = ("topics", "listings", "authors", "venues", "years", "weeks")


def test_a_page_leads_to_every_file_of_its_papers(built: tuple[Path, str]) -> None:
    """Each bundle and feed of a group is linked from its page, and each feed is announced in its head too."""
    site, _ = built
    found = set()
    for file in sorted((site / "cite").glob("*/*")) + sorted((site / "feeds").glob("*/*.*")):
        kind = file.parent.name
        if kind not in GATHERED:
            assert file.parent == site / "feeds/library", file  # archives, which the feed itself names
            continue
        found.add((file.parent.parent.name, kind))
        page = f"{kind}/{file.name.partition('.')[0]}.html"
        way = f"../{file.relative_to(site).as_posix()}"
        tree = LexborHTMLParser((site / page).read_text(encoding="utf-8"))
        assert tree.css(f".ps-take-row a[href='{way}']"), (page, way)
        if way.startswith("../feeds/"):
            assert tree.css(f"head > link[rel=alternate][href='{way}']"), (page, way)
    assert found >= {(what, kind) for what in ("cite", "feeds") for kind in GATHERED[:4]}


def test_the_list_of_all_feeds_leads_to_each(built: tuple[Path, str]) -> None:
    """Those of authors and venues by way of lists of their own, to which the indexes lead."""
    site, address = built
    named, lists = set(), ["feeds/all.opml"]
    for path in lists:
        for outline in ElementTree.parse(site / path).iter("outline"):
            way = outline.get("xmlUrl") or outline.get("url") or ""
            target = way.removeprefix(address) if address else way.removeprefix("../")
            if outline.get("type") == "include":
                lists.append(target)
            else:
                named.add(target)
    current = {file.relative_to(site).as_posix() for file in (site / "feeds").glob("*/*.xml")}
    archives = {path for path in current if path.startswith("feeds/library/")}
    assert named == (current - archives) | {"feeds/library.xml"}
    assert lists == ["feeds/all.opml", "feeds/venues.opml", "feeds/authors.opml"]
    for kind in ("venues", "authors"):
        tree = LexborHTMLParser((site / kind / "index.html").read_text(encoding="utf-8"))
        assert tree.css(f".ps-take-row a[href='../feeds/{kind}.opml']")


def test_security_hostile_titles_are_text_in_every_tag(built: tuple[Path, str]) -> None:
    """As citation tags and as JSON-LD a parser reads exactly the title; no element comes out of one."""
    site, _ = built
    found = set()
    for page in (site / "papers").glob("*.html"):
        html = page.read_text(encoding="utf-8")
        tree = LexborHTMLParser(html)
        (title,) = (node.attributes["content"] for node in tree.css("meta[name=citation_title]"))
        (script,) = (node.text() for node in tree.css("script[type='application/ld+json']"))
        assert not re.search("[<>&]", script)
        article = json.loads(script)["@graph"][0]
        authors = [node.attributes["content"] for node in tree.css("meta[name=citation_author]")]
        assert (article["headline"], [one["name"] for one in article.get("author", [])]) == (title, authors)
        assert "<script>alert" not in html
        found.add(title)
    catalogue = (site / "data/papers.jsonl").read_text(encoding="utf-8").splitlines()
    assert found == {json.loads(line)["title"] for line in catalogue}


def test_the_sitemap_tells_when_a_paper_came(built: tuple[Path, str]) -> None:
    """The day that a listing tells, for papers; none for pages of which no day is known, and never today."""
    site, address = built
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    days = dict(re.findall(r"<loc>([^<]*)</loc><lastmod>([^<]*)</lastmod>", text))
    if not address:
        assert days == {}
        return
    assert days[f"{SITE}papers/moss-clock-number-7-by-instruction-tuning.html"] == "2031-04-08"
    assert days[f"{SITE}papers/nobody-knows-who-wrote-this-on-bread.html"] == "2031-05-06"
    assert set(days) == {f"{SITE}papers/{page.name}" for page in (site / "papers").glob("*.html")}
