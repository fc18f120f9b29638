"""RIS: read by Zotero, EndNote, Mendeley, Papers and RefWorks.

Tags: https://en.wikipedia.org/wiki/RIS_(file_format), after the specification of 2011.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.citations.names import Name
from generator.citations.reference import Kind, Reference

NAME = "RIS"
ENDING = "ris"
_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_TYPES = {Kind.MEETING: "CONF", Kind.JOURNAL: "JOUR", Kind.UNKNOWN: "GEN"}


def entry(reference: Reference, abstract: bool = False) -> str:
    """One entry, from its TY line to its ER line."""
    lines = (f"{tag}  - {_on_a_line(value)}" for tag, value in _tagged(reference, abstract) if value)
    return "\n".join((*lines, "ER  - "))


def bundle(entries: Iterable[str]) -> str:
    """A .ris file."""
    return "".join(f"{entry}\n\n" for entry in entries)


def _tagged(reference: Reference, abstract: bool) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[reference.kind]
    yield "ID", reference.key
    yield "TI", reference.title
    yield from (("AU", _author(name)) for name in reference.authors)
    yield "PY", str(reference.year or "")
    yield "DA", reference.published.replace("-", "/")
    yield "T2", reference.venue
    yield "DO", reference.ids.doi
    yield "UR", reference.url
    known = (
        ("arXiv", reference.ids.arxiv),
        ("ACL", reference.ids.acl),
        ("OpenReview", reference.ids.openreview),
    )
    yield "AN", "; ".join(f"{name}:{value}" for name, value in known if value)
    yield "AB", reference.abstract if abstract else ""
    yield from (("KW", word) for word in reference.keywords)
    yield "N1", reference.note


def _on_a_line(text: str) -> str:
    return (text if text.isprintable() else _LINE.sub(" ", text)).strip()


def _author(name: Name) -> str:
    # a comma would turn the name round, and RIS has no way to quote one
    return ", ".join(part.replace(",", "") for part in (name.family, name.given, name.suffix) if part)
