"""Fingerprints of files and folders: what tells, without comparing, that something has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path


def contents(folder: Path) -> str:
    """A hash over the names and contents of all files below `folder`."""
    digest = hashlib.sha256()
    for path in sorted(Path(path) for path, _ in _stats(str(folder))):
        digest.update(os.fsencode(path.relative_to(folder)) + b"\0" + _content(path))
    return digest.hexdigest()


def times(folder: Path) -> str:
    """A hash over the names, sizes and times (to the nanosecond) of all files below `folder`."""
    digest = hashlib.sha256()
    for path, stat in sorted(_stats(str(folder))):
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def times_of_file(file: Path) -> str:
    """Size and time of one file; empty when there is none."""
    try:
        stat = file.stat()
    except OSError:
        return ""
    return f"{stat.st_size}\0{stat.st_mtime_ns}"


def _content(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError as error:  # whoever needs the file says so; here it only must not look like another day
        return type(error).__name__.encode()


def _stats(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name == "__pycache__":
                continue
            yield from _stats(entry.path)
        elif entry.is_file():
            yield entry.path, entry.stat()
