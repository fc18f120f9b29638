"""What the records of a paper agree on: for every field the best value, by a rule that knows no order.

Title: the one written most often, then the longest, then the first in code points. Abstract and summary:
the longest, since damage shortens. Authors: complete before incomplete, then the longest list, then the
most letters. Year: the earliest, which is the year of first appearance. Venue: the one written most often,
then the longest. Identifiers: the first of each kind in code points (there is more than one only by the
owner's word). Links and keywords: all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.merge.told import KINDS, Told
from generator.model import Ids, Link, LinkKind, Record
from generator.problems import Level, Problem
from generator.text.fold import fold
from generator.text.rich import Rich, plain


def title(told: Sequence[Told]) -> tuple[Rich, str]:
    """The title, and the key that goes with it."""
    if len(told) == 1:
        return told[0].title, told[0].key
    often = Counter(plain(one.title) for one in told)
    best = min(told, key=lambda one: (*_usual(plain(one.title), often), repr(one.title)))
    return best.title, best.key


def longest(records: Sequence[Record], field: str) -> tuple[str, Record]:
    """The longest abstract or summary, and the record that has it."""
    record = min(
        records, key=lambda record: (-len(getattr(record, field)), getattr(record, field), record.markup)
    )
    return getattr(record, field), record


def authors(records: Sequence[Record]) -> tuple[tuple[str, ...], bool]:
    """The list of authors, and whether it is known to have gaps."""
    known = [record for record in records if record.authors]
    if not known:
        return (), False
    best = min(
        known,
        key=lambda record: (
            record.authors_incomplete,
            -len(record.authors),
            -sum(map(len, record.authors)),
            record.authors,
        ),
    )
    return best.authors, best.authors_incomplete


def year(records: Sequence[Record]) -> int | None:
    """The earliest year."""
    return min((record.year for record in records if record.year is not None), default=None)


def venue(records: Sequence[Record]) -> str:
    """The venue written most often."""
    if len(records) == 1:
        return records[0].venue
    often = Counter(record.venue for record in records if record.venue)
    return min(often, key=lambda venue: _usual(venue, often), default="")


def ids(records: Sequence[Record]) -> Ids:
    """The identifiers of all records."""
    return Ids(*(min(filter(None, (getattr(r.ids, kind) for r in records)), default="") for kind in KINDS))


def links(records: Iterable[Record], from_text: Iterable[Link]) -> tuple[Link, ...]:
    """All links, none twice, by kind and then by address. A kind that a record names wins over a guess."""
    kinds: dict[str, tuple[bool, int, Link]] = {}
    order = list(LinkKind)
    told = [(link, False) for record in records for link in record.links]
    for link, guessed in (*told, *((link, True) for link in from_text)):
        address = link.url.removesuffix("/").replace("http://", "https://", 1)
        vague = link.kind is LinkKind.OTHER or guessed
        candidate = (vague, order.index(link.kind), link)
        before = kinds.get(address)
        if before is None or (*candidate[:2], link.url) < (*before[:2], before[2].url):
            kinds[address] = candidate
    found = (link for _, _, link in kinds.values())
    return tuple(sorted(found, key=lambda link: (order.index(link.kind), link.url)))


def keywords(records: Iterable[Record], from_text: Iterable[str]) -> tuple[str, ...]:
    """Those of the text first and in its order, then the others by alphabet; none twice."""
    others = sorted({word for record in records for word in record.keywords}, key=lambda w: (w.casefold(), w))
    kept: dict[str, str] = {}
    for word in (*from_text, *others):
        kept.setdefault(fold(word) or word, word)
    return tuple(kept.values())


def disagreements(told: Sequence[Told]) -> Iterator[Problem]:
    """A note for every fact on which records differ so much that a person should look."""
    records = [one.record for one in told]
    yield from _twice(records)
    first, place = records[0], records[0].place
    years = sorted({record.year for record in records if record.year is not None})
    if len(years) > 1:
        message = f"“{first.title}” has several years: {', '.join(map(str, years))}; the earliest is shown."
        level = Level.NOTE if years[-1] - years[0] <= 2 else Level.WARNING
        yield Problem(level, "merge-years-differ", message, place, "Mend the wrong one, if one is.")
    leads = sorted({record.authors[0] for record in records if record.authors})
    if len({fold(name).split()[-1] if fold(name) else name for name in leads}) > 1:
        names, pair = "; ".join(leads[:4]), f"[{told[0].entry}, {told[-1].entry}]"
        message = f"“{first.title}” has several first authors: {names}; the longest list is shown."
        hint = f"Mend the wrong list; or, if these are two papers: different: [{pair}]"
        yield Problem(Level.WARNING, "merge-authors-differ", message, place, hint)


def _twice(records: Sequence[Record]) -> Iterator[Problem]:
    """A note for every entry that stands in one listing again."""
    before: dict[str, Record] = {}
    for record in records:
        first = before.setdefault(record.place.file, record)
        if first is not record:
            message = f"“{record.title}” stands in this listing twice, first in line {first.place.line}."
            yield Problem(Level.NOTE, "entry-twice", message, record.place, "Remove one of the two.")


def _usual(text: str, often: Counter[str]) -> tuple[int, int, str]:
    return (-often[text], -len(text), text)
