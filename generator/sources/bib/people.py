"""Names of people in BibTeX, in reading order."""

from __future__ import annotations

import re

from generator.sources.latex import line_of
from generator.sources.names import in_reading_order

_OTHERS = re.compile(r"(?:others|et al\.?|\{others\}|\{?et al\.?\}?|\.\.\.|…)", re.IGNORECASE)
_ET_AL = re.compile(r",?(?: and)?,? (?:et\.? al\.?|and others)$", re.IGNORECASE)
_EXTENDED = re.compile(
    r"\s*(family|given|prefix|suffix|given-i|family-i|prefix-i|useprefix|juniorcomma|id)\s*=(.*)", re.DOTALL
)


def people(latex: str) -> tuple[list[str], bool]:
    """The names in reading order, and whether the list says that there are others.

    A name in braces stays whole: `{Barnes and Noble, Inc.}`. Names are told apart by "and" or, where
    there is none, by semicolons, or by commas between full names.
    """
    names: list[str] = []
    latex = " ".join(latex.split())
    shorter = _ET_AL.sub("", latex)
    incomplete = shorter != latex
    for name in _apart(shorter):
        name = name.strip()
        if _OTHERS.fullmatch(name):
            incomplete = True
        elif shown := _name(name):
            names.append(shown)
    return names, incomplete


def _apart(latex: str) -> list[str]:
    # not bibtexparser's own way: it drops an accent that begins a name, as in \"Omer
    names = _split(f" {latex} ", r"(?<=\s)[Aa][Nn][Dd](?=\s)")
    if len(names) != 1:
        return names
    if len(parts := _split(latex, ";")) > 1:
        return parts
    parts = _split(latex, ",")
    full = len(parts) > 2 and all(" " in part.strip() for part in parts)
    return parts if full and not _EXTENDED.match(parts[0]) else names


def _name(latex: str) -> str:
    parts = _split(latex, ",")
    if len(parts) > 1 and all(_EXTENDED.match(part) for part in parts):
        return _extended(parts)
    read = [line for part in parts if any(map(str.isalnum, line := line_of(part)))]
    if len(read) < 2:
        return "".join(read)
    if any("," in part for part in read):
        return f"{' '.join(read[1:])} {read[0]}"
    return in_reading_order(", ".join(read))


def _extended(parts: list[str]) -> str:
    """BibLaTeX's form, `family=Maaten, given=Laurens, prefix=van der`."""
    told = {
        found[1]: line_of(found[2].strip().strip('"')) for part in parts if (found := _EXTENDED.match(part))
    }
    name = " ".join(filter(None, (told.get("given"), told.get("prefix"), told.get("family"))))
    return f"{name}, {told['suffix']}" if told.get("suffix") else name


def _split(latex: str, sign: str) -> list[str]:
    """The parts between signs, a pattern, that stand in no braces."""
    parts, start, depth = [], 0, 0
    for found in re.finditer(rf"\\.|[{{}}]|(?P<sign>{sign})", latex, re.DOTALL):
        depth += (found[0] == "{") - (found[0] == "}")
        if found["sign"] and depth <= 0:
            parts.append(latex[start : found.start()])
            start = found.end()
    return [*parts, latex[start:]]
