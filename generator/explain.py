"""Why the library says what it says of one paper: where it came from, why its topics, what is related."""

from __future__ import annotations

from collections.abc import Iterator

from generator.keys import nearest
from generator.model import Library, Paper
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.text.fold import fold
from generator.text.rich import plain

_NAMED = 5  # papers offered when it is not clear which is meant


def explain(key: str, library: Library) -> str:
    """The story of one paper as plain text. `key` may also be a title or a part of one.

    Raises CannotGoOn, naming the nearest keys, when no paper or more than one is meant.
    """
    return "\n".join(_story(find(key, library), library))


def find(key: str, library: Library) -> Paper:
    """The one paper that is meant by a key, a title, or a part of either. Raises CannotGoOn."""
    if key in library.papers:
        return library.papers[key]
    wanted = fold(key)
    titles = {paper.key: fold(paper.title_text) for paper in library.papers.values()}
    for meant in (
        [name for name, title in titles.items() if title == wanted],
        [name for name, title in titles.items() if wanted and (wanted in title or key.lower() in name)],
    ):
        if len(meant) == 1:
            return library.papers[meant[0]]
        if meant:
            raise _unclear(f"“{key}” may be any of {len(meant)} papers.", meant[:_NAMED])
    raise _unclear(f"There is no paper “{key}”.", nearest(key.lower(), library.papers, _NAMED, 0.3))


def _unclear(message: str, keys: list[str]) -> CannotGoOn:
    hint = f"Did you mean: {', '.join(keys)}?" if keys else "The A-Z page of the site lists every paper."
    return CannotGoOn(Problem(Level.ERROR, "explain-which", message, Place("library"), hint))


def _story(paper: Paper, library: Library) -> Iterator[str]:
    listings = {listing.name: listing for listing in library.listings}
    yield paper.title_text
    yield f"  key   {paper.key}"
    yield f"  page  papers/{paper.key}.html"
    yield from ("", f"Seen in {len(paper.seen)} {'place' if len(paper.seen) == 1 else 'places'}")
    for seen in paper.seen:
        listing = listings[seen.listing]
        yield f"  {seen.place}  entry {seen.position} of “{listing.title}” ({listing.format})"
        yield f"    as written: {seen.title}"
    yield from _origins(paper, library)
    matches = library.matches.get(paper.key, ())
    yield from (
        "",
        "Topics, the primary one first" if matches else "No topic: no words of the taxonomy speak for one",
    )
    for match in matches:
        yield f"  {library.topics[match.topic].name} ({match.topic}), score {match.score:.2f}: {match.reason}"
    related = library.related.get(paper.key, ())
    yield from (
        "",
        "Related, the nearest first"
        if related
        else "Nothing is related: no other paper shares telling words",
    )
    for near in related:
        both = f"  both: {', '.join(near.terms)}" if near.terms else ""
        yield f"  {near.key}  {near.score:.2f}{both}"
        yield f"    {library.papers[near.key].title_text}"
    if paper.key in library.notes:
        yield from ("", f"Your note: library/notes/{paper.key}.md")


def _origins(paper: Paper, library: Library) -> Iterator[str]:
    """Each value that is shown of the paper, and the place it comes from."""
    origins = library.origins.get(paper.key, {})
    shown = {
        "title": paper.title_text,
        "authors": ", ".join(paper.authors[:_NAMED]) + (" …" if len(paper.authors) > _NAMED else ""),
        "year": str(paper.year),
        "venue": paper.venue,
        "abstract": f"{len(plain(paper.abstract)):,} characters",
        "summary": f"{len(plain(paper.summary)):,} characters",
        "arxiv": paper.ids.arxiv,
        "doi": paper.ids.doi,
        "acl": paper.ids.acl,
        "openreview": paper.ids.openreview,
    }
    if origins:
        yield from ("", "Where its values come from")
    for field, place in origins.items():
        yield f"  {field:<10}  {place}"
        yield f"    {shown[field]}"
