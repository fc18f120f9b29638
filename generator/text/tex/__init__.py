"""TeX as people leave it in titles and abstracts, read into plain Unicode with marks for styles.

Reads commands, groups, exponents, accents and `$...$`. What it does not know it leaves as written. One pass;
the time is linear in the length of the text.
"""

from __future__ import annotations

import re

from generator.text.tex.spans import Spans

_TROUBLE = re.compile(r"[\\$^_{}~]")


def read(text: str) -> str:
    """The text with its TeX typeset. Raises nothing: whatever is not understood stays."""
    return Spans(text).span(0, len(text), False, 0) if _TROUBLE.search(text) else text
