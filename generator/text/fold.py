"""Text for comparing: titles that differ only in spelling marks are one."""

from __future__ import annotations

import re

from anyascii import anyascii

_REST = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Letters and digits in ASCII, case folded, single spaces between words."""
    return _REST.sub(" ", anyascii(text).casefold()).strip()
