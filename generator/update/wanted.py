"""What the owner wants to be asked for: `extra: papershelf: update:` in mkdocs.yml.

update:
  since: 2026-05-01          # the first day to ask for; without it, the day of the first update
  daily_papers: true         # the Daily Papers of every day
  arxiv: ["cat:cs.CL AND abs:merging"]   # queries in arXiv's own language
  complete: true             # authors, year and ids of papers that lack them
  contact: me@example.org    # where whoever runs a service can reach you
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.config import CONFIG, Settings
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.sources.identifiers import clean_url

KNOWN = ("since", "daily_papers", "arxiv", "complete", "contact")
_LONGEST = 1_000  # characters of a query


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to ask for. `since` is the first day, None when the owner names none."""

    since: date | None = None
    daily_papers: bool = False
    arxiv: tuple[str, ...] = ()
    complete: bool = False
    contact: str = ""

    def __bool__(self) -> bool:
        return bool(self.daily_papers or self.arxiv or self.complete)


def wanted(settings: Settings) -> Wanted:
    """What the settings say. Raises CannotGoOn when they say something else."""
    told = settings.update
    for name in told:
        if name not in KNOWN:
            raise _wrong(str(name), "is not a setting", f"Known names: {', '.join(KNOWN)}.")
    queries = told.get("arxiv") or []
    if not isinstance(queries, list) or not all(_is_query(query) for query in queries):
        raise _wrong("arxiv", "must be a list of queries", 'Such as: arxiv: ["cat:cs.CL AND abs:merging"]')
    return Wanted(
        since=_day(told.get("since")),
        daily_papers=_flag("daily_papers", told.get("daily_papers")),
        arxiv=tuple(dict.fromkeys(" ".join(query.split()) for query in queries)),
        complete=_flag("complete", told.get("complete")),
        contact=_contact(told.get("contact")) or next(filter(None, map(_contact, _addresses(settings))), ""),
    )


def _addresses(settings: Settings) -> tuple[str, str]:
    return clean_url(settings.repo_url), clean_url(settings.site_url)


def _is_query(query: Any) -> bool:
    return isinstance(query, str) and query.isprintable() and 0 < len(query.strip()) <= _LONGEST


def _flag(name: str, value: Any) -> bool:
    if value is not None and not isinstance(value, bool):
        raise _wrong(name, "must be true or false", f"Such as: {name}: true")
    return value is True


def _day(value: Any) -> date | None:
    try:
        day = date.fromisoformat(str(value)) if value is not None else None
        if day is None or date(1991, 8, 14) <= day < date(2200, 1, 1):  # before that day there was no arXiv
            return day
    except ValueError:
        pass
    raise _wrong("since", "must be a day", "Such as: since: 2026-05-01")


def _contact(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or not value.isascii() or not value.isprintable() or len(value) > 200:
        raise _wrong("contact", "must be one address in plain letters", "Such as: contact: me@example.org")
    return value.strip()


def _wrong(name: str, why: str, hint: str) -> CannotGoOn:
    message = f"`extra: papershelf: update: {name}:` {why}."
    return CannotGoOn(Problem(Level.ERROR, "config-wrong", message, Place(CONFIG), hint))
