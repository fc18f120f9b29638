"""The nouns. Every value is frozen: a stage takes values and returns new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.problems import Place, Problem
from generator.text.links import Link as Link
from generator.text.links import LinkKind as LinkKind
from generator.text.rich import Markup as Markup
from generator.text.rich import Rich, plain


@dataclass(frozen=True, slots=True)
class Ids:
    """Identifiers by which a paper is known elsewhere; empty when unknown. arXiv ids carry no version."""

    arxiv: str = ""
    doi: str = ""
    acl: str = ""
    openreview: str = ""


class Authority(StrEnum):
    """How near a record is to whoever published the paper, the nearest first."""

    PUBLISHER = "publisher"  # the proceedings or journal, or a reference to them by their identifier
    ARCHIVE = "archive"  # arXiv
    LISTING = "listing"  # a list that somebody keeps


@dataclass(frozen=True, slots=True)
class Listing:
    """A file a person collected.

    `name` is unique, URL-safe and comes from the file name; `title` is for people; `date` is the date as
    written in the file ("Sep 3"), empty when there is none: it is the listing's date, never a paper's.
    """

    name: str
    title: str
    date: str
    file: str
    format: str


@dataclass(frozen=True, slots=True)
class Record:
    """One paper as one listing tells it, as written. `position` counts entries of the listing from 1.

    Authors are in reading order ("Laurens van der Maaten"), as many as the listing tells.
    """

    title: str
    place: Place
    listing: str
    position: int
    markup: Markup
    abstract: str = ""
    summary: str = ""  # the owner's own words in place of the authors' abstract
    authors: tuple[str, ...] = ()
    authors_incomplete: bool = False  # the source says that authors are missing
    year: int | None = None
    venue: str = ""
    ids: Ids = Ids()
    links: tuple[Link, ...] = ()
    keywords: tuple[str, ...] = ()
    published: str = ""  # when the paper appeared: YYYY, YYYY-MM or YYYY-MM-DD
    listed: str = ""  # when it came into the listing, as the listing says: YYYY-MM-DD
    authority: Authority = Authority.LISTING
    untitled: bool = False  # the title stands in for one that is not told, such as "arXiv:2401.01234"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source made of one file. Entries = len(records) + the entries the problems cost."""

    listing: Listing
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A place where a paper was seen."""

    listing: str
    position: int
    place: Place
    title: str  # as written there
    listed: str = ""  # when it came into the listing, as the listing says: YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class Paper:
    """One real paper: what its records agree on. `key` depends on this paper alone and names its page."""

    key: str
    title: Rich
    seen: tuple[Seen, ...]
    short_name: str = ""
    abstract: Rich = ()
    summary: Rich = ()
    authors: tuple[str, ...] = ()
    authors_incomplete: bool = False  # the source says that authors are missing
    year: int | None = None
    venue: str = ""
    ids: Ids = Ids()
    links: tuple[Link, ...] = ()
    keywords: tuple[str, ...] = ()
    published: str = ""  # when the paper appeared: YYYY, YYYY-MM or YYYY-MM-DD
    untitled: bool = False  # the title stands in for one that no listing tells

    @property
    def text(self) -> Rich:
        """What stands under the title: the abstract, or the summary when there is no abstract."""
        return self.abstract or self.summary

    @property
    def title_text(self) -> str:
        """The title as a reader sees it."""
        return plain(self.title)


@dataclass(frozen=True, slots=True)
class Topic:
    """A node of the two-level taxonomy. `parent` is the slug of the upper topic, empty at the top."""

    slug: str
    name: str
    definition: str
    parent: str = ""
    words: tuple[str, ...] = ()  # words and phrases that speak for the topic
    without: tuple[str, ...] = ()  # words and phrases that speak against it


@dataclass(frozen=True, slots=True)
class Match:
    """A paper belongs to a topic, and why, in words for a reader ("“model merging” in the title")."""

    topic: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Related:
    """Another paper near this one, and the terms they share, most telling first."""

    key: str
    score: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote papers, as far as names tell. `slug` depends on the name alone."""

    slug: str
    name: str  # the fullest form, in reading order
    spellings: tuple[str, ...]  # as the papers write it, the most usual first
    papers: tuple[str, ...]  # keys, sorted


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Everything pages and exports may know. Papers are sorted by key; tables are keyed by paper key.

    A library equals only itself, so that what several stages need of it is made once and remembered.
    """

    papers: Mapping[str, Paper]
    listings: tuple[Listing, ...]
    topics: Mapping[str, Topic] = field(default_factory=dict)  # slug -> topic, in the taxonomy's order
    matches: Mapping[str, tuple[Match, ...]] = field(default_factory=dict)  # primary first
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)  # nearest first
    notes: Mapping[str, str] = field(default_factory=dict)  # the owner's Markdown
    # field (title, authors, year, venue, abstract, summary, kinds of ids) -> the place whose value is shown
    origins: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)  # slug -> person, sorted; every author is one


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: a path with forward slashes below docs/, and its exact content."""

    path: str
    content: bytes
