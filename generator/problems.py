"""What a person should look at: a bad input is a value, and "cannot go on" is the one exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CLEAN, PROBLEMS, CANNOT = 0, 1, 2  # exit codes: nothing to do, something to look at, cannot go on


class Level(StrEnum):
    """How much a problem matters. Errors and warnings make the exit code 1; notes never do."""

    ERROR = "error"  # something of the owner's is not shown: an entry, a note, a page
    WARNING = "warning"  # all is shown, but something looks wrong
    NOTE = "note"  # for the owner to decide, or just to know: a near miss, a hidden paper


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file as the owner would type it (relative to the site), and a line from 1.

    Line 0 means the file as a whole.
    """

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at.

    `code` is permanent (people search for it), `message` says what happened in one sentence, `hint`
    says what to do. `entries` is how many entries of a listing this problem cost: for each listing,
    entries read = records + the sum of `entries` over its problems.
    """

    level: Level
    code: str
    message: str
    place: Place
    hint: str = ""
    entries: int = 0

    def sort_key(self) -> tuple[int, Place, str, str]:
        """Errors first, then by place, so that the list reads from what to do first."""
        return (list(Level).index(self.level), self.place, self.code, self.message)


class CannotGoOn(Exception):
    """The build cannot go on; carries the problem to show. Exit code 2."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
