"""Files in library/listings/: what lies there, and new ones put there whole."""

from __future__ import annotations

from pathlib import Path

from generator.config import Settings
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.write.changes import put
from generator.write.paths import behind_a_link


def folder(settings: Settings) -> Path:
    """Where listings lie."""
    return settings.library / "listings"


def shown(settings: Settings, path: str) -> str:
    """A path below listings/ as the owner would type it."""
    return settings.shown(folder(settings) / path)


def held(settings: Settings, path: str) -> bytes | None:
    """What the file at `path` below listings/ holds; None when there is none. Raises OSError."""
    try:
        return (folder(settings) / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def keep(settings: Settings, path: str, content: bytes) -> None:
    """Put a file at `path` below listings/, at once and whole. Raises CannotGoOn and OSError.

    Nothing is ever written through a link that leads elsewhere.
    """
    below = folder(settings).relative_to(settings.root).as_posix()
    whole = f"{below}/{path}"
    if behind_a_link(settings.root, whole) or (settings.root / whole).is_symlink():
        message = "A link or a file stands where a folder of the library should be; nothing was written."
        hint = "Put a folder in its place, then run the command again."
        raise CannotGoOn(Problem(Level.ERROR, "listings-link", message, Place(shown(settings, path)), hint))
    put(settings.root, whole, content)
