"""What went wrong outside of what is read: the system's refusals, and our own mistakes."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from generator.problems import Level, Place, Problem
from generator.typed import shown


def of_system(error: OSError) -> Problem:
    """The problem for what the system refused."""
    return Problem(
        Level.ERROR,
        "system",
        f"The system refused: {error.strerror or error}.",
        Place(shown(Path(os.fsdecode(error.filename))) if error.filename else "papershelf"),
        "Look at the permissions of the file and at the space on the disk, then run the command again.",
    )


def of_ours(error: Exception) -> Problem:
    """The problem for an exception that should not have been."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Problem(
        Level.ERROR,
        "fault",
        f"This is a fault of Papershelf: {type(error).__name__}: {error}.",
        Place(shown(Path(frame.filename)), frame.lineno or 0),
        "Please report this line; PAPERSHELF_DEBUG=1 in the environment shows all of it.",
    )
