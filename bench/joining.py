"""How well papers are joined, and at what cost: `python -m bench.joining [RECORDS]`; needs the corpus.

Quality: each of some thousands of real papers is told twice, the second time disturbed in one of eight ways; what
should join is a positive pair. Negative pairs are truly different papers that look alike: the same title by others
long before, parts, answers, a word more or another; and all other papers of the corpus. Cost: records with a fifth
of them told twice.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bench.collection import CORPUS
from generator.merge import merge
from generator.model import Ids, Listing, Markup, Reading, Record
from generator.overrides import Overrides
from generator.problems import Place
from generator.progress import Silent

SEED = 7
Disturb = Callable[[Record, random.Random], Record]


def corpus(most: int) -> list[Record]:
    """The papers of the corpus that have authors, as records of one listing; repeated with other words when more."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        papers = [json.loads(line) for line in lines]
    papers = [paper for paper in papers if paper.get("authors") and len(paper["title"].split()) >= 4]
    records = []
    for number in range(most):
        paper, again = papers[number % len(papers)], number // len(papers)
        title = f"{paper['title']} {'again ' * again}{again}" if again else paper["title"]
        records.append(_record(paper, title, number))
    return records


def _record(paper: dict[str, Any], title: str, number: int) -> Record:
    return Record(
        title=title,
        place=Place("listings/a", number + 1),
        listing="a",
        position=number + 1,
        markup=Markup.RESIDUE,
        abstract=paper.get("abstract") or "",
        authors=tuple(paper["authors"]),
        year=paper.get("year"),
        venue=paper.get("venue") or "",
    )


def _typo(record: Record, chance: random.Random) -> Record:
    words = record.title.split()
    long = [place for place, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if not long:
        return record
    place = chance.choice(long)
    at = chance.randrange(1, len(words[place]) - 2)
    word = words[place]
    words[place] = chance.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        ]
    )
    return replace(record, title=" ".join(words))


def _marks(record: Record, chance: random.Random) -> Record:
    title = record.title.replace("-", " ").replace(":", " -").replace("&", "and")
    return replace(record, title=chance.choice([title.upper(), title.title(), f"{title}."]))


def _subtitle(record: Record, chance: random.Random) -> Record:
    head, colon, _ = record.title.partition(": ")
    return replace(record, title=head) if colon and len(head) >= 6 else _marks(record, chance)


