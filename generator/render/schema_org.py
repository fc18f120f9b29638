"""Pages as schema.org tells them, in JSON-LD: what search engines and citation tools read beside the HTML.

Types: https://schema.org/ScholarlyArticle, BreadcrumbList, CollectionPage and WebSite. Addresses are absolute, and left
out while the site does not know its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.citations.bibtex import ON_PAGE
from generator.citations.names import Name
from generator.citations.reference import Kind, Reference
from generator.config import Settings
from generator.exits import by_id
from generator.model import LinkKind, Paper
from generator.render.citation_tags import date_of

_CONTEXT = "https://schema.org"


def article(paper: Paper, reference: Reference, way: Iterable[tuple[str, str]], settings: Settings) -> str:
    """A paper and where it stands: `way` leads from the home page down to it, as names and paths."""
    authors = reference.authors if len(reference.authors) <= ON_PAGE else ()
    known = {
        "@type": "ScholarlyArticle",
        "headline": reference.title,
        "url": settings.address(f"papers/{paper.key}.html"),
        "author": [_author(name) for name in authors],
        "datePublished": date_of(reference),
        "isPartOf": _venue(reference),
        "identifier": _identifiers(paper),
        "sameAs": _same(paper),
        "keywords": list(paper.keywords),
    }
    trail = {"@type": "BreadcrumbList", "itemListElement": _steps((*way, (reference.title, "")), settings)}
    return _json({"@graph": [_told(known), trail]})


def collection(name: str, about: str, path: str, papers: int, settings: Settings) -> str:
    """A page that lists papers: of a topic, of a listing; `path` is that of the page below the site."""
    known = {
        "@type": "CollectionPage",
        "name": name,
        "description": about,
        "url": settings.address(path),
        "isPartOf": _told({"@type": "WebSite", "name": settings.site_name, "url": settings.address("")}),
        "mainEntity": {"@type": "ItemList", "numberOfItems": papers},
    }
    return _json(known)


def website(settings: Settings) -> str:
    """The site as a whole, and how it is searched."""
    target = settings.address("search.html?q={words}")
    search = {"@type": "SearchAction", "target": target, "query-input": "required name=words"}
    known = {
        "@type": "WebSite",
        "name": settings.site_name,
        "description": settings.site_description,
        "url": settings.address(""),
        "potentialAction": search if target else None,
    }
    return _json(known)


def _author(name: Name) -> dict[str, str]:
    """A name in parts is a person's; of another it is not known whether it is a group's."""
    return {"@type": "Person", "name": name.whole} if name.given else {"name": name.whole}


def _venue(reference: Reference) -> dict[str, str]:
    kind = "Periodical" if reference.kind is Kind.JOURNAL else "CreativeWork"
    return {"@type": kind, "name": reference.venue} if reference.venue else {}


def _identifiers(paper: Paper) -> list[str]:
    ids = paper.ids
    named = (("arXiv", ids.arxiv), ("doi", ids.doi), ("ACL", ids.acl), ("OpenReview", ids.openreview))
    return [f"{name}:{value}" for name, value in named if value]


def _same(paper: Paper) -> list[str]:
    """Other pages of this paper."""
    pages = [way.url for way in by_id(paper.ids) if way.label != "PDF"]
    pages += [link.url for link in paper.links if link.kind is LinkKind.PAPER]
    return list(dict.fromkeys(pages))


def _steps(way: Iterable[tuple[str, str]], settings: Settings) -> list[dict[str, Any]]:
    return [
        _told({"@type": "ListItem", "position": place, "name": name, "item": path and settings.address(path)})
        for place, (name, path) in enumerate(way, 1)
    ]


def _told(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _json(values: dict[str, Any]) -> str:
    told = _told({"@context": _CONTEXT, **values})
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
