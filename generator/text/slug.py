"""Names for URLs."""

from __future__ import annotations

import re

from anyascii import anyascii

_REST = re.compile(r"[^a-z0-9]+")


def slug(text: str, limit: int = 80) -> str:
    """The text as `[a-z0-9-]`, at most `limit` characters, cut between words; empty when nothing is left."""
    whole = _REST.sub("-", anyascii(text).lower()).strip("-")
    if len(whole) <= limit:
        return whole
    cut = whole[: limit + 1].rfind("-")
    return whole[: cut if cut > 0 else limit].strip("-")
