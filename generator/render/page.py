"""A page before rendering, and text that is already safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# The front matter a page may have, in the order in which it is written. A key that is not here is a
# mistake or an attack: themes give meaning to many (template, hide, redirect), so nothing else passes.
FRONT = (
    "title",
    "description",
    "kind",
    "key",
    "short_name",
    "authors",
    "year",
    "venue",
    "tags",
    "topics",
    "listings",
    "links",
    "added",
    "citation",
    "schema",
    "alternates",
    "card",
)


class Safe(str):
    """Text that a template writes as it is: Markdown or HTML that was made here from escaped parts."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path below docs/, its front matter as plain values, and what fills which template.

    Values of `context` are escaped as Markdown text unless they are `Safe` or whole numbers.
    """

    path: str
    front: Mapping[str, Any]
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
