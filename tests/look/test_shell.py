"""What the frame of a page weighs and promises, read from the built files without a browser."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from lxml import etree

from generator import assets
from tests.look.site import REPOSITORY, Site

ABOUT = re.compile(r'<meta name="citation_[^>]*>|<script type="application/ld\+json">.*?</script>')


def test_the_frame_of_a_paper_is_light(site: Site) -> None:
    """Outside of the article a paper page has at most 9 KB of HTML, not counting what the head tells programs
    of the paper; as a whole 20 KB beyond its own text."""
    for page in site.papers:
        html = page.read_text(encoding="utf-8")
        head, rest = html.split("<article", 1)
        article, foot = rest.split("</article>", 1)
        frame = ABOUT.sub("", head) + foot
        assert len(frame.encode()) <= 9_000, page.name
        text = re.sub(r"<[^>]+>", "", article)
        assert len(html.encode()) - len(text.encode()) <= 20_000, page.name


def test_type_faces_and_licences_come_with_the_site() -> None:
    """At most 120 KB of type faces; each part made by others has its licence beside it."""
    files = {file.path: file.content for file in assets.files()}
    faces = {path: content for path, content in files.items() if path.endswith(".woff2")}
    assert sum(map(len, faces.values())) <= 120_000
    style = files["assets/papershelf/papershelf.css"].decode()
    assert set(re.findall(r"url\((fonts/[^)]+)\)", style)) == {
        path.removeprefix("assets/papershelf/") for path in faces
    }
    licences = sorted(path for path in files if path.endswith("LICENSE.txt"))
    assert [path.rsplit("/", 1)[1] for path in licences] == [
        "source-sans-3-LICENSE.txt",
        "source-serif-4-LICENSE.txt",
    ]


def test_no_page_names_another_host_to_be_loaded(site: Site) -> None:
    """Links lead out; nothing is loaded from outside: no script, style, image, frame or preload."""
    loads = re.compile(r"""<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc=["']?(?:https?:)?//|"""
                       r"""<link\b(?![^>]*rel="canonical")[^>]*href=["']?(?:https?:)?//""")  # fmt: skip
    for page in site.folder.rglob("*.html"):
        assert not loads.search(page.read_text(encoding="utf-8")), page


def test_every_tag_leads_to_the_page_of_its_topic(site: Site) -> None:
    """The tags of a paper are links, and each of them opens."""
    tagged = 0
    for page in site.papers:
        tags = re.search(r'<nav class="ps-tags".*?</nav>', page.read_text(encoding="utf-8"), re.S)
        for href in re.findall(r'href="([^"]+)"', tags[0] if tags else ""):
            assert (page.parent / href).resolve().is_file(), (page.name, href)
            tagged += 1
    assert tagged > len(site.papers) // 2


def test_the_sitemap_names_pages_and_no_clock(site: Site) -> None:
    """Addresses of all pages, without the day of the build, so that the same input gives the same bytes."""
    sitemap = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert sitemap.count("<loc>") == len(list(site.folder.rglob("*.html"))) - 1  # all but 404.html
    assert "lastmod" not in sitemap


def test_programs_read_of_a_page_what_the_library_says(site: Site) -> None:
    """JSON-LD and OpenGraph as lxml and json find them: one of each, and those of papers tell the paper."""
    lines = (site.folder / "data/papers.jsonl").read_text(encoding="utf-8").splitlines()
    papers = {paper["key"]: paper for paper in map(json.loads, lines)}
    for page in site.folder.rglob("*.html"):
        path = page.relative_to(site.folder).as_posix()
        if path.endswith(".email.html"):
            continue
        tree = etree.parse(page, etree.HTMLParser(encoding="utf-8"))
        tags = [
            (tag.get("property", ""), tag.get("content", "")) for tag in tree.findall("head/meta[@property]")
        ]
        scripts = tree.findall(".//script[@type='application/ld+json']")
        graph, schemas = dict(tags), [json.loads(script.text or "") for script in scripts]
        assert len(graph) == len(tags), path
        assert graph.keys() >= {"og:title", "og:type", "og:site_name", "og:image"}, path
        assert all(graph.values()), path
        assert graph["og:type"] == ("article" if path.startswith("papers/") else "website"), path
        assert graph.get("og:url") == (None if path == "404.html" else site.http + path), path
        if not path.startswith("papers/"):
            assert {told["@type"] for told in schemas} <= {"CollectionPage", "WebSite"}, path
            continue
        paper = papers.pop(page.stem)
        article, trail = schemas[0]["@graph"]
        authors = [author["name"] for author in article.get("author", [])]
        assert (article["@type"], trail["@type"]) == ("ScholarlyArticle", "BreadcrumbList"), path
        assert (article["headline"], graph["og:title"]) == (paper["title"], paper["title"]), path
        assert authors == (paper["authors"] if len(paper["authors"]) <= 40 else []), path
        assert article.get("datePublished", "")[:4] == str(paper["year"] or ""), path
    assert papers == {}


HOSTILE = "</title><script>alert(1)</script>\"'&lt;b&gt; {{ 7*7 }}"


def test_security_hostile_front_matter_does_not_reach_the_page_as_html(tmp_path: Path) -> None:
    """Titles, descriptions, tags, authors and years of a page are text wherever a template writes them."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for file in assets.files():
        write(docs / file.path, file.content)
    for file in assets.theme_files():
        write(tmp_path / ".papershelf/theme" / file.path, file.content)
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0]
    config = re.sub(r"site_name: .*", "site_name: A & B <i>", config)
    write(tmp_path / "mkdocs.yml", config.encode())
    names = ("title", "description", "key", "year", "schema", "card", "added")
    fields = "\n".join(f"{name}: {json.dumps(HOSTILE)}" for name in names)
    lists = "\n".join(f"{name}: [{json.dumps(HOSTILE)}]" for name in ("tags", "topics", "authors"))
    pairs = {"citation": ("name", "content"), "alternates": ("type", "path")}
    for name, keys in pairs.items():
        lists += f"\n{name}: {json.dumps([dict.fromkeys(keys, HOSTILE)])}"
    write(docs / "index.md", f"---\n{fields}\n{lists}\n---\n\n# Safe\n".encode())
    write(docs / "other.md", f"# {HOSTILE.replace('<', '&lt;')}\n".encode())
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://shelf.example/"},
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    for name in ("index.html", "other.html", "404.html"):
        html = (tmp_path / "site" / name).read_text(encoding="utf-8")
        assert "<script>alert" not in html
        assert "<i>" not in html
        assert html.count("<title>") == html.count("</title>") == 1
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in home
    assert "<title>A &amp; B &lt;i&gt;</title>" in home


def write(path: Path, content: bytes) -> None:
    """A file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
