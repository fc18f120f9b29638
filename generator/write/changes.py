"""The single changes on the disk: a file put whole, and what is ours taken away."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from generator.write.paths import behind_a_link, folders

_TEMPORARY = ".papershelf-tmp-"


def put(root: Path, path: str, content: bytes) -> None:
    """Write a file under a name of its own, then rename it: a reader sees the old one or the new."""
    temporary = root / temporary_of(path)
    try:
        temporary.write_bytes(content)
    except FileNotFoundError:
        temporary.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
    temporary.replace(root / path)


def temporary_of(path: str) -> str:
    """The one name under which `path` may lie while it is written; so a leftover is known for certain."""
    folder, slash, _ = path.rpartition("/")
    return f"{folder}{slash}{_TEMPORARY}{hashlib.sha256(path.encode()).hexdigest()[:16]}"


def remove_leftovers(root: Path, paths: Iterable[str]) -> None:
    """Remove the temporary files that a killed build may have left for these paths."""
    found = {file.relative_to(root).as_posix() for file in root.rglob(f"{_TEMPORARY}*")}
    for path in paths if found else ():
        if temporary_of(path) in found and not behind_a_link(root, path):
            (root / temporary_of(path)).unlink(missing_ok=True)


def remove(root: Path, path: str, hashes: frozenset[str]) -> bool:
    """Remove a file whose content has one of the hashes; whether it is gone."""
    target = root / path
    if behind_a_link(root, path) or target.is_symlink() or not target.is_file():
        return False
    if hashlib.sha256(target.read_bytes()).hexdigest() not in hashes:
        return False  # changed by hand, so it is the owner's now
    target.unlink()
    return True


def remove_empty_folders(root: Path, known: Iterable[str], wanted: Iterable[str]) -> None:
    """Remove the empty folders above known paths that hold no wanted path."""
    kept = {up for path in wanted for up in folders(path)}
    for folder in sorted({up for path in known for up in folders(path)} - kept, reverse=True):
        place = root / folder
        if not behind_a_link(root, folder + "/x") and place.is_dir() and not any(place.iterdir()):
            place.rmdir()
