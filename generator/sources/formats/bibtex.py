"""BibTeX and BibLaTeX: what Zotero, JabRef, Mendeley, the ACL Anthology, PMLR and most publishers export.

Fields: title and subtitle, author, year or date with month, booktitle or journal (crossref inherits them),
doi, eprint, url, pdf, keywords, abstract; arXiv ids and addresses also from note and howpublished. Every
entry of a file is a record or is told with its line: an entry whose braces do not match is read as far as
it goes. A volume (@proceedings) is no paper; where it stands for a whole file, as PMLR's does, its year and
name are those of its papers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model import Authority, Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources.bib.blocks import Entry, entries_of
from generator.sources.bib.fields import fields_of
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.naming import title_from_file

NAME = "BibTeX"
_KINDS = (
    "article|inproceedings|conference|misc|book|booklet|inbook|incollection|phdthesis|mastersthesis|thesis|techreport"
    "|report|manual|unpublished|proceedings|online|software|dataset|collection|electronic|patent|www"
)
_ENTRY = re.compile(
    rf"^[ \t]*@[ \t]*(?:(?:{_KINDS})\s{{0,9}}[{{(]"
    r"|[a-z]+[ \t]*\{\s{0,9}[^\s,={}\"()]*\s{0,9},\s{0,99}[a-z]\w*\s{0,9}=)",
    re.IGNORECASE | re.MULTILINE,
)
_VOLUMES = ("proceedings", "mvproceedings", "periodical", "set", "xdata")
_OF_PMLR = ("shortname", "conference_url", "published")  # fields of its volumes and of nobody else's
_INHERITED = ("booktitle", "journal", "journaltitle", "eventtitle", "year", "date", "month")


def recognises(given: Given) -> bool:
    """Whether an entry begins on a line of a text that is no page, JSON or XML."""
    return given.text.lstrip()[:1] not in ("<", "{", "[") and bool(_ENTRY.search(given.text))


def read(given: Given) -> Reading:
    """Every entry as a record; see the module for the fields."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    entries = [entry for entry in entries_of(given.text) if entry.fields or not entry.hidden]
    by_key = {entry.key.lower(): entry for entry in reversed(entries) if entry.key}
    volumes = [entry for entry in entries if entry.kind == "proceedings"]
    volume = volumes[0] if len(volumes) == 1 and any(name in volumes[0].fields for name in _OF_PMLR) else None
    records: list[Record] = []
    problems: list[Problem] = []
    for position, entry in enumerate(entries, start=1):
        place = Place(given.file, entry.line)
        if entry.hidden or entry.kind in _VOLUMES:
            problems.append(_no_paper(entry, place))
            continue
        fields = _inherited(entry, by_key)
        of_volume = (
            volume and entry.kind == "inproceedings" and not (fields.keys() & {"booktitle", "year", "date"})
        )
        if volume and of_volume:
            fields |= {name: volume.fields[name] for name in ("booktitle", "year") if name in volume.fields}
        authority = Authority.PUBLISHER if of_volume else None
        record, wrong = record_of(
            fields_of(entry.kind, fields), place, listing.name, position, authority=authority
        )
        problems += [*(_mended(entry, why, place, record is not None) for why in entry.wrong), *wrong]
        if record:
            records.append(record)
    return Reading(listing, tuple(records), tuple(problems), len(entries))


def _inherited(entry: Entry, by_key: Mapping[str, Entry]) -> dict[str, str]:
    """The entry's fields, and what it lacks from those that its crossref and xdata name."""
    fields = dict(entry.fields)
    for key in fields.get("xdata", "").split(","):
        if data := by_key.get(key.strip().lower()):
            fields = {**data.fields, **fields}
    parent = by_key.get(fields.get("crossref", "").strip().lower())
    if parent and parent is not entry:
        dated = bool(fields.get("year") or fields.get("date"))
        told = {
            **parent.fields,
            "booktitle": parent.fields.get("booktitle") or parent.fields.get("title", ""),
        }
        for name in _INHERITED:
            if not (dated and name in ("year", "date", "month")) and told.get(name):
                fields[name] = fields.get(name) or told[name]
    return fields


def _no_paper(entry: Entry, place: Place) -> Problem:
    if entry.hidden:
        message, hint = "The entry stands behind a percent sign.", "Take the sign away to have it read."
    else:
        message = f"The entry “{entry.key[:60]}” is no paper but what papers stand in (@{entry.kind[:20]})."
        hint = "Nothing to do. If it is a work of its own, call it @book."
    return Problem(Level.NOTE, "bibtex-no-paper", message, place, hint, entries=1)


def _mended(entry: Entry, why: str, place: Place, shown: bool) -> Problem:
    done = "it was read as far as it goes" if shown else "it could not be read"
    message = f"In the entry “{entry.key[:60]}” {why}; {done}."
    return Problem(
        Level.WARNING, "bibtex-broken", message, place, "Compare the paper's page, and mend the entry."
    )
