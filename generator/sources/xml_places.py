"""XML read as far as it goes: elements by name, with their lines; what comes in can neither grow nor reach out.

Entities of a document's own stay text, no DTD or network is asked, and depth and size are the parser's limits
(lxml's documentation, "Parser options"). A file that is cut short keeps what stood before the cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from generator.problems import Level, Place, Problem

Element = etree._Element

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD = re.compile(r"\A(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*<([\w.:-]+)", re.DOTALL)
# What begins no entity that every XML has; a document's own entities are text, and so are HTML's.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?\]\]>|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)", re.DOTALL
)
_LOOKED_AT = 20_000  # characters


def root_name(text: str) -> str:
    """The name of the first element, without its prefix; empty when the text does not begin as XML does."""
    found = _HEAD.match(text[:_LOOKED_AT])
    return found[1].rpartition(":")[2] if found else ""


def parsed(text: str, file: str, entry: str) -> tuple[Element | None, list[Problem]]:
    """The root element, and a problem for each place where the file is not XML. No root: nothing is.

    `entry` is a pattern of the names of elements that are entries: each is mended by itself, so that a
    broken one costs no other.
    """
    whole = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text)
    whole = _AMPERSAND.sub(lambda found: found[0] if found[0] != "&" else "&amp;", whole)
    root, wrong = _parse(whole)
    if not wrong:
        return root, []
    problems: list[Problem] = []
    whole = _mended(whole, entry, file, problems)
    root, wrong = _parse(whole)
    if wrong and (root is None or not problems):
        level = Level.ERROR if root is None else Level.WARNING
        problems.append(_broken(file, wrong[0], wrong[1], "from here on the file", level))
    return root, problems


def _parse(text: str) -> tuple[Element | None, tuple[int, str] | None]:
    """The root as far as the text is XML, and the first place where it is not: line and reason."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        return None, (error.lineno or 0, error.msg or "there is no element")
    found = next((one for one in parser.error_log if one.level_name == "FATAL"), None)
    return root, (found.line, found.message) if found or root is None else None  # type: ignore[union-attr]


def _mended(text: str, entry: str, file: str, problems: list[Problem]) -> str:
    """The text with every entry that is no XML closed where it should be; each is told with its line."""
    starts = [found.start() for found in re.finditer(rf"<(?:\w+:)?(?:{entry})(?=[\s>/])", text)]
    done: list[str] = [text[: starts[0]] if starts else text]
    for start, following in pairwise([*starts, len(text)]):
        piece = text[start:following]
        end = re.search(rf"</(?:\w+:)?(?:{entry})\s*>", piece)
        own, rest = (piece[: end.end()], piece[end.end() :]) if end else (piece, "")
        root, wrong = _parse(own)
        if wrong:
            line = text.count("\n", 0, start) + 1
            problems.append(_broken(file, line, wrong[1], "the entry", Level.WARNING))
            written = etree.tostring(root, encoding="unicode") if root is not None else ""
            own = written + "\n" * max(0, own.count("\n") - written.count("\n"))
        done += (own, rest)
    return "".join(done)


def name_of(element: Element) -> str:
    """The element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, whatever their namespace."""
    return (child for child in element if name_of(child) == name)


def text_of(element: Element, *names: str) -> str:
    """The text of the first child that has one of the names and says anything, on one line; or empty."""
    found = (whole_text(child) for name in names for child in children(element, name))
    return next(filter(None, found), "")


def whole_text(element: Element) -> str:
    """The text of an element and of all within, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def value_of(element: Element, name: str) -> str:
    """The value of an attribute; empty when there is none."""
    return str(element.get(name) or "")


def line_of(element: Element) -> int:
    """The line in which the element begins."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _broken(file: str, line: int, why: str, what: str, level: Level) -> Problem:
    message = f"{what[0].upper()}{what[1:]} is not XML ({why.strip()}); what could be read was read."
    hint = "Fetch or export the file again, whole, and compare the number of entries."
    return Problem(level, "xml-broken", message, Place(file, line), hint)
