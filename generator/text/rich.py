"""Text with the little styling that titles and abstracts carry: emphasis, strong, links."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a span looks. Maths needs no style of its own: it is typeset in Unicode, as text."""

    TEXT = "text"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"


class Markup(StrEnum):
    """How a source wrote its text, which decides how the text is cleaned."""

    RESIDUE = "residue"  # TeX with and without its backslashes, links in prose: pasted pages, arXiv
    PLAIN = "plain"  # as it should read; only white space is tidied


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one style; `url` only for links (http or https, already clean)."""

    text: str
    style: Style = Style.TEXT
    url: str = ""


Rich = tuple[Span, ...]


def plain(rich: Rich) -> str:
    """The text exactly as a reader sees it, without styling."""
    return "".join(span.text for span in rich)


def rich(text: str) -> Rich:
    """Plain text as Rich; the empty string is the empty tuple."""
    return (Span(text),) if text else ()
