"""What the records of a paper agree on: for every field the best value, by a rule that knows no order.

The best source comes first: the publisher, then the archive, then listings (`Record.authority`); among equals
the value written most often, then the longest, then the first in code points. Beyond that:

- a title that only stands in for one never counts while another is known;
- an abstract that was cut, or is much shorter than another, gives way to the longest;
- authors: complete before incomplete;
- the year is the best source's, and the earliest among equals;
- a summary is the owner's: the longest;
- identifiers, links and keywords: all (of each kind of identifier there is more than one only by the owner's word).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.merge.told import KINDS, Told
from generator.model import Authority, Ids, Link, LinkKind, Record
from generator.text.fold import fold
from generator.text.rich import plain

Value = TypeVar("Value")
_RANKS = {authority: rank for rank, authority in enumerate(Authority)}
_CUT = ("...", "…")
_SHORT = 0.6  # of the longest abstract: less is taken for a beginning


def title(told: Sequence[Told]) -> Told:
    """The record whose title is shown, and gives the key."""
    if len(told) == 1:
        return told[0]
    often = Counter(plain(one.title) for one in told)
    return min(
        told,
        key=lambda one: (
            one.record.untitled,
            plain(one.title).endswith(_CUT),
            _RANKS[one.record.authority],
            *_usual(plain(one.title), often),
            repr(one.title),
        ),
    )


def longest(records: Sequence[Record], field: str) -> tuple[str, Record]:
    """The longest of a field, and the record that has it."""
    record = min(
        records, key=lambda record: (-len(getattr(record, field)), getattr(record, field), record.markup)
    )
    return getattr(record, field), record


def abstract(records: Sequence[Record]) -> tuple[str, Record]:
    """The abstract, and the record that has it."""
    most = max(len(record.abstract) for record in records)
    whole = [record for record in records if len(record.abstract) >= most * _SHORT]
    uncut = [record for record in whole if not record.abstract.rstrip().endswith(_CUT)] or whole
    best = min(_RANKS[record.authority] for record in uncut)
    return longest([record for record in uncut if _RANKS[record.authority] == best], "abstract")


def authors(records: Sequence[Record]) -> Record | None:
    """The record with the list of authors."""
    known = [record for record in records if record.authors]
    return min(
        known,
        key=lambda record: (
            record.authors_incomplete,
            _RANKS[record.authority],
            -len(record.authors),
            -sum(map(len, record.authors)),
            record.authors,
        ),
        default=None,
    )


def year(records: Sequence[Record]) -> Record | None:
    """The record with the year: the best source's earliest."""
    return _best(records, lambda record: record.year, lambda record: (record.year or 0,))


def published(records: Sequence[Record], of_year: int | None) -> str:
    """The most exact of the dates in the year that is shown, the earliest of these; empty if none is told."""
    dates = [record.published for record in records if record.published[:4] == str(of_year)]
    return min(dates, key=lambda date: (-len(date), date), default="")


def venue(records: Sequence[Record]) -> Record | None:
    """The record with the venue."""
    often = Counter(record.venue for record in records)
    return _best(records, lambda record: record.venue, lambda record: _usual(record.venue, often))


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
        if address.startswith("https://github.com/"):  # where names of any case are one
            address = address.casefold()
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


def _best(
    records: Sequence[Record], value: Callable[[Record], Value], rank: Callable[[Record], tuple[object, ...]]
) -> Record | None:
    """The record whose value is best, of those that tell one."""
    known = [record for record in records if value(record)]
    return min(known, key=lambda record: (_RANKS[record.authority], *rank(record)), default=None)


def _usual(text: str, often: Counter[str]) -> tuple[int, int, str]:
    return (-often[text], -len(text), text)
