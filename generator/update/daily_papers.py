"""The Daily Papers of every day, from the API of Hugging Face: a file for each day, as it was answered."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

from generator import kept
from generator.fetch import Answer, Unusable
from generator.problems import Level
from generator.update import validators
from generator.update.answers import json_of
from generator.update.days import held
from generator.update.journal import Errand, Journal

SERVICE = "Daily Papers"
FOLDER = "daily-papers"
_PAGE = 100  # papers that a page can hold; it may hold fewer, so a page half full may have a next one
_MOST = 20  # pages of a day
_SETTLED = 7  # days after which a day without papers will get none
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}(?:/\d{7})?")


def path_of(day: date) -> str:
    """Where the papers of a day lie, below listings/."""
    return f"{FOLDER}/{day.isoformat()}.json"


def days(errand: Errand, journal: Journal) -> list[date]:
    """The days to ask for, in order: those that have no file, or were not over when last asked for.

    The first is the owner's `since`, else the first day that has a file, else today.
    """
    there = held(errand.settings, FOLDER, ".json")
    known = journal.memory.days
    first = errand.wanted.since or min(there, default=errand.today)
    every = (first + timedelta(number) for number in range((errand.today - first).days + 1))
    return [
        day
        for day in every
        if known.get(path_of(day)) == "unfinished"
        or (day not in there and known.get(path_of(day)) != "empty")
    ]


def ask(errand: Errand, journal: Journal) -> None:
    """Ask for each day and write what is new."""
    wanted = days(errand, journal)
    for day in errand.progress.track(wanted, "Asking Daily Papers", len(wanted)):
        if not journal.is_down(SERVICE):
            _ask_day(day, journal)


def papers_of(content: bytes, day: date | None = None) -> list[str]:
    """The ids of the papers of an answer; none for a day without papers. Raises Unusable.

    Every entry must be whole, and one of them of the day.
    """
    entries = json_of(content)
    if not isinstance(entries, list):
        raise Unusable("it is no list of papers")
    ids = [_id_of(entry, number) for number, entry in enumerate(entries, start=1)]
    told = {str(entry["paper"].get("submittedOnDailyAt") or "")[:10] for entry in entries} - {""}
    if day and told and day.isoformat() not in told:
        raise Unusable(f"it tells of another day ({min(told)})")
    return ids


def _id_of(entry: Any, number: int) -> str:
    paper = entry.get("paper") if isinstance(entry, dict) else None
    if not isinstance(paper, dict):
        raise Unusable(f"its entry {number} is no paper")
    title, name = paper.get("title"), paper.get("id")
    if not isinstance(name, str) or not _ID.fullmatch(name) or ".." in name:
        raise Unusable(f"its entry {number} has no id, or one that is none")
    if not isinstance(title, str) or not title.strip():
        raise Unusable(f"its entry {number} has no title")
    return name


def _ask_day(day: date, journal: Journal) -> None:
    path = path_of(day)
    old = kept.held(journal.settings, path)
    answer = _whole_day(day, path, old, journal)
    if answer is None:
        return
    ids = [] if answer.unchanged else papers_of(answer.content, day)
    if old is not None and not answer.unchanged and (why := _lacks(ids, old)):
        hint = "Nothing need be done; to take the answer all the same, move the file away and update again."
        message = f"The new answer for this day {why}, so the file was left as it is."
        journal.report("update-kept", Level.WARNING, message, path, hint)
        return
    state = "unfinished" if day >= journal.today and (ids or old is not None) else ""
    if not ids and old is None and (journal.today - day).days >= _SETTLED:
        state = "empty"
    if state:  # before the file is there, so that a break cannot make the day look finished
        journal.remember(journal.memory.with_day(path, state))
    if ids and answer.content != old:
        journal.write(path, answer.content, answer.validators)
    journal.remember(journal.memory.with_day(path, state))


def _lacks(ids: list[str], old: bytes) -> str:
    """Why an answer must not take the place of the one that we hold; empty when it may."""
    try:
        lost = set(papers_of(old)) - set(ids)
    except Unusable:
        return "would replace a file that is no answer of the API"
    return f"lacks {len(lost)} of the papers that the file holds" if lost else ""


def _whole_day(day: date, path: str, old: bytes | None, journal: Journal) -> Answer | None:
    """The answer for a day as it came; if it has several pages, their entries in one list."""
    pages: list[Answer] = []
    seen: set[str] = set()
    while len(pages) < _MOST:
        question = {"date": day.isoformat(), "limit": str(_PAGE), "p": str(len(pages))}
        known = None if pages else validators.known(journal.settings, path, old)
        url = journal.client.manners.daily_papers
        answer = journal.ask(SERVICE, url, question, path, lambda content: papers_of(content, day), known)
        if answer is None or answer.unchanged:
            return answer
        ids = papers_of(answer.content, day)
        if pages and seen.issuperset(ids):  # nothing more, or a service that knows no pages
            break
        pages.append(answer)
        seen.update(ids)
        if len(ids) <= _PAGE // 2:
            break
    if len(pages) == 1:
        return pages[0]
    entries = (json.dumps(entry) for page in pages for entry in json_of(page.content))
    return Answer(("[\n" + ",\n".join(entries) + "\n]\n").encode())
