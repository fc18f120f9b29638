"""data/changes.json: which papers came, changed and went since the build before, for who follows the data.

Each paper has a hash of its line in the catalogue. The file of the last build, still in docs/, tells what was
before; when no paper is different, what it said of changes stays, so that building again changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.as_json import lines_of
from generator.config import Settings
from generator.model import File, Library

PATH = "data/changes.json"
_HEX = 16  # digits of a SHA-256


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The hashes of all papers, and the keys of those that are new, different or gone."""
    hashes = {key: _hash(line) for key, line in lines_of(library).items()}
    told = changes(_before(settings.docs / PATH), hashes)
    yield File(PATH, (json.dumps(told, indent=1) + "\n").encode())


def changes(before: dict[str, Any], hashes: dict[str, str]) -> dict[str, Any]:
    """What the file says, from what it said before ({} when there was none) and the hashes by key."""
    known = before.get("papers", {})
    if before and known == hashes:
        return before
    return {
        "added": sorted(hashes.keys() - known.keys()),
        "changed": sorted(key for key in hashes.keys() & known.keys() if hashes[key] != known[key]),
        "removed": sorted(known.keys() - hashes.keys()),
        "papers": hashes,
    }


def _before(file: Path) -> dict[str, Any]:
    """The last file; {} when there is none, or none that can be read."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    lists = ("added", "changed", "removed")
    whole = isinstance(told, dict) and told.keys() == {*lists, "papers"} and isinstance(told["papers"], dict)
    return told if whole and all(isinstance(told[name], list) for name in lists) else {}


def _hash(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()[:_HEX]
