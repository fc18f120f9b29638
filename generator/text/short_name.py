"""The name by which a paper is called."""

from __future__ import annotations

import re

_COINED = re.compile(r"^(?=.*(?:[a-z][A-Z]|[A-Z]{2}|\d|[A-Z][a-z]*-))\S+(?: \S+){0,2}$")


def short_name(title: str) -> str:
    """The coined name before the colon ("LoRAM" of "LoRAM: ..."), or empty when there is none."""
    head, colon, _ = title.partition(":")
    return head.strip() if colon and _COINED.match(head.strip()) else ""
