"""Lists in Markdown: awesome lists, newsletters, notes.

An item of a list, or a row of a table, is an entry when it has a link that is a paper's (an identifier, a PDF,
a host where papers are, or a link called "paper" or "pdf"), or a title of four words or more that is a link or
bold. Its title is the first link that is no label ("pdf", "code"), else the bold or quoted text, else the text
before the first link. Year and venue are read where they stand alone in brackets, italics or code: "(ICLR 2031)".
Authors are not told apart from the rest of a line and are left to `papershelf update`. Headings, navigation,
badges and other items are no entries.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import Listing, Reading, Record
from generator.problems import Place, Problem
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.markdown_items import items_of
from generator.sources.naming import title_from_file

NAME = "Markdown list"


def recognises(given: Given) -> bool:
    """Whether an item of a list links to a paper as Markdown does."""
    text = given.text[:400_000]
    if text.lstrip()[:1] in ("<", "{") and not text.lstrip().startswith(
        ("<h", "<p", "<a", "<d", "<!--", "<i")
    ):
        return False
    return "](http" in text and any(item.title and item.is_paper for item in items_of(text))


def read(given: Given) -> Reading:
    """Every entry as a record; one without a title is reported."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    entries = 0
    for item in items_of(given.text):
        if not item.is_paper and not item.is_titled:
            continue
        entries += 1
        place = Place(given.file, item.line)
        record, wrong = record_of(item.fields(), place, listing.name, entries)
        if record and item.untitled:
            record = replace(record, untitled=True)
        problems += wrong
        if record:
            records.append(record)
    return Reading(listing, tuple(records), tuple(problems), entries)
