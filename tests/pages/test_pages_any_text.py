"""Laws of pages: whatever stands in whichever field, it stays text and the page stays whole."""

from __future__ import annotations

import re

import frontmatter
import markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.model import Library, Listing, Match, Paper, Related, Topic
from generator.overrides import Naming
from generator.pages import all_pages
from generator.people import gather
from generator.render import render
from generator.text.rich import rich
from tests.pages.library import SETTINGS, seen
from tests.pages.reading import EXTENSIONS

# Every sign that Markdown, its extensions, HTML, YAML or Jinja2 knows, among a few letters.
TEXT = st.text("ab1 \n*_`[](){}<>&#!|\\\\~:-+=\"'/^$%@.,;?é×", min_size=1, max_size=30).filter(
    lambda text: re.search(r"[ab1é×]", text) is not None
)


@example("a &#1 b", "1 {1} ", "[a](b", "&#x41", "1 {1} ")
@settings(max_examples=80, deadline=None)
@given(TEXT, TEXT, TEXT, TEXT, TEXT)
def test_security_any_text_stays_text(title: str, body: str, name: str, topic: str, listing: str) -> None:
    """Title, text, names, topic and listing are seen as they are on every page, and nothing comes of them."""
    one, two = paper("one", title, body, name), paper("two", body, title, listing)
    library = Library(
        {"one": one, "two": two},
        (Listing("catalogue", listing, name, "library/listings/catalogue.txt", topic),),
        {"t": Topic("t", topic, body)},
        {"one": (Match("t", name, 1),), "two": (Match("t", title, 1),)},
        {"one": (Related("two", 1, (name, topic)),)},
        people=gather({"one": one, "two": two}, Naming()).people,
    )
    trees = {
        page.path: tree(page.path, render(page).content.decode()) for page in all_pages(library, SETTINGS)
    }
    wanted = {
        ("papers/one.md", "h1"): [title],
        ("papers/one.md", ".ps-abstract"): [body],
        ("papers/one.md", ".ps-authors"): [name],
        ("papers/one.md", ".ps-paper-main .ps-meta"): [name],
        ("papers/one.md", ".ps-topic a"): [topic],
        ("papers/one.md", ".ps-seen a"): [listing],
        ("papers/one.md", ".ps-related a"): [body],
        ("papers/one.md", ".ps-shared"): [f"both: {name}, {topic}"],
        ("papers/one.md", ".ps-pager a"): [body],
        ("topics/t.md", "h1"): [topic],
        ("topics/t.md", ".ps-row > p:first-child"): [title, body],
        ("topics/t.md", ".ps-row > .ps-meta"): [
            f"{name} · {name}",
            f"{listing} · {listing}",
        ],
        ("topics/t.md", ".ps-row > .ps-peek"): [body, title],
        ("topics/index.md", ".ps-tree a"): [topic],
        ("listings/catalogue.md", "h1"): [listing],
        ("listings/index.md", ".ps-index a"): [listing],
        ("index.md", ".ps-tree a"): [topic],
        ("index.md", ".ps-newest a"): [listing],
    }
    found = {(path, css): [line(node.text()) for node in trees[path].css(css)] for path, css in wanted}
    assert found == {place: [line(text) for text in texts] for place, texts in wanted.items()}
    assert sorted(line(node.text()) for node in trees["a-z/index.md"].css(".ps-index a")) == sorted(
        line(text) for text in (title, body)
    )
    venues = {line(node.text()) for node in trees["venues/index.md"].css(".ps-index a")}
    assert venues and venues <= {line(name), line(listing)}  # two may be spellings of one
    for document in trees.values():
        assert not document.css(
            "script:not([src^=assets], [src^=find]), img, iframe, svg, style, table, blockquote, hr, h3, h4, h5, h6, "
            "[onclick]"
        )


def paper(key: str, title: str, body: str, name: str) -> Paper:
    """A paper with these texts, as cleaning would hand them on: on one line."""
    place = seen("catalogue", 1, title)
    return Paper(key, rich(line(title)), (place,), "", rich(line(body)), authors=(name,), venue=name)


def line(text: str) -> str:
    """The text as HTML shows it."""
    return " ".join(text.split())


def tree(path: str, text: str) -> LexborHTMLParser:
    """A page as a document."""
    return LexborHTMLParser(markdown.markdown(frontmatter.loads(text).content, extensions=EXTENSIONS))
