"""Text in XML: what XML 1.0 forbids (production 2) becomes a space, what has a meaning there is escaped."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """As the text of an element."""
    return escape(_FORBIDDEN.sub(" ", value))


def quoted(value: str) -> str:
    """As the value of an attribute, with its quotes."""
    return quoteattr(_FORBIDDEN.sub(" ", value))
