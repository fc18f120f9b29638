"""How a check says what it found."""

from __future__ import annotations

from generator.problems import Level, Place, Problem

_HINT = "Build again; if it stays, this is a fault of Papershelf: please report it with this line."


def fault(code: str, message: str, file: str, hint: str = _HINT) -> Problem:
    """An error about a file as the owner would type it."""
    return Problem(Level.ERROR, code, message, Place(file), hint)
