"""RIS, which EndNote, Scopus, Zotero, Mendeley, Web of Science and most publishers export.

Fields: TI (T1, CT, BT, ST) title, AU (A1) authors, PY (Y1, DA) year and date, T2 (JF, JO, JT, BT, C3, J2,
JA) venue, DO (M3, and links) DOI, UR (L1, L2, LK, L3, L4) links, KW keywords, AB (N2) abstract; arXiv ids
from AN, M1, M3, N1 and the journal. Editors (A2, ED) are no authors. Tags may be in small letters or oddly
spaced; an entry whose end is not told ends where the next begins.
"""

from __future__ import annotations

import re
from typing import Any

from generator.model import Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.inline_html import without_tags
from generator.sources.mentions import arxiv_in, link, urls_in, venue_in
from generator.sources.names import in_reading_order
from generator.sources.naming import title_from_file
from generator.sources.tagged import Dialect, Tagged, entries_of
from generator.text.links import LinkKind

NAME = "RIS"
_TAGS = (
    "TY|ER|TI|T1|T2|T3|TA|TT|CT|BT|ST|AU|A1|A2|A3|A4|ED|PY|Y1|Y2|YR|DA|JO|JF|JA|JT|J1|J2|DO|DI|UR|L1|L2|L3|L4|LK|KW|AB"
    "|N1|N2|AN|M1|M2|M3|ID|VL|VO|IS|SP|EP|SN|PB|PP|CY|LA|DB|DP|C1|C2|C3|C4|C5|C6|C7|C8|CN|CA|ET|NV|OP|RN|RP|RI|SE|AD|LB"
    "|U1|U2|U3|U4|U5|PMID|PMCID"
)
# Any tag that is spaced as it should be; a known one also if it is not.
_LINE = re.compile(
    rf"(?:(?=[A-Za-z][A-Za-z0-9]  -)|(?=[ \t]{{0,4}}(?:{_TAGS})[ \t\u00a0]{{0,4}}-))"
    r"[ \t]{0,4}([A-Za-z][A-Za-z0-9]{1,4})[ \t\u00a0]{0,4}-(?:(?<=  -)|(?=[ \t\u00a0])|$)[ \t\u00a0]*(.*)"
)
_DIALECT = Dialect(_LINE, "TY", "ER", frozenset(["KW", "AU", "A1", "UR"]))
_FIRST = re.compile(r"^[ \t]{0,4}TY[ \t\u00a0]{0,4}-[ \t\u00a0]*[A-Z]", re.MULTILINE | re.IGNORECASE)
_WITHOUT_FIRST = re.compile(r"^(?:TI|T1)  - ?\S.*(?:\n.*){1,400}?\nER  -", re.MULTILINE)
_DATE = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?![\d])")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20|21)\d\d(?!\d)")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_LOOKED_AT = 200_000  # characters


def recognises(given: Given) -> bool:
    """Whether an entry's first line is there, or at least a title's line and an entry's last."""
    text = given.text[:_LOOKED_AT]
    return bool(_FIRST.search(text) or _WITHOUT_FIRST.search(text)) and text.lstrip()[:1] not in (
        "<",
        "{",
        "[",
    )


def read(given: Given) -> Reading:
    """Every entry as a record; see the module for the fields."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    entries = list(entries_of(given.text, _DIALECT))
    for position, entry in enumerate(entries, start=1):
        record, wrong = record_of(_fields(entry), Place(given.file, entry.line), listing.name, position)
        problems += wrong
        if record:
            records.append(record)
    if unended := [entry for entry in entries if not entry.ended]:
        message = f"{len(unended)} of {len(entries)} entries lack their last line (ER  -), this the first."
        hint = "Compare the entry with its source: something may have been cut off."
        problems.append(
            Problem(Level.WARNING, "ris-no-end", message, Place(given.file, unended[0].line), hint)
        )
    return Reading(listing, tuple(records), tuple(problems), len(entries))


def _fields(entry: Tagged) -> dict[str, Any]:
    authors = [part.strip() for name in entry.all("AU", "A1") for part in name.split(";")]
    named = [name for name in authors if name and not re.fullmatch(r"et al\.?|others", name, re.IGNORECASE)]
    book = entry.first("TY").upper() in ("BOOK", "EBOOK", "EDBOOK", "THES")
    places = ("JF", "JO", "JT") if book else ("T2", "JF", "JO", "JT", "BT", "C3", "J2", "JA", "J1")
    venues = [without_tags(value) for value in entry.all(*places)]
    asides = entry.all("AN", "M1", "M3", "N1", *places, "UR")
    date = entry.first("PY", "Y1", "YR", "DA")
    year = _YEAR.search(date)
    links = [url for value in entry.all("UR", "L1", "L2", "LK", "L3", "L4") for url in urls_in(value)]
    return {
        "title": " ".join(without_tags(entry.first("TI", "T1", "CT", "BT", "ST")).split()),
        "abstract": without_tags(entry.first("AB", "N2")),
        "authors": [in_reading_order(name) for name in named],
        "authors_incomplete": len(named) < len([name for name in authors if name]) or None,
        "year": int(year[0]) if year else date if re.search(r"\d", date) else None,
        "published": _published(entry, year[0] if year else ""),
        "venue": venue_in(*venues),
        "doi": _doi(entry),
        "arxiv_id": next(filter(None, map(arxiv_in, asides)), ""),
        "links": [link(url, LinkKind.PAPER) for url in dict.fromkeys(links)],
        "keywords": _keywords(entry.all("KW")),
    }


def _published(entry: Tagged, year: str) -> str:
    """The fullest date of the entry's year; "2024///" tells the year alone."""
    dates = [_DATE.match(value) for value in entry.all("DA", "PY", "Y1")]
    told = [
        "-".join([date[1], *(part.zfill(2) for part in date.groups()[1:] if part)])
        for date in dates
        if date and date[1] == year
    ]
    return max(told, key=len, default="") if any(len(date) > 4 for date in told) else ""


def _doi(entry: Tagged) -> str:
    """From its own field whatever stands there, for the record to judge; from others what is one."""
    if written := entry.first("DO", "DI"):
        found = _DOI.search(written)
        return found[0] if found else written if "10.10" in written else ""
    return next((found[0] for value in entry.all("M3") if (found := _DOI.search(value))), "")


def _keywords(values: list[str]) -> list[str]:
    separator = "[;,]" if len(values) == 1 else ";"
    return [part.strip() for value in values for part in re.split(separator, value)]
