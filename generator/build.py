"""The line from listings to a published site. Read this first."""

from __future__ import annotations

from dataclasses import dataclass

from generator import assets, exports, pages, publish, sources
from generator.classify import classify
from generator.config import Settings
from generator.merge import merge
from generator.model import Library
from generator.notes import load_notes
from generator.overrides import load_overrides
from generator.problems import Problem
from generator.relate import relate
from generator.taxonomy import load_taxonomy
from generator.progress import Progress
from generator.write import Written, write


@dataclass(frozen=True, slots=True)
class Shelved:
    """A library, and what a person should look at."""

    library: Library
    entries: int
    problems: tuple[Problem, ...]


def shelve(settings: Settings, progress: Progress) -> Shelved:
    """Read the listings and make the library of them; writes nothing. Raises CannotGoOn."""
    overrides, override_problems = load_overrides(settings)
    topics, topic_problems = load_taxonomy(settings)
    readings, reading_problems = sources.read_all(settings, progress)
    merged = merge(readings, overrides, progress)
    matches = classify(merged.papers, topics, overrides, progress)
    related = relate(merged.papers, progress)
    notes, note_problems = load_notes(settings, merged.papers)
    library = Library(
        papers=merged.papers,
        listings=tuple(reading.listing for reading in readings),
        topics=topics,
        matches=matches,
        related=related,
        notes=notes,
    )
    problems = (*override_problems, *topic_problems, *reading_problems, *merged.problems, *note_problems)
    return Shelved(library, sum(reading.entries for reading in readings), problems)
