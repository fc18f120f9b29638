r"""Text into Markdown that reads back as exactly that text, and stays readable in a plain editor.

Escaping is a fact about the extensions in mkdocs.yml (toc, tables, fenced_code, attr_list, md_in_html,
admonition), proven against exactly these by tests/text/test_markdown.py. Only what they, or GitHub, would
really change is escaped: with a backslash where Python-Markdown and CommonMark both honour it, with a
character reference for `<` and `&`. What is written is safe at the start of a paragraph, in a heading, in a
list item and inside `**...**`; link texts, destinations and titles in front matter have their own
functions.
"""

from __future__ import annotations

import html
import re

from generator.text.rich import Rich, Span, Style

_SPECIAL = re.compile(r"[\\`*_<&]")
_SPECIAL_AND_BRACKETS = re.compile(r"[\\`*_<&\[\]]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ENTITY = re.compile(r"&(?=#|[A-Za-z0-9]+;)")  # Python-Markdown completes numeric references
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# Brackets matter when a destination, a label, a definition or the unknown may follow, or an image begins.
_BRACKETS_MATTER = re.compile(r"\](?:[\[(:]|\s\[|\Z)|!\[|\[\^|\A\[|\[[xX ]?\]")
_LINE_START = re.compile(r"\s*(?:(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|\Z)|(?P<sign>[#>+=~!-]|\{))")
_TAIL = re.compile(r"#+\Z")
# In a destination: white space, what ends or opens something, and what nobody sees.
_UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\x9f<>()\[\]{}\"'\\`*|^\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def markdown(rich: Rich) -> str:
    """Styled text as inline Markdown; what stands at its start and end is safe in every place named above."""
    spans = _regular(rich)
    whole = "".join(span.text for span in spans)
    brackets = any(span.style is Style.LINK for span in spans) or bool(_BRACKETS_MATTER.search(whole))
    parts = []
    for number, span in enumerate(spans):
        before = spans[number - 1] if number else None
        after = spans[number + 1] if number + 1 < len(spans) else None
        text = _inline(span.text, brackets, last=after is None)
        if span.style is Style.LINK:
            parts.append(f"[{_inline(span.text, True)}]({destination(span.url)})")
        elif span.style is Style.TEXT:
            if text.startswith("{") and before is not None:
                text = "\\" + text
            if text.endswith("!") and after is not None and after.style is Style.LINK:
                text = text[:-1] + "\\!"
            parts.append(_at_line_start(text) if before is None else text)
        else:
            parts.append(_styled(span, text, before, after))
    return "".join(parts)


def escape(text: str) -> str:
    """Plain text as inline Markdown: for paragraphs, headings, list items, and inside emphasis."""
    return _at_line_start(_inline(text, bool(_BRACKETS_MATTER.search(text))))


def link_text(text: str) -> str:
    """Plain text for between the brackets of a link."""
    return _inline(text, True)


def destination(url: str) -> str:
    """A URL or path for between the parentheses of a link. Schemes other than http and https are broken."""
    url = _UNSAFE.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), url
    )
    if not url.lower().startswith(("http://", "https://")):
        head, slash, rest = url.partition("/")
        url = head.replace(":", "%3A") + slash + rest
    return _ENTITY.sub("&amp;", url)


def front_title(text: str) -> str:
    """Plain text for `title:` in front matter, which themes write into HTML as it stands."""
    return html.escape(_CONTROL.sub(" ", text), quote=True)


def _inline(text: str, brackets: bool, last: bool = True) -> str:
    text = _CONTROL.sub(" ", text)
    pattern = _SPECIAL_AND_BRACKETS if brackets else _SPECIAL
    if pattern.search(text):
        text = pattern.sub(_escaped, text)
    if last and text and text[-1] in "#}":
        if text[-1] == "}":  # noqa: SIM108 - `{#id}` at the end of a heading, a cell or an item is an attribute list
            text = text.replace("{", "\\{")
        else:  # closing hashes of a heading would vanish
            text = _TAIL.sub(lambda found: "\\#" * len(found[0]), text)
    return text


def _escaped(found: re.Match[str]) -> str:
    char, text, at = found[0], found.string, found.start()
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char == "<":
        return char if after == " " else "&lt;"
    if char == "&":
        return "&amp;" if _ENTITY.match(text, at) else char
    if char == "_":
        return char if before.isalnum() and after.isalnum() else "\\_"
    if char == "]" and after == ":":
        return "&#93;"  # a definition is looked for before backslashes are
    if char == "\\":
        return "\\\\" if not after or after in _PUNCTUATION else char
    return "\\" + char


def _at_line_start(text: str) -> str:
    """A line that would begin a heading, a list, a quotation, a fence, an admonition or a rule does not."""
    if text.startswith("  "):
        text = " " + text.lstrip()  # four spaces would be code
    found = _LINE_START.match(text)
    if not found:
        return text
    if found["number"]:
        return f"{text[: found.start('dot')]}\\{text[found.start('dot') :]}"
    sign, at = found["sign"], found.start("sign")
    follower = text[at + 1 : at + 2]
    if (sign in "+-" and follower not in ("", " ", sign)) or (sign in "!~=" and follower != sign):
        return text
    escaped = f"&#{ord(sign)};" if sign in "~=" else "\\" + sign
    return text[:at] + escaped + text[at + 1 :]


def _regular(rich: Rich) -> list[Span]:
    """Spans with white space moved out of styles, and neighbours of one style joined."""
    spans: list[Span] = []
    for span in rich:
        core = span.text.strip()
        start = len(span.text) - len(span.text.lstrip()) if core else len(span.text)
        edges = (span.text[:start], span.text[start + len(core) :])
        plain_span = span.style is Style.TEXT
        parts = [span] if plain_span else [Span(edges[0]), Span(core, span.style, span.url), Span(edges[1])]
        for part in parts:
            if not part.text:
                continue
            if spans and part.style is spans[-1].style and part.style is not Style.LINK:
                spans[-1] = Span(spans[-1].text + part.text, part.style)
            else:
                spans.append(part)
    return spans


def _styled(span: Span, text: str, before: Span | None, after: Span | None) -> str:
    """Stars where they work in every reader: around letters or digits, beside plain text; else tags."""
    core = span.text
    beside = (before is None or before.style is Style.TEXT) and (after is None or after.style is Style.TEXT)
    strong = span.style is Style.STRONG
    if beside and core[0].isalnum() and core[-1].isalnum() and (strong or not _touches(before, after)):
        star = "**" if strong else "*"
        return f"{star}{text}{star}"
    tag = "strong" if strong else "em"
    if text.startswith("{"):
        text = "\\" + text
    return f"<{tag}>{text}</{tag}>"


def _touches(before: Span | None, after: Span | None) -> bool:
    """Does the styled text stand inside a word?"""
    return bool((before and before.text[-1].isalnum()) or (after and after.text[0].isalnum()))
