"""Shelf of exports: one file per format. To add one, write its module and name it in `EXPORTS`.

The name is the one by which `extra: papershelf: exports:` switches it off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.config import CONFIG, Settings
from generator.exports import (
    cards,
    catalogue,
    changes,
    citations,
    csv_table,
    digest,
    feeds,
    json_tables,
    llms,
    opensearch,
    references,
    robots,
    sqlite,
    twins,
)
from generator.model import File, Library
from generator.problems import CannotGoOn, Level, Place, Problem

EXPORTS: dict[str, Callable[[Library, Settings], Iterator[File]]] = {
    "catalogue": catalogue.files,
    "tables": json_tables.files,
    "csv": csv_table.files,
    "sqlite": sqlite.files,
    "changes": changes.files,
    "citations": citations.files,
    "feeds": feeds.files,
    "digest": digest.files,
    "references": references.files,
    "twins": twins.files,
    "llms": llms.files,
    "cards": cards.files,
    "opensearch": opensearch.files,
    "robots": robots.files,
}


def all_files(library: Library, settings: Settings) -> Iterator[File]:
    """Every exported file that is not switched off, by its path below docs/. Raises CannotGoOn."""
    for name in sorted(settings.exports.keys() - EXPORTS.keys()):
        message = f"`extra: papershelf: exports: {name}:` is no export."
        hint = f"Known exports: {', '.join(EXPORTS)}."
        raise CannotGoOn(Problem(Level.ERROR, "config-wrong", message, Place(CONFIG), hint))
    for name, export in EXPORTS.items():
        if settings.has(name):
            yield from export(library, settings)
