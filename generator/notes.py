"""library/notes/<key>.md: the owner's own words on a paper, in Markdown, shown as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.config import Settings
from generator.keys import nearest
from generator.model import Paper
from generator.problems import Level, Place, Problem

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def load_notes(settings: Settings, papers: Mapping[str, Paper]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The notes by key of their paper, sorted by key; front matter is dropped.

    A note that belongs to no paper, or cannot be read, is reported and stays where it is.
    """
    folder = settings.library / "notes"
    notes: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        if file.name.startswith(".") or file.name.lower() == "readme.md":
            continue
        place = Place(settings.shown(file))
        if file.stem not in papers:
            problems.append(_no_paper(file.stem, place, papers))
            continue
        text, why = _text(file, settings.library)
        if why:
            hint = "Save it as UTF-8 text inside the library."
            problems.append(Problem(Level.ERROR, "note-unreadable", f"The note {why}.", place, hint))
        elif text:
            notes[file.stem] = text
    return notes, tuple(problems)


def _text(file: Path, library: Path) -> tuple[str, str]:
    """The note, or why there is none."""
    try:
        if not file.resolve(strict=True).is_relative_to(library.resolve()):
            return "", "is a link that leads out of the library"
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return "", f"is not UTF-8 (byte {error.start})"
    except OSError as error:
        return "", f"cannot be read ({error.strerror or error})"
    if "\0" in text:
        return "", "is not text"
    return _FRONT_MATTER.sub("", text, count=1).strip() if text.startswith("---") else text.strip(), ""


def _no_paper(stem: str, place: Place, papers: Mapping[str, Paper]) -> Problem:
    near = nearest(stem, papers)
    hint = "Name the file after the paper's key, the last part of its page's address."
    if near:
        hint = f"Rename it to one of: {', '.join(f'{key}.md' for key in near)}."
    return Problem(Level.WARNING, "note-without-paper", "No paper has this key.", place, hint)
