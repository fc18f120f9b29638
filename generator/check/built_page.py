"""One built HTML page as a browser would take it: its anchors, its links, what it loads, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LOADING_RELATIONS = {
    "stylesheet", "icon", "shortcut", "apple-touch-icon", "manifest", "modulepreload",
    "preload", "prefetch", "preconnect", "dns-prefetch", "prerender",
}  # fmt: skip
_CSS_URL = re.compile(r"""url\(\s*['"]?([^'")\s]+)|@import\s+['"]([^'"]+)""")
_CSS_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"[ \t\n\r\f]+")  # what HTML collapses; a no-break space is text


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """`loads` are addresses fetched without a click, `leads` those a click leads to; both as written.

    `title` is the text of the first h1 and `abstract` that of `.ps-abstract`, with white space collapsed as
    HTML does; None when there is no such element.
    """

    anchors: frozenset[str]
    loads: frozenset[str]
    leads: frozenset[str]
    title: str | None
    abstract: str | None
    papers: int | None  # how many papers the page says there are (data-ps-papers)


def read_page(file: Path, with_text: bool) -> BuiltPage:
    """Parse a built page as HTML5; `with_text` also reads title and abstract."""
    tree = LexborHTMLParser(file.read_bytes())
    loads: set[str] = set()
    leads: set[str] = set()
    for node in tree.css("[href],[src],[srcset],[poster],object[data],[style],style"):
        _sort_out(node, node.attributes, loads, leads)
    anchors = {node.attributes["id"] or "" for node in tree.css("[id]")}
    anchors |= {node.attributes["name"] or "" for node in tree.css("a[name]")}
    count = tree.css_first("[data-ps-papers]")
    return BuiltPage(
        anchors=frozenset(anchors),
        loads=frozenset(loads),
        leads=frozenset(leads),
        title=_text(tree, "article h1, h1") if with_text else None,
        abstract=_text(tree, ".ps-abstract") if with_text else None,
        papers=int(count.attributes["data-ps-papers"] or 0) if count else None,
    )


def collapsed(text: str) -> str:
    """Text as HTML shows it: runs of white space are one space, none at the ends."""
    return _SPACE.sub(" ", text).strip(" ")


def urls_of_css(css: str) -> Iterator[str]:
    """Every address that a style sheet loads."""
    for match in _CSS_URL.finditer(_CSS_NOTE.sub("", css)):
        yield match[1] or match[2]


def _sort_out(node: LexborNode, attributes: dict[str, str | None], loads: set[str], leads: set[str]) -> None:
    href = attributes.get("href")
    if href is not None:
        relations = (attributes.get("rel") or "").lower().split() if node.tag == "link" else ()
        is_loaded = node.tag in ("image", "use") or not _LOADING_RELATIONS.isdisjoint(relations)
        (loads if is_loaded else leads).add(href)
    for name in ("src", "poster", "data"):
        if (value := attributes.get(name)) is not None:
            loads.add(value)
    if srcset := attributes.get("srcset"):
        loads.update(part.split()[0] for part in srcset.split(",") if part.strip())
    if style := attributes.get("style"):
        loads.update(urls_of_css(style))
    if node.tag == "style":
        loads.update(urls_of_css(node.text()))


def _text(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    if node is None:
        return None
    for extra in node.css(".headerlink"):
        extra.decompose()
    return collapsed(node.text())
