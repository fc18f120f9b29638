"""MEDLINE, the format of PubMed (.nbib, "Citation manager", often named .ris).

Fields: TI (BTI, TT) title, FAU (AU, CN) authors, DP date, JT (TA) venue, AID and LID DOI and arXiv id, OT and
MH keywords, AB abstract; PMID becomes a link to PubMed. The full stop behind a title, and the brackets around
a translated one, belong to the format and not to the title.
"""

from __future__ import annotations

import re
from typing import Any

from generator.model import Listing, Reading, Record
from generator.problems import Place, Problem
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.inline_html import without_tags
from generator.sources.mentions import arxiv_in, link, venue_in
from generator.sources.names import in_reading_order
from generator.sources.naming import title_from_file
from generator.sources.tagged import Dialect, Tagged, entries_of
from generator.text.links import LinkKind

NAME = "MEDLINE (PubMed)"
_LINE = re.compile(r"(?=.{4}-)([A-Z][A-Z0-9]{1,3}) {0,2}-(?= |$)(.*)")
_DIALECT = Dialect(_LINE, "PMID", "", frozenset(), blank_ends=True)
_FIRST = re.compile(r"^PMID ?- ?\d", re.MULTILINE)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DATE = re.compile(r"(\d{4})(?: ([A-Za-z]{3})(?: (\d{1,2}))?(?![\w-]))?")
_SHORT = re.compile(r"(.+) ([A-Z]{1,4})(?: (Jr|Sr|2nd|3rd|II|III|IV))?")


def recognises(given: Given) -> bool:
    """Whether an entry's first line is there: the number that PubMed gave it."""
    return bool(_FIRST.search(given.text)) and given.text.lstrip()[:1] not in ("<", "{", "[")


def read(given: Given) -> Reading:
    """Every entry as a record; see the module for the fields."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    position = 0
    for position, entry in enumerate(entries_of(given.text, _DIALECT), start=1):
        record, wrong = record_of(_fields(entry), Place(given.file, entry.line), listing.name, position)
        problems += wrong
        if record:
            records.append(record)
    return Reading(listing, tuple(records), tuple(problems), position)


def _fields(entry: Tagged) -> dict[str, Any]:
    full, short = entry.all("FAU"), entry.all("AU")
    names = (
        [in_reading_order(name) for name in full]
        if len(full) >= len(short)
        else list(map(_from_short, short))
    )
    people = [name for name in names if name.lower() not in ("et al", "et al.")]
    date = _DATE.match(entry.first("DP"))
    numbers = entry.all("AID", "LID")
    pmid = entry.first("PMID")
    return {
        "title": _title(entry.first("TI", "BTI", "TT")),
        "abstract": without_tags(entry.first("AB")),
        "authors": [*people, *entry.all("CN")],
        "authors_incomplete": len(people) < len(names) or None,
        "year": int(date[1]) if date else None,
        "published": _published(date) if date else "",
        "venue": venue_in(*entry.all("JT", "TA")),
        "doi": next(
            (number.removesuffix("[doi]").strip() for number in numbers if number.endswith("[doi]")), ""
        ),
        "arxiv_id": next(filter(None, map(arxiv_in, numbers)), ""),
        "links": [link(f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/", LinkKind.PAPER)]
        if pmid.isdigit()
        else None,
        "keywords": [
            *entry.all("OT"),
            *(heading.partition("/")[0].replace("*", "") for heading in entry.all("MH")),
        ],
    }


def _title(written: str) -> str:
    title = " ".join(without_tags(written).split())
    if title.endswith(".") and not title.endswith(".."):
        title = title[:-1]
    if title.startswith("[") and title.endswith("]"):
        title = title[1:-1].removesuffix(".")
    return title


def _from_short(name: str) -> str:
    """ "Crumb AB Jr" in reading order; a name of another shape stays."""
    found = _SHORT.fullmatch(name)
    return f"{found[2]} {found[1]}" + (f", {found[3]}" if found[3] else "") if found else name


def _published(date: re.Match[str]) -> str:
    """The month, and the day, where both are told; "2024 Jan-Feb" tells the year alone."""
    if not date[2] or date[2].lower() not in _MONTHS:
        return ""
    month = f"{date[1]}-{_MONTHS.index(date[2].lower()) + 1:02}"
    return f"{month}-{date[3].zfill(2)}" if date[3] else month
