"""Shelf of exports: one file per format. To add one, write its module and name it in `EXPORTS`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports import catalogue
from generator.model import File, Library

EXPORTS = (catalogue.files,)


def all_files(library: Library) -> Iterator[File]:
    """Every exported file, by its path below docs/."""
    for export in EXPORTS:
        yield from export(library)
