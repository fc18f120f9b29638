"""Authors, year and identifiers of papers that lack them: asked of arXiv and Crossref, taken only when sure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator import kept
from generator.fetch import Unanswered
from generator.keys import title_identity
from generator.model import Paper, Record
from generator.problems import Level
from generator.sources import read_one
from generator.update import arxiv, crossref
from generator.update.journal import Errand, Journal
from generator.update.lookups import MOST, Lookup, kind_of, lookups, name_of
from generator.update.same import Judgement, families, judged, title_of

FOLDER = "completed"
_ROWS = 5  # works that are compared with a title
_WORDS = 40  # of a title that is asked for


def ask(errand: Errand, journal: Journal, papers: Mapping[str, Paper]) -> int:
    """Look up what the library lacks and write what is sure; returns how many questions are left for next time."""
    every = lookups(papers.values(), journal.memory, errand.today)
    for lookup in errand.progress.track(every[:MOST], "Looking papers up", len(every[:MOST])):
        {"arxiv": _by_arxiv_ids, "doi": _by_doi, "title": _by_title}[lookup.kind](lookup, journal)
    return len(every[MOST:])


def _by_arxiv_ids(lookup: Lookup, journal: Journal) -> None:
    ids = [paper.ids.arxiv for paper in lookup.papers]
    question = {"id_list": ",".join(ids), "start": "0", "max_results": str(len(ids))}
    found = _arxiv(question, len(ids), journal)
    if found is None:
        return
    by_id = {record.ids.arxiv: record for record in found}
    pairs = [(paper, by_id[paper.ids.arxiv]) for paper in lookup.papers if paper.ids.arxiv in by_id]
    _settle(arxiv.SERVICE, lookup, [pair for pair in pairs if _is_same(*pair, journal)], journal)


def _by_doi(lookup: Lookup, journal: Journal) -> None:
    paper = lookup.papers[0]
    doi = paper.ids.doi
    if journal.is_down(crossref.SERVICE):
        return
    url = crossref.address(journal.client.manners.crossref, doi)
    try:
        answer = journal.ask(
            crossref.SERVICE, url, {}, _path(crossref.SERVICE, journal),
            lambda content: crossref.check_work(content, doi),
        )  # fmt: skip
    except Unanswered:  # Crossref does not know it: it is another registry's
        _settle(crossref.SERVICE, lookup, [], journal)
        return
    if answer is None:
        return
    found = [record for record in _read(answer.content) if record.ids.doi == doi]
    pairs = [(paper, record) for record in found[:1] if _is_same(paper, record, journal)]
    _settle(crossref.SERVICE, lookup, pairs, journal)


def _by_title(lookup: Lookup, journal: Journal) -> None:
    """Of arXiv first, which knows of few things that are no papers; then of Crossref."""
    paper = lookup.papers[0]
    if journal.is_down(arxiv.SERVICE) or journal.is_down(crossref.SERVICE):
        return
    words = " ".join(re.sub(r"[\W_]+", " ", paper.title_text).split()[:_WORDS])
    question = {"search_query": f'ti:"{words}"', "start": "0", "max_results": str(_ROWS)}
    doubtful: list[Record] = []
    for service in (arxiv.SERVICE, crossref.SERVICE):
        found = _arxiv(question, _ROWS, journal) if service == arxiv.SERVICE else _works(words, journal)
        if found is None:
            return
        same, unsure = _chosen(paper, found)
        doubtful += unsure
        if same:
            _settle(service, lookup, [(paper, same)], journal)
            return
    if doubtful:
        _doubt(paper, doubtful[0], journal)
    _settle(crossref.SERVICE, lookup, [], journal)


def _arxiv(question: dict[str, str], most: int, journal: Journal) -> list[Record] | None:
    if journal.is_down(arxiv.SERVICE):
        return None
    url, path = journal.client.manners.arxiv, _path(arxiv.SERVICE, journal)
    answer = journal.ask(arxiv.SERVICE, url, question, path, lambda content: arxiv.feed_of(content, most))
    if answer is None:
        return None
    return _read(answer.content) if arxiv.feed_of(answer.content, most).ids else []


def _works(words: str, journal: Journal) -> list[Record] | None:
    question = {"query.bibliographic": words, "rows": str(_ROWS)}
    url, path = journal.client.manners.crossref, _path(crossref.SERVICE, journal)
    answer = journal.ask(crossref.SERVICE, url, question, path, crossref.check_works)
    return _read(answer.content) if answer else None


def _read(content: bytes) -> list[Record]:
    reading, _ = read_one(content, "answer")
    return list(reading.records) if reading else []


def _chosen(paper: Paper, found: Iterable[Record]) -> tuple[Record | None, list[Record]]:
    """The record of the paper, and those of which it is not sure. Two that both could be it are not sure."""
    judgements = [(judged(paper, record), record) for record in found]
    same = [record for judgement, record in judgements if judgement is Judgement.SAME]
    unsure = [record for judgement, record in judgements if judgement is Judgement.DOUBTFUL]
    if len({tuple(families(record.authors)) for record in same}) > 1:
        return None, [*same, *unsure]
    return (same[0] if same else None), unsure


def _is_same(paper: Paper, record: Record, journal: Journal) -> bool:
    if judged(paper, record, by_id=True) is Judgement.SAME:
        return True
    _doubt(paper, record, journal)
    return False


def _doubt(paper: Paper, record: Record, journal: Journal) -> None:
    known = record.ids.arxiv or record.ids.doi
    place = paper.seen[0].place
    message = (
        f"Looked up “{paper.title_text}” ({place}) and found “{title_of(record)}” ({known}), "
        "which may be another paper; it was not taken."
    )
    hint = "If it is the same, write its id into a listing of yours; if not, nothing need be done."
    journal.report("update-doubtful", Level.NOTE, message, _path(_service(record), journal), hint)


def _service(record: Record) -> str:
    return arxiv.SERVICE if record.ids.arxiv else crossref.SERVICE


def _path(service: str, journal: Journal) -> str:
    return f"{FOLDER}/from-{service.lower()}-{journal.today.isoformat()}.jsonl"


def _settle(service: str, lookup: Lookup, pairs: list[tuple[Paper, Record]], journal: Journal) -> None:
    """Add a line for each that was found to the file of the service and day, and remember what is still lacking."""
    path = _path(service, journal)
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
