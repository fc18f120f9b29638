"""Front matter: the values of a page as YAML at its head, by python-frontmatter."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from generator.render.page import FRONT
from generator.text.markdown import front_title

_PLACE = {name: place for place, name in enumerate(FRONT)}
# Texts that YAML reads as themselves without quotes: they begin with a letter, hold no sign that means
# something to YAML, and are not one of its words. All others are quoted.
_PLAIN = re.compile(r"[A-Za-z](?:[\w ,.()/&'+;?=…’“”–—-]|:(?=[\w/]))*(?<! )")
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
# What JSON leaves as it is and YAML does not allow, or takes for an end of line.
_UNQUOTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


class _OneLineEach(YAMLHandler):
    """YAML as PyYAML would write it, eight times as fast: it only ever meets texts, numbers and lists."""

    def export(self, metadata: dict[str, Any], **_: object) -> str:
        return "\n".join(_lines(metadata, ""))


_HANDLER = _OneLineEach()


def with_front(front: Mapping[str, Any], body: str) -> str:
    """The whole text of a page. Raises ValueError for a key that pages do not have.

    `title` is written as HTML text, because themes write it into pages as it is; everything else is plain.
    Values that say nothing (None, empty) are left out.
    """
    unknown = front.keys() - _PLACE.keys()
    if unknown:
        raise ValueError(f"front matter has no {', '.join(sorted(unknown))}; known are {', '.join(FRONT)}")
    post = frontmatter.Post(body)
    post.metadata.update(
        (name, front_title(front[name]) if name == "title" else front[name])
        for name in sorted(front, key=_PLACE.__getitem__)
        if front[name] not in (None, "", [], {})
    )
    text: str = frontmatter.dumps(post, handler=_HANDLER)
    return text + "\n"


def _lines(values: Mapping[str, Any], indent: str) -> list[str]:
    lines = []
    for name, value in values.items():
        if isinstance(value, list):
            lines.append(f"{indent}{name}:")
            for item in value:
                if isinstance(item, Mapping):
                    first, *others = _lines(item, indent + "  ")
                    lines += [f"{indent}- {first.lstrip()}", *others]
                else:
                    lines.append(f"{indent}- {_scalar(item)}")
        else:
            lines.append(f"{indent}{name}: {_scalar(value)}")
    return lines


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise TypeError(f"front matter holds texts, numbers and lists, not {type(value).__name__}")
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNQUOTABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)
