"""CSL-JSON: Zotero, Better BibTeX, DataCite, and what the API of Crossref answers, lists and single works.

Fields: title (and subtitle), author, issued, container-title (event-title) venue, DOI, URL, PMID, keyword
(subject), abstract; arXiv ids from number, archive_location, note, annote and custom. HTML and JATS markup is
taken off. A short DOI (10/abc) names no work by itself: it stays a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from generator.model import Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.inline_html import without_tags
from generator.sources.json_places import Item, items, value_at
from generator.sources.mentions import arxiv_in, link, urls_in, venue_in
from generator.sources.names import in_reading_order, joined
from generator.sources.naming import title_from_file
from generator.text.links import LinkKind

NAME = "CSL-JSON"
# fmt: off
_TYPES = frozenset((
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "report", "review", "personal_communication", "post", "post-weblog", "regulation",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
    "journal-article", "proceedings-article", "book-chapter", "posted-content", "monograph",  # Crossref's own
))
# fmt: on
_SIGNS = frozenset(
    ["issued", "container-title", "citation-key", "title-short", "publisher-place", "event-title"]
)
_WRAPPINGS = (("message", "items"), ("message",), ("items",), ())
_DATES = ("issued", "published", "published-print", "published-online")
_ASIDES = ("number", "archive_location", "note", "annote", "custom", "container-title", "publisher")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?!\d)")
_NOTED_DOI = re.compile(r"^\s*doi\s*:\s*(10\.\d{4,9}/\S+)", re.IGNORECASE | re.MULTILINE)


def recognises(given: Given) -> bool:
    """Whether one of the first items of a JSON list, or the one value of a JSON text, is such a work."""
    if given.text.lstrip()[:1] not in ("[", "{"):
        return False
    return any(_is_work(item.value) for item in islice(_items(given.text), 5))


def read(given: Given) -> Reading:
    """Every item as a record; see the module for the fields."""
    listing = Listing(given.name, title_from_file(given.file), "", given.file, NAME)
    records: list[Record] = []
    problems: list[Problem] = []
    entries = 0
    for item in _items(given.text):
        place = Place(given.file, item.line)
        entries += item.entries
        if not isinstance(item.value, dict):
            problems.append(_lost(item, place))
            continue
        record, wrong = record_of(_fields(item.value), place, listing.name, entries)
        problems += wrong
        if record:
            records.append(record)
    return Reading(listing, tuple(records), tuple(problems), entries)


def _items(text: str) -> Iterator[Item]:
    """The works, wherever the list or the one work stands. Several values in a row are no CSL-JSON."""
    for keys in _WRAPPINGS:
        at = value_at(text, *keys)
        if at >= 0 and (
            text.startswith("[", at) if keys[-1:] == ("items",) else text.startswith("{", at) or not keys
        ):
            yield from items(text, at)
            return


def _is_work(value: object) -> bool:
    if not isinstance(value, dict) or not (value.keys() & {"title", "title-short", "DOI"}):
        return False
    author = value.get("author")
    people = isinstance(author, list) and any(
        isinstance(name, dict) and name.keys() & {"family", "literal", "given"} for name in author
    )
    typed = value.get("type") in _TYPES if isinstance(value.get("type"), str) else False
    return bool(people or value.keys() & _SIGNS or (typed and value.keys() & {"id", "DOI", "URL"}))


def _lost(item: Item, place: Place) -> Problem:
    level = Level.ERROR if item.entries else Level.WARNING
    message = item.wrong or "The item is no work ({ … })."
    return Problem(level, "csl-broken", message, place, "Export the list again, or mend it.", item.entries)


def _fields(work: dict[str, Any]) -> dict[str, Any]:
    title, subtitle = (
        " ".join(without_tags(_text(work.get(name))).split()) for name in ("title", "subtitle")
    )
    if title and subtitle and subtitle.lower() not in title.lower():
        title = f"{title}{'' if title[-1] in '?!:' else ':'} {subtitle}"
    date = next((date for name in _DATES if (date := _date(work.get(name)))), "")
    asides = [_text(work.get(name)) for name in _ASIDES]
    archived = _text(work.get("archive_location")) if "arxiv" in _text(work.get("archive")).lower() else ""
    doi = _text(work.get("DOI"))
    noted = _NOTED_DOI.search("\n".join(asides))
    return {
        "title": title or without_tags(_text(work.get("title-short") or work.get("shortTitle"))),
        "abstract": without_tags(_text(work.get("abstract"))),
        "authors": _people(work.get("author")),
        "year": int(date[:4]) if date else None,
        "published": date if len(date) > 4 else "",
        "venue": venue_in(
            *(without_tags(_text(work.get(name))) for name in ("container-title", "event-title", "event"))
        ),
        "doi": ("" if re.fullmatch(r"10/\w+", doi) else doi) or (noted[1] if noted else ""),
        "arxiv_id": next(filter(None, map(arxiv_in, asides)), "") or archived,
        "links": _links(work, doi),
        "keywords": _keywords(work),
    }


def _text(value: object) -> str:
    """A string, or the first of a list, as Crossref has it, or what an object is called."""
    if isinstance(value, list):
        return next((_text(item) for item in value if item), "")
    if isinstance(value, dict):
        return "\n".join(item for item in value.values() if isinstance(item, str))
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _people(value: object) -> list[str]:
    people = value if isinstance(value, list) else []
    return [
        name for person in people if (name := _person(person) if isinstance(person, dict) else _text(person))
    ]


def _person(person: dict[str, Any]) -> str:
    if whole := _text(person.get("literal") or person.get("name")):
        return without_tags(whole)
    particles = (_text(person.get(f"{kind}-particle")) for kind in ("dropping", "non-dropping"))
    family = " ".join([*particles, _text(person.get("family"))]).strip()
    given = without_tags(_text(person.get("given")))
    # quotes keep citation processors from looking for particles
    name = joined(given, without_tags(family.strip('"')))
    suffix = _text(person.get("suffix")).strip(" ,")
    return f"{name}, {suffix}" if suffix and name else name if given else in_reading_order(name)


def _date(value: object) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD of date parts, or of a date in words that begins so; empty otherwise."""
    parts: list[Any] = []
    if isinstance(value, dict):
        ranges = value.get("date-parts")
        parts = ranges[0] if isinstance(ranges, list) and ranges and isinstance(ranges[0], list) else []
        value = value.get("raw") or value.get("literal") or value.get("edtf") or value.get("year")
    written = [_text(part).strip() for part in parts[:3]]
    if not written or not written[0]:
        found = _DATE.match(_text(value).strip())
        written = [part or "" for part in found.groups()] if found else []
    if not written or not re.fullmatch(r"1[6-9]\d\d|2[01]\d\d", written[0]):
        return ""
    date = written[0]
    for part, most in zip(written[1:], (12, 31), strict=False):
        if not re.fullmatch(r"\d{1,2}", part) or not 1 <= int(part) <= most:
            break
        date += f"-{int(part):02}"
    return date


def _links(work: dict[str, Any], doi: str) -> list[dict[str, str]]:
    own = [f"https://doi.org/{doi}"] if re.fullmatch(r"10/\w+", doi) else []
    own += urls_in(url) or [url] if (url := _text(work.get("URL"))) else []
    if re.fullmatch(r"\d{1,9}", pmid := _text(work.get("PMID"))):
        own.append(f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/")
    noted = [url for name in ("note", "annote") for url in urls_in(_text(work.get(name)))]
    return [*(link(url, LinkKind.PAPER) for url in own), *(link(url) for url in noted)]


def _keywords(work: dict[str, Any]) -> list[str]:
    written = work.get("keyword") or work.get("subject") or work.get("categories")
    if isinstance(written, list):
        return [_text(word) for word in written]
    words = _text(written)
    return [word.strip() for word in words.split(";" if ";" in words else ",")]
