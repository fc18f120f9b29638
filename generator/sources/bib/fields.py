"""The fields of a BibTeX entry under the names that all formats share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.sources.bib.people import people
from generator.sources.bib.values import MONTHS
from generator.sources.inline_html import without_tags
from generator.sources.latex import address_of, line_of, text_of
from generator.sources.mentions import arxiv_in, link, urls_in, venue_in
from generator.text.links import LinkKind

_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20|21)\d\d(?!\d)")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=[T/~?%]|$)")
_ARXIV_ID = re.compile(r"(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_BY_THE_WAY = ("note", "howpublished", "annote", "annotation", "addendum", "pubstate", "comment")
_VENUES = ("booktitle", "journaltitle", "journal", "eventtitle")
_SEPARATOR = re.compile(r"[;,\n]")


def fields_of(kind: str, latex: Mapping[str, str]) -> dict[str, Any]:
    """The fields as `sources.fields.FIELDS`, from LaTeX; `kind` is the entry's type."""
    told = {name: value for name, value in latex.items() if value.strip()}
    names, incomplete = people(told.get("author", ""))
    places = (*_VENUES[1:3], *_VENUES[:1], *_VENUES[3:]) if kind == "article" else _VENUES
    venues = [without_tags(line_of(told[name])) for name in places if name in told]
    asides = [address_of(told[name]) for name in (*_BY_THE_WAY, "journal", "volume") if name in told]
    doi, arxiv = _doi(told), _eprint(told) or next(filter(None, map(arxiv_in, asides)), "")
    links = _links(told, [url for aside in asides for url in urls_in(aside)])
    return {
        "title": _title(told),
        "abstract": without_tags(text_of(told.get("abstract", ""))),
        "authors": names,
        "authors_incomplete": incomplete or None,
        "year": _year(told),
        "published": _date(told),
        "venue": venue_in(*venues),
        "doi": doi,
        "arxiv_id": arxiv,
        "links": links,
        "keywords": _keywords(told),
    }


def _title(told: Mapping[str, str]) -> str:
    title, subtitle = (
        " ".join(without_tags(text_of(told.get(name, ""))).split()) for name in ("title", "subtitle")
    )
    if title and subtitle:
        return f"{title}{'' if title[-1] in '?!:' else ':'} {subtitle}"
    return title or subtitle


def _year(told: Mapping[str, str]) -> int | str | None:
    """The one year that is written; what holds no digit ("in press") tells none."""
    written = line_of(told.get("year") or told.get("date", ""))
    years = set(_YEAR.findall(written.partition("/")[0] or written))
    if len(years) == 1:
        return int(years.pop())
    return written if re.search(r"\d", written) else None


def _date(told: Mapping[str, str]) -> str:
    if found := _DATE.match(told.get("date", "").strip()):
        return found[0]
    year, month = told.get("year", "").strip(" {}"), line_of(told.get("month", "")).lower()
    named = next((number for number, name in enumerate(MONTHS, 1) if name in month), 0)
    number = int(month) if re.fullmatch(r"0?[1-9]|1[0-2]", month) else named
    return f"{year}-{number:02}" if number and re.fullmatch(r"\d{4}", year) else ""


def _doi(told: Mapping[str, str]) -> str:
    written = address_of(told.get("doi", ""))
    return re.sub(r"\s", "", written) if "10." in written else ""


def _eprint(told: Mapping[str, str]) -> str:
    archive = (told.get("archiveprefix") or told.get("eprinttype", "")).lower()
    written = address_of(told.get("arxiv") or told.get("arxivid") or told.get("eprint", ""))
    if "arxiv" in archive or "arxiv" in told or "arxivid" in told or _ARXIV_ID.fullmatch(written):
        return arxiv_in(written) or written
    return ""


def _links(told: Mapping[str, str], by_the_way: list[str]) -> list[dict[str, str]]:
    """The paper's own addresses first. Short DOIs (10/abc) are addresses; files on a disk are none."""
    links = []
    doi = address_of(told.get("doi", ""))
    if re.fullmatch(r"10/[a-z0-9]+", doi):
        links.append(f"https://doi.org/{doi}")
    for name in ("url", "pdf", "ee", "link", "file"):
        written = address_of(told.get(name, ""))
        if name == "url" and written and not urls_in(written):
            links.append(written)  # no address at all, and so told
        elif name != "file" or written.startswith("http"):
            links += urls_in(written)
    if re.fullmatch(r"\d{1,9}", pmid := told.get("pmid", "").strip()):
        links.append(f"https://pubmed.ncbi.nlm.nih.gov/{pmid}")
    own = [link(url, LinkKind.PAPER) for url in links]
    return [*own, *(link(url) for url in by_the_way)]


def _keywords(told: Mapping[str, str]) -> list[str]:
    written = without_tags(text_of(told.get("keywords") or told.get("keyword", "")))
    separator = ";" if ";" in written else _SEPARATOR
    return [" ".join(word.split()) for word in re.split(separator, written)]
