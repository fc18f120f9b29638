"""Every file in library/listings/ read by the reader that knows its content."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.config import Settings
from generator.model import Markup, Reading
from generator.problems import Level, Place, Problem
from generator.progress import Progress
from generator.sources.decoding import NotText, decode
from generator.sources.formats import (
    acl_anthology,
    arxiv,
    bibtex,
    csl_json,
    csv_table,
    daily_papers,
    daily_papers_api,
    daily_papers_page,
    id_list,
    json_lines,
    json_table,
    labelled,
    markdown_list,
    medline,
    openreview,
    ris,
)
from generator.sources.given import Given
from generator.sources.naming import listing_names


class Format(Protocol):
    """What a module on this shelf offers."""

    NAME: str

    def recognises(self, given: Given) -> bool:
        """Whether the text is of this format, by its content alone."""
        ...

    def read(self, given: Given) -> Reading:
        """The records of the text, and what is wrong with it."""
        ...


# In the order in which they are asked: the stricter a format, the earlier.
FORMATS: tuple[Format, ...] = (
    daily_papers_page,
    daily_papers_api,
    openreview,
    arxiv,
    acl_anthology,
    csl_json,
    json_lines,
    json_table,
    medline,
    ris,
    bibtex,
    csv_table,
    labelled,
    markdown_list,
    daily_papers,
    id_list,
)


def read_all(settings: Settings, progress: Progress) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Read all listings, in the order of their paths.

    Returns the readings, and all problems: theirs, and one for every file that was refused. Dotfiles,
    READMEs and backup files of editors are not listings. Texts of listings that match a pattern of
    `settings.summaries` become the owner's summaries.
    """
    folder = settings.library / "listings"
    paths = sorted(_files(folder))
    names = listing_names(paths)
    readings: list[Reading] = []
    problems: list[Problem] = []
    for path in progress.track(paths, "Reading listings", len(paths)):
        reading, found = _read(folder, path, names[path], settings)
        problems += found
        if reading:
            readings.append(reading)
            problems += reading.problems
    if not paths:
        hint = "Copy a Daily Papers page, paste it into a new text file there, and build again."
        message = "There is no listing yet, so there is nothing to show."
        problems.append(Problem(Level.WARNING, "no-listings", message, Place(settings.shown(folder)), hint))
    return tuple(readings), tuple(problems)


def _files(folder: Path) -> Iterator[PurePosixPath]:
    for below, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if (
                not name.startswith((".", "#"))
                and not name.endswith("~")
                and not name.lower().startswith("readme")
            ):
                yield PurePosixPath((Path(below) / name).relative_to(folder).as_posix())


def _read(
    folder: Path, path: PurePosixPath, name: str, settings: Settings
) -> tuple[Reading | None, tuple[Problem, ...]]:
    file = folder / path
    shown = _showable(settings.shown(file))
    try:
        if not file.resolve(strict=True).is_relative_to(settings.library.resolve()):
            return None, (_refused(shown, "It is a link that leads out of the library."),)
        if not file.is_file():
            return None, (_refused(shown, "It is not a regular file."),)
        reading, problems = read_one(file.read_bytes(), shown, name, settings.columns)
    except OSError as error:
        return None, (_refused(shown, f"It cannot be read ({error.strerror or error})."),)
    return _as_summaries(reading, path, settings) if reading else None, problems


def read_one(
    data: bytes, shown: str, name: str = "", columns: Mapping[str, str] | None = None
) -> tuple[Reading | None, tuple[Problem, ...]]:
    """The bytes of one listing, read by whichever format knows them, and what is wrong with the file as such.

    `shown` is what problems call the file, `name` what its listing is called. No reading: the problem says why.
    """
    try:
        text, problems = decode(data, shown)
    except NotText as error:
        return None, (_refused(shown, str(error)),)
    if not text.strip():
        return None, (_refused(shown, "It is empty."),)
    given = Given(text, name, shown, columns or {})
    for known in FORMATS:
        if known.recognises(given):
            return known.read(given), problems
    return None, (_refused(shown, "Its content is of no known format."),)


def _refused(shown: str, why: str) -> Problem:
    formats = ", ".join(known.NAME for known in FORMATS)
    message = f"This file is not a listing and was left out. {why}"
    hint = f"Known formats: {formats}. Mend the file, or move it out of the folder."
    return Problem(Level.ERROR, "listing-refused", message, Place(shown), hint)


def _as_summaries(reading: Reading, path: PurePosixPath, settings: Settings) -> Reading:
    if not any(fnmatch.fnmatchcase(path.as_posix(), pattern) for pattern in settings.summaries):
        return reading
    records = tuple(
        replace(record, summary=record.summary or record.abstract, abstract="", markup=Markup.PLAIN)
        for record in reading.records
    )
    return replace(reading, records=records)


def _showable(path: str) -> str:
    """A file name is bytes; one that is not UTF-8 must not break the report."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
