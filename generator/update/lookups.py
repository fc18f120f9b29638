"""Papers of the library that lack something, and how each is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.keys import title_identity
from generator.model import Paper
from generator.update.memory import Memory

_BATCH = 100  # ids in one question to arXiv
MOST = 300  # questions of one update; the rest has its turn in the next


@dataclass(frozen=True, slots=True)
class Lookup:
    """Papers asked for with one question: several by arXiv ids, or one by DOI or by title."""

    kind: str  # "arxiv", "doi" or "title"
    papers: tuple[Paper, ...]


def lacks(paper: Paper) -> bool:
    """Whether the library does not know its title, its authors, its year or any identifier."""
    ids = paper.ids
    known = ids.arxiv or ids.doi or ids.acl or ids.openreview
    return paper.untitled or not paper.authors or paper.year is None or not known


def name_of(paper: Paper) -> str:
    """What is asked for, as the memory of what was not found calls it."""
    kind = kind_of(paper)
    value = {"arxiv": paper.ids.arxiv, "doi": paper.ids.doi, "title": title_identity(paper.title_text)}
    return f"{kind}:{value[kind]}"


def kind_of(paper: Paper) -> str:
    """By what a paper is looked up: the surest thing that is known of it."""
    return "arxiv" if paper.ids.arxiv else "doi" if paper.ids.doi else "title"


def lookups(papers: Iterable[Paper], memory: Memory, today: date) -> list[Lookup]:
    """The questions to ask, those that find most first. What was asked for lately and not found is left out."""
    wanted: dict[str, list[Paper]] = {"arxiv": [], "doi": [], "title": []}
    for paper in sorted(papers, key=lambda paper: paper.key):
        if lacks(paper) and not memory.is_lost(name_of(paper), today) and _can_be_asked(paper):
            wanted[kind_of(paper)].append(paper)
    return list(_lookups(wanted))


def _can_be_asked(paper: Paper) -> bool:
    return kind_of(paper) != "title" or not paper.untitled


def _lookups(wanted: dict[str, list[Paper]]) -> Iterator[Lookup]:
    by_id = wanted["arxiv"]
    for start in range(0, len(by_id), _BATCH):
        yield Lookup("arxiv", tuple(by_id[start : start + _BATCH]))
    for kind in ("doi", "title"):
        yield from (Lookup(kind, (paper,)) for paper in wanted[kind])
