"""weeks/<week>.md: the papers that came in during one week, by topic."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.render.numbers import count
from generator.render.page import Page, Safe
from generator.render.paging import parts
from generator.render.shelf import PER_PAGE, Shelf


def pages(shelf: Shelf) -> Iterator[Page]:
    """The pages of each week, 100 papers each."""
    topics = shelf.library.topics
    for week in shelf.weeks:
        rows = [(slug, key) for slug, keys in week.groups for key in keys]
        for part in parts(rows, PER_PAGE, f"weeks/{week.name}.md", f"weeks/{week.name}"):
            yield Page(
                part.path,
                {"title": week.title + part.of_pages, "kind": "week"},
                "week",
                {
                    "name": week.title,
                    "of_pages": part.of_pages,
                    "papers": count(len(rows), "paper").capitalize(),
                    "days": week.days,
                    "mail": Safe(f"[plain text]({week.name}.txt) or [HTML]({week.name}.email.html)")
                    if part.number == 1
                    else "",
                    "groups": [
                        (
                            topics[slug].name.strip() if slug else "Without a topic",
                            [shelf.rows.row(key, part.root) for _, key in group],
                        )
                        for slug, group in groupby(part.items, key=lambda item: item[0])
                    ],
                    "part": part,
                },
            )
