"""The order in which papers are numbered: newest first, then by venue, then by title.

So browsing without a query needs no sorting, and the columns of year and venue are a few runs.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Paper
from generator.search.spelling import fold


def ordered(papers: Iterable[Paper]) -> list[Paper]:
    """The papers; those without a year are last, those without a venue last in their year."""
    return sorted(
        papers,
        key=lambda paper: (
            -(paper.year or -(10**6)),
            not paper.venue,
            fold(paper.venue),
            paper.venue,
            fold(paper.title_text),
            paper.key,
        ),
    )
