"""Quotation marks as TeX writes them, turned into those that a reader knows."""

from __future__ import annotations

import re

_OPEN_QUOTES = re.compile(r"``|''|\"")
_SINGLE_QUOTES = re.compile(r"(?<![\w`'])`([^\s`'](?:[^`']{0,98}[^\s`'])?)'(?![\w'])")


def read(text: str) -> str:
    """``x'' is “x”; a quotation opened by one straight mark is closed by one: "x'' is "x"."""
    if "`" not in text and "''" not in text:
        return text
    open_mark = ""

    def turn(found: re.Match[str]) -> str:
        nonlocal open_mark
        mark, before, after = (
            found[0],
            text[max(0, found.start() - 1) : found.start()],
            text[found.end() : found.end() + 1],
        )
        starts = (not before or before in " ([{-–—/") and after not in ("", " ")
        if mark == '"':
            if open_mark == "“" and not starts:  # opened by ``
                open_mark = ""
                return "”"
            open_mark = "" if open_mark else '"'
            return mark
        if mark == "``" or (starts and not open_mark):
            open_mark = "“"
            return "“"
        closing = {"“": "”", '"': '"'}.get(open_mark, "''")
        open_mark = ""
        return closing

    text = _OPEN_QUOTES.sub(turn, text) if "``" in text or "''" in text else text
    return _SINGLE_QUOTES.sub(r"‘\1’", text) if "`" in text else text
