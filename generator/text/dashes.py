"""Hyphens in pairs and threes, turned into the dashes that they stand for."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.text import marks

_M = marks.ANY

_EM_DASH = re.compile(r" ?(?<!-)---(?!-) ?")
_SPACED_DASH = re.compile(rf"(?<=[\w.,;:!?%)\]”’\"'{_M}]) ?--(?!-) (?=\S)")
_LEFT_DASH = re.compile(rf"(?<=[\w.,;:!?%)\]”’\"'{_M}]) --(?=[A-Z])(?![A-Z-]+\b)")
_TIGHT_DASH = re.compile(rf"(?P<left>[\w.%)\]”’\"'{_M}])(?<!-)--(?=(?P<right>[\w(\[“‘\"'{_M}$]))")
_BREAK_WORD = re.compile(
    r"(?:and|as|at|but|by|for|from|he|however|i|if|in|including|is|it|namely|no|not|often|one|or|our|she|so|such|that"
    r"|the|their|there|these|they|this|to|we|what|when|where|which|while|who|with|without|yet|you)\b"
)


def read(text: str) -> str:
    """A spaced double hyphen is a spaced en dash; a tight one is a range, a pair of names, or a break."""
    if "--" not in text:
        return text
    if "---" in text:
        text = _EM_DASH.sub(
            lambda found: " — " if found[0].startswith(" ") and found[0].endswith(" ") else "—", text
        )
    text = _SPACED_DASH.sub(" – ", text)
    text = _LEFT_DASH.sub(" – ", text)
    breaks = [found.start() for found in _TIGHT_DASH.finditer(text)]
    if not breaks:
        return text
    near = {
        at
        for first, second in pairwise(breaks)
        if second - first < 300 and ". " not in text[first:second]
        for at in (first, second)
    }

    def turn(found: re.Match[str]) -> str:
        left, right = found["left"], found["right"]
        if left.isdigit() and right.isdigit():
            return left + "–"
        word_before = re.search(r"\w+\Z", text[max(0, found.start() - 30) : found.end() - 2])
        if right.isupper() and word_before and word_before[0][0].isupper():
            return left + "–"
        breaks_off = found.start() in near or left in ")]”’\"'" or _BREAK_WORD.match(text, found.end())
        return left + ("—" if breaks_off else "–")

    return _TIGHT_DASH.sub(turn, text)
