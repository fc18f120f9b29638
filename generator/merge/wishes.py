"""The owner's word on finished papers: titles and hiding; and what in overrides.yml meets no paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.keys import nearest
from generator.merge.apart import Apart
from generator.model import Paper
from generator.overrides import FILE, Overrides
from generator.problems import Level, Place, Problem


def hide(papers: dict[str, Paper], overrides: Overrides) -> Iterator[Problem]:
    """Take hidden papers out, with a note for each that counts its entries."""
    for key in overrides.hidden:
        if paper := papers.pop(key, None):
            place = overrides.places.get(("hide", key), Place(FILE))
            message = f"“{paper.title_text}” is hidden, as you wish."
            hint = "Remove it from `hide` to show it again."
            yield Problem(Level.NOTE, "paper-hidden", message, place, hint, entries=len(paper.seen))


def unmet(papers: Mapping[str, Paper], overrides: Overrides, apart: Apart) -> Iterator[Problem]:
    """A warning for every name in the overrides that means no paper and no entry."""
    for (section, written), place in sorted(overrides.places.items()):
        for name in written.split(", ") if section in ("same", "different") else (written,):
            met = apart.named(name) if section in ("same", "different") else ()
            if name in papers or met:
                continue
            near = nearest(name, papers, alike=0.6)
            hint = (
                f"Did you mean: {', '.join(near)}?"
                if near
                else "Use the key: the last part of its page's address."
            )
            message = f"`{name}` under `{section}` is no paper of this library, so the line does nothing."
            yield Problem(Level.WARNING, "override-unused", message, place, hint)
