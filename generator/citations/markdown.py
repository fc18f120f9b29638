"""Markdown: for a note, an issue or a newsletter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.citations.reference import Reference

NAME = "Markdown"
ENDING = "md.txt"  # what ends in .md, the publisher would make a page of
_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#+!|~&$]")  # CommonMark: a backslash makes any punctuation plain


def entry(reference: Reference, abstract: bool = False) -> str:
    """One line: title as a link, authors, venue, year."""
    title = escaped(reference.title)
    linked = f"[{title}](<{reference.url}>)" if reference.url else title
    authors = ", ".join(name.whole for name in reference.authors)
    if authors and reference.authors_incomplete:
        authors += " and others"
    parts = (linked, escaped(authors), escaped(reference.venue), str(reference.year or ""))
    line = ". ".join(part for part in parts if part) + "."
    return f"{line} {escaped(reference.abstract)}" if abstract and reference.abstract else line


def bundle(entries: Iterable[str]) -> str:
    """A list."""
    return "".join(f"- {entry}\n" for entry in entries)


def escaped(text: str) -> str:
    """Text on one line that CommonMark shows as it is."""
    line = text if text.isprintable() else _LINE.sub(" ", text)
    return _SIGNS.sub(lambda match: f"\\{match[0]}", line)
