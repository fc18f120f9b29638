"""The items of a JSON array, each with its line in the file; what is broken or cut off costs no other item.

The parser of the language gives no places, and loses a whole file for one slip. Here every item is read by
itself: those before a broken one and, where its end can be told, those after it are kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DECODER = json.JSONDecoder(strict=False)  # a line end within a string is what it seems
_BLANK = re.compile(r"[ \t\r\n]*")
_BETWEEN = re.compile(r"[ \t\r\n,]*")
_STRING = re.compile(r'[ \t\r\n]*"(?:[^"\\\n]|\\.)*"[ \t\r\n]*:[ \t\r\n]*')
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[\]{}]')
_MOST = 10_000  # broken items: the parser counts all lines before a fault anew, and such a file is no JSON
_CUT = "The list is not closed: the file seems to be cut short here."


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an array. `wrong` says what is wrong where there is no value, in a sentence.

    `entries` is how many items that costs: 1, or 0 where the file is cut off between two items.
    """

    line: int
    value: Any = None
    wrong: str = ""
    entries: int = 1


def value_at(text: str, *keys: str) -> int:
    """Where in `text` the value of text[keys[0]][keys[1]]… begins, if text is an object; -1 if it has none.

    Nothing behind that value needs to be whole. Without keys: where the text itself begins.
    """
    at = _blank(text, 0)
    for key in keys:
        at = _member(text, at, key)
        if at < 0:
            break
    return at


def items(text: str, at: int = 0) -> Iterator[Item]:
    """The items of the array that begins at `at`; a value that is no array is the one item there.

    A text that is one value after another, without brackets, is read as if these were there.
    A comma too many or too few between two items is overlooked. After very many broken items
    the rest of the file is one more.
    """
    at = _blank(text, at)
    array = text.startswith("[", at)
    alone = not text[:at].strip()
    line, counted = text.count("\n", 0, at) + 1, at
    at += array
    broken = 0
    while True:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # matches everywhere
        line, counted = line + text.count("\n", counted, at), at
        if at >= len(text):
            if array:
                yield Item(line, wrong=_CUT, entries=0)
            return
        if array and text[at] == "]":
            if alone and _blank(text, at + 1) < len(text):
                yield Item(line, wrong="After the end of the list the file goes on.", entries=0)
            return
        value, end, wrong = _decoded(text, at)
        yield Item(line, value, wrong)
        broken += bool(wrong)
        at = end if not wrong else max(at + 1, _next(text, at)) if broken < _MOST else len(text)
        if not array and not alone:
            return


def _decoded(text: str, at: int) -> tuple[Any, int, str]:
    try:
        return *_DECODER.raw_decode(text, at), ""
    except json.JSONDecodeError as error:
        if _blank(text, error.pos) >= len(text):
            return None, at, "The file is cut short within this entry."
        return None, at, f"It is not JSON: {error.msg}, in line {error.lineno} at character {error.colno}."
    except (ValueError, RecursionError):  # a number of thousands of digits, or thousands of brackets
        return None, at, "It is not JSON that can be read: it is too large or too deep."


def _next(text: str, at: int) -> int:
    """Where to go on after the broken item at `at`.

    That is the next line that begins as its own does or as an object, or where its brackets close, or the
    end of the text.
    """
    start = text.rfind("\n", 0, at) + 1
    if not text[start:at].strip():
        found = [text.find(f"\n{text[start:at]}{sign}", at) for sign in (text[at], "{")]
        if following := [place for place in found if place >= 0]:
            return min(following)
    depth = 0
    for token in _TOKEN.finditer(text, at):
        depth += (token[0] in ("{", "[")) - (token[0] in ("}", "]"))
        if depth <= 0:
            # the bracket that closes the array itself is left to be found
            end = token.end() if depth == 0 else token.start()
            return end if text.startswith((",", "]", "{"), _blank(text, end)) else len(text)
    return len(text)


def _member(text: str, at: int, key: str) -> int:
    if not text.startswith("{", at):
        return -1
    at += 1
    while name := _STRING.match(text, _BETWEEN.match(text, at).end()):  # type: ignore[union-attr]
        at = name.end()
        if _decoded(text, text.index('"', name.start()))[0] == key:
            return at
        _, at, wrong = _decoded(text, at)
        if wrong:
            break
    return -1


def _blank(text: str, at: int) -> int:
    return _BLANK.match(text, at).end()  # type: ignore[union-attr]  # matches everywhere
