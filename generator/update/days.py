"""The days for which there is a file."""

from __future__ import annotations

from datetime import date

from generator import kept
from generator.config import Settings


def held(settings: Settings, folder: str, ending: str) -> list[date]:
    """The days of the files of a folder below listings/ that are named for a day and have the ending."""
    place = kept.folder(settings) / folder
    found = []
    for file in place.iterdir() if place.is_dir() else ():
        try:
            day = date.fromisoformat(file.name.removesuffix(ending))
        except ValueError:
            continue
        if file.name == f"{day.isoformat()}{ending}":
            found.append(day)
    return sorted(found)
