"""venues/index.md: where papers appeared, years of one series together; none without venues."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.keys import title_identity
from generator.render.html import in_a_row
from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.paging import parts
from generator.render.shelf import Shelf
from generator.render.to_take import all_feeds
from generator.render.venues import Venue
from generator.text.fold import fold
from generator.text.markdown import escape

PER_PAGE = 200  # one line each


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of the index, 200 lines each."""
    series = _series(shelf)
    if not series:
        return
    for part in parts(series, PER_PAGE, "venues/index.md", "venues/index"):
        yield Page(
            part.path,
            {"title": "Venues" + part.of_pages, "kind": "venues"},
            "venues",
            {
                "of_pages": part.of_pages,
                "venues": count(len(shelf.venues.by_slug), "venue").capitalize(),
                "lines": [_line(venues, shelf, part.root) for venues in part.items],
                "take": all_feeds(shelf, "venues", part.root),
                "part": part,
            },
        )


def _series(shelf: Shelf) -> list[Sequence[Venue]]:
    """Venues that differ only in the year at the end together, the newest first; series by name."""
    found: dict[str, list[Venue]] = defaultdict(list)
    for venue in shelf.venues.by_slug.values():
        found[title_identity(venue.series[0])].append(venue)
    together = [sorted(venues, key=lambda one: one.series[1], reverse=True) for venues in found.values()]
    return sorted(together, key=lambda venues: (fold(venues[0].series[0]), venues[0].slug))


def _line(venues: Sequence[Venue], shelf: Shelf, root: str) -> Safe:
    papers = f'<span class="ps-count">{count(sum(len(one.papers) for one in venues), "paper")}</span>'
    if len(venues) == 1:
        return Safe(f"{shelf.venues.link(venues[0].slug, root)} {papers}")
    names = Counter(one.series[0] for one in venues)
    name = in_a_row((min(names, key=lambda name: (-names[name], name)),), escape)
    ways = " ".join(shelf.venues.link(one.slug, root, one.series[1] or one.name) for one in venues)
    return Safe(f'{name} {papers} <span class="ps-chips">{ways}</span>')
