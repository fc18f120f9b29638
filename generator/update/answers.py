"""Answers taken apart strictly: what is not whole, or not what was asked for, is Unusable."""

from __future__ import annotations

import json
from typing import Any

from lxml import etree

from generator.fetch import Unusable
from generator.sources.xml_places import Element, name_of


def json_of(content: bytes) -> Any:
    """The value of an answer in JSON. Raises Unusable."""
    text = _text(content)
    if text.lstrip()[:1] == "<":
        raise Unusable("it is a web page and no data")
    try:
        return json.loads(text)
    except ValueError:  # no JSON, or a number of thousands of digits
        raise Unusable("it is no JSON, or was cut short") from None
    except RecursionError:
        raise Unusable("it is nested too deeply") from None


def xml_of(content: bytes, root_name: str) -> Element:
    """The root element of an answer in XML, which must have that name. Raises Unusable."""
    text = _text(content)
    lowered = text.casefold()
    if "<!doctype html" in lowered[:1000] or "<html" in lowered[:1000]:
        raise Unusable("it is a web page and no data")
    if "<!doctype" in lowered or "<!entity" in lowered:
        raise Unusable("it defines entities of its own, which data have no need of")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unusable("it is no XML, or was cut short") from None
    if (root.getroottree().docinfo.encoding or "utf-8").casefold() not in ("utf-8", "us-ascii", "ascii"):
        raise Unusable("it says that it is not in UTF-8")
    if name_of(root) != root_name:
        raise Unusable(f"it is XML, but no {root_name}")
    return root


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("it is not in UTF-8") from None
