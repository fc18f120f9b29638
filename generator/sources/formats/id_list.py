"""A plain list of arXiv ids, DOIs or addresses, as in a chat message: one or several a line, prose around them.

Each is an entry; named twice in one line, it is one. Titles are not told: "arXiv:2401.01234" stands in for one until
`papershelf update` completes the paper. An address that names no paper is an entry all the same.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import Listing, Reading, Record
from generator.problems import Place, Problem
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.mentioned import mentions_in
from generator.sources.naming import title_from_file

NAME = "list of ids or addresses"
_LOOKED_AT = 200_000  # characters


def recognises(given: Given) -> bool:
    """Whether a text that is no markup names at least one paper or address."""
    text = given.text[:_LOOKED_AT]
    return text.lstrip()[:1] not in ("<", "{", "[{") and any(True for _ in mentions_in(text))


def read(given: Given) -> Reading:
    """Every id and address as a record without a title of its own."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    entries = 0
    for number, line in enumerate(given.text.split("\n"), start=1):
        for mention in mentions_in(line):
            entries += 1
            value = {"title": mention.shown, mention.field: mention.value}
            record, wrong = record_of(value, Place(given.file, number), listing.name, entries)
            problems += wrong
            if record:
                records.append(replace(record, untitled=True))
    return Reading(listing, tuple(records), tuple(problems), entries)
