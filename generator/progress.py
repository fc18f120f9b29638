"""How a stage says how far it is, without knowing who listens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Something that may show a bar while items are worked through."""

    def track(self, items: Iterable[Item], label: str, total: int) -> Iterable[Item]:
        """Yield every item of `items`, `total` in number, showing `label` meanwhile."""
        ...


class Silent:
    """Shows nothing: for tests and scripts."""

    def track(self, items: Iterable[Item], label: str, total: int) -> Iterable[Item]:
        """Yield every item."""
        return items
