"""A paper as Highwire `citation_*` tags, as Zotero's Embedded Metadata translator and Google Scholar read them.

Zotero: https://github.com/zotero/translators/blob/master/Embedded%20Metadata.js; Google Scholar:
https://scholar.google.com/intl/en/scholar/inclusion.html#indexing. A tag says what is known, or is not there: without
an author Google Scholar passes over the page, while Zotero still gets its title and identifiers.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.citations.bibtex import ON_PAGE
from generator.citations.reference import Kind, Reference
from generator.exits import by_id
from generator.model import LinkKind, Paper

_VENUES = {Kind.MEETING: "conference_title", Kind.JOURNAL: "journal_title"}


def citation_tags(paper: Paper, reference: Reference, page: str) -> list[dict[str, str]]:
    """The tags in order, as name (without `citation_`) and content; `page` is the page's absolute address.

    A list of more authors than a page bears is left out: a part of it would be taken for the whole.
    """
    told = _tags(paper, reference, page)
    return [{"name": name, "content": content} for name, content in told if content]


def _tags(paper: Paper, reference: Reference, page: str) -> Iterator[tuple[str, str]]:
    yield "title", reference.title
    if len(paper.authors) <= ON_PAGE:
        # In reading order: of "van der Berg, Ann B." Zotero would make two people.
        yield from (("author", name) for name in paper.authors)
    yield "publication_date", date_of(reference).replace("-", "/")
    if reference.kind in _VENUES:
        yield _VENUES[reference.kind], reference.venue
    yield "doi", reference.ids.doi
    yield "arxiv_id", reference.ids.arxiv
    yield "pdf_url", pdf_of(paper)
    yield "public_url", reference.url
    yield "abstract_html_url", page
    yield "keywords", "; ".join(paper.keywords)
    yield "abstract", reference.abstract  # never our summary, which is not the authors'


def date_of(reference: Reference) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known and agrees with the year; else empty."""
    year = str(reference.year or "")
    return reference.published if year and reference.published.startswith(year) else year


def pdf_of(paper: Paper) -> str:
    """The address of the paper's PDF, where an identifier or a link says that there is one."""
    by_name = (link.url for link in paper.links if link.kind is LinkKind.PAPER and _is_pdf(link.url))
    ways = [way.url for way in by_id(paper.ids) if way.label == "PDF"]
    return next(iter(ways), "") or next(by_name, "")


def _is_pdf(url: str) -> bool:
    return urlsplit(url).path.lower().endswith(".pdf")
