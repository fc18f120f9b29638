"""What a listing is called: in its URL, and by people."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from generator.keys import RESERVED
from generator.text.slug import slug


def listing_names(paths: Iterable[PurePosixPath]) -> dict[PurePosixPath, str]:
    """A name for every path below listings/, unique and URL-safe, whatever the order of the paths.

    The name is the path without its ending; files that would share it get their endings too, and what
    is still alike, reserved or empty gets six hex digits of the SHA-256 of the path.
    """
    plain = {path: slug(path.with_suffix("").as_posix()) for path in paths}
    ended = _apart(plain, lambda path, _: slug(path.as_posix()))
    return _apart(ended, lambda path, name: f"{name}-{_hash(path)}")


def _apart(
    names: dict[PurePosixPath, str], other: Callable[[PurePosixPath, str], str]
) -> dict[PurePosixPath, str]:
    """The names, and another for each that is taken, reserved or empty."""
    often = Counter(names.values())
    return {
        path: (other(path, name) or "listing") if often[name] > 1 or not name or name in RESERVED else name
        for path, name in names.items()
    }


def _hash(path: PurePosixPath) -> str:
    return hashlib.sha256(path.as_posix().encode("utf-8", "surrogateescape")).hexdigest()[:6]


def title_from_file(shown_file: str) -> str:
    """What people read: "bibliographic facts" for 004-bibliographic_facts.jsonl."""
    stem = PurePosixPath(shown_file).stem
    words = re.sub(r"^\d{1,3}[-_ ]+(?=\D)", "", stem).replace("-", " ").replace("_", " ").strip() or stem
    return words[0].upper() + words[1:]
