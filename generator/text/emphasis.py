"""Markdown emphasis that an author meant: `**Med**ical`, `*linearly*`, `***AGAP***`."""

from __future__ import annotations

import re

from generator.text import marks

# Strong may start or end inside a word, as initials of an acronym do; one star may not (A*, 3*3, R*CNN).
_STRONG = re.compile(r"(?<![*^_\\])\*\*(?![\s*])([^*]{0,299}[^\s*])\*\*(?!\*)")
_BOTH = re.compile(r"(?<![\w*])\*\*\*(?![\s*])([^*]{0,299}[^\s*])\*\*\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<!\w)_(\*\*[^*_]{1,200}\*\*)_(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w*)\]}^\\{$|])\*(?![\s*])([^*]{0,299}[^\s*(])\*(?![\w*])")


def read(text: str) -> str:
    """The text with marks in place of pairs of stars; stars that are no pair stay."""
    if "*" not in text:
        return text
    text = _UNDERLINED.sub(r"\1", text)
    text = _BOTH.sub(f"{marks.STRONG_ON}\\1{marks.STRONG_OFF}", text)
    text = _STRONG.sub(f"{marks.STRONG_ON}\\1{marks.STRONG_OFF}", text)
    return _EMPHASIS.sub(f"{marks.EMPHASIS_ON}\\1{marks.EMPHASIS_OFF}", text)
