"""Papers as other programs read them from our files: a reader for each format, none of them ours."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import feedparser
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from lxml import etree
from pylatexenc.latex2text import LatexNodes2Text

_BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"


@dataclass(frozen=True, slots=True)
class Told:
    """A paper as a file tells it; what the format has no place for stays as it is here."""

    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    arxiv: str = ""
    doi: str = ""
    acl: str = ""
    openreview: str = ""
    links: tuple[str, ...] = ()
    abstract: str = ""


def of_bibtex(text: str) -> dict[str, Told]:
    """By citation key, as bibtexparser reads it with its middleware for names."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    if library.failed_blocks:
        raise ValueError(library.failed_blocks[0].raw)
    found = {}
    for entry in library.entries:
        values: dict[str, Any] = {field.key: field.value for field in entry.fields}
        authors = [
            ", ".join((" ".join(name.first + name.von + name.last), *name.jr))
            for name in values.get("author", ())
        ]
        if authors[-1:] == ["others"]:  # and not {others}: the source says that authors are missing
            del authors[-1]
        found[entry.key] = Told(
            _decoded(values["title"]),
            tuple(map(_decoded, authors)),
            int(values["year"]) if "year" in values else None,
            values.get("eprint", ""),
            values.get("doi", "").replace(r"\%", "%"),
            values.get("acl", ""),
            values.get("openreview", ""),
            tuple(values[name] for name in ("url",) if name in values),
            _decoded(values.get("abstract", "")),
        )
    return found


def _decoded(tex: str) -> str:
    """Text of a field that is TeX, by pylatexenc; addresses and identifiers are not TeX but verbatim."""
    return str(LatexNodes2Text(keep_braced_groups=False).latex_to_text(tex))


def of_biber(content: bytes) -> dict[str, Told]:
    """By citation key, from the BibLaTeXML that biber makes of a .bib; what TeX it leaves is decoded.

    biber knows no field for ids of ACL and OpenReview, and passes them by.
    """
    found = {}
    for entry in etree.fromstring(content).iter(f"{_BLTX}entry"):
        values = {
            str(field.tag).removeprefix(_BLTX): "".join(map(str, field.itertext()))
            for field in entry
            if field.tag != f"{_BLTX}names"
        }
        found[str(entry.attrib["id"])] = Told(
            _decoded(values["title"]),
            tuple(_of_parts(name) for name in entry.iterfind(f"{_BLTX}names[@type='author']/{_BLTX}name")),
            int(values["date"]) if "date" in values else None,
            values.get("eprint", ""),
            values.get("doi", "").replace(r"\%", "%"),
            links=tuple(values[name] for name in ("url",) if name in values),
            abstract=_decoded(values.get("abstract", "")),
        )
    return found


def _of_parts(name: etree._Element) -> str:
    parts = {
        str(part.attrib["type"]): " ".join("".join(map(str, part.itertext())).split())
        for part in name.iterfind(f"{_BLTX}namepart")
    }
    whole = " ".join(parts[kind] for kind in ("given", "prefix", "family") if kind in parts)
    return _decoded(", ".join((whole, *(parts[kind] for kind in ("suffix",) if kind in parts))))


def of_ris(text: str) -> dict[str, Told]:
    """By citation key, as rispy reads it; names in reading order again."""
    found = {}
    for entry in rispy.loads(text):
        ids = dict(one.split(":", 1) for one in entry.get("accession_number", "").split("; ") if one)
        found[entry["id"]] = Told(
            entry["title"],
            tuple(map(_in_order, entry.get("authors", ()))),
            int(entry["year"]) if "year" in entry else None,
            ids.get("arXiv", ""),
            entry.get("doi", ""),
            ids.get("ACL", ""),
            ids.get("OpenReview", ""),
            (";".join(entry["urls"]),) if "urls" in entry else (),  # rispy divides addresses at ";"
            entry.get("abstract", ""),
        )
    return found


def _in_order(name: str) -> str:
    """ "King, Martin Luther, Jr." as it is read aloud. A name without a comma is whole."""
    parts = name.split(", ")
    if len(parts) == 1:
        return name
    return ", ".join((f"{parts[1]} {parts[0]}".strip(), *parts[2:]))


