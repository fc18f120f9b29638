"""A row of a table, or an object with keys of somebody's choice, as fields of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.problems import Level, Place, Problem
from generator.sources import identifiers
from generator.sources.columns import LINKS, meant
from generator.sources.dates import date_in
from generator.sources.inline_html import without_tags
from generator.sources.mentions import arxiv_in, link, urls_in, venue_in
from generator.sources.people import people
from generator.text.links import LinkKind

_IDS = ("arxiv_id", "doi", "acl_id", "openreview_id")
_NOTHING = frozenset(["", "nan", "none", "null", "n/a", "na", "-", "[]", "{}"])
_DIVIDED = re.compile(r"\s*[;|\n]\s*")


def fields_of(row: Mapping[str, Any], owners: Mapping[str, str]) -> dict[str, Any]:
    """The row with the names of `fields.FIELDS`; a value that cannot be right is left for them to report."""
    columns = meant(row, owners)
    values = {field: [row[name] for name in names] for field, names in columns.items()}
    names, incomplete = next(
        (told for value in values.get("authors", ()) if (told := people(value))[0]), ([], False)
    )
    published = next(filter(None, map(date_in, values.get("published", ()))), "")
    fields: dict[str, Any] = {
        "title": without_tags(_first(values, "title")),
        "abstract": without_tags(_first(values, "abstract")),
        "authors": names,
        "authors_incomplete": incomplete,
        "year": _year(values),
        "published": published if len(published) > 4 else "",
        "listed": next((day for value in values.get("listed", ()) if len(day := date_in(value)) == 10), ""),
        "venue": venue_in(without_tags(_first(values, "venue"))),
        "keywords": next(filter(None, map(_words, values.get("keywords", ()))), []),
        "links": [
            one for kind in LINKS for value in values.get(kind, ()) for one in _links(value, LinkKind(kind))
        ],
    }
    fields["year"] = fields["year"] or (int(published[:4]) if published else None)
    for name in _IDS:
        if written := _first(values, name):
            fields[name] = arxiv_in(written) or written if name == "arxiv_id" else written
    for value in (*values.get("id", ()), *values.get("paper", ())):
        _by_shape(_text(value), fields)
    return fields


def unknown(names: Iterable[str], owners: Mapping[str, str]) -> list[str]:
    """The columns that mean nothing here."""
    known = {name for columns in meant(names, owners).values() for name in columns}
    return [name for name in names if name not in known]


def ignored(names: Iterable[str], place: Place) -> Problem:
    """A note that names the columns that were not read."""
    told = sorted(dict.fromkeys(names))
    message = f"Columns that mean nothing here were not read: {', '.join(told[:12])}{' …' if len(told) > 12 else ''}."
    hint = "If one is title, authors or year, say so in mkdocs.yml — extra: papershelf: columns: {title: Its Name}"
    return Problem(Level.NOTE, "columns-unknown", message, place, hint)


def _first(values: Mapping[str, list[Any]], field: str) -> str:
    return next(filter(None, map(_text, values.get(field, ()))), "")


def _text(value: object) -> str:
    if isinstance(value, list):
        value = next((item for item in value if item), "")
    if isinstance(value, dict):
        value = value.get("name") or value.get("value") or value.get("title") or ""
    text = value.strip() if isinstance(value, str) else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = str(value)
    return "" if text.lower() in _NOTHING else text


def _year(values: Mapping[str, list[Any]]) -> Any:
    """The year of a column of years, "2024", 2024.0 or a whole date; what is none is given on, to be reported."""
    for value in values.get("year", ()):
        if written := _text(value):
            date = date_in(value)
            return int(date[:4]) if date else written
    return None


def _words(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for item in value if (text := _text(item))]
    text = _text(value)
    divided = _DIVIDED.split(text)
    return divided if len(divided) > 1 else [word.strip() for word in text.split(",") if word.strip()]


def _links(value: object, kind: LinkKind) -> list[dict[str, str]]:
    """The addresses in a value; in a text without any, what is no address is no link."""
    if isinstance(value, list):
        return [one for item in value for one in _links(item, kind)]
    if isinstance(value, dict):
        told = value.get("kind")
        kind = LinkKind(told) if isinstance(told, str) and told in list(LinkKind) else kind
        value = value.get("url") or value.get("href") or ""
    return [link(url, kind) for url in urls_in(value)] if isinstance(value, str) else []


def _by_shape(written: str, fields: dict[str, Any]) -> None:
    """An identifier of a shape that is arXiv's or a DOI's alone; other keys of a table tell nothing."""
    if re.fullmatch(r"(?:arxiv:\s*)?\d{4}\.\d{4,5}(?:v\d+)?", written, re.IGNORECASE):
        fields.setdefault("arxiv_id", written)
    elif (
        re.fullmatch(r"(?:doi:\s*)?10\.\d{4,9}/\S+", written, re.IGNORECASE)
        and identifiers.parse("doi", written)[1]
    ):
        fields.setdefault("doi", written)
