"""Text into HTML, for the places where a page holds HTML instead of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.render.page import Safe
from generator.text.rich import Rich, Span, Style, plain

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TAGS = {Style.EMPHASIS: "em", Style.STRONG: "strong"}


def html(text: str) -> Safe:
    """Plain text into one line of HTML that reads as exactly that text, also between quotes."""
    text = _CONTROL.sub(" ", text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    return Safe(text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;"))


def html_of(rich: Rich) -> Safe:
    """Styled text into HTML; links become their text, since the text stands where a link must not."""
    parts = []
    for span in rich:
        tag = _TAGS.get(span.style)
        parts.append(f"<{tag}>{html(span.text)}</{tag}>" if tag else html(span.text))
    return Safe("".join(parts))


def is_right_to_left(text: str) -> bool:
    """Whether the text holds letters of a script that runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def in_a_row(texts: Sequence[str], write: Callable[[str], str]) -> str:
    """Names with commas; one whose script runs from right to left is kept from turning its neighbours."""
    whole = ", ".join(texts)
    if not is_right_to_left(whole):
        return write(whole)
    return ", ".join(f"<bdi>{write(text)}</bdi>" if is_right_to_left(text) else write(text) for text in texts)


def unlinked(rich: Rich) -> Rich:
    """The same text without links, to stand inside a link."""
    if all(span.style is not Style.LINK for span in rich):
        return rich
    return tuple(Span(span.text) if span.style is Style.LINK else span for span in rich)


def cut(rich: Rich, limit: int) -> tuple[Rich, Rich]:
    """Divide text between words, so that the first part has at most about `limit` characters.

    A text that is longer by less than a third is not divided: a fold must be worth its click. The space at
    the cut stays with the second part.
    """
    text = plain(rich)
    if len(text) <= limit * 4 // 3:
        return rich, ()
    place = text.rfind(" ", 0, limit + 1)
    if place <= 0:
        place = limit
    head: list[Span] = []
    for index, span in enumerate(rich):
        if len(span.text) < place:
            head.append(span)
            place -= len(span.text)
            continue
        first = Span(span.text[:place], span.style, span.url)
        second = Span(span.text[place:], span.style, span.url)
        rest = (second, *rich[index + 1 :]) if second.text else rich[index + 1 :]
        return (*head, first), rest
    return rich, ()
