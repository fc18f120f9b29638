"""CSL-JSON: read by Zotero, pandoc, citeproc and whatever else speaks the Citation Style Language.

Schema: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.citations.names import Name
from generator.citations.reference import Kind, Reference

NAME = "CSL-JSON"
ENDING = "csl.json"
_TYPES = {Kind.MEETING: "paper-conference", Kind.JOURNAL: "article-journal", Kind.UNKNOWN: "article"}


def item(reference: Reference, abstract: bool = False) -> dict[str, Any]:
    """One item, as JSON values."""
    others = (("acl", reference.ids.acl), ("openreview", reference.ids.openreview))
    fields: dict[str, Any] = {
        "id": reference.key,
        "type": _TYPES[reference.kind],
        "title": reference.title,
        "author": [_author(name) for name in reference.authors],
        "issued": _issued(reference),
        "container-title": reference.venue,
        "archive": "arXiv" if reference.ids.arxiv else "",
        "archive_location": reference.ids.arxiv,
        "DOI": reference.ids.doi,
        "URL": reference.url,
        "abstract": reference.abstract if abstract else "",
        "custom": {name: value for name, value in others if value},  # ids that CSL has no field for
        "keyword": ", ".join(reference.keywords),
        "note": reference.note,
    }
    return {name: value for name, value in fields.items() if value}


def entry(reference: Reference, abstract: bool = False) -> str:
    """One item, as text on one line."""
    return json.dumps(item(reference, abstract), ensure_ascii=False, separators=(",", ":"))


def bundle(entries: Iterable[str]) -> str:
    """A file of items: one list, an item a line."""
    return "[\n" + ",\n".join(entries) + "\n]\n"


def _author(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.whole}
    return {"family": name.family, "given": name.given, **({"suffix": name.suffix} if name.suffix else {})}


def _issued(reference: Reference) -> dict[str, Any]:
    if reference.year is None:
        return {}
    parts = [int(part) for part in reference.published.split("-")] if reference.published else []
    return {"date-parts": [parts if parts[:1] == [reference.year] else [reference.year]]}
