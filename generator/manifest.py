"""Which files are ours: a small ledger, written before and after the files themselves."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

# Names that every file system keeps apart and none gives a meaning of its own.
_PART = re.compile(r"[^\x00-\x1f\x7f\\/:*?\"<>|]{1,200}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Paths below a folder, each with the SHA-256 hashes of the contents by which we know it as ours.

    `finished` is False while files are being written: then a path may hold an old or a new content, and a
    temporary file may lie beside it.
    """

    files: Mapping[str, frozenset[str]] = field(default_factory=dict)
    finished: bool = True


def is_safe(path: str) -> bool:
    """Whether `path` is a plain relative path that stays below its folder on every system."""
    parts = path.split("/")
    return all(_PART.fullmatch(part) and part not in (".", "..") and part[-1] not in " ." for part in parts)


def load(file: Path) -> Manifest:
    """Read a manifest. A missing or damaged one knows nothing: then nothing is removed or overwritten."""
    try:
        raw = json.loads(file.read_bytes())
        files = {
            str(path): frozenset(str(value) for value in hashes if _HASH.fullmatch(str(value)))
            for path, hashes in raw["files"].items()
            if is_safe(str(path))
        }
        return Manifest(files, raw["finished"] is True)
    except (
        FileNotFoundError,
        NotADirectoryError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ):
        return Manifest(finished=False)


def save(file: Path, manifest: Manifest) -> None:
    """Replace the manifest at once and for good: it must be on the disk before what it speaks of changes."""
    text = json.dumps(
        {
            "finished": manifest.finished,
            "files": {path: sorted(manifest.files[path]) for path in sorted(manifest.files)},
        },
        indent=0,
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(file.name + ".new")
    with new.open("wb") as stream:
        stream.write(text.encode())
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(file)
