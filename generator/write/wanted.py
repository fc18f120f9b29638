"""The files that are wanted, by path; collisions are found before anything is written, and all are named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator import manifest as ledger
from generator.model import File
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.write.paths import folders


def wanted_of(files: Iterable[File]) -> dict[str, bytes]:
    """Contents by path, sorted. Raises CannotGoOn when two files want one path or one leads out."""
    wanted: dict[str, bytes] = {}
    spelled: dict[str, str] = {}  # as a file system sees it that knows no case and one form of accents
    wrong: list[str] = []
    for file in files:
        same = unicodedata.normalize("NFC", file.path).casefold()
        if not ledger.is_safe(file.path):
            wrong.append(f"{file.path!r} is no path below the folder")
        elif same in spelled:
            wrong.append(f"{file.path} is wanted twice (the other is {spelled[same]})")
        else:
            spelled[same] = file.path
            wanted[file.path] = file.content
    above = {unicodedata.normalize("NFC", str(up)).casefold() for path in wanted for up in folders(path)}
    wrong += [
        f"{spelled[same]} is wanted as a file and as a folder" for same in sorted(above & spelled.keys())
    ]
    if wrong:
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "write-collision",
                "Nothing was written: " + "; ".join(wrong) + ".",
                Place("docs"),
                "Give one of them another name: a paper or topic in library/, or the file of a listing.",
            )
        )
    return dict(sorted(wanted.items()))
