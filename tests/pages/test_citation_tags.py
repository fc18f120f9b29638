"""The head of a paper's page, as Zotero's Embedded Metadata translator and Google Scholar read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.citations.reference import reference_of
from generator.model import Ids, Link, LinkKind, Paper
from generator.render.citation_tags import citation_tags
from generator.text.rich import rich
from tests.pages.library import paper

PAGE = "https://shelf.example/papers/moss-clock.html"
WHOLE = paper(
    "moss-clock",
    "A Clock of Moss",
    abstract=rich("Moss tells the time."),
    authors=("Ann B. Example", "Bo van der Sample"),
    year=2031,
    published="2031-04-05",
    venue="Proceedings of Clocks",
    ids=Ids(arxiv="3104.00001", doi="10.1000/moss"),
    keywords=("moss", "time"),
)
WRITTEN = [
    ("title", "A Clock of Moss"),
    ("author", "Ann B. Example"),
    ("author", "Bo van der Sample"),
    ("publication_date", "2031/04/05"),
    ("conference_title", "Proceedings of Clocks"),
    ("doi", "10.1000/moss"),
    ("arxiv_id", "3104.00001"),
    ("pdf_url", "https://arxiv.org/pdf/3104.00001"),
    ("public_url", "https://arxiv.org/abs/3104.00001"),
    ("abstract_html_url", PAGE),
    ("keywords", "moss; time"),
    ("abstract", "Moss tells the time."),
]
# What the translator reads: HIGHWIRE_MAPPINGS and addHighwireMetadata() of "Embedded Metadata.js", last compared with
# that of 2025-06-10. For each: None where it is written when known, else why it is not.
READ = {
    "title": None,
    "author": None,
    "publication_date": None,
    "journal_title": None,
    "conference_title": None,
    "doi": None,
    "public_url": None,
    "abstract_html_url": None,
    "pdf_url": None,
    "keywords": None,
    "abstract": None,
    "authors": "the same as `author`, for pages with one tag for all",
    "editor": "not known of a paper",
    "editors": "not known of a paper",
    "date": "the same as `publication_date`",
    "cover_date": "the same as `publication_date`",
    "online_date": "the same as `publication_date`",
    "year": "the same as `publication_date`",
    "conference": "the same as `conference_title`",
    "fulltext_html_url": "the full text is not here",
    "inbook_title": "no listing tells that a venue is a book",
    "book_title": "no listing tells that a venue is a book",
    "series_title": "not known of a paper",
    "journal_abbrev": "not known of a paper",
    "volume": "not known of a paper",
    "issue": "not known of a paper",
    "firstpage": "not known of a paper",
    "lastpage": "not known of a paper",
    "issn": "not known of a paper",
    "ISSN": "not known of a paper",
    "eIssn": "not known of a paper",
    "isbn": "not known of a paper",
    "pmid": "not known of a paper",
    "publisher": "not known of a paper",
    "language": "not known of a paper; that of the site is not the paper's",
    "dissertation_institution": "not known of a paper",
    "technical_report_institution": "not known of a paper",
    "technical_report_number": "not known of a paper",
}
NOT_READ = {"arxiv_id"}  # by the translator, but by Google Scholar and other programs


def told(one: Paper, page: str = PAGE) -> list[tuple[str, str]]:
    return [(tag["name"], tag["content"]) for tag in citation_tags(one, reference_of(one, ()), page)]


def test_a_paper_of_which_all_is_known_has_every_tag() -> None:
    """Each value as it is, authors in order and a tag each."""
    assert told(WHOLE) == WRITTEN


def test_every_field_that_zotero_reads_is_written_or_has_a_reason() -> None:
    """Over a paper at a meeting and one in a journal, exactly the fields without a reason are there."""
    names = {name for name, _ in told(WHOLE)} | {
        name for name, _ in told(replace(WHOLE, venue="Journal of Moss"))
    }
    assert names == {name for name, reason in READ.items() if reason is None} | NOT_READ


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"authors": ()}, {"author"}),
        ({"authors": tuple(f"Ann {number}" for number in range(41))}, {"author"}),
        ({"year": None}, {"publication_date"}),
        ({"venue": ""}, {"conference_title"}),
        ({"venue": "Somewhere"}, {"conference_title"}),  # a kind of venue that is not certain is not named
        ({"abstract": (), "summary": rich("In our words.")}, {"abstract"}),
        ({"keywords": ()}, {"keywords"}),
        ({"ids": Ids(doi="10.1000/moss")}, {"arxiv_id", "pdf_url"}),
    ],
)
def test_what_is_not_known_is_left_out(change: dict[str, object], missing: set[str]) -> None:
    """And nothing else with it: Zotero takes the title and identifiers of a paper without authors, too."""
    names = {name for name, _ in told(replace(WHOLE, **change))}  # type: ignore[arg-type]
    assert names == {name for name, _ in WRITTEN} - missing


def test_a_site_that_does_not_know_its_address_names_none() -> None:
    """The page's own address must be absolute."""
    assert "abstract_html_url" not in dict(told(WHOLE, page=""))


@pytest.mark.parametrize(
    ("published", "wanted"),
    [("", "2031"), ("2031", "2031"), ("2031-04", "2031/04"), ("2030-12-31", "2031")],
)
def test_the_date_agrees_with_the_year(published: str, wanted: str) -> None:
    """A day of another year belongs to another version of the paper."""
    assert dict(told(replace(WHOLE, published=published)))["publication_date"] == wanted


def test_a_link_to_a_pdf_is_the_pdf() -> None:
    """Only a link to the paper whose path says so."""
    links = (
        Link(LinkKind.CODE, "https://code.example/manual.pdf"),
        Link(LinkKind.PAPER, "https://paper.example/?file=a.pdf"),
        Link(LinkKind.PAPER, "https://paper.example/Moss.PDF?v=2"),
    )
    assert (
        dict(told(replace(WHOLE, ids=Ids(), links=links)))["pdf_url"] == "https://paper.example/Moss.PDF?v=2"
    )
