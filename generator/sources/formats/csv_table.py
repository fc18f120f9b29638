"""CSV and TSV: a table with a row for each paper, its columns named in the first row.

Columns are known by the names of `columns.py`; others are named by the owner. The sign between cells is found from
the first row: comma, semicolon, tab or bar. Lists within a cell are divided by "|" or ";". A row with too few or
too many cells is reported; a quotation mark that is never closed ends at the next row that is whole.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from generator.model import Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources.columns import meant
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.naming import title_from_file
from generator.sources.rows import fields_of, ignored, unknown

NAME = "CSV or TSV table"
_SIGNS = ("\t", ";", "|", ",")
_LINES = 60  # lines of a cell


def recognises(given: Given) -> bool:
    """Whether the first row has several columns, one of them the title."""
    _, columns = _head(given.text)
    return len(columns) > 1 and "title" in meant(columns, given.columns)


def read(given: Given) -> Reading:
    """Every row below the first as a record."""
    sign, columns = _head(given.text)
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    entries = 0
    for line, cells, closed in _rows(given.text, sign, len(columns)):
        entries += 1
        place = Place(given.file, line)
        if not closed or len(cells) != len(columns):
            problems.append(_ragged(len(cells), len(columns), closed, place))
        if not closed:
            continue
        row: dict[str, str] = {}
        for name, cell in zip(columns, cells, strict=False):
            row[name] = row.get(name) or cell  # of two columns of one name, the first that says anything
        record, wrong = record_of(fields_of(row, given.columns), place, listing.name, entries)
        problems += wrong
        if record:
            records.append(record)
    if left := unknown(columns, given.columns):
        problems.append(ignored(left, Place(given.file, 1)))
    if not entries:
        message, hint = "The table has a first row and no other.", "Export it again, with its rows."
        problems.append(Problem(Level.WARNING, "listing-empty", message, Place(given.file), hint))
    return Reading(listing, tuple(records), tuple(problems), entries)


def _head(text: str) -> tuple[str, tuple[str, ...]]:
    """The sign between cells, and the names in the first row that is not empty."""
    first = text.lstrip("\n").split("\n", 1)[0]
    sign = max(_SIGNS, key=lambda sign: (len(_cells(first, sign)), -_SIGNS.index(sign)))
    return sign, tuple(cell.strip() for cell in _cells(first, sign))


def _cells(line: str, sign: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=sign), [])
    except csv.Error:
        return []


def _rows(text: str, sign: str, columns: int) -> Iterator[tuple[int, list[str], bool]]:
    """Line, cells, and whether it can be read, of each row below the first."""
    lines = text.split("\n")
    at = next((number for number, line in enumerate(lines) if line.strip()), 0) + 1
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        cells, used = _row(lines[at : at + _LINES], sign)
        # A mark that is never closed takes rows that are whole by themselves into its cell, or all the rest.
        swallows = used > 1 and len(cells) != columns and len(_cells(lines[at + 1], sign)) == columns
        closed = bool(cells) and not swallows
        yield at + 1, cells, closed
        at += used if closed else 1


def _row(lines: list[str], sign: str) -> tuple[list[str], int]:
    """The first row of some lines, and how many lines it takes; no cells when it does not end."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=sign)
    cells: list[str] = []
    used = 1
    try:
        cells, used = next(reader, []), reader.line_num
        if used == len(lines) > 1:
            next(csv.reader((line + "\n" for line in lines), delimiter=sign, strict=True))
    except csv.Error as error:
        if "end of data" in str(error) or "limit" in str(error):
            return [], 1
    return cells, used


def _ragged(cells: int, columns: int, closed: bool, place: Place) -> Problem:
    if not closed:
        message, entries = "A quotation mark of this row is never closed, so the row cannot be read.", 1
        hint = 'Close it, or write "" for a quotation mark within a cell.'
    else:
        message, entries = f"The row has {cells} cells where the table has {columns} columns.", 0
        hint = "Put cells that hold the separating sign into quotation marks."
    level = Level.ERROR if entries else Level.WARNING
    return Problem(level, "table-ragged", message, place, hint, entries)
