"""The Daily Papers page of Hugging Face, marked with the mouse, copied, and pasted into a file.

A heading in several variants or none, a date without a year, then title and abstract by turns. The page
gives nothing else: no authors, ids or venues, and its date is the page's and never a paper's.

What a damaged entry costs: a title without an abstract is still shown, with its title alone; a split
title or abstract is put together; an abstract without a title cannot be shown and is the one thing that
costs an entry. Each is reported with its line. A stray line is no entry; it is reported and left out.
"""

from __future__ import annotations

from generator.model import Listing, Markup, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources.given import Given
from generator.sources.naming import title_from_file
from generator.sources.pasted import report
from generator.sources.pasted.entries import Entry, entries_of
from generator.sources.pasted.explain import explain
from generator.sources.pasted.furniture import is_date, is_heading
from generator.sources.pasted.lines import Line, lines_of
from generator.sources.pasted.shape import shared

NAME = "Daily Papers page (pasted text)"
_LOOKED_AT = 40_000  # characters: enough to know a page by


def recognises(given: Given) -> bool:
    """Whether the text has the page's heading, or alternates titles with abstracts that speak of them."""
    lines = lines_of(given.text[:_LOOKED_AT])
    if not lines or lines[0].text[0] in "<{[@#%\\/":
        return False
    if any(is_heading(line.text) for line in lines[:60]):
        return True
    if len(given.text) > _LOOKED_AT:
        lines = lines[:-1]
    entries, strays = entries_of(lines, explain(lines))
    whole = [entry for entry in entries if entry.abstract and _speaks_of(entry.title, entry.abstract)]
    unknown = sum(not stray.furniture for stray in strays)
    return len(whole) * 3 >= (len(entries) + unknown) * 2 > 0


def _speaks_of(title: str, abstract: str) -> bool:
    return title.count(" ") >= 2 and len(abstract) >= 100 and shared(title, abstract) >= 0.2


def read(given: Given) -> Reading:
    """Every entry as a record; see the module for what damage costs."""
    lines = lines_of(given.text)
    labels = explain(lines)
    entries, strays = entries_of(lines, labels)
    first = entries[0].line if entries else len(given.text)
    date = next((line.text for line in strays if line.number < first and is_date(line.text)), "")
    listing = Listing(given.name, _title(lines, first, date, given.file), date, given.file, NAME)
    problems = [
        *report.oddities(entries, given.file),
        *(report.strays(strays, entries, given.file) if entries else ()),
        *report.endings(entries, given.file),
    ]
    if not entries:
        message = "The page has a heading but no title with an abstract."
        hint = "Paste the whole page: heading, then titles and abstracts by turns."
        problems.append(Problem(Level.WARNING, "listing-empty", message, Place(given.file), hint))
    records = tuple(
        _record(entry, position, listing) for position, entry in enumerate(entries, start=1) if entry.title
    )
    return Reading(listing, records, tuple(problems), len(entries))


def _title(lines: list[Line], first: int, date: str, shown_file: str) -> str:
    heading = any(is_heading(line.text) for line in lines if line.number < first)
    if heading and date:
        return f"Daily Papers, {date}"
    return title_from_file(shown_file) + (f", {date}" if date else "")


def _record(entry: Entry, position: int, listing: Listing) -> Record:
    return Record(
        title=entry.title,
        place=Place(listing.file, entry.line),
        listing=listing.name,
        position=position,
        markup=Markup.RESIDUE,
        abstract=entry.abstract,
    )
