"""JSON Lines: one JSON object on a line for each paper, with `title` and whatever else is known.

Fields: title, abstract, summary (the owner's own words), authors (a list, or names joined by "; "), year,
venue, arxiv_id, doi, acl_id, openreview_id, url, links (a list of {"url", "kind"}), keywords (a list, or
joined by "; "), authors_incomplete (true when the list of authors is known to have gaps), published and
listed (dates, YYYY-MM-DD: of the paper, and of its coming into this list). Only the title is needed. A line
that cannot be read costs that line; a wrong field costs that field. Nothing is guessed. An object with other
names for these things ("paper_url", "date_seen") is read as a row of a table is, see `columns.py`.
"""

from __future__ import annotations

import json
from typing import Any

from generator.model import Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources.columns import meant
from generator.sources.entry import record_of
from generator.sources.fields import FIELDS
from generator.sources.given import Given
from generator.sources.json_objects import holds_others
from generator.sources.naming import title_from_file
from generator.sources.rows import fields_of, ignored, unknown

NAME = "JSON Lines"
_LOOKED_AT = 20  # lines


def recognises(given: Given) -> bool:
    """Whether most of the first lines look like JSON objects, one a line, and one of them is one."""
    lines = [line.strip() for line in given.text[:1_000_000].split("\n") if line.strip()][:_LOOKED_AT]
    if len(lines) == 1 and holds_others(given.text):
        return False
    shaped = [line for line in lines if line.startswith("{") and line.endswith("}") and len(line) > 2]
    if not shaped:  # a single line, cut short
        return len(lines) == 1 and lines[0].startswith('{"')
    return len(shaped) * 2 >= len(lines) and any(isinstance(_parsed(line)[0], dict) for line in shaped)


def read(given: Given) -> Reading:
    """Every line as a record; see the module for the fields."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    left: dict[str, int] = {}
    entries = 0
    for number, line in enumerate(given.text.split("\n"), start=1):
        if not line.strip():
            continue
        entries += 1
        value, wrong = _parsed(line.strip())
        place = Place(given.file, number)
        if not isinstance(value, dict):
            problems.append(_lost(wrong or "The line is no JSON object ({ … }).", place))
            continue
        own = _is_ours(value, given)
        for name in value.keys() - FIELDS if own else unknown(value, given.columns):
            left.setdefault(name, number)
        fields = value if own else fields_of(value, given.columns)
        record, wrong_fields = record_of(fields, place, listing.name, entries)
        problems += wrong_fields
        if record:
            records.append(record)
    if left:
        problems.append(ignored(left, Place(given.file, min(left.values()))))
    return Reading(listing, tuple(records), tuple(problems), entries)


def _is_ours(value: dict[str, Any], given: Given) -> bool:
    """Whether all keys that mean anything are our own, and so mean exactly what the module says."""
    return all(
        field == "id" or name in FIELDS
        for field, names in meant(value, given.columns).items()
        for name in names
    )


def _parsed(line: str) -> tuple[Any, str]:
    try:
        return json.loads(line), ""
    except json.JSONDecodeError as error:
        return None, f"The line is not JSON: {error.msg}, at character {error.pos + 1}."
    except (ValueError, RecursionError):  # a number of thousands of digits, or thousands of brackets
        return None, "The line is not JSON that can be read: it is too large or too deep."


def _lost(message: str, place: Place) -> Problem:
    hint = 'A line reads like {"title": "…", "authors": ["…"], "year": 2024}; mend it or remove it.'
    return Problem(Level.ERROR, "json-broken", message, place, hint, entries=1)
