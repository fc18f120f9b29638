"""Text into inline Markdown that reads back as exactly that text."""

from __future__ import annotations

import html
import re

from generator.text.rich import Rich, Style

_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")


def escape(text: str) -> str:
    """Plain text into inline Markdown."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)


def attribute(text: str) -> str:
    """Plain text into a quoted HTML attribute."""
    return html.escape(text, quote=True)


def front_title(text: str) -> str:
    """Plain text for `title:` in front matter, which themes write into HTML as it is."""
    return html.escape(text, quote=True)


def destination(url: str) -> str:
    """A URL as it stands between the parentheses of a Markdown link."""
    return re.sub(r"[\s<>()\[\]\"'\\`*_]", lambda match: f"%{ord(match[0]):02X}", url)


def markdown(rich: Rich) -> str:
    """Styled text into inline Markdown."""
    parts = []
    for span in rich:
        text = escape(span.text)
        if span.style is Style.EMPHASIS:
            text = f"*{text}*"
        elif span.style is Style.STRONG:
            text = f"**{text}**"
        elif span.style is Style.LINK:
            text = f"[{text}]({destination(span.url)})"
        parts.append(text)
    return "".join(parts)
