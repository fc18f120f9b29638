"""What stands at the wanted paths already: ours to change, or the owner's and in the way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.manifest import Manifest
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.write.paths import behind_a_link, folders

HOME = "index.md"  # a home page written by hand is a choice, not an accident
SHOWN = 3  # files named when there are many


def compare(wanted: Mapping[str, bytes], root: Path, known: Manifest) -> tuple[list[str], list[str]]:
    """The paths to write, and the paths where something stands that we do not know."""
    changed: list[str] = []
    foreign: list[str] = []
    blocked = {
        folder
        for folder in {up for path in wanted for up in folders(path)}
        if (root / folder).is_symlink() or ((root / folder).exists() and not (root / folder).is_dir())
    }
    for path, content in wanted.items():
        target = root / path
        if blocked and not blocked.isdisjoint(folders(path)):
            foreign.append(path)
            continue
        try:
            if target.is_symlink():
                foreign.append(path)
            elif (there := target.read_bytes()) != content:
                is_ours = hashlib.sha256(there).hexdigest() in known.files.get(path, ())
                (changed if is_ours else foreign).append(path)
        except FileNotFoundError:
            changed.append(path)
        except IsADirectoryError:
            foreign.append(path)
    return changed, foreign


def moved_aside(foreign: Iterable[str], root: Path, aside: Path) -> list[str]:
    """Move what stands at the paths below `aside`, under free names; returns the paths. Raises CannotGoOn."""
    moved = []
    for path in foreign:
        target = root / path
        if behind_a_link(root, path):
            raise CannotGoOn(
                Problem(
                    Level.ERROR,
                    "write-behind-link",
                    "A link, or a file, stands where a folder is needed.",
                    Place(f"{root.name}/{path}"),
                    "Move it away by hand.",
                )
            )
        place, number = aside / root.name / path, 1
        while place.exists() or place.is_symlink():
            number += 1
            place = (aside / root.name / path).with_name(f"{target.name}.{number}")
        place.parent.mkdir(parents=True, exist_ok=True)
        target.rename(place)
        moved.append(path)
    return moved


def problems_of(foreign: list[str], root: Path, known: Manifest) -> Iterable[Problem]:
    """What to tell the owner of the paths where a file of theirs was kept."""
    if HOME in foreign:
        yield Problem(
            Level.NOTE,
            "write-own-home",
            "This home page is yours, so none is made.",
            Place(f"{root.name}/{HOME}"),
            "To have the generated one, move it away.",
        )
    others = [path for path in foreign if path != HOME]
    if len(others) > SHOWN:
        yield Problem(
            Level.ERROR,
            "write-in-the-way",
            f"{len(others)} files stand where pages are made, and are not known as made by Papershelf:"
            f" {', '.join(others[:SHOWN])} …",
            Place(root.name),
            "`papershelf build --replace` moves them all to replaced/ and puts the pages in their place.",
        )
        return
    for path in others:
        edited = path in known.files
        yield Problem(
            Level.ERROR,
            "write-in-the-way",
            "This page was changed by hand; your text is kept, and the page is no longer made."
            if edited
            else "Your own file stands where a page is made; it is kept, and the page is not made.",
            Place(f"{root.name}/{path}"),
            "`papershelf build --replace` moves it to replaced/; your own words belong into library/notes/.",
        )
