"""What was looked up goes into a listing of ours when it is sure; otherwise it is told, and remembered as asked."""

from __future__ import annotations

import json
from typing import Any

from generator import kept
from generator.keys import title_identity
from generator.model import Paper, Record
from generator.problems import Level
from generator.update import arxiv, crossref
from generator.update.journal import Journal
from generator.update.lookups import Lookup, kind_of, name_of
from generator.update.same import Judgement, judged, title_of

FOLDER = "completed"


def is_same(paper: Paper, record: Record, journal: Journal) -> bool:
    """Whether what was found by an identifier is the paper; told when it is doubtful."""
    if judged(paper, record, by_id=True) is Judgement.SAME:
        return True
    doubt(paper, record, journal)
    return False


def doubt(paper: Paper, record: Record, journal: Journal) -> None:
    """Tell of something that may be the paper and was not taken."""
    known = record.ids.arxiv or record.ids.doi
    place = paper.seen[0].place
    message = (
        f"Looked up “{paper.title_text}” ({place}) and found “{title_of(record)}” ({known}), "
        "which may be another paper; it was not taken."
    )
    hint = "If it is the same, write its id into a listing of yours; if not, nothing need be done."
    journal.report("update-doubtful", Level.NOTE, message, path_of(_service(record), journal), hint)


def _service(record: Record) -> str:
    return arxiv.SERVICE if record.ids.arxiv else crossref.SERVICE


def path_of(service: str, journal: Journal) -> str:
    """Where what a service told today lies, below listings/."""
    return f"{FOLDER}/from-{service.lower()}-{journal.today.isoformat()}.jsonl"


def settle(service: str, lookup: Lookup, pairs: list[tuple[Paper, Record]], journal: Journal) -> None:
    """Add a line for each that was found to the file of the service and day, and remember what is still lacking."""
    path = path_of(service, journal)
    old = kept.held(journal.settings, path) or b""
    lines = [line for line in (_line(*pair) for pair in pairs) if line not in old]
    if lines:
        journal.write(path, old + (b"" if not old or old.endswith(b"\n") else b"\n") + b"".join(lines))
    completed = {paper.key for paper, record in pairs if _is_enough(paper, record)}
    memory = journal.memory
    for paper in lookup.papers:
        if paper.key not in completed:
            memory = memory.with_lost(name_of(paper), journal.today)
    journal.remember(memory)


def _is_enough(paper: Paper, record: Record) -> bool:
    return bool((paper.authors or record.authors) and (paper.year or record.year))


def _line(paper: Paper, record: Record) -> bytes:
    """What was found, as JSON; under the paper's own title where only that can join the two."""
    joins = kind_of(paper) != "title" or title_identity(title_of(record)) == title_identity(paper.title_text)
    told: dict[str, Any] = {
        "title": record.title if joins else paper.seen[0].title,
        "authors": list(record.authors),
        "published": record.published,
        "year": None if record.published else record.year,
        "venue": record.venue,
        "arxiv_id": record.ids.arxiv,
        "doi": record.ids.doi,
        "abstract": record.abstract if not paper.text and record.ids.arxiv else "",
    }
    text = json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)
    return f"{text}\n".encode("utf-8", "replace")
