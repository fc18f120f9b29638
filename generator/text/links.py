"""Typed links: what a link of a paper leads to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """What a link of a paper leads to, in the order in which exits are shown."""

    PAPER = "paper"
    CODE = "code"
    PROJECT = "project"
    DATASET = "dataset"
    DEMO = "demo"
    VIDEO = "video"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """A typed link; the URL is http or https and clean."""

    kind: LinkKind
    url: str
