"""arXiv: answers of its API (Atom), and the daily feeds of its categories (Atom, RSS 2.0 and the older RSS 1.0).

Fields: id without version, title, authors, summary, date of the first version, DOI, addresses in the comment.
The feeds give the day of announcement, which is when a paper came into this listing; the month in which it was
submitted is part of its id. Journal references are free text and categories no keywords: neither is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from generator.model import Authority, Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources import latex
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.inline_html import without_tags
from generator.sources.mentions import link, urls_in
from generator.sources.naming import title_from_file
from generator.sources.xml_places import (
    Element,
    children,
    line_of,
    name_of,
    parsed,
    root_name,
    text_of,
    value_of,
    whole_text,
)

NAME = "arXiv feed"
_ROOTS = ("feed", "rss", "RDF")
_SIGNS = ("arxiv.org", "arXiv.org")
_LOOKED_AT = 5_000  # characters
_ID = re.compile(r"(?:arxiv\.org[:/](?:abs/|pdf/)?)([a-z.-]+/\d{7}|\d{4}\.\d{4,5})", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\A\s*arXiv:\S+\s+Announce Type:\s*[\w-]+\s*(?:Abstract:\s*)?", re.IGNORECASE)
_IN_TITLE = re.compile(r"\.?\s*\(arXiv:\S+(?:\s+\[[\w.-]+\])?(?:\s+UPDATED|\s+CROSS LISTED)?\)\s*\Z")
_AFFILIATION = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)")
_BETWEEN = re.compile(r",\s+(?!(?:Jr|Sr|II|III|IV)\b\.?)|\s+and\s+")


def recognises(given: Given) -> bool:
    """Whether the text is a feed of arXiv, whatever stands before its first element."""
    start = given.text[:_LOOKED_AT]
    return root_name(given.text) in _ROOTS and any(sign in start for sign in _SIGNS)


def read(given: Given) -> Reading:
    """Every entry as a record; an error that the API answers in the place of papers is reported as such."""
    root, problems = parsed(given.text, given.file, "entry|item")
    records: list[Record] = []
    days: set[str] = set()
    entries = 0
    for element in _entries(root):
        entries += 1
        place = Place(given.file, line_of(element))
        if error := _error(element):
            problems.append(_refused(error, place))
            continue
        record, wrong = record_of(_fields(element), place, given.name, entries, authority=Authority.ARCHIVE)
        problems += wrong
        if record:
            records.append(record)
            days.add(record.listed)
    if root is not None and not entries:
        message, hint = "The feed holds no paper.", "Ask for it again, or mend the query."
        problems.append(Problem(Level.WARNING, "listing-empty", message, Place(given.file), hint))
    day = days.pop() if len(days) == 1 else ""
    listing = Listing(given.name, title_from_file(given.file), day, given.file, NAME)
    return Reading(listing, tuple(records), tuple(problems), entries)


def _entries(root: Element | None) -> Iterator[Element]:
    """The entries of either sort of feed."""
    if root is not None:
        yield from (element for element in root.iter() if name_of(element) in ("entry", "item"))


def _error(element: Element) -> str:
    is_error = "/api/errors" in text_of(element, "id") or text_of(element, "title") == "Error"
    return text_of(element, "summary") or "no reason is given" if is_error else ""


def _refused(error: str, place: Place) -> Problem:
    message = f"arXiv answered with an error in the place of papers: {error[:200]}."
    return Problem(Level.ERROR, "arxiv-error", message, place, "Mend the query and ask again.", entries=1)


def _fields(element: Element) -> dict[str, Any]:
    addresses = [text_of(element, "id", "guid"), text_of(element, "link")]
    addresses += [value_of(one, "href") for one in children(element, "link")]
    addresses += [str(value) for name, value in element.attrib.items() if str(name).endswith("about")]
    found = next((match[1] for address in addresses if (match := _ID.search(address))), "")
    is_feed = bool(text_of(element, "announce_type", "creator")) or name_of(element) == "item"
    announced = text_of(element, "published", "pubDate")
    return {
        "title": _IN_TITLE.sub("", without_tags(text_of(element, "title"))),
        "abstract": _ANNOUNCED.sub("", without_tags(text_of(element, "summary", "description"))),
        "authors": list(_authors(element)),
        "arxiv_id": found,
        "doi": text_of(element, "doi") or None,
        "url": None if found else next((one for one in addresses if one.startswith("http")), None),
        "published": _submitted(found) if is_feed else announced,
        "listed": _day(announced) if is_feed else None,
        "links": [link(url) for url in urls_in(text_of(element, "comment"))],
    }


def _authors(element: Element) -> Iterator[str]:
    """Names, one an element in the API's answers, all in one field in the feeds; affiliations are left out."""
    for author in children(element, "author"):
        if name := text_of(author, "name"):
            yield latex.line_of(name)
    for creator in children(element, "creator"):
        text = without_tags(whole_text(creator))
        for name in _BETWEEN.split(_AFFILIATION.sub("", text)):
            if name.strip():
                yield latex.line_of(name.strip())


def _submitted(arxiv_id: str) -> str:
    """YYYY-MM of an id of the new style (since April 2007), whose first four digits are that; else empty."""
    new = re.match(r"(\d{2})(0[1-9]|1[0-2])\.", arxiv_id)
    return f"20{new[1]}-{new[2]}" if new else ""


def _day(written: str) -> str:
    """The day of a date of Atom or of RSS, as written, in its own time zone."""
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return written[:10]
