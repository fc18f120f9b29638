"""What must not be asked again and again, from one update to the next.

It lies beside the listings, as `.asked.json`, so that it goes into git with them: a scheduled run starts from a
fresh copy. Deleting it only costs questions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.config import Settings
from generator.kept import held, keep

FILE = ".asked.json"
PATIENCE = 30  # days until what was not found is asked for again


@dataclass(frozen=True, slots=True)
class Memory:
    """`days`: file of a day -> "unfinished" (asked before the day was over) or "empty".

    `lost`: what was asked for and not found, such as "arxiv:2401.01234" or "title:breadindex" -> the day.
    """

    days: Mapping[str, str] = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)

    def with_day(self, path: str, state: str) -> Memory:
        """The same, with what is known of a day; an empty state forgets it."""
        days = {**self.days, path: state}
        return Memory({name: known for name, known in days.items() if known}, self.lost)

    def with_lost(self, name: str, today: date) -> Memory:
        """The same, with something that was not found today."""
        return Memory(self.days, {**self.lost, name: today.isoformat()})

    def is_lost(self, name: str, today: date) -> bool:
        """Whether it was asked for lately, and not found."""
        try:
            return 0 <= (today - date.fromisoformat(self.lost[name])).days < PATIENCE
        except (KeyError, ValueError):
            return False


def recall(settings: Settings) -> Memory:
    """What is remembered; nothing where the file is missing or is not ours."""
    try:
        told = json.loads(held(settings, FILE) or b"{}")
        days, lost = (
            {str(key): value for key, value in told.get(name, {}).items() if isinstance(value, str)}
            for name in ("days", "lost")
        )
    except (ValueError, AttributeError, RecursionError):
        return Memory()
    return Memory(days, lost)


def remember(settings: Settings, memory: Memory, today: date) -> None:
    """Keep it for the next update; what may be asked for again is dropped."""
    lost = {name: day for name, day in memory.lost.items() if memory.is_lost(name, today)}
    told = {"days": dict(memory.days), "lost": lost}
    text = json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    content = text.encode("utf-8", "backslashreplace")
    before = held(settings, FILE)
    if content != before and (before is not None or memory.days or lost):
        keep(settings, FILE, content)
