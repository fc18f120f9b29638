"""The venues of a library: spellings of one name are one, and each has its papers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.keys import free_key, paper_key, title_identity
from generator.model import Library
from generator.render.dates import newest_first
from generator.render.html import in_a_row
from generator.render.page import Safe
from generator.text.markdown import link_text

_WITH_YEAR = re.compile(r"(.*\w)[\s,'’-]+((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue as papers write it most often, and its papers, newest first. `slug` names its page."""

    slug: str
    name: str
    papers: tuple[str, ...]

    @property
    def series(self) -> tuple[str, str]:
        """The name without the year at its end, and that year: "ICLR", "2024"; empty where there is none."""
        found = _WITH_YEAR.fullmatch(self.name)
        return (found[1], found[2]) if found else (self.name, "")


@dataclass(frozen=True, slots=True)
class Venues:
    """All venues by slug, and the slug of each by every spelling."""

    by_slug: Mapping[str, Venue]
    slugs: Mapping[str, str]

    def link(self, slug: str, root: str, text: str = "") -> Safe:
        """The name of a venue, or another text, as a Markdown link; `root` leads up to docs/."""
        return Safe(f"[{in_a_row((text or self.by_slug[slug].name,), link_text)}]({root}venues/{slug}.md)")

    @classmethod
    def of(cls, library: Library) -> Venues:
        """The venues of a library."""
        spellings: dict[str, Counter[str]] = defaultdict(Counter)
        papers: dict[str, list[str]] = defaultdict(list)
        for key, paper in library.papers.items():
            if paper.venue:
                identity = title_identity(paper.venue)
                spellings[identity][paper.venue] += 1
                papers[identity].append(key)
        venues: dict[str, Venue] = {}
        slugs: dict[str, str] = {}
        for identity, found in sorted(spellings.items()):
            name = min(found, key=lambda written: (-found[written], written))
            slug = free_key(paper_key(name, identity), identity, venues)
            venues[slug] = Venue(slug, name, newest_first(papers[identity], library))
            slugs.update((written, slug) for written in found)
        return cls(venues, slugs)