def of_csl(text: str) -> dict[str, Told]:
    """By citation key, as citeproc-py reads it."""
    citeproc = import_module(
        "citeproc.source.json"
    )  # not among the dependencies everywhere, and without types
    raw = {one["id"]: one for one in json.loads(text)}
    found = {}
    plain = [{name: value for name, value in one.items() if name != "custom"} for one in raw.values()]
    source = citeproc.CiteProcJSON(plain)  # it warns of `custom`, which the schema has since version 1.0.2
    if source.keys() != {key.lower() for key in raw}:
        raise ValueError("keys differ")
    for key, one in raw.items():
        entry = source[key.lower()]
        authors = [
            str(name.literal)
            if "literal" in name
            else ", ".join(part for part in (f"{name.given} {name.family}", name.get("suffix")) if part)
            for name in entry.get("author", ())
        ]
        custom = one.get("custom", {})
        found[key] = Told(
            str(entry["title"]),
            tuple(authors),
            entry["issued"].year if "issued" in entry else None,
            str(entry.get("archive_location", "")),
            str(entry.get("DOI", "")),
            custom.get("acl", ""),
            custom.get("openreview", ""),
            tuple(str(entry[name]) for name in ("URL",) if name in entry),
            str(entry.get("abstract", "")),
        )
    return found


def of_atom(*texts: str) -> dict[str, Told]:
    """By the address of the page, as feedparser reads the documents of one feed."""
    found = {}
    for text in texts:
        parsed = feedparser.parse(text)
        if parsed.bozo:
            raise ValueError(parsed.bozo_exception)
        for entry in parsed.entries:
            authors = tuple(author.name for author in entry.get("authors", ()))
            summary = entry.get("summary", "")
            found[entry.link] = Told(entry.title, authors, abstract=summary)
    return found


def of_json_feed(text: str) -> dict[str, Told]:
    """By the address of the page, as any reader of JSON finds it."""
    return {
        item["url"]: Told(
            item["title"],
            tuple(author["name"] for author in item.get("authors", ())),
            abstract=item["content_text"],
        )
        for item in json.loads(text)["items"]
    }


def of_csv(content: bytes) -> dict[str, Told]:
    """By key, as Python's csv reads it; the apostrophe before what a spreadsheet would run is taken off."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return {row["key"]: _of_row({name: _plain(cell) for name, cell in row.items()}) for row in rows}


def _plain(cell: str) -> str:
    return re.sub(r"^'(?=[=+\-@\t\r'])", "", cell)


def _of_row(row: dict[str, str]) -> Told:
    return Told(
        row["title"],
        tuple(_divided(row["authors"])),
        int(row["year"]) if row["year"] else None,
        row["arxiv"],
        row["doi"],
        row["acl"],
        row["openreview"],
        tuple(_divided(row["links"])),
        row["abstract"],
    )


def _divided(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def of_sqlite(content: bytes) -> dict[str, Told]:
    """By key, as SQLite finds it."""
    base = sqlite3.connect(":memory:")
    base.deserialize(content)
    found = {}
    columns = "id, key, title, year, arxiv, doi, acl, openreview, abstract"
    for number, key, title, year, arxiv, doi, acl, openreview, abstract in base.execute(
        f"SELECT {columns} FROM papers"  # noqa: S608 - columns are ours
    ).fetchall():
        authors = base.execute("SELECT name FROM authors WHERE paper = ? ORDER BY place", (number,))
        names = tuple(name for (name,) in authors)
        links = tuple(
            url for (url,) in base.execute("SELECT url FROM links WHERE paper = ? ORDER BY rowid", (number,))
        )
        ids = (arxiv or "", doi or "", acl or "", openreview or "")
        found[key] = Told(title, names, year, *ids, links, abstract or "")
    base.close()
    return found


def of_json_lines(content: bytes) -> dict[str, Told]:
    """By key, from the catalogue."""
    return dict(map(_of_line, content.decode().splitlines()))


def _of_line(line: str) -> tuple[str, Told]:
    value = json.loads(line)
    ids = {name: one or "" for name, one in value["ids"].items()}
    links = tuple(link["url"] for link in value["links"])
    authors, abstract = tuple(value["authors"]), value["abstract"] or ""
    return value["key"], Told(value["title"], authors, value["year"], **ids, links=links, abstract=abstract)


def differences(wanted: dict[str, Told], told: dict[str, Told]) -> Iterator[str]:
    """A line for each paper that a file lacks, invents or tells otherwise."""
    yield from (f"{key}: not there" for key in wanted.keys() - told.keys())
    yield from (f"{key}: invented" for key in told.keys() - wanted.keys())
    for key in sorted(wanted.keys() & told.keys()):
        for name in Told.__slots__:
            one, other = getattr(wanted[key], name), getattr(told[key], name)
            if one != other:
                yield f"{key}: {name} is {other!r} and not {one!r}"
