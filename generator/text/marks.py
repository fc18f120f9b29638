"""Styles as single characters inside a string, so that every rule of cleaning is a rule on strings.

The marks are Unicode noncharacters and private characters, which `tidy` removes from all input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text.rich import Rich, Span, Style

EMPHASIS_ON, EMPHASIS_OFF, STRONG_ON, STRONG_OFF = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_FIRST_LINK = 0xF0000
_MARK = re.compile("([\ufdd0-\ufdd3]|[\U000f0000-\U000fffff])")
LINK = "[\U000f0000-\U000fffff]"  # as part of a regular expression: any link
ANY = "\ufdd0-\ufdd3\U000f0000-\U000fffff"  # inside a character class: any mark


@dataclass(frozen=True, slots=True)
class Found:
    """A link in running text: where it leads and what a reader sees of it."""

    url: str
    shown: str


def link_mark(number: int) -> str:
    """The character that stands for the link with this number, counted from 0."""
    return chr(_FIRST_LINK + number)


def unmark(marked: str, found: list[Found]) -> Rich:
    """The marked string as spans; neighbours of one style are one span, empty spans are left out."""
    if not _MARK.search(marked):
        return (Span(marked),) if marked else ()
    spans: list[Span] = []
    emphasis = strong = 0
    for piece in _MARK.split(marked):
        if not piece:
            continue
        if piece == EMPHASIS_ON:
            emphasis += 1
        elif piece == EMPHASIS_OFF:
            emphasis = max(0, emphasis - 1)
        elif piece == STRONG_ON:
            strong += 1
        elif piece == STRONG_OFF:
            strong = max(0, strong - 1)
        elif len(piece) == 1 and ord(piece) >= _FIRST_LINK:
            link = found[ord(piece) - _FIRST_LINK]
            spans.append(Span(link.shown, Style.LINK, link.url))
        else:
            style = Style.STRONG if strong else Style.EMPHASIS if emphasis else Style.TEXT
            spans.extend(_styled(piece, style))
    return _joined(spans)


def _joined(spans: list[Span]) -> Rich:
    """Single-spaced across the borders of styles, bare at both ends, neighbours of one style joined."""
    merged: list[Span] = []
    for span in spans:
        if not merged or merged[-1].text.endswith(" "):
            span = Span(span.text.lstrip(" "), span.style, span.url)
        if not span.text:
            continue
        if merged and span.style is not Style.LINK and merged[-1].style is span.style:
            merged[-1] = Span(merged[-1].text + span.text, span.style)
        else:
            merged.append(span)
    if merged and merged[-1].text.endswith(" "):
        last = merged.pop()
        if last.text.strip():
            merged.append(Span(last.text.rstrip(), last.style, last.url))
    return tuple(merged)


def _styled(text: str, style: Style) -> list[Span]:
    """White space at the edges of a styled run is not styled: no Markdown emphasis ends in a space."""
    core = text.strip()
    if style is Style.TEXT or core == text:
        return [Span(text, style)]
    start = len(text) - len(text.lstrip())
    parts = ((text[:start], Style.TEXT), (core, style), (text[start + len(core) :], Style.TEXT))
    return [Span(part, kind) for part, kind in parts if part]
