"""JSON of somebody's making: a list of objects, one within an object, or objects by key; an object is a paper.

Keys are known by the names of `columns.py`; others are named by the owner. Conference scrapes such as
papercopilot's are of this kind: authors and keywords divided by ";", the paper's address under `site`.
"""

from __future__ import annotations

from generator.model import Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources.columns import meant
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.json_objects import first_objects, objects
from generator.sources.json_places import Item
from generator.sources.naming import title_from_file
from generator.sources.rows import fields_of, ignored, unknown

NAME = "JSON"
_LOOKED_AT = 5  # objects


def recognises(given: Given) -> bool:
    """Whether one of the first objects has a title."""
    if given.text.lstrip()[:1] not in ("[", "{"):
        return False
    found = first_objects(given.text, _LOOKED_AT)
    return any("title" in meant(value, given.columns) for value in found)


def read(given: Given) -> Reading:
    """Every object as a record."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    left: dict[str, int] = {}
    entries = 0
    for item in objects(given.text):
        place = Place(given.file, item.line)
        entries += item.entries
        if not isinstance(item.value, dict):
            problems.append(_lost(item, place))
            continue
        record, wrong = record_of(fields_of(item.value, given.columns), place, listing.name, entries)
        problems += wrong
        for name in unknown(item.value, given.columns):
            left.setdefault(name, item.line)
        if record:
            records.append(record)
    if left:
        problems.append(ignored(left, Place(given.file, min(left.values()))))
    return Reading(listing, tuple(records), tuple(problems), entries)


def _lost(item: Item, place: Place) -> Problem:
    level = Level.ERROR if item.entries else Level.WARNING
    message = item.wrong or "The item is no object ({ … })."
    return Problem(level, "json-broken", message, place, "Export the list again, or mend it.", item.entries)
