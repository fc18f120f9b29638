"""papers/<key>.md: one paper, all that is known of it, and where to go from there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from generator.citations import bibtex
from generator.exits import Exit, exits_of, has_text, searches
from generator.model import Match, Paper, Seen
from generator.render.citation_tags import citation_tags
from generator.render.html import html, in_a_row, is_right_to_left
from generator.render.orders import Neighbours, neighbours_of
from generator.render.page import Page, Safe
from generator.render.schema_org import article
from generator.render.shelf import Shelf
from generator.render.to_take import alternates, card_of
from generator.seen import came_on
from generator.text.beginning import beginning
from generator.text.markdown import destination, escape, link_text, markdown
from generator.text.rich import plain

UNFOLDED = 8  # authors before the fold
LINKED = 40  # folded authors that are links; a crowd would double the page
DESCRIPTION = 160  # characters of a preview


def pages(shelf: Shelf) -> Iterator[Page]:
    """One page per paper."""
    neighbours = neighbours_of(shelf.library, shelf.orders)
    for key, paper in shelf.library.papers.items():
        matches = shelf.library.matches.get(key, ())
        yield Page(
            f"papers/{key}.md",
            _front(paper, shelf, matches),
            "paper",
            _context(paper, shelf, matches, neighbours.get(key)),
        )


def _front(paper: Paper, shelf: Shelf, matches: tuple[Match, ...]) -> dict[str, Any]:
    settings, reference = shelf.settings, shelf.references[paper.key]
    return {
        "title": paper.title_text,
        "description": beginning(plain(paper.text), DESCRIPTION),
        "key": paper.key,
        "short_name": paper.short_name,
        "authors": list(paper.authors),
        "year": paper.year,
        "venue": paper.venue,
        "tags": [shelf.library.topics[match.topic].name for match in matches],
        "topics": [match.topic for match in matches],
        "listings": list(dict.fromkeys(seen.listing for seen in paper.seen)),
        "links": [{"kind": link.kind.value, "url": link.url} for link in paper.links],
        "added": came_on(paper, shelf.listings),
        "citation": citation_tags(paper, reference, settings.address(f"papers/{paper.key}.html")),
        "schema": article(paper, reference, _way(matches, shelf), settings),
        "alternates": alternates(shelf, f"papers/{paper.key}"),
        "card": card_of(settings, matches[0].topic if matches else ""),
    }


def _way(matches: tuple[Match, ...], shelf: Shelf) -> list[tuple[str, str]]:
    """From the home page down to a paper, by its main topic: names, and paths below the site."""
    topics = shelf.library.topics
    main = topics[matches[0].topic] if matches else None
    steps = [topics[main.parent]] if main and main.parent else []
    steps += [main] if main else []
    home = (shelf.settings.site_name, "index.html")
    return [home, *((topic.name, f"topics/{topic.slug}.html") for topic in steps)]


def _context(
    paper: Paper, shelf: Shelf, matches: tuple[Match, ...], neighbours: Neighbours | None
) -> dict[str, Any]:
    ways = exits_of(paper)
    text_of_title = paper.title_text
    found = () if has_text(paper) else searches(text_of_title)
    title = Safe(markdown(paper.title))
    text = Safe(markdown(paper.text))
    return {
        "short_name": html(paper.short_name),
        "title": title,
        "title_turns": is_right_to_left(text_of_title),
        "authors": _authors(paper, shelf),
        "meta": _meta(paper, shelf),
        "exits": _links(ways),
        "searches": _links(found),
        "is_summary": not paper.abstract,
        "abstract_at": _links(() if found else ways[:1]),
        "text": text,
        "text_turns": is_right_to_left(plain(paper.text)),
        "keywords": html(", ".join(paper.keywords)),
        "note": Safe(shelf.library.notes.get(paper.key, "").strip()),
        "topics": [_topic(match, shelf) for match in matches],
        "seen": [_place(seen, paper.key, shelf) for seen in paper.seen],
        "bibtex": Safe(bibtex.entry(shelf.references[paper.key], most=bibtex.ON_PAGE)),
        "fix": Safe(_fix(paper, shelf.settings.repo_url)),
        "overrides": shelf.overrides,
        "primary": Safe(matches[0].topic if matches else ""),
        "quoted_title": Safe(json.dumps(text_of_title, ensure_ascii=False)),
        "key": Safe(paper.key),
        "related": [
            Safe(shelf.rows.line(near.key) + _shared(near.terms))
            for near in shelf.library.related.get(paper.key, ())
        ],
        "pager": _pager(shelf, matches, neighbours),
    }


def _shared(terms: tuple[str, ...]) -> str:
    return f' <span class="ps-shared">both: {escape(", ".join(terms))}</span>' if terms else ""


def _authors(paper: Paper, shelf: Shelf) -> Safe:
    # One more name is shorter than "and 1 more".
    fold = UNFOLDED if len(paper.authors) > UNFOLDED + 1 else len(paper.authors)
    shown = shelf.rows.authors(paper.authors[:fold], "../")
    if folded := paper.authors[fold:]:
        rest = shelf.rows.authors(folded, "../") if len(folded) <= LINKED else in_a_row(folded, html)
        shown = Safe(f"{shown} <details><summary>and {len(folded):,} more</summary>{rest}</details>")
    if paper.authors and paper.authors_incomplete:
        shown = Safe(f'{shown} <span class="ps-incomplete">(the list of authors is incomplete)</span>')
    return shown


def _meta(paper: Paper, shelf: Shelf) -> Safe:
    """Year and venue as far as known, each a link to its papers."""
    ways = []
    if paper.year is not None:
        ways.append((f"years/{paper.year}", str(paper.year)))
    if paper.venue:
        ways.append((f"venues/{shelf.venues.slugs[paper.venue]}", in_a_row((paper.venue,), html)))
    return Safe(" · ".join(f'<a href="../{way}.html">{text}</a>' for way, text in ways))


def _links(ways: tuple[Exit, ...]) -> list[Safe]:
    return [Safe(f"[{link_text(way.label)}]({destination(way.url)})") for way in ways]


def _topic(match: Match, shelf: Shelf) -> Mapping[str, Safe]:
    topic = shelf.library.topics[match.topic]
    return {
        "link": shelf.rows.topic(topic.slug, "../"),
        "upper": shelf.rows.topic(topic.parent, "../") if topic.parent else Safe(),
        "name": html(topic.name),
        "reason": html(match.reason),
    }


def _place(seen: Seen, key: str, shelf: Shelf) -> tuple[Safe, str]:
    """A listing as a link, and where the paper stands in it; the date unless the title says it already."""
    listing = shelf.listings[seen.listing]
    page = shelf.pages_of_listings[seen.listing, key]
    date = "" if listing.date in listing.title else f"{listing.date}, "
    return Safe(f"[{link_text(listing.title)}](../listings/{page})"), f"{date}no. {seen.position}"


def _fix(paper: Paper, repo_url: str) -> str:
    """The address of an issue about this paper, filled in; empty when the site has no repository."""
    if not repo_url.startswith(("https://", "http://")):
        return ""
    # quote() leaves two signs that mean something to Markdown.
    title = quote(paper.title_text, safe="").replace("_", "%5F").replace("~", "%7E")
    new = f"{destination(repo_url.rstrip('/'))}/issues/new"
    return f"{new}?template=fix-paper.yml&title=Fix:%20{title}&key={paper.key}"


def _pager(shelf: Shelf, matches: tuple[Match, ...], neighbours: Neighbours | None) -> list[tuple[str, Safe]]:
    if neighbours is None:
        return []
    name = shelf.library.topics[matches[0].topic].name
    return [
        (f"{way} in {name}", shelf.rows.link(key, ""))
        for way, key in (("Previous", neighbours.before), ("Next", neighbours.after))
        if key
    ]
