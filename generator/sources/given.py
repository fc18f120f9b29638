"""A file as the reader of a format gets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Given:
    """The text of a file, what its listing is called, and the file as the owner would type it.

    `columns` are the owner's names for fields (`extra: papershelf: columns:`): field -> name in the file.
    """

    text: str
    name: str = ""
    file: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
