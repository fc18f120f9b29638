"""One build of a site at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import CannotGoOn, Level, Place, Problem

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows has no such lock; there two builds at once are at the owner's risk
    flock = None  # type: ignore[assignment]


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold the lock `file` meanwhile; the system frees it however we end. Raises CannotGoOn when held."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as stream:
        try:
            if flock is not None:
                flock(stream, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise CannotGoOn(
                Problem(
                    Level.ERROR,
                    "build-busy",
                    "Another build of this site is at work.",
                    Place(file.parent.parent.name),
                    "Wait for it to end, or end it, then build again.",
                )
            ) from None
        yield
