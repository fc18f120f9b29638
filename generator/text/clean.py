"""From text as a source wrote it to text as its author meant it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.text.links import Link
from generator.text.rich import Markup, Rich, rich


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An abstract as a reader should see it, and what was found in it."""

    text: Rich
    links: tuple[Link, ...] = ()
    keywords: tuple[str, ...] = ()


def clean_title(raw: str, markup: Markup) -> Rich:
    """The title as it should read, on one line."""
    return rich(" ".join(raw.split()))


def clean_abstract(raw: str, markup: Markup) -> Cleaned:
    """The abstract as it should read, as one paragraph, with its links and keywords."""
    return Cleaned(rich(" ".join(raw.split())))
