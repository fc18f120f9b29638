"""White space and characters that must never reach a page."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls, what turns the direction of reading, what nobody sees, lone surrogates (they cannot
# be written as UTF-8), and noncharacters with the private planes (this package marks styles with them).
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)

# What a program makes of "\times" when it takes "\t" for a tab. The rest of the name tells.
_EATEN = re.compile(
    "\t(?=imes|heta|ilde|ext(?:bf|it|tt|rm)?\\{)|\x0c(?=rac\\{)|\x08(?=eta|oldsymbol)|\x07(?=lpha|pprox)"
    "|\x0b(?=ec\\{|arepsilon|arphi)|\r(?=ho\\b|ight)"
)
_LETTER = {"\t": "\\t", "\x0c": "\\f", "\x08": "\\b", "\x07": "\\a", "\x0b": "\\v", "\r": "\\r"}


def tidy(raw: str, limit: int) -> str:
    """The text on one line, single-spaced, in NFC, without characters that are not for reading.

    At most `limit` characters remain: what is longer is cut between words and ends in an ellipsis.
    """
    if not raw.isascii():
        raw = unicodedata.normalize("NFC", raw)
    if len(raw) > 4 * limit:  # nobody's abstract; bounds the work below
        raw = raw[: 4 * limit]
    text = readable(raw)
    if len(text) > limit:
        cut = text.rfind(" ", limit // 2, limit)
        text = text[: cut if cut > 0 else limit - 1].rstrip() + "…"
    return text


def readable(text: str) -> str:
    """The text on one line, single-spaced, without characters that are not for reading."""
    return " ".join(_UNWANTED.sub("", text).split())


def give_back_eaten_backslashes(raw: str) -> str:
    """`<tab>imes` is what is left of `\\times` after a careless program; the same for five other controls."""
    return _EATEN.sub(lambda match: _LETTER[match[0]], raw)
