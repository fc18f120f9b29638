"""XML read as far as it goes: elements by name, with their lines; what comes in can neither grow nor reach out.

Entities of a document's own are not resolved, no DTD or network is asked, and depth and size are the parser's
limits (lxml's documentation, "Parser options"). A file that is cut short keeps what stood before the cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.problems import Level, Place, Problem

Element = etree._Element

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD = re.compile(r"\A(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*<([\w.:-]+)", re.DOTALL)
_LOOKED_AT = 20_000  # characters


def root_name(text: str) -> str:
    """The name of the first element, without its prefix; empty when the text does not begin as XML does."""
    found = _HEAD.match(text[:_LOOKED_AT])
    return found[1].rpartition(":")[2] if found else ""


def parsed(text: str, file: str) -> tuple[Element | None, list[Problem]]:
    """The root element, and a problem for the first place where the file is not XML. No root: nothing is."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    whole = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text)
    try:
        root = etree.fromstring(whole.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        return None, [_broken(file, error.lineno or 0, error.msg or "there is no element", Level.ERROR)]
    wrong = next((entry for entry in parser.error_log if entry.level_name == "FATAL"), None)
    return root, [_broken(file, wrong.line, wrong.message, Level.WARNING)] if wrong else []


def name_of(element: Element) -> str:
    """The element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


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


def _broken(file: str, line: int, why: str, level: Level) -> Problem:
    message = f"From here on the file is not XML ({why.strip()}); what could be read was read."
    hint = "Fetch or export the file again, whole, and compare the number of entries."
    return Problem(level, "xml-broken", message, Place(file, line), hint)
