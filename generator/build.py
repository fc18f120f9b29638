"""The line from listings to a published site. Read this first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import assets, exports, pages, search, sources, stamp
from generator.alone import alone
from generator.check import check
from generator.classify import classify
from generator.config import STATE, Settings
from generator.merge import merge
from generator.model import File, Library
from generator.notes import load_notes
from generator.overrides import load_overrides, unknown_topics
from generator.people import gather
from generator.problems import Problem
from generator.progress import Progress
from generator.publish import publish
from generator.relate import relate
from generator.render import render
from generator.taxonomy import load_taxonomy
from generator.told import Counts, Told, from_json, to_json
from generator.write import Written, write

REPORT = f"{STATE}/merged.txt"  # what was merged, and what nearly was


@dataclass(frozen=True, slots=True)
class Shelved:
    """A library, and what a person should look at."""

    library: Library
    entries: int
    problems: tuple[Problem, ...]
    merging: tuple[str, ...]  # the report of what was merged and what nearly was, line by line


@dataclass(frozen=True, slots=True)
class Made:
    """How many pages there are, and what was written below docs/ and of the theme."""

    pages: int
    docs: Written
    theme: Written

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What stood in the way."""
        return (*self.docs.problems, *self.theme.problems)


def build(settings: Settings, progress: Progress, with_site: bool = True, replace: bool = False) -> Told:
    """Make the pages, of them the site, and read the site back. Raises CannotGoOn and OSError.

    When nothing has changed since the last build, nothing is done and the same is told. `with_site=False`
    stops after the pages. `replace` moves files that stand in the way to replaced/.
    """
    with alone(settings.state / "lock"):
        before = stamp.inputs(settings, f"site={with_site}")
        if not replace and (told := _unchanged(settings, before, with_site)):
            return told
        stamp.forget(settings)
        shelved = shelve(settings, progress)
        made = put(shelved.library, settings, progress, replace)
        _report(shelved, settings)
        docs = stamp.made(settings)
        warned = publish(settings, progress) if with_site else ()
        faults = check(settings, shelved.library, progress) if with_site else ()
        told = _told(shelved, made, (*shelved.problems, *made.problems, *warned, *faults))
        stamp.remember(settings, (before, docs, stamp.published(settings, with_site)), to_json(told))
        return told


def shelve(settings: Settings, progress: Progress) -> Shelved:
    """Read the listings and make the library of them; writes nothing. Raises CannotGoOn."""
    overrides, override_problems = load_overrides(settings)
    topics, topic_problems = load_taxonomy(settings)
    readings, reading_problems = sources.read_all(settings, progress)
    merged = merge(readings, overrides, progress)
    matches = classify(merged.papers, topics, overrides, progress)
    related = relate(merged.papers, progress, matches, topics)
    notes, note_problems = load_notes(settings, merged.papers)
    people = gather(merged.papers, overrides.people)
    library = Library(
        papers=merged.papers,
        listings=tuple(reading.listing for reading in readings),
        topics=topics,
        matches=matches,
        related=related,
        notes=notes,
        origins=merged.origins,
        people=people.people,
    )
    problems = (
        *override_problems,
        *topic_problems,
        *unknown_topics(overrides, topics),
        *reading_problems,
        *merged.problems,
        *note_problems,
        *people.problems,
    )
    entries = sum(reading.entries for reading in readings)
    return Shelved(library, entries, problems, (*merged.report.lines(), *people.joins))


def put(library: Library, settings: Settings, progress: Progress, replace: bool = False) -> Made:
    """Write the pages, exports and assets below docs/, and the theme beside it."""
    aside = settings.root / "replaced" if replace else None
    exported = tuple(exports.all_files(library, settings))
    made = list(_rendered(library, settings, exported, progress))
    files = (*made, *exported, *search.files(library), *assets.files())
    docs = write(files, settings.docs, settings.state / "docs.json", aside, progress)
    theme = write(assets.theme_files(), settings.theme, settings.state / "theme.json", aside)
    return Made(len(made), docs, theme)


def _report(shelved: Shelved, settings: Settings) -> None:
    file = settings.root / REPORT
    file.write_text(
        "".join(f"{line}\n" for line in shelved.merging), encoding="utf-8", errors="backslashreplace"
    )


def _rendered(
    library: Library, settings: Settings, exported: Iterable[File], progress: Progress
) -> Iterator[File]:
    sizes = {file.path: len(file.content) for file in exported}
    for page in progress.track(pages.all_pages(library, settings, sizes), "Making pages", 0):
        yield render(page)


def _unchanged(settings: Settings, before: str, with_site: bool) -> Told | None:
    state = (before, stamp.made(settings), stamp.published(settings, with_site))
    return from_json(stamp.recall(settings, state))


def _told(shelved: Shelved, made: Made, problems: Iterable[Problem]) -> Told:
    papers = shelved.library.papers.values()
    counts = Counts(
        papers=len(papers),
        entries=shelved.entries,
        listings=len(shelved.library.listings),
        merged=sum(1 for paper in papers if len(paper.seen) > 1),
        topics=len({match.topic for matches in shelved.library.matches.values() for match in matches}),
        pages=made.pages,
        written=made.docs.written + made.theme.written,
        unchanged=made.docs.unchanged + made.theme.unchanged,
        removed=made.docs.removed + made.theme.removed,
    )
    return Told(counts, tuple(sorted(problems, key=Problem.sort_key)))
