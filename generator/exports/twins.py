"""A twin in Markdown of each page of a paper, a topic and a listing, for language models and plain editors.

Each lies beside its page: papers/<key>.md.txt. CommonMark that shows every text as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.citations.markdown import ENDING, escaped
from generator.config import Settings
from generator.exits import exits_of
from generator.model import File, Library, Paper
from generator.render.orders import orders_of
from generator.text.markdown import destination
from generator.text.rich import plain


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The twins; one of a long topic or listing has all its papers, also when the page has only the first."""
    lines = {key: _line(paper) for key, paper in library.papers.items()}
    for key, paper in library.papers.items():
        yield _file(f"papers/{key}", _paper(paper, library))
    orders = orders_of(library)
    for slug, topic in library.topics.items():
        head = (f"# {escaped(topic.name)}", escaped(topic.definition))
        yield _file(f"topics/{slug}", (*head, _list(lines[key] for key in orders.topics[slug])))
    for listing in library.listings:
        head = (f"# {escaped(listing.title)}", f"Dated: {escaped(listing.date)}" if listing.date else "")
        entries = orders.listings[listing.name]
        yield _file(f"listings/{listing.name}", (*head, _list(lines[entry.key] for entry in entries)))


def _file(path: str, blocks: Iterable[str]) -> File:
    return File(f"{path}.{ENDING}", ("\n\n".join(block for block in blocks if block) + "\n").encode())


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _line(paper: Paper) -> str:
    year = f" ({paper.year})" if paper.year is not None else ""
    return f"[{escaped(paper.title_text)}](../papers/{paper.key}.{ENDING}){year}"


def _paper(paper: Paper, library: Library) -> Iterator[str]:
    yield f"# {escaped(paper.title_text)}"
    authors = ", ".join(paper.authors) + (" and others" if paper.authors_incomplete else "")
    ids = paper.ids
    named = (
        ("arXiv", ids.arxiv),
        ("DOI", ids.doi),
        ("ACL Anthology", ids.acl),
        ("OpenReview", ids.openreview),
    )
    topics = [library.topics[match.topic] for match in library.matches.get(paper.key, ())]
    facts = (
        ("Authors", escaped(authors) if paper.authors else ""),
        ("Published", paper.published or str(paper.year or "")),
        ("Venue", escaped(paper.venue)),
        ("Ids", ", ".join(f"{name} {escaped(value)}" for name, value in named if value)),
        ("Links", ", ".join(f"[{escaped(way.label)}]({destination(way.url)})" for way in exits_of(paper))),
        ("Keywords", escaped(", ".join(paper.keywords))),
        ("Topics", ", ".join(f"[{escaped(one.name)}](../topics/{one.slug}.{ENDING})" for one in topics)),
    )
    yield _list(f"{name}: {value}" for name, value in facts if value)
    # The label keeps a text from being a list or a heading.
    if paper.abstract:
        yield f"Abstract: {escaped(plain(paper.abstract))}"
    elif paper.summary:
        yield f"Summary (not the authors’): {escaped(plain(paper.summary))}"
