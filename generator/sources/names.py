"""Names of people as lists of references write them, made to read as on a title page."""

from __future__ import annotations

import re

# Han, kana and Hangul: families come first, and nothing stands between.
_FAMILY_FIRST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff々·・]+")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)


def in_reading_order(name: str) -> str:
    """ "van der Maaten, Laurens" as "Laurens van der Maaten", and "King, Jr., Martin" as "Martin King, Jr.".

    A name without a comma, and one with more commas than a person's name has, stays as it is.
    """
    parts = [" ".join(part.split()) for part in name.split(",")]
    if len(parts) == 2 and all(parts) and not _SUFFIX.fullmatch(parts[1]):
        return joined(parts[1], parts[0])
    if len(parts) == 3 and all(parts):
        for family, suffix, given in ((parts[0], parts[1], parts[2]), (parts[0], parts[2], parts[1])):
            if _SUFFIX.fullmatch(suffix):
                return f"{given} {family}, {suffix}"
    return " ".join(name.split())


def joined(given: str, family: str) -> str:
    """ "Laurens van der Maaten" of "Laurens" and "van der Maaten", and "张伟" of "伟" and "张"."""
    if _FAMILY_FIRST.fullmatch(given) and _FAMILY_FIRST.fullmatch(family):
        return f"{family}{given}"
    return " ".join(f"{given} {family}".split())
