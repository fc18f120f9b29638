"""Long lists on several pages, and the way between these pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.render.page import Safe

Item = TypeVar("Item")
_AROUND = 2  # pages named on either side of the present one


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a long list: its items, its number, and where each page stands (paths below docs/)."""

    items: Sequence[Item]
    number: int
    paths: tuple[str, ...]

    @property
    def path(self) -> str:
        """Where this page stands."""
        return self.paths[self.number - 1]

    @property
    def address(self) -> str:
        """Where it will stand below the site."""
        return f"{self.path.removesuffix('.md')}.html"

    @property
    def root(self) -> str:
        """The way from this page up to docs/."""
        return "../" * self.path.count("/")

    @property
    def of_pages(self) -> str:
        """ ", page 2 of 3", for titles; empty on the first page."""
        return f", page {self.number} of {len(self.paths)}" if self.number > 1 else ""

    def way(self, number: int) -> str:
        """The relative address of another page."""
        return posixpath.relpath(self.paths[number - 1], posixpath.dirname(self.path))

    @property
    def nav(self) -> Safe:
        """Markdown links to the pages near this one, the first and the last; empty for a single page."""
        last = len(self.paths)
        if last == 1:
            return Safe()
        shown = [
            number
            for number in range(1, last + 1)
            if number in (1, last) or abs(number - self.number) <= _AROUND
        ]
        bits = [f"[Previous]({self.way(self.number - 1)})"] if self.number > 1 else []
        before = 0
        for number in shown:
            if number > before + 1:
                bits.append("…")
            if number == self.number:
                bits.append(f'<span aria-current="page">{number}</span>')
            else:
                bits.append(f"[{number}]({self.way(number)})")
            before = number
        if self.number < last:
            bits.append(f"[Next]({self.way(self.number + 1)})")
        return Safe(" ".join(bits))


def parts(items: Sequence[Item], size: int, path: str, folder: str) -> Iterator[Part[Item]]:
    """Divide items into pages of `size`: the first stands at `path`, the others are `folder`/2.md and on.

    An empty list has one page.
    """
    pages = max(1, -(-len(items) // size))
    paths = (path, *(f"{folder}/{number}.md" for number in range(2, pages + 1)))
    for number in range(1, pages + 1):
        yield Part(items[(number - 1) * size : number * size], number, paths)
