"""Pages as a browser would take them: through Python-Markdown with the extensions of every site."""

from __future__ import annotations

import re
from functools import cache

import frontmatter
import markdown
from selectolax.lexbor import LexborHTMLParser

from generator.exports import all_files
from generator.model import File
from generator.pages import all_pages
from generator.render import render
from tests.pages.library import SETTINGS, library

# MkDocs' own and those of mkdocs.yml; both stand in the test of the settings.
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition"]


@cache
def files() -> dict[str, File]:
    """Every page of the invented library, by path."""
    sizes = {file.path: len(file.content) for file in all_files(library(), SETTINGS)}
    return {file.path: file for file in map(render, all_pages(library(), SETTINGS, sizes))}


@cache
def text(path: str) -> str:
    """A page as it is written."""
    return files()[path].content.decode()


@cache
def front(path: str) -> dict[str, object]:
    """The front matter of a page."""
    return dict(frontmatter.loads(text(path)).metadata)


@cache
def html(path: str) -> str:
    """A page as HTML."""
    return str(markdown.markdown(frontmatter.loads(text(path)).content, extensions=EXTENSIONS))


@cache
def tree(path: str) -> LexborHTMLParser:
    """A page as a document."""
    return LexborHTMLParser(html(path))


def shown(path: str, css: str) -> list[str]:
    """The texts of the elements that a selector finds, with white space as a browser shows it."""
    return [re.sub(r"[ \t\n]+", " ", node.text()).strip() for node in tree(path).css(css)]
