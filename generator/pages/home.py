"""index.md: what is here, and the way to everything."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Listing
from generator.render.html import html
from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.schema_org import website
from generator.render.shelf import Shelf
from generator.render.to_take import LIBRARY, alternates, card_of, to_take
from generator.render.tree import amount, tree_of, used_topics
from generator.text.markdown import destination, link_text
from generator.weeks import Week

NEWEST = 5
WEEKS = 3


def pages(shelf: Shelf) -> Iterator[Page]:
    """The home page."""
    library, settings = shelf.library, shelf.settings
    papers = len(library.papers)
    with_code = any(link.kind.value == "code" for paper in library.papers.values() for link in paper.links)
    repository = settings.repo_url.rstrip("/")
    release = f"{repository}/releases/latest" if repository.startswith("http") else ""
    yield Page(
        "index.md",
        {
            "title": settings.site_name,
            "description": settings.site_description,
            "kind": "home",
            "schema": website(settings),
            "alternates": alternates(shelf, LIBRARY, "llms.txt"),
            "card": card_of(settings),
        },
        "home",
        {
            "name": settings.site_name.strip(),
            "sentence": html(settings.site_description),
            "papers": papers,
            "search": count(papers, "paper"),
            "numbers": [
                _number(papers, "paper", "a-z/index.md"),
                _number(used_topics(shelf), "topic", "topics/index.md"),
                _number(len(library.listings), "listing", "listings/index.md"),
                *(_number(number, word, f"{word}s/index.md") for word, number in _known(shelf) if number),
            ],
            "tree": tree_of(shelf, ""),
            "without": amount(len(shelf.orders.without_topic)) if shelf.orders.without_topic else "",
            "newest": [_listing(listing, shelf) for listing in shelf.orders.newest[:NEWEST]],
            "weeks": [_week(week) for week in shelf.weeks[:WEEKS]],
            "has_more_listings": len(library.listings) > NEWEST,
            "with_code": with_code,
            "release": Safe(destination(release)),
            "take": to_take(shelf, LIBRARY, "") if papers else [],
            "library": settings.shown(settings.library),
        },
    )


def _known(shelf: Shelf) -> tuple[tuple[str, int], ...]:
    """What not every library knows of its papers."""
    return (
        ("author", len(shelf.authors.index)),
        ("venue", len(shelf.venues.by_slug)),
        ("year", len(shelf.years)),
    )


def _number(number: int, word: str, path: str) -> Safe:
    amount, _, noun = count(number, word).partition(" ")
    return Safe(f"[**{amount if number else 0}** {noun}]({path})")


def _week(week: Week) -> tuple[Safe, str]:
    return Safe(f"[{week.title}](weeks/{week.name}.md)"), count(len(week.papers), "paper")


def _listing(listing: Listing, shelf: Shelf) -> tuple[Safe, str]:
    papers = count(len(shelf.orders.listings[listing.name]), "paper")
    date = "" if listing.date in listing.title else listing.date
    about = " · ".join(part for part in (date, papers) if part)
    return Safe(f"[{link_text(listing.title)}](listings/{listing.name}.md)"), about
