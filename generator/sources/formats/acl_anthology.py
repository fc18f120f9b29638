"""The XML of the ACL Anthology (github.com/acl-org/acl-anthology, data/xml): volumes of proceedings and journals.

Fields: title, abstract, authors, year and venue of the volume, Anthology id, DOI, code, data and video. The
venue is short ("ACL 2022") where the volume names one, else its book title. A volume's front matter is no paper
and is not counted; editors, pages and attachments are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model import Authority, Listing, Reading, Record
from generator.problems import Place
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.naming import title_from_file
from generator.sources.xml_places import (
    Element,
    children,
    line_of,
    name_of,
    parsed,
    root_name,
    text_of,
    value_of,
)
from generator.text.scripts import subscript, superscript

NAME = "ACL Anthology XML"
_LOOKED_AT = 5_000  # characters
_WRITTEN = {"emnlp": "EMNLP", "tacl": "TACL", "conll": "CoNLL", "coling": "COLING", "findings": "Findings"}
_OLD = re.compile(r"[A-Z]\d\d")
_FINDINGS = re.compile(r"findings-([a-z]+)")


def recognises(given: Given) -> bool:
    """Whether the text is a collection of the Anthology, or one volume of it."""
    start = given.text[:_LOOKED_AT]
    return root_name(given.text) in ("collection", "volume") and (
        "<volume" in start and "<paper" in given.text
    )


def read(given: Given) -> Reading:
    """Every paper as a record."""
    root, problems = parsed(given.text, given.file, "paper")
    records: list[Record] = []
    entries = 0
    for volume in _volumes(root):
        told = _told_by(volume, root)
        for paper in children(volume, "paper"):
            entries += 1
            place = Place(given.file, line_of(paper))
            fields = {**told, **_fields(paper, volume, root)}
            record, wrong = record_of(fields, place, given.name, entries, authority=Authority.PUBLISHER)
            problems += wrong
            if record:
                records.append(record)
    venues = {record.venue for record in records}
    title = venues.pop() if len(venues) == 1 else title_from_file(given.file)
    listing = Listing(given.name, title or title_from_file(given.file), "", given.file, NAME)
    return Reading(listing, tuple(records), tuple(problems), entries)


def _volumes(root: Element | None) -> Iterator[Element]:
    if root is not None:
        yield from (element for element in root.iter() if name_of(element) == "volume")


def _told_by(volume: Element, root: Element | None) -> dict[str, Any]:
    """Year and venue, which papers have from their volume."""
    meta = next(children(volume, "meta"), volume)
    year = text_of(meta, "year") or None
    venue = text_of(meta, "venue")
    if venue == "findings" and root is not None:
        of = _FINDINGS.search(f"{root.get('id', '')}-{volume.get('id', '')}")
        short = f"Findings of {_short(of[1] if of else volume.get('id', ''))}"
    else:
        short = _short(venue)
    named = _plain(next(children(meta, "booktitle"), None)) or text_of(meta, "journal-title")
    return {"year": year, "venue": f"{short} {year}" if venue and year else named}


def _short(venue: str) -> str:
    """How people write the Anthology's short name of a venue: in capitals, unless it is a word."""
    return _WRITTEN.get(venue, venue.upper())


def _fields(paper: Element, volume: Element, root: Element | None) -> dict[str, Any]:
    code = [value_of(one, "url") for one in children(paper, "pwccode")]
    videos = [value_of(one, "href") for one in children(paper, "video")]
    return {
        "title": _plain(next(children(paper, "title"), None)),
        "abstract": _plain(next(children(paper, "abstract"), None)),
        "authors": list(_authors(paper)),
        "acl_id": _id(paper, volume, root),
        "doi": text_of(paper, "doi") or None,
        "links": [
            *({"url": url, "kind": "code"} for url in code if url),
            *({"url": _video(href), "kind": "video"} for href in videos if href),
        ],
    }


def _video(href: str) -> str:
    return href if href.startswith("http") else f"https://aclanthology.org/{href}"


def _id(paper: Element, volume: Element, root: Element | None) -> str | None:
    """The id that the paper's address is, or what collection, volume and number make."""
    if address := text_of(paper, "url"):
        return address.rpartition("/")[2].removesuffix(".pdf")
    collection = value_of(root, "id") if root is not None else ""
    number = value_of(paper, "id")
    if not collection or not number.isdigit():
        return None
    if _OLD.fullmatch(collection):
        return f"{collection}-{volume.get('id', '')}{number.zfill(3)}"
    return f"{collection}-{volume.get('id', '')}.{number}"


def _authors(paper: Element) -> Iterator[str]:
    for author in children(paper, "author"):
        name = " ".join(filter(None, (text_of(author, "first"), text_of(author, "last"))))
        if name:
            yield name


def _plain(element: Element | None) -> str:
    """The text of a title or abstract: formulas as TeX in dollars, raised and lowered letters as such."""
    return " ".join(_shown(element).split()) if element is not None else ""


def _shown(element: Element) -> str:
    name = name_of(element)
    inner = (element.text or "") + "".join(_shown(child) + (child.tail or "") for child in element)
    if name == "tex-math":
        return f"${inner}$"
    if name in ("sub", "sup"):
        return subscript(inner) if name == "sub" else superscript(inner)
    return inner
