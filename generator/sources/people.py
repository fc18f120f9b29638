"""Authors as tables and JSON have them: a list, objects, or one text of several names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.sources import latex
from generator.sources.inline_html import without_tags
from generator.sources.names import in_reading_order, joined

_ET_AL = re.compile(r"[,;]?\s*(?:\bet\s+al\b\.?|\band\s+others\b|…|\.\.\.)\s*\Z", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and|&)\s+")
_MARKS = re.compile(
    r"(?<=\w)[*†‡§¶]+|(?<=[a-z])\d(?:,\d)*\Z"
)  # "Ada Fern*", "Bo Loaf1,2": footnotes of a title page
_WHOLE = ("name", "fullname", "literal", "author", "displayname")
_GIVEN = ("given", "first", "firstname", "givenname")
_FAMILY = ("family", "last", "lastname", "familyname", "surname")
_NOBODY = frozenset(
    ["", "anonymous", "anonymous authors", "unknown", "n/a", "na", "none", "nan", "-", "null"]
)


def people(value: object) -> tuple[list[str], bool]:
    """Names in reading order, and whether the source says that more are missing ("et al.").

    One text is divided at ";" or "|" or line ends; else at "and" and the commas before it; else at commas,
    when each part has several words. "Fern, Ada" is one name, and what cannot be told is left whole.
    """
    if isinstance(value, str):
        bare = _ET_AL.sub("", value)
        return _named(_divided(bare)), bare != value
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return [], False
    told = [_of(one) for one in value]
    names = [name for name in told if not _ET_AL.fullmatch(name)]
    return _named(names), len(names) < len(told)


def _of(value: object) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return ""
    told = {str(name).lower().replace("_", ""): part for name, part in value.items() if isinstance(part, str)}
    whole, given, family = (
        next(filter(None, map(told.get, names)), "") for names in (_WHOLE, _GIVEN, _FAMILY)
    )
    return whole or joined(given, family)


def _divided(text: str) -> list[str]:
    for sign in (";", "|", "\n"):
        if sign in text:
            return text.split(sign)
    *before, last = _AND.split(text)
    if before:
        return [name for part in (*before, last) for name in _at_commas(part)]
    return _at_commas(text)


def _at_commas(text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return (
        parts if len(parts) > 1 and all(" " in part or "." in part.strip(".") for part in parts) else [text]
    )


def _named(names: Iterable[str]) -> list[str]:
    read = (latex.line_of(without_tags(_MARKS.sub("", name.strip()))) for name in names)
    return [in_reading_order(name) for name in read if name.lower() not in _NOBODY]
