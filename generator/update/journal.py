"""What comes of an update while it runs; each step is kept at once, so that a break costs only what was under way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator import kept
from generator.config import Settings
from generator.fetch import Answer, Client, Unanswered, Validators
from generator.problems import Level, Place, Problem
from generator.progress import Progress
from generator.update import memory, validators
from generator.update.memory import Memory
from generator.update.wanted import Wanted

_ENOUGH = 3  # failures in a row after which a host is left alone


@dataclass(frozen=True, slots=True)
class Errand:
    """An update to be done: of which site, what for, on which day, and who asks."""

    settings: Settings
    wanted: Wanted
    today: date
    client: Client
    progress: Progress


class Journal:
    """Asks, writes and remembers; `problems` and `written` (files as the owner would type them) grow."""

    def __init__(self, errand: Errand) -> None:
        self.settings, self.today, self.client = errand.settings, errand.today, errand.client
        self.problems: list[Problem] = []
        self.written: dict[str, None] = {}
        self.answers = 0
        self.memory: Memory = memory.recall(errand.settings)
        self._failures: dict[str, int] = {}

    def is_down(self, service: str) -> bool:
        """Whether the service failed in a way that makes another question useless."""
        return self._failures.get(service, 0) >= _ENOUGH

    def ask(
        self,
        service: str,
        url: str,
        question: dict[str, str],
        path: str,
        check: Callable[[bytes], object],
        known: Validators | None = None,
    ) -> Answer | None:
        """The checked answer; None when there is none, which is reported at `path`, where it would have gone.

        Raises Unanswered only when the service knows of no such thing (404).
        """
        try:
            answer = self.client.get(url, question, check, known)
        except Unanswered as none:
            if none.missing and not question:
                self._answered(service)
                raise
            self._failures[service] = _ENOUGH if none.lasting else self._failures.get(service, 0) + 1
            self.report("update-failed", Level.ERROR, f"{none} Nothing was changed here.", path, _LATER)
            return None
        self._answered(service)
        return answer

    def write(self, path: str, content: bytes, given: Validators | None = None) -> None:
        """Put a listing at `path` below listings/; `given` are the validators of the answer that it is."""
        kept.keep(self.settings, path, content)
        self.written[kept.shown(self.settings, path)] = None
        if given is not None:
            validators.remember(self.settings, path, content, given)

    def remember(self, changed: Memory) -> None:
        """Keep what must not be asked again."""
        if changed != self.memory:
            self.memory = changed
            memory.remember(self.settings, changed, self.today)

    def report(self, code: str, level: Level, message: str, path: str, hint: str) -> None:
        """Something to look at, concerning the file at `path` below listings/."""
        self.problems.append(Problem(level, code, message, Place(kept.shown(self.settings, path)), hint))

    def _answered(self, service: str) -> None:
        self.answers += 1
        self._failures[service] = 0


_LATER = (
    "The next update asks again for what is missing. If it fails always, look at the network and at `update:` "
    "in mkdocs.yml."
)
