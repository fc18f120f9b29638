"""Notes of OpenReview, as its API gives them: version 1 (`"title": …`) and 2 (`"title": {"value": …}`).

A list, `{"notes": [...]}`, or one note a line. A submission is a paper; reviews, comments and decisions answer one
and are none. Fields: forum id, title, abstract, authors (none when anonymous), keywords, venue without the kind of
presentation ("ICLR 2031" of "ICLR 2031 poster"), date of publication, code. TL;DR is not read, and "Submitted to …"
is no venue.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.model import Authority, Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources.dates import date_in
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.json_objects import objects
from generator.sources.json_places import Item
from generator.sources.mentions import link, urls_in
from generator.sources.naming import title_from_file
from generator.sources.people import people
from generator.text.links import LinkKind

NAME = "OpenReview notes (JSON)"
_LOOKED_AT = 30  # notes: a dump may begin with reviews
_SIGNS = frozenset(["forum", "invitation", "invitations", "replyto", "signatures", "cdate", "tcdate"])
_KIND = re.compile(
    r"[\s,]+(?:conference\s+)?(?:poster|oral|spotlight|notable[\s-]top.*|accept.*|regular|long|short)\s*\Z",
    re.IGNORECASE,
)
_NO_VENUE = re.compile(r"submitted to\b|.*\b(?:withdrawn|rejected?|desk[\s-]reject\w*)\b", re.IGNORECASE)
_CODE = ("code", "code_url", "code_link", "software", "github", "repository")


def recognises(given: Given) -> bool:
    """Whether the first objects have the `content` and the signs of a note."""
    if given.text.lstrip()[:1] not in ("[", "{"):
        return False
    for number, item in enumerate(_items(given.text)):
        if number >= _LOOKED_AT or item.wrong:
            return False
        if _is_note(item.value):
            return True
    return False


def read(given: Given) -> Reading:
    """Every submission as a record; all other notes together in one note."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    answers: list[int] = []
    entries = 0
    for item in _items(given.text):
        place = Place(given.file, item.line)
        entries += item.entries
        if not _is_note(item.value):
            problems.append(_lost(item, place))
        elif _is_answer(item.value):
            answers.append(item.line)
        else:
            fields = _fields(item.value)
            authority = Authority.PUBLISHER if fields["venue"] else Authority.LISTING
            record, wrong = record_of(fields, place, listing.name, entries, authority=authority)
            problems += wrong
            if record:
                records.append(record)
    if answers:
        problems.append(_answers(len(answers), Place(given.file, answers[0])))
    return Reading(listing, tuple(records), tuple(problems), entries)


def _items(text: str) -> Iterator[Item]:
    """The notes of a list or an answer, or of lines with a note each."""
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "").strip()
    if first.startswith("{") and first.endswith("}") and sum(1 for line in lines if line.strip()) > 1:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _of_line(line, number)
    else:
        yield from objects(text, "notes")


def _of_line(line: str, number: int) -> Item:
    try:
        return Item(number, json.loads(line))
    except (ValueError, RecursionError):
        return Item(number, wrong="The line is not JSON, or cut short.")


def _is_note(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("content"), dict) and bool(_SIGNS & value.keys())


def _is_answer(note: dict[str, Any]) -> bool:
    """Whether the note answers another one, as reviews, comments and decisions do."""
    forum, own = note.get("forum"), note.get("id")
    return bool(note.get("replyto")) or bool(forum and own and forum != own)


def _fields(note: dict[str, Any]) -> dict[str, Any]:
    content = {name: _value(value) for name, value in note["content"].items()}
    names, incomplete = people(content.get("authors"))
    venue = content.get("venue")
    shown = (
        _KIND.sub("", venue.strip()) if isinstance(venue, str) and not _NO_VENUE.match(venue.strip()) else ""
    )
    published = next(
        filter(None, (date_in(note.get(name)) for name in ("pdate", "odate", "cdate", "tcdate"))), ""
    )
    return {
        "title": content.get("title"),
        "abstract": content.get("abstract"),
        "authors": names,
        "authors_incomplete": incomplete,
        "venue": shown,
        "published": published,
        "openreview_id": note.get("forum") or note.get("id"),
        "keywords": _words(content.get("keywords")),
        "links": [
            *(link(url, LinkKind.CODE) for name in _CODE for url in urls_in(_text(content.get(name)))),
            *(link(url, LinkKind.PAPER) for url in urls_in(_text(content.get("pdf")))),
        ],
    }


def _value(value: object) -> object:
    return value.get("value") if isinstance(value, dict) else value


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _words(value: object) -> object:
    return (
        [word for one in value for word in _text(one).split(";")] if isinstance(value, list) else _text(value)
    )


def _answers(many: int, place: Place) -> Problem:
    message = (
        f"{many:,} of the notes are reviews, comments or decisions, and no papers; the first stands here."
    )
    return Problem(Level.NOTE, "openreview-answers", message, place, "Nothing to do.", entries=many)


def _lost(item: Item, place: Place) -> Problem:
    level = Level.ERROR if item.entries else Level.WARNING
    message = item.wrong or "The item is no note of OpenReview."
    return Problem(level, "openreview-broken", message, place, "Fetch the notes again.", item.entries)
