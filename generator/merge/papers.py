"""From records to papers: group them, choose for each field, clean the text once, and say what was done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.keys import with_hash
from generator.merge import choosing, wishes
from generator.merge.apart import Apart
from generator.merge.disagreements import disagreements
from generator.merge.grouping import group
from generator.merge.near import near_misses
from generator.merge.report import Join, Report
from generator.merge.told import KINDS, Told, ids_of
from generator.merge.told import told as told_of
from generator.model import Markup, Paper, Reading, Record, Seen
from generator.overrides import Overrides
from generator.problems import Place, Problem
from generator.progress import Progress
from generator.text.clean import Cleaned, clean_abstract
from generator.text.rich import Rich, plain, rich
from generator.text.short_name import short_name

Origins = Mapping[str, Place]  # by field


@dataclass(frozen=True, slots=True)
class Merged:
    """Papers sorted by key, what a person should look at, what was merged, and where values come from."""

    papers: Mapping[str, Paper]
    problems: tuple[Problem, ...]
    report: Report
    origins: Mapping[str, Mapping[str, Place]]  # paper -> field -> where its value stands


def merge(readings: Iterable[Reading], overrides: Overrides, progress: Progress) -> Merged:
    """The papers that the records tell of.

    The outcome does not depend on the order of readings. Hidden papers are left out, with a note each;
    entries read = places seen + entries that problems cost.
    """
    all_told = told_of(record for reading in readings for record in reading.records)
    groups, problems = group(all_told, overrides)
    keyed = _keyed(groups)
    papers: dict[str, Paper] = {}
    origins: dict[str, Origins] = {}
    joins = []
    for key, title, members in progress.track(keyed, "Cleaning texts", len(keyed)):
        papers[key], origins[key] = _paper(key, title, members, overrides)
        if len(members) > 1:
            problems += disagreements(members)
            joins.append(Join(key, _joined_by(members), papers[key].seen))
    apart = Apart(all_told, overrides.different)
    problems += wishes.unmet(papers, overrides, apart)
    problems += wishes.hide(papers, overrides)
    near = near_misses(papers, overrides.different)
    problems += [miss.problem() for miss in near]
    report = Report(tuple(join for join in joins if join.key in papers), near)
    return Merged(papers, tuple(problems), report, {key: origins[key] for key in papers})


def _keyed(groups: Iterable[Sequence[Told]]) -> list[tuple[str, Rich, Sequence[Told]]]:
    """Each group with its key and title, sorted by key; papers of one title get what tells them apart."""
    taken: dict[str, list[tuple[Rich, Sequence[Told]]]] = defaultdict(list)
    for members in groups:
        shown = choosing.title(members)
        taken[shown.key].append((shown.title, members))
    found: dict[str, tuple[str, Rich, Sequence[Told]]] = {}
    for key, claims in sorted(taken.items(), key=lambda item: item[0]):
        for title, members in sorted(claims, key=lambda claim: claim[1][0].entry):
            own = key if len(claims) == 1 else _own_key(key, members)
            while own in found:  # one identifier, kept apart by the owner
                own = with_hash(own, members[0].entry + own)
            found[own] = (own, title, members)
    return sorted(found.values(), key=lambda item: item[0])


def _own_key(key: str, members: Sequence[Told]) -> str:
    """The key with a hash of the first identifier, or of authors and year, or else of the place."""
    known = sorted(known for one in members for known in ids_of(one.record.ids))
    if known:
        return with_hash(key, min(known, key=lambda item: (KINDS.index(item[0]), item[1]))[1])
    records = [one.record for one in members]
    named, dated = choosing.authors(records), choosing.year(records)
    if named is None:
        return with_hash(key, members[0].entry)
    return with_hash(key, f"{'; '.join(named.authors)} {dated.year if dated else None}")


def _paper(key: str, title: Rich, members: Sequence[Told], overrides: Overrides) -> tuple[Paper, Origins]:
    """The paper, and where each of its values comes from."""
    records = [one.record for one in members]
    abstract, source = choosing.abstract(records)
    cleaned = clean_abstract(abstract, source.markup) if abstract else Cleaned(())
    summary, summed = choosing.longest(records, "summary")
    told_summary = clean_abstract(summary, Markup.PLAIN) if summary else Cleaned(())
    if new_title := overrides.titles.get(key):
        title = rich(new_title)
    named, dated, placed = choosing.authors(records), choosing.year(records), choosing.venue(records)
    year = dated.year if dated else None
    paper = Paper(
        key=key,
        title=title,
        seen=tuple(Seen(one.listing, one.position, one.place, one.title, one.listed) for one in records),
        short_name=short_name(plain(title)),
        abstract=cleaned.text,
        summary=told_summary.text,
        authors=named.authors if named else (),
        authors_incomplete=named.authors_incomplete if named else False,
        year=year,
        venue=placed.venue if placed else "",
        ids=choosing.ids(records),
        links=choosing.links(records, (*cleaned.links, *told_summary.links)),
        keywords=choosing.keywords(records, cleaned.keywords),
        published=choosing.published(records, year),
        untitled=all(record.untitled for record in records) and not new_title,
    )
    told: dict[str, Place | None] = {
        "title": overrides.places.get(("titles", key)) if new_title else choosing.title(members).record.place,
        "authors": named.place if named else None,
        "year": dated.place if dated else None,
        "venue": placed.place if placed else None,
        "abstract": source.place if abstract else None,
        "summary": summed.place if summary else None,
        **{kind: _teller(records, kind, getattr(paper.ids, kind)) for kind in KINDS},
    }
    return paper, {field: place for field, place in told.items() if place}


def _teller(records: Sequence[Record], kind: str, value: str) -> Place | None:
    """The first place that tells an identifier."""
    return next((record.place for record in records if value and getattr(record.ids, kind) == value), None)


def _joined_by(members: Sequence[Told]) -> tuple[str, ...]:
    """What several of the records have in common; the owner's word when nothing."""
    shared = ["title"] if len({one.identity for one in members}) < len(members) else []
    ids = [known for one in members for known in ids_of(one.record.ids)]
    shared += [f"{kind} {value}" for kind, value in sorted(set(ids)) if ids.count((kind, value)) > 1]
    return tuple(shared) or ("the owner's word",)
