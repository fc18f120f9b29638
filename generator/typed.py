"""Paths and commands as a person can type them here."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def command() -> str:
    """The command as it can be typed again: a newcomer's `papershelf` lies in .venv/bin, on no path."""
    typed = Path(sys.argv[0])
    return str(typed) if typed.name == "papershelf" and not shutil.which("papershelf") else "papershelf"


def shown(path: Path) -> str:
    """The path as short as it can be typed from here."""
    try:
        short = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if short.startswith(f"..{os.sep}..") else short
