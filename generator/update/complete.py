"""Authors, year and identifiers of papers that lack them: asked of arXiv and Crossref, taken only when sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.fetch import Unanswered
from generator.model import Paper, Record
from generator.sources import read_one
from generator.update import arxiv, crossref
from generator.update.journal import Errand, Journal
from generator.update.lookups import MOST, Lookup, lookups
from generator.update.same import Judgement, families, judged
from generator.update.settle import doubt, is_same, path_of, settle

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
    settle(arxiv.SERVICE, lookup, [pair for pair in pairs if is_same(*pair, journal)], journal)


def _by_doi(lookup: Lookup, journal: Journal) -> None:
    paper = lookup.papers[0]
    doi = paper.ids.doi
    if journal.is_down(crossref.SERVICE):
        return
    url = crossref.address(journal.client.manners.crossref, doi)
    try:
        answer = journal.ask(
            crossref.SERVICE, url, {}, path_of(crossref.SERVICE, journal),
            lambda content: crossref.check_work(content, doi),
        )  # fmt: skip
    except Unanswered:  # Crossref does not know it: it is another registry's
        settle(crossref.SERVICE, lookup, [], journal)
        return
    if answer is None:
        return
    found = [record for record in _read(answer.content) if record.ids.doi == doi]
    pairs = [(paper, record) for record in found[:1] if is_same(paper, record, journal)]
    settle(crossref.SERVICE, lookup, pairs, journal)


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
            settle(service, lookup, [(paper, same)], journal)
            return
    if doubtful:
        doubt(paper, doubtful[0], journal)
    settle(crossref.SERVICE, lookup, [], journal)


def _arxiv(question: dict[str, str], most: int, journal: Journal) -> list[Record] | None:
    if journal.is_down(arxiv.SERVICE):
        return None
    url, path = journal.client.manners.arxiv, path_of(arxiv.SERVICE, journal)
    answer = journal.ask(arxiv.SERVICE, url, question, path, lambda content: arxiv.feed_of(content, most))
    if answer is None:
        return None
    return _read(answer.content) if arxiv.feed_of(answer.content, most).ids else []


def _works(words: str, journal: Journal) -> list[Record] | None:
    question = {"query.bibliographic": words, "rows": str(_ROWS)}
    url, path = journal.client.manners.crossref, path_of(crossref.SERVICE, journal)
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
