"""A list of keywords at the end of an abstract is no sentence of it: it is set apart."""

from __future__ import annotations

import re

from generator.text import marks

_LABELLED = re.compile(
    rf"(?:\A|(?<=[.?!)\s{marks.ANY}]))[{marks.ANY}]?"
    rf"\\?(?:[Kk]ey ?[Ww]ords?(?: and [Pp]hrases)?|[Ii]ndex [Tt]erms?|KEYWORDS?|keywords)[{marks.ANY}]?"
    rf"\s?(?:[:—–{{]|--|- )[{marks.ANY}]?\s?"
    rf"(?P<list>[^.?!]{{3,600}}(?:\.[A-Za-z0-9][^.?!]{{0,100}})*)[.}}]?\s*\Z"
)
_LAST_SENTENCE = re.compile(r"[.?!][)\"”’]? +(?=[A-Z])")
_ITEM = re.compile(
    r"(?:[A-Z0-9][\w+.&/()'-]*|and|for|of|with|in|the|via|on|to|a|&)"
    r"(?: (?:[A-Z0-9(][\w+.&/()'-]*|and|for|of|with|in|the|via|on|to|a|&))*\Z"
)
_LONGEST = 600


def set_apart(text: str) -> tuple[str, tuple[str, ...]]:
    """The abstract without its keywords, and the keywords as listed.

    A list counts with its label ("Keywords: ...") or, without one, when it stands after the last full stop,
    has at least three items in title case, no verb's small letters, and no full stop of its own.
    """
    tail = text[-_LONGEST - 60 :]
    if ("eywords" in tail or "ey words" in tail or "ndex " in tail or "KEYWORD" in tail) and (
        found := _LABELLED.search(tail)
    ):
        items = _items(found["list"], r"[,;·•]|\s[-–—]\s")
        start = len(text) - len(tail) + found.start()
        if len(items) >= 2 and start > 0:
            return text[:start].rstrip(), items
    if text[-1:].isalnum() or text.endswith(")"):
        ends = [found.end() for found in _LAST_SENTENCE.finditer(tail)]
        if ends and tail.count(",", ends[-1]) >= 2:
            items = _items(tail[ends[-1] :], ",")
            if len(items) >= 3 and all(len(item.split()) <= 7 and _ITEM.match(item) for item in items):
                return text[: len(text) - len(tail) + ends[-1]].rstrip(), items
    return text, ()


def _items(listed: str, separator: str) -> tuple[str, ...]:
    parts = (re.sub(rf"[{marks.ANY}]", "", part).strip(" .;,") for part in re.split(separator, listed))
    return tuple(part for part in parts if part)
