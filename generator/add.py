"""A list from anywhere into library/listings/: read first, told of, and copied as it is when anything is in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from generator import kept
from generator.config import Settings
from generator.fetch import Client, Unanswered
from generator.keys import RESERVED
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.sources import FORMATS, read_one
from generator.text.slug import slug

STDIN = "-"
_LONGEST = 60  # characters of a name
_TABLES = ("csv", "tsv", "json", "jsonl", "ndjson")
_TEXTS = ("bib", "bibtex", "ris", "enw", "nbib", "md", "markdown", "txt")
_ENDINGS = frozenset([*_TABLES, *_TEXTS, "xml", "atom", "rss", "html", "htm"])
_URL = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Added:
    """What a list turned out to be, and where it lies now, below listings/. `is_new`: it was not there before."""

    path: str
    is_new: bool
    format: str
    entries: int
    papers: int
    problems: tuple[Problem, ...]

    @property
    def is_clean(self) -> bool:
        """Whether everything could be read."""
        return all(problem.level is Level.NOTE for problem in self.problems)

    def summary(self) -> str:
        """What was recognised and read, in one line."""
        entries = f"{self.entries:,} entr{'y' if self.entries == 1 else 'ies'} read"
        return f"{self.format}: {entries}, {self.papers:,} paper{'' if self.papers == 1 else 's'}"


def fetched(source: str, client: Client) -> bytes:
    """What a file, an address or the standard input ("-") holds. Raises CannotGoOn and OSError."""
    if source == STDIN:
        return sys.stdin.buffer.read()
    if not _URL.match(source):
        return Path(source).read_bytes()
    try:
        return client.get(source).content
    except Unanswered as none:
        hint = "Open the address in a browser; what it shows there can be saved and added as a file."
        problem = Problem(Level.ERROR, "add-failed", f"{none} Nothing was added.", Place(source), hint)
        raise CannotGoOn(problem) from None


def add(settings: Settings, source: str, data: bytes, name: str = "", dry_run: bool = False) -> Added:
    """Read `data`, and copy it into the library unless it is there. Raises CannotGoOn when no paper is in it."""
    place = "standard input" if source == STDIN else source
    reading, problems = read_one(data, place, columns=settings.columns)
    if reading is None or not reading.records:
        raise CannotGoOn(_nothing(place, (*problems, *(reading.problems if reading else ()))))
    same = next(
        (path for path, size in _files(settings) if size == len(data) and _is(settings, path, data)), ""
    )
    path = same or _free(settings, name_of(name or _last_part(source), data))
    if not same and not dry_run:
        kept.keep(settings, path, data)
    return Added(
        path,
        not same,
        reading.listing.format,
        reading.entries,
        len(reading.records),
        (*problems, *reading.problems),
    )


def name_of(written: str, data: bytes) -> str:
    """A safe name made of what somebody called it; the ending says what it holds."""
    path = PurePosixPath(written.replace("\\", "/").rstrip("/"))
    ending = path.suffix[1:].lower()
    stem = slug(path.stem if ending in _ENDINGS else path.name, _LONGEST)
    if not stem or stem in RESERVED or stem.startswith("readme"):  # a README is no listing
        stem = f"listing-{stem}".rstrip("-")
    return f"{stem}.{ending if ending in _ENDINGS else _ending(data)}"


def _ending(data: bytes) -> str:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000].lower()
    if start.startswith((b"<?xml", b"<feed", b"<rss", b"<rdf")):
        return "xml"
    return "html" if start.startswith(b"<") else "json" if start.startswith((b"[", b"{")) else "txt"


def _last_part(source: str) -> str:
    if source == STDIN:
        return "pasted"
    if not _URL.match(source):
        return PurePosixPath(source.replace("\\", "/")).name
    parts = urlsplit(source)
    return unquote(parts.path).rstrip("/").rpartition("/")[2] or parts.hostname or "page"


def _files(settings: Settings) -> Iterator[tuple[str, int]]:
    folder = kept.folder(settings)
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.is_file() and not file.name.startswith("."):
            yield file.relative_to(folder).as_posix(), file.stat().st_size


def _is(settings: Settings, path: str, data: bytes) -> bool:
    return kept.held(settings, path) == data


def _free(settings: Settings, name: str) -> str:
    """The name, or the first of name-2, name-3 … that no file has, whatever its case."""
    folder = kept.folder(settings)
    taken = {file.name.casefold() for file in folder.iterdir()} if folder.is_dir() else set()
    stem, _, ending = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem}-{number}.{ending}"
    return free


def _nothing(place: str, problems: tuple[Problem, ...]) -> Problem:
    known = ", ".join(known.NAME for known in FORMATS)
    why = (
        problems[0].message.removeprefix("This file is not a listing and was left out. ") if problems else ""
    )
    message = f"No paper could be read, so nothing was added. {why}".rstrip()
    line = problems[0].place.line if problems else 0
    return Problem(Level.ERROR, "add-nothing", message, Place(place, line), f"Known formats: {known}.")
