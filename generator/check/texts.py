"""The title and the text that a reader sees are, character for character, those of the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.built_page import BuiltPage, collapsed
from generator.check.report import fault
from generator.config import Settings
from generator.model import Library
from generator.problems import Problem
from generator.text.rich import plain


def texts(settings: Settings, pages: Mapping[str, BuiltPage], library: Library) -> Iterator[Problem]:
    """One problem for each title and each text that differs; `pages` by paper key.

    Both sides have their white space collapsed as HTML does when it is shown, and nothing else.
    """
    for key, page in pages.items():
        paper = library.papers[key]
        shown = settings.shown(settings.site / "papers" / f"{key}.html")
        for what, seen, wanted in (
            ("title", page.title or "", collapsed(paper.title_text)),
            ("abstract", page.abstract or "", collapsed(plain(paper.text))),
        ):
            if seen != wanted:
                yield fault("check-text", f"The {what} reads {_difference(seen, wanted)}.", shown)


def _difference(seen: str, wanted: str) -> str:
    pairs = zip(seen, wanted, strict=False)
    start = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(seen), len(wanted)))
    first = max(0, start - 15)
    return f"“{seen[first : start + 25]}” instead of “{wanted[first : start + 25]}” (character {start + 1})"
