"""HTML and JATS within a title or abstract to text.

Only tags of these vocabularies count: `<cup, on, table>` stays.
"""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.text.scripts import subscript, superscript

_INLINE = (
    "i|b|em|strong|u|s|sub|sup|scp|sc|small|big|tt|code|span|font|a|strike|bold|italic|underline|monospace|roman"
    "|sans-serif|xref|ext-link|uri|named-content|styled-content|inline-formula|disp-formula|alternatives|tex-math"
    "|inline-graphic|email|abbr|cite|q|label|math"
)
_BLOCK = "p|div|sec|title|list|list-item|br|ul|ol|li|abstract|h[1-6]|def-list|def-item|section"
_KNOWN = re.compile(rf"</?((?:jats:)?(?:{_INLINE}|{_BLOCK})|mml:[a-z]+)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_IS_BLOCK = re.compile(rf"(?:jats:)?(?:{_BLOCK})", re.IGNORECASE)
_TEX = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_HEADING = re.compile(r"\s*(?:abstract|summary)\s*[:.]?\s*", re.IGNORECASE)
_UNREAD = ("script", "style", "annotation", "mml:annotation", "annotation-xml", "mml:annotation-xml")
_DEEPEST = 100


def without_tags(text: str) -> str:
    """The text that a reader would see. Text without such tags and entities comes back as it is."""
    if "<" in text and _KNOWN.search(text):
        text = _read(text)
    for _ in range(2):  # "&amp;lt;" is what a careless exporter makes of "&lt;"
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text
    return text


def _read(text: str) -> str:
    # The parser would drop what is no tag of its own, and read <title> and <x/> in its own way.
    parts: list[str] = []
    last = 0
    for found in _KNOWN.finditer(text):
        name = "jats:title" if found[1].lower() == "title" else found[1]
        closing, rest = found[0].startswith("</"), found[0][found.end(1) - found.start() :]
        tag = f"<{'/' * closing}{name}{rest.removesuffix('/>').removesuffix('>')}>"
        tag += f"</{name}>" if rest.endswith("/>") and not closing else ""
        parts += (text[last : found.start()].replace("<", "&lt;"), tag)
        last = found.end()
    parts.append(text[last:].replace("<", "&lt;"))
    body = LexborHTMLParser("<body>" + "".join(parts)).body
    return " ".join(_shown(body, 0).split()) if body else ""


def _shown(node: LexborNode, depth: int) -> str:
    if node.is_text_node:
        return node.text_content or ""
    name = (node.tag or "").removeprefix("jats:")
    if name in _UNREAD:
        return ""
    if depth >= _DEEPEST:
        return node.text(deep=True)
    if name == "tex-math":
        written = node.text(deep=True)
        found = _TEX.search(written)
        return (found[1] if found else written).replace("$$", "$").strip()
    children = list(node.iter(include_text=True))
    if name == "alternatives" and any((child.tag or "").endswith("tex-math") for child in children):
        children = [child for child in children if (child.tag or "").endswith("tex-math")]
    inner = "".join(_shown(child, depth + 1) for child in children)
    if name in ("mml:msup", "mml:msub") and len(children) > 1:
        first, *second = (_shown(child, depth + 1) for child in children)
        return first + (superscript if name == "mml:msup" else subscript)("".join(second))
    if name in ("sub", "sup"):
        return subscript(inner) if name == "sub" else superscript(inner)
    if name == "title":
        return " " if _HEADING.fullmatch(inner) else f" {inner.strip().rstrip(':')}: "
    return f" {inner} " if _IS_BLOCK.fullmatch(name) else inner
