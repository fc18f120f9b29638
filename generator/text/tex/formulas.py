"""Formulas: what stands between dollar signs, unless these are prices, or between `\\(` and `\\)`."""

from __future__ import annotations

import re

from generator.text import marks
from generator.text.tex.arguments import DEEPEST, Arguments

_MATHS_SIGN = re.compile(r"[\\^_{}=<>]|[\u0370-\u03ff]")
_PROSE_WORD = re.compile(r"[A-Za-z]{3,}\b(?!\()")
_EATEN_WHOLE = {" imes": "×", " o": "→"}  # $\times$ whose "\t" became a tab, and that a space
_LONGEST_FORMULA = 600


class Formulas(Arguments):
    """Finds the end of a formula and reads what is in it."""

    def dollar(self, at: int, end: int, maths: bool, depth: int) -> tuple[str, int]:
        """`$...$` as maths when it looks like maths; prices stay."""
        width = 2 if self.text.startswith("$$", at) else 1
        if maths or depth >= DEEPEST:
            return ("" if maths else "$" * width), at + width
        close = self.text.find("$" * width, at + width, min(end, at + _LONGEST_FORMULA))
        while close > 0 and self.text[close - 1] == "\\":
            close = self.text.find("$" * width, close + 1, min(end, at + _LONGEST_FORMULA))
        if close > 0 and (eaten := _EATEN_WHOLE.get(self.text[at + width : close])):
            return eaten, close + width
        if close > 0 and _is_maths(
            self.text[at + width : close], self.text[close + width : close + width + 1]
        ):
            return self.span(at + width, close, True, depth + 1).strip(), close + width
        return "$" * width, at + width

    def delimited(self, at: int, end: int, maths: bool, depth: int) -> tuple[str, int] | None:
        r"""`\(...\)` and `\[...\]`."""
        closing = "\\)" if self.text[at + 1] == "(" else "\\]"
        close = self.text.find(closing, at + 2, min(end, at + _LONGEST_FORMULA))
        if close < 0 or maths or depth >= DEEPEST:
            return None
        return self.span(at + 2, close, True, depth + 1).strip(), close + 2


def _is_maths(inside: str, follower: str) -> bool:
    """Is this what stands between two dollar signs of a formula, or between two prices?"""
    if not inside.strip() or marks.EMPHASIS_ON in inside:
        return False
    has_sign = _MATHS_SIGN.search(inside)
    if has_sign and "\\" in inside:
        return True
    if inside[0] == " " or inside[-1] == " " or follower.isdigit():
        return False
    words = len(_PROSE_WORD.findall(inside))
    return words <= 1 and len(inside) < 200 if has_sign else words == 0 and len(inside) <= 40
