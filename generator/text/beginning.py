"""The first words of a text, where there is no room for all of it."""

from __future__ import annotations


def beginning(text: str, limit: int) -> str:
    """The first words of a text, in at most `limit` characters, with an ellipsis where it goes on."""
    if len(text) <= limit:
        return text
    place = text.rfind(" ", 0, limit)
    return text[: place if place > limit // 2 else limit - 1].rstrip(" ,;:.–—-") + "…"
