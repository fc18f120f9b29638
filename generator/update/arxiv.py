"""arXiv: what its API answers, and what is new for each of the owner's queries, a file for each day.

The API: https://info.arxiv.org/help/api/user-manual.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator import kept
from generator.fetch import Unusable
from generator.keys import with_hash
from generator.problems import Level
from generator.sources.xml_places import children, text_of
from generator.text.slug import slug
from generator.update.answers import xml_of
from generator.update.days import held
from generator.update.journal import Errand, Journal

SERVICE = "arXiv"
FOLDER = "arxiv"
MOST = 1_000  # papers of an answer: more, says the manual, are asked for in vain or slowly
_OVERLAP = timedelta(days=7)  # a paper can be announced days after it was submitted
_ID = re.compile(r"https?://arxiv\.org/abs/([a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?")


@dataclass(frozen=True, slots=True)
class Feed:
    """The ids of the papers of an answer, without versions, and how many papers the question has in all."""

    ids: tuple[str, ...]
    total: int


def feed_of(content: bytes, most: int = MOST) -> Feed:
    """An answer of the API to a question for at most `most` papers. Raises Unusable unless it holds them all."""
    root = xml_of(content, "feed")
    entries = list(children(root, "entry"))
    ids = []
    for number, entry in enumerate(entries, start=1):
        name = text_of(entry, "id")
        if "/api/errors" in name or text_of(entry, "title") == "Error":
            raise Unusable(f"it is an error: {text_of(entry, 'summary')[:200] or 'no reason is given'}")
        found = _ID.fullmatch(name)
        if not found or not text_of(entry, "title"):
            raise Unusable(f"its entry {number} has no title, or no id of arXiv")
        ids.append(found[1])
    written = text_of(root, "totalResults")
    if not re.fullmatch(r"\d{1,9}", written):
        raise Unusable("it does not say how many papers there are")
    if len(entries) < min(int(written), most):
        raise Unusable(f"it holds {len(entries)} of the {min(int(written), most)} papers that it speaks of")
    return Feed(tuple(ids), int(written))


def folder_of(query: str) -> str:
    """Where the answers to a query lie, below listings/."""
    return f"{FOLDER}/{with_hash(slug(query, 60) or 'query', query)}"


def path_of(query: str, day: date) -> str:
    """Where the answer of a day lies, below listings/."""
    return f"{folder_of(query)}/{day.isoformat()}.xml"


def question(query: str, first: date, last: date) -> dict[str, str]:
    """The question for what was submitted on these days, the newest first."""
    days = f"submittedDate:[{first:%Y%m%d}0000 TO {last:%Y%m%d}2359]"
    return {
        "search_query": f"({query}) AND {days}",
        "start": "0",
        "max_results": str(MOST),
        "sortBy": "submittedDate",
        "sortOrder": "descending",
    }


def first_day(errand: Errand, query: str) -> date:
    """From which day on a query is asked: a week before its last file, or before today, but not before `since`."""
    days = held(errand.settings, folder_of(query), ".xml")
    since = errand.wanted.since
    if since and not days:
        return since
    return max((days[-1] if days else errand.today) - _OVERLAP, since or date.min)


def ask(errand: Errand, journal: Journal) -> None:
    """Ask each query and write what is new."""
    queries = errand.wanted.arxiv
    for query in errand.progress.track(queries, "Asking arXiv", len(queries)):
        if not journal.is_down(SERVICE):
            _ask_query(errand, query, journal)


def _ask_query(errand: Errand, query: str, journal: Journal) -> None:
    path = path_of(query, errand.today)
    first = first_day(errand, query)
    url = errand.client.manners.arxiv
    answer = journal.ask(SERVICE, url, question(query, first, errand.today), path, feed_of)
    if answer is None:
        return
    feed = feed_of(answer.content)
    if feed.total > MOST:
        message = f"{feed.total:,} papers since {first} answer “{query}”; the newest {MOST:,} were taken."
        hint = "Make the query narrower, or `since` later."
        journal.report("update-too-many", Level.WARNING, message, path, hint)
    before = [
        ids for day in held(errand.settings, folder_of(query), ".xml") if (ids := _ids(errand, query, day))
    ]
    if set(feed.ids) <= set().union(*before):
        return
    if kept.held(errand.settings, path) is not None:
        today = _ids(errand, query, errand.today)
        if not today or not today <= set(feed.ids):
            message = "The new answer lacks what the file of today holds, so the file was left as it is."
            hint = (
                "Nothing need be done; to take the answer all the same, move the file away and update again."
            )
            journal.report("update-kept", Level.WARNING, message, path, hint)
            return
    journal.write(path, answer.content)


def _ids(errand: Errand, query: str, day: date) -> set[str]:
    """The ids that a file of ours holds; none when it was changed into something else."""
    try:
        return set(feed_of(kept.held(errand.settings, path_of(query, day)) or b"", 0).ids)
    except Unusable:
        return set()
