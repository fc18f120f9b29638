"""The fields of an entry, each checked for type and meaning; what is wrong is reported and left out.

Every format that is not prose gives its entries these names, so that all are checked alike.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from generator.model import Ids, Link, LinkKind
from generator.problems import Level, Place, Problem
from generator.sources import identifiers
from generator.sources.decoding import printable
from generator.text.tidy import readable

_IDS = ("arxiv_id", "doi", "acl_id", "openreview_id")
_OTHERS = ("title", "abstract", "summary", "authors", "authors_incomplete", "year", "venue", "url", "links")
_DATES = ("published", "listed")
FIELDS = frozenset([*_OTHERS, "keywords", "partial", *_IDS, *_DATES])
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PARTS = re.compile("[;|]")


class Fields:
    """Reads the fields of one entry; `problems` collects what was wrong with them."""

    def __init__(self, value: Mapping[str, Any], place: Place) -> None:
        self.value = value
        self.place = place
        self.problems: list[Problem] = []

    def text(self, name: str) -> str:
        """A string without outer white space; empty when missing."""
        value = self.value.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self._wrong(name, "must be text in quotes")
            return ""
        return printable(value).strip()

    def line(self, name: str) -> str:
        """A string as one line of what can be read; empty when missing."""
        return readable(self.text(name))

    def flag(self, name: str) -> bool:
        """true or false; false when missing."""
        value = self.value.get(name)
        if value is not None and not isinstance(value, bool):
            self._wrong(name, "must be true or false")
        return value is True

    def year(self, name: str) -> int | None:
        """A year from 1600 to 2199, as a number or as four digits in quotes."""
        value = self.value.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str) and len(value) == 4 and value.isascii() and value.isdigit():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not 1600 <= value < 2200:
            self._wrong(name, "must be a year such as 2024")
            return None
        return value

    def date(self, name: str) -> str:
        """YYYY, YYYY-MM or YYYY-MM-DD, also from a longer time stamp; empty when missing."""
        written = self.text(name).partition("T")[0]
        if not written:
            return ""
        match = _DATE.fullmatch(written)
        year, month, day = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
        if not (1600 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
            self._wrong(name, "must be a date such as 2024-05-13")
            return ""
        return written

    def names(self, name: str) -> tuple[str, ...]:
        """A list of strings, or one string with the parts joined by ";" or "|"; no part twice."""
        value = self.value.get(name)
        if value is None:
            return ()
        parts = _PARTS.split(value) if isinstance(value, str) else value
        if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
            self._wrong(name, "must be a list of names in quotes")
            return ()
        lines = (readable(printable(part)) for part in parts)
        return tuple(dict.fromkeys(line for line in lines if line))

    def ids_and_links(self) -> tuple[Ids, tuple[Link, ...]]:
        """The identifiers, also those that a link to the paper spells out, and the other links."""
        found: dict[str, str] = {}
        for name in _IDS:
            if written := self.text(name):
                kind, known = identifiers.parse(name, written)
                if not known:
                    self._wrong(name, f"is not such an identifier ({written[:60]})")
                elif found.setdefault(kind, known) != known:
                    self._wrong(name, f"is another {kind} identifier than this entry gives already")
        links: list[Link] = []
        for link in self._links():
            kind, known = identifiers.from_url(link.url)
            if known and link.kind in (LinkKind.PAPER, LinkKind.OTHER):
                if found.setdefault(kind, known) == known:
                    continue
                self._wrong("links", f"name another {kind} identifier than this entry gives ({known})")
            links.append(link)
        return Ids(**found), tuple(dict.fromkeys(links))

    def _links(self) -> list[Link]:
        links = [Link(LinkKind.PAPER, url)] if (url := self._url("url", self.value.get("url"))) else []
        value = self.value.get("links")
        if value is None:
            return links
        if not isinstance(value, list):
            self._wrong("links", 'must be a list of {"url": …, "kind": …}')
            return links
        kinds = ", ".join(LinkKind)
        for item in value:
            if isinstance(item, str):
                item = {"url": item}
            if not isinstance(item, dict):
                self._wrong("links", 'must be a list of {"url": …, "kind": …}')
                continue
            kind = item.get("kind", "other")
            if kind not in list(LinkKind):
                self._wrong("links", f"know no kind {kind!r:.40}, only {kinds}", "the link is shown as other")
                kind = "other"
            if url := self._url("links", item.get("url")):
                links.append(Link(LinkKind(kind), url))
        return links

    def _url(self, name: str, value: object) -> str:
        if value is None or value == "":
            return ""
        url = identifiers.clean_url(value) if isinstance(value, str) else ""
        if not url:
            self._wrong(name, "must begin with https:// or http:// and hold no space")
        return url

    def _wrong(self, name: str, why: str, so: str = "it was left out") -> None:
        message = f"`{name}` {why}; {so}."
        hint = "Mend the field; the rest of the entry is used."
        self.problems.append(Problem(Level.WARNING, "field-wrong", message, self.place, hint))
