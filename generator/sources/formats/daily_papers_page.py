"""A Daily Papers page, or the page of one paper, as the browser saves it: the API's records stand in an attribute.

What the page shows is made from JSON in a `data-props`; that is read, never the page's own text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from generator.model import Listing, Reading
from generator.problems import Level, Place, Problem
from generator.sources import hugging_face
from generator.sources.given import Given
from generator.sources.json_places import Item, items, value_at
from generator.sources.naming import title_from_file

NAME = "Daily Papers page (saved HTML)"
_LISTS = ("dailyPapers", "papers")


def recognises(given: Given) -> bool:
    """Whether the text is an HTML page of Hugging Face's papers."""
    start = given.text.lstrip()[:300].lower()
    if not start.startswith(("<!doctype html", "<html", "<!--")):
        return False
    return "data-props" in given.text and (
        "DailyPapers" in given.text or "huggingface.co/papers" in given.text
    )


def read(given: Given) -> Reading:
    """Every paper of the page as a record; a page that holds none says so."""
    found = [item for props, line in _props(given.text) for item in _papers(props, line)]
    if found:
        return hugging_face.reading(given, NAME, found)
    message = "The page is one of Hugging Face's, but holds no paper."
    hint = "Save it again when its papers are shown, or use the API's answer."
    problem = Problem(Level.WARNING, "listing-empty", message, Place(given.file), hint)
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    return Reading(listing, (), (problem,), 0)


def _props(text: str) -> Iterator[tuple[str, int]]:
    """The attributes that hold JSON, and the lines of the page in which they begin."""
    at = 0
    for node in LexborHTMLParser(text).css("[data-props]"):
        props = node.attributes.get("data-props") or ""
        at = max(at, text.find("data-props", at + 1))
        yield props, text.count("\n", 0, max(at, 0)) + 1


def _papers(props: str, line: int) -> Iterator[Item]:
    """The papers of one attribute. All of an attribute stands in one line of the page."""
    for name in _LISTS:
        at = value_at(props, name)
        if at >= 0 and props.startswith("[", at):
            yield from (replace(item, line=line) for item in items(props, at))
            return
    at = value_at(props, "paper")
    if at >= 0:
        yield from (
            replace(item, line=line) for item in items(props, at) if hugging_face.is_entry(item.value)
        )
