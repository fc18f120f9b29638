"""Crossref's answers: https://www.crossref.org/documentation/retrieve-metadata/rest-api/"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from generator.fetch import Unusable
from generator.update.answers import json_of

SERVICE = "Crossref"


def address(works: str, doi: str) -> str:
    """Where the work of a DOI is told of; a DOI may hold anything, so all of it is quoted."""
    return f"{works}/{quote(doi, safe='')}"


def check_work(content: bytes, doi: str) -> None:
    """Raises Unusable unless the answer is the work of that DOI."""
    work = _message(content)
    if str(work.get("DOI", "")).casefold() != doi.casefold():
        raise Unusable(f"it tells of another DOI ({str(work.get('DOI'))[:80]!r})")
    if not work.get("title"):
        raise Unusable("it has no title")


def check_works(content: bytes) -> None:
    """Raises Unusable unless the answer is a list of works, however short."""
    works = _message(content).get("items")
    if not isinstance(works, list) or not all(
        isinstance(work, dict) and isinstance(work.get("DOI"), str) for work in works
    ):
        raise Unusable("it holds no list of works with their DOIs")


def _message(content: bytes) -> dict[str, Any]:
    answer = json_of(content)
    message = answer.get("message") if isinstance(answer, dict) and answer.get("status") == "ok" else None
    if not isinstance(message, dict):
        raise Unusable("it is no message of Crossref")
    return message
