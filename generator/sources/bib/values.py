"""Values of BibTeX: in braces, in quotes, a number, or an abbreviation, joined by "#"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTHS: Mapping[str, str] = {name: name for name in _NAMES}  # predefined in every style
_LONGEST = 2_000  # characters that abbreviations may lend to one value; each may be made of others, doubled
_BARE = re.compile(r"[^\s{}\"#,=()%]+")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE = re.compile(r'\\.|[{}"]', re.DOTALL)


def expression(written: str, strings: Mapping[str, str]) -> tuple[str, str, tuple[str, ...]]:
    """The value at the beginning of `written`, what follows it, and abbreviations that `strings` lacks.

    An unknown abbreviation stands for itself. Where no value can be read, all of `written` is what follows.
    """
    parts: list[str] = []
    unknown: list[str] = []
    at, most = _skip(written, 0), _LONGEST
    if at == len(written):
        return "", "", ()
    while True:
        if written.startswith("{", at):
            end = _closing(written, at)
            parts.append(written[at + 1 : end])
        elif written.startswith('"', at):
            end = _quote(written, at)
            parts.append(written[at + 1 : end])
        elif found := _BARE.match(written, at):
            end = found.end() - 1
            word = found[0]
            lent = strings.get(word.lower(), word)
            most -= len(lent)
            parts.append(lent if most >= 0 else word)
            if word.lower() not in strings and not word.isdigit():
                unknown.append(word)
        else:
            end = -1
        if end < 0:
            return "", written, ()
        at = _skip(written, end + 1)
        if not written.startswith("#", at):
            return "".join(parts), written[at:], tuple(unknown)
        at = _skip(written, at + 1)


def _closing(text: str, at: int) -> int:
    """Where the brace at `at` is closed; -1 if it is not."""
    depth = 0
    for found in _BRACE.finditer(text, at):
        depth += (found[0] == "{") - (found[0] == "}")
        if depth == 0:
            return found.start()
    return -1


def _quote(text: str, at: int) -> int:
    r"""Where the quote at `at` ends. A quote within braces is one to print, and `\"` an accent."""
    depth = 0
    for found in _QUOTE.finditer(text, at + 1):
        depth += (found[0] == "{") - (found[0] == "}")
        if found[0] == '"' and depth <= 0:
            return found.start()
    return -1


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