def _cut(record: Record, chance: random.Random) -> Record:
    at = record.title.rfind(" ", 0, len(record.title) * 3 // 4)
    return replace(record, title=record.title[:at] + "...") if at > 25 else _typo(record, chance)


def _initials(record: Record, chance: random.Random) -> Record:
    names = tuple(
        " ".join([*(f"{word[0]}." for word in name.split()[:-1]), name.split()[-1]])
        for name in record.authors
    )
    return replace(_typo(record, chance), authors=names)


def _turned(record: Record, chance: random.Random) -> Record:
    names = tuple(" ".join([name.split()[-1], *name.split()[:-1]]) for name in record.authors)
    return replace(record, authors=names, title=record.title.lower())


def _later(record: Record, chance: random.Random) -> Record:
    fewer = record.authors[: max(1, len(record.authors) * 2 // 3)]
    year = record.year + chance.choice([-1, 1, 2]) if record.year else None
    return replace(_marks(record, chance), authors=fewer, authors_incomplete=True, year=year)


def _bare(record: Record, chance: random.Random) -> Record:
    return replace(_marks(record, chance), authors=(), year=None, venue="", abstract="")


DISTURBED: dict[str, Disturb] = {
    "a typo in the title": _typo,
    "case, hyphens, stops": _marks,
    "subtitle left out": _subtitle,
    "title cut short": _cut,
    "initials, and a typo": _initials,
    "names turned, lower case": _turned,
    "year moved, authors missing": _later,
    "title alone": _bare,
}


def _others(record: Record, chance: random.Random) -> Record:
    return replace(record, authors=("Somebody Else", "Another Person"), year=(record.year or 2000) - 9)


def _part(record: Record, chance: random.Random) -> Record:
    return replace(record, title=f"{record.title} II", year=(record.year or 2000) + 1)


def _answer(record: Record, chance: random.Random) -> Record:
    return replace(
        record, title=f"{chance.choice(['Reply to', 'Correction to', 'Comment on'])} {record.title}"
    )


def _sibling(record: Record, chance: random.Random) -> Record:
    words = record.title.split()
    place = max(range(len(words)), key=lambda at: len(words[at]))
    words[place] = chance.choice(["Lighthouses", "Gardening", "Breadmaking", "Navigation"])
    return replace(record, title=" ".join(words))


def _extended(record: Record, chance: random.Random) -> Record:
    return replace(
        record, title=f"{chance.choice(['Towards', 'Efficient', 'Robust', 'Scalable'])} {record.title}"
    )


APART: dict[str, Disturb] = {
    "same title, others, long before": _others,
    "part two": _part,
    "an answer to it": _answer,
    "one word of it another": _sibling,
    "one word more": _extended,
}


def quality(records: list[Record]) -> dict[str, tuple[int, int]]:
    """By disturbance how many pairs there are, and how many were joined; all others under "others"."""
    chance = random.Random(SEED)  # noqa: S311 - the same disturbances each time
    told: list[Record] = list(records)
    ways: dict[int, str] = {}  # position of a disturbed record -> the way
    for number, record in enumerate(records):
        name = [*DISTURBED, *APART][number % (len(DISTURBED) + len(APART))]
        other = {**DISTURBED, **APART}[name](record, chance)
        if other == record:
            continue
        place = Place("listings/b", number + 1)
        ids = (
            Ids(arxiv=f"2401.{number:05}")
            if number % 3 == 0 and name in DISTURBED and number < 100_000
            else Ids()
        )
        told.append(replace(other, place=place, listing="b", ids=ids))
        ways[number + 1] = name
    outcome = merge([_reading(told)], Overrides(), Silent())
    pairs: Counter[str] = Counter(ways.values())
    joined: Counter[str] = Counter()
    for paper in outcome.papers.values():
        seen = {(one.listing, one.position) for one in paper.seen}
        for listing, position in seen:
            if listing == "b":
                joined[ways[position]] += ("a", position) in seen
                joined["others"] += any(other != position for _, other in seen)
            elif listing == "a":
                joined["others"] += any(where == "a" and other < position for where, other in seen)
    return {name: (pairs[name], joined[name]) for name in (*DISTURBED, *APART, "others")}


def _reading(records: list[Record]) -> Reading:
    return Reading(Listing("a", "A", "", "listings/a", "x"), tuple(records), (), len(records))


def main(records: int) -> None:
    """Measure and print."""
    found = quality(corpus(18_000))
    print("pairs joined                       pairs   joined")
    for name, (pairs, joined) in found.items():
        print(f"  {name:<32} {pairs:6,}   {joined:6,}" + (f"   {joined / pairs:.4f}" if pairs else ""))
    right = sum(found[name][1] for name in DISTURBED)
    wrong = sum(found[name][1] for name in (*APART, "others"))
    pairs = sum(found[name][0] for name in DISTURBED)
    print(f"  precision {right / (right + wrong):.4f} (bar 0.999), recall {right / pairs:.4f} (bar 0.98)")
    told = corpus(records * 4 // 5)
    told += [
        replace(one, place=Place("listings/b", one.position), listing="b") for one in told[: records // 5]
    ]
    start = time.process_time()
    outcome = merge([_reading(told)], Overrides(), Silent())
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(told):,} records -> {len(outcome.papers):,} papers: {seconds:.1f} s of CPU (bar 60)", end=", "
    )
    print(f"{memory:,.0f} MB (bar 1,500)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 80_000)
