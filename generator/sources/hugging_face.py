"""The records of Hugging Face's papers, which its API and its pages hold alike.

Three dates, which differ by up to two days: a paper appeared on `paper.publishedAt`, came into Daily Papers on
`submittedOnDailyAt`, and the outer `publishedAt` is neither. What machines wrote (ai_summary), votes, comments and
the organization of whoever submitted are not read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model import Authority, Listing, Reading, Record
from generator.problems import Level, Place, Problem
from generator.sources import identifiers
from generator.sources.entry import record_of
from generator.sources.given import Given
from generator.sources.json_places import Item
from generator.sources.naming import title_from_file

_SIGNS = frozenset(
    ["upvotes", "discussionId", "submittedOnDailyAt", "ai_summary", "ai_keywords", "numComments"]
)


def is_entry(value: object) -> bool:
    """Whether a JSON value is a paper of Hugging Face, alone or as an entry of a day."""
    paper = _paper(value)
    return bool(paper and "id" in paper and "title" in paper and _SIGNS & {*paper, *_dict(value)})


def reading(given: Given, name: str, found: Iterable[Item]) -> Reading:
    """Every item as a record; what is no paper is reported with its line. The listing is named for its day."""
    records: list[Record] = []
    problems: list[Problem] = []
    days: set[str] = set()
    entries = 0
    for item in found:
        place = Place(given.file, item.line)
        entries += item.entries
        if item.wrong or not _paper(item.value):
            problems.append(_lost(item, place))
            continue
        value = _fields(item.value)
        record, wrong = record_of(value, place, given.name, entries, authority=Authority.LISTING)
        problems += wrong
        if record:
            records.append(record)
            days.add(record.listed)
    day = days.pop() if len(days) == 1 else ""
    title = f"Daily Papers, {day}" if day else title_from_file(given.file)
    return Reading(
        Listing(given.name, title, day, given.file, name), tuple(records), tuple(problems), entries
    )


def _paper(value: object) -> dict[str, Any]:
    inner = _dict(value).get("paper")
    return inner if isinstance(inner, dict) else _dict(value)


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _fields(value: object) -> dict[str, Any]:
    paper, outer = _paper(value), _dict(value)
    written = str(paper.get("id") or "")
    is_arxiv = bool(identifiers.parse("arxiv_id", written)[1])
    listed = paper.get("submittedOnDailyAt") or outer.get("submittedOnDailyAt")
    return {
        "title": paper.get("title") or outer.get("title"),
        "abstract": paper.get("summary") or outer.get("summary"),
        "authors": _authors(paper.get("authors")),
        "arxiv_id": written if is_arxiv else None,
        "url": None if is_arxiv or not written else f"https://huggingface.co/papers/{written}",
        "published": paper.get("publishedAt"),
        "listed": listed,
        "links": [
            {"url": paper[name], "kind": kind}
            for name, kind in (("githubRepo", "code"), ("projectPage", "project"))
            if paper.get(name)
        ],
        "keywords": paper.get("ai_keywords"),
    }


def _authors(value: object) -> object:
    """Names in order. A `hidden` profile is no less an author: what is hidden is who on the site it is."""
    if not isinstance(value, list):
        return value
    return [author.get("name") if isinstance(author, dict) else author for author in value]


def _lost(item: Item, place: Place) -> Problem:
    level = Level.ERROR if item.entries else Level.WARNING
    message = item.wrong or "The entry is no paper of Hugging Face."
    hint = "Fetch the page or the answer again, whole."
    return Problem(level, "hugging-face-broken", message, place, hint, item.entries)
