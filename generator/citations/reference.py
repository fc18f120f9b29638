"""A paper as a reference: what every citation format is written from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from generator.citations.names import Name, name_of
from generator.exits import exits_of
from generator.keys import with_hash
from generator.model import Ids, Library, Listing, Paper
from generator.seen import seen_in
from generator.text.rich import plain
from generator.text.slug import slug

_SMALL = re.compile(
    "an?|and|are|can|do|does|for|from|how|in|is|it|of|on|or|the|to|towards?|what|when|where|which|why|with"
)
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|letters|magazine|nature|science|[tj]mlr|tacl)\b", re.IGNORECASE
)
_MEETING = re.compile(r"\b(?:proceedings|conference|workshop|symposium|findings)\b", re.IGNORECASE)
_ACL_JOURNAL = re.compile(r"[QJ]\d|\d{4}\.(?:tacl|cl)-", re.IGNORECASE)


class Kind(StrEnum):
    """What a paper appeared in, where that is certain."""

    MEETING = "meeting"
    JOURNAL = "journal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of a paper; empty where it is not.

    `note` says where the paper was seen, when author or year is not known and that is all there is to go by.
    """

    key: str  # of the citation: mishra-2022-cross
    paper: str  # the paper's own key
    kind: Kind
    title: str
    authors: tuple[Name, ...]
    authors_incomplete: bool
    year: int | None
    published: str
    venue: str
    ids: Ids
    url: str
    abstract: str
    summary: str
    keywords: tuple[str, ...]
    note: str


@lru_cache(maxsize=1)
def references_of(library: Library) -> dict[str, Reference]:
    """The reference of every paper, by its key.

    Papers whose citation keys would be equal all get a hash of their own key, since BibTeX refuses a
    bibliography that has one key twice.
    """
    listings = seen_in(library)
    found = {key: reference_of(paper, listings[key]) for key, paper in library.papers.items()}
    often = Counter(reference.key for reference in found.values())
    return {
        key: reference if often[reference.key] == 1 else replace(reference, key=with_hash(reference.key, key))
        for key, reference in found.items()
    }


def reference_of(paper: Paper, listings: Sequence[Listing]) -> Reference:
    """The reference of a paper that was seen in `listings`."""
    ways = exits_of(paper)
    return Reference(
        key=citation_key(paper),
        paper=paper.key,
        kind=kind_of(paper),
        title=paper.title_text,
        authors=tuple(map(name_of, paper.authors)),
        authors_incomplete=paper.authors_incomplete,
        year=paper.year,
        published=paper.published,
        venue=paper.venue,
        ids=paper.ids,
        url=ways[0].url if ways else "",
        abstract=plain(paper.abstract),
        summary=plain(paper.summary),
        keywords=paper.keywords,
        note="" if paper.authors and paper.year else _seen(listings),
    )


def _seen(listings: Sequence[Listing]) -> str:
    return "Listed in " + "; ".join(listing.title for listing in listings) if listings else ""


def kind_of(paper: Paper) -> Kind:
    """Whether a paper appeared at a meeting or in a journal, as its identifiers or its venue's words say."""
    if not paper.venue:
        return Kind.UNKNOWN
    if _JOURNAL.search(paper.venue) or _ACL_JOURNAL.match(paper.ids.acl):
        return Kind.JOURNAL
    if paper.ids.acl or paper.ids.openreview or _MEETING.search(paper.venue):
        return Kind.MEETING
    return Kind.UNKNOWN


def citation_key(paper: Paper) -> str:
    """First author, year and first telling word of the title, as far as known; else the paper's own key."""
    words = slug(paper.title_text).split("-")
    word = next((word for word in words if not _SMALL.fullmatch(word)), "")
    family = slug(name_of(paper.authors[0]).family.partition(",")[0]) if paper.authors else ""
    if not family or not word:
        return paper.key
    return "-".join(part for part in (family, str(paper.year or ""), word) if part)
