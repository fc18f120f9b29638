"""Dates as people and programs write them, as far as they are certain."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![-/.\d])")
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_WORDS = re.compile(
    rf"(?:(?:\w{{3,9}},?\s+)?{_DAY}[\s.-]+)?([A-Za-z]{{3}})[a-z]*\.?[\s,.-]+(?:{_DAY},?\s+)?(\d{{4}})\b"
)
_NUMBERS = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](\d{4})\b")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def date_in(value: object) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD; empty when there is none, or none that is certain.

    A number above 10,000 counts seconds, or milliseconds, since 1970. Of 03/04/2031 only the year is certain.
    """
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _of_number(value)
    text = value.strip() if isinstance(value, str) else ""
    if re.fullmatch(r"\d{9,13}|\d{4}\.0", text):
        return _of_number(float(text))
    if found := _ISO.match(text):
        return _whole(found[1], found[2], found[3])
    if found := _WORDS.match(text):
        month = _MONTHS.get(found[2].lower())
        return _whole(found[4], str(month) if month else None, found[1] or found[3])
    found = _NUMBERS.match(text)
    return found[1] if found else ""


def _of_number(value: float) -> str:
    if not 1600 <= value < 1e13:
        return ""
    if value < 2200 and value == int(value):
        return str(int(value))
    seconds = value / 1000 if value > 1e11 else value
    if not 10_000 < seconds < 7e9:
        return ""
    return (_EPOCH + timedelta(seconds=seconds)).date().isoformat()


def _whole(year: str, month: str | None, day: str | None) -> str:
    """As much of a date as is possible in the calendar."""
    if not 1600 <= int(year) < 2200:
        return ""
    if not month or not 1 <= int(month) <= 12:
        return year
    try:
        datetime(int(year), int(month), int(day or 1), tzinfo=UTC)
    except ValueError:
        day = None
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
