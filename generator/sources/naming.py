"""What a listing is called: in its URL, and by people."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.keys import RESERVED
from generator.text.slug import slug


def listing_names(paths: Iterable[PurePosixPath]) -> dict[PurePosixPath, str]:
    """A name for every path below listings/, unique and URL-safe, whatever the order of the paths.

    The name is the path without its ending; files that would share it get their endings too, and what
    is still alike, reserved or empty gets six hex digits of the SHA-256 of the path.
    """
    plain = {path: slug(path.with_suffix("").as_posix()) for path in paths}
    ended = {path: _apart(path, name, plain, slug(path.as_posix())) for path, name in plain.items()}
    return {path: _apart(path, name, ended, f"{name}-{_hash(path)}") for path, name in ended.items()}


def _apart(path: PurePosixPath, name: str, names: dict[PurePosixPath, str], other: str) -> str:
    taken = sum(1 for value in names.values() if value == name) > 1
    return (other or "listing") if taken or not name or name in RESERVED else name


def _hash(path: PurePosixPath) -> str:
    return hashlib.sha256(path.as_posix().encode("utf-8", "surrogateescape")).hexdigest()[:6]


def title_from_file(shown_file: str) -> str:
    """What people read: "bibliographic facts" for 004-bibliographic_facts.jsonl."""
    stem = PurePosixPath(shown_file).stem
    words = re.sub(r"^\d+[-_ ]+(?=\D)", "", stem).replace("-", " ").replace("_", " ").strip() or stem
    return words[0].upper() + words[1:]
