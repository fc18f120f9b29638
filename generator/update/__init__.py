"""Keeps a library current: asks the sources that mkdocs.yml names and writes what they answer as new listings.

A build never comes here. What is bad in whatever way replaces and removes nothing: see `generator.fetch` for how
an answer comes, and each source here for how it is checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.alone import alone
from generator.build import shelve
from generator.config import CONFIG
from generator.kept import shown
from generator.model import Paper
from generator.problems import Level, Place, Problem
from generator.progress import Silent
from generator.update import arxiv, complete, daily_papers
from generator.update.journal import Errand as Errand
from generator.update.journal import Journal
from generator.update.lookups import MOST, lookups
from generator.update.wanted import Wanted as Wanted
from generator.update.wanted import wanted as wanted

NOTHING_WANTED = Problem(
    Level.WARNING,
    "update-nothing",
    "No source is named, so there is nothing to ask for.",
    Place(CONFIG),
    "Name some under `extra: papershelf: update:`, such as: daily_papers: true",
)


@dataclass(frozen=True, slots=True)
class Updated:
    """What came of it: files written, as the owner would type them; titles of papers that are new, sorted."""

    written: tuple[str, ...]
    new: tuple[str, ...]
    problems: tuple[Problem, ...]
    answers: int  # how many good ones there were
    left: int  # questions for next time

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing that a person must look at."""
        return all(problem.level is Level.NOTE for problem in self.problems)

    @property
    def is_in_vain(self) -> bool:
        """Whether no source gave a good answer, and one at least a bad one."""
        return not self.is_clean and not self.answers

    def summary(self) -> str:
        """In one line."""
        many = f"{len(self.new):,} new paper{'' if len(self.new) == 1 else 's'}"
        files = f"{len(self.written):,} file{'' if len(self.written) == 1 else 's'} written"
        left = f"; {self.left:,} more look-ups next time" if self.left else ""
        return f"{many}; {files}{left}"


def update(errand: Errand) -> Updated:
    """Ask all sources and write what is new. Raises CannotGoOn and OSError; bad answers are problems."""
    settings, asked = errand.settings, errand.wanted
    with alone(settings.state / "lock"):
        before = _papers(errand)
        journal = Journal(errand)
        if asked.daily_papers:
            daily_papers.ask(errand, journal)
        if asked.arxiv:
            arxiv.ask(errand, journal)
        left, done = 0, len(journal.written)
        after = _papers(errand) if done else before
        if asked.complete:
            left = complete.ask(errand, journal, after)
            after = _papers(errand) if len(journal.written) > done else after
    return Updated(
        written=tuple(sorted(journal.written)),
        new=tuple(sorted(_new(before, after))),
        problems=tuple(journal.problems),
        answers=journal.answers,
        left=left,
    )


def plan(errand: Errand) -> Iterator[str]:
    """What an update would ask for and write, a line each; asks for nothing and writes nothing."""
    settings, asked = errand.settings, errand.wanted
    journal = Journal(errand)
    if asked.daily_papers:
        for day in daily_papers.days(errand, journal):
            yield f"Daily Papers of {day} → {shown(settings, daily_papers.path_of(day))}"
    for query in asked.arxiv:
        first = arxiv.first_day(errand, query)
        yield f"arXiv, {query}, from {first} → {shown(settings, arxiv.path_of(query, errand.today))}"
    if asked.complete:
        for lookup in lookups(_papers(errand).values(), journal.memory, errand.today)[:MOST]:
            what = {
                "arxiv": "arXiv, by id",
                "doi": "Crossref, by DOI",
                "title": "arXiv and Crossref, by title",
            }
            yield f"{what[lookup.kind]}: {', '.join(paper.title_text for paper in lookup.papers)}"


def _papers(errand: Errand) -> Mapping[str, Paper]:
    return shelve(errand.settings, Silent()).library.papers


def _new(before: Mapping[str, Paper], after: Mapping[str, Paper]) -> Iterator[str]:
    """Titles of papers that the library did not have, not even under another title."""
    known = {known for paper in before.values() for known in _ids(paper)}
    for key, paper in after.items():
        if key not in before and not known & set(_ids(paper)):
            yield paper.title_text


def _ids(paper: Paper) -> list[tuple[str, str]]:
    ids = paper.ids
    every = (("arxiv", ids.arxiv), ("doi", ids.doi), ("acl", ids.acl), ("openreview", ids.openreview))
    return [(kind, value) for kind, value in every if value]
