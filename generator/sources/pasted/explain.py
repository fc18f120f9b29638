"""The cheapest explanation of a sequence of lines as titles, abstracts and strays.

A page alternates title and abstract, and damage breaks the rhythm in one place. Going line by line and
trusting the rhythm would shift every later entry, and trusting only the look of each line would lose odd
ones; so all ways to read the whole sequence are weighed against one another (Viterbi's algorithm over three
states, linear in the number of lines), each oddity having its price.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.sources.pasted.lines import Line
from generator.sources.pasted.shape import (
    abstract_cost,
    ends_sentence,
    leads_on,
    shared,
    stray_cost,
    title_cost,
)


class Label(StrEnum):
    """What a line is."""

    TITLE = "title"
    TITLE_REST = "rest of a title"
    ABSTRACT = "abstract"
    ABSTRACT_REST = "rest of an abstract"
    ORPHAN = "abstract without a title"
    STRAY = "stray"


NO_ABSTRACT = 6.0
NO_TITLE = 7.0
FURNITURE = 8.0  # what reading a line of the page itself as part of a paper costs
LONGEST = 2000  # characters of an abstract: arXiv allows 1,920


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read the lines so far: its price, and what is open at its end."""

    cost: float
    label: Label | None = None
    before: _Way | None = None
    title: str = ""  # of the entry that is open
    size: int = 0  # of the abstract that is open, in characters
    last: str = ""  # the last text taken into the entry


_NONE, _TITLE, _ABSTRACT = "nothing open", "title open", "abstract open"


def explain(lines: list[Line]) -> list[Label]:
    """One label for every line."""
    ways: dict[str, _Way] = {_NONE: _Way(0.0)}
    for line in lines:
        ways = _next(ways, line)
    if _TITLE in ways:
        ways[_TITLE] = _more(ways[_TITLE], NO_ABSTRACT)
    best: _Way | None = min(ways.values(), key=lambda way: way.cost)
    labels: list[Label] = []
    while best is not None and best.label is not None:
        labels.append(best.label)
        best = best.before
    return labels[::-1]


def _more(way: _Way, cost: float) -> _Way:
    return _Way(way.cost + cost, way.label, way.before, way.title, way.size, way.last)


def _next(ways: dict[str, _Way], line: Line) -> dict[str, _Way]:
    text = line.text
    extra = FURNITURE if line.furniture else 0.0
    as_title, as_abstract = title_cost(text) + extra, abstract_cost(text) + extra
    as_stray = 0.2 if line.furniture else stray_cost(text)
    found: dict[str, _Way] = {}

    def offer(state: str, way: _Way) -> None:
        if state not in found or way.cost < found[state].cost:
            found[state] = way

    for state, way in ways.items():
        offer(state, _Way(way.cost + as_stray, Label.STRAY, way, way.title, way.size, way.last))
        cost = way.cost + as_title + (NO_ABSTRACT if state == _TITLE else 0.0)
        offer(_TITLE, _Way(cost, Label.TITLE, way, text, 0, text))
        if state == _TITLE:
            if len(text) <= 260:
                title = f"{way.title} {text}"
                cost = way.cost + extra + _title_rest_cost(way, line, title)
                offer(_TITLE, _Way(cost, Label.TITLE_REST, way, title, 0, text))
            cost = way.cost + as_abstract + _mismatch(way.title, text)
            offer(_ABSTRACT, _Way(cost, Label.ABSTRACT, way, way.title, len(text), text))
        else:
            cost = way.cost + as_abstract + NO_TITLE
            offer(_ABSTRACT, _Way(cost, Label.ORPHAN, way, "", len(text), text))
        if state == _ABSTRACT:
            cost = way.cost + extra + _abstract_rest_cost(way, line, as_title)
            size = way.size + len(text)
            offer(_ABSTRACT, _Way(cost, Label.ABSTRACT_REST, way, way.title, size, text))
    return found


def _title_rest_cost(way: _Way, line: Line, title: str) -> float:
    cost = 2.0 if line.glued else 2.5 if leads_on(way.last, line.text) else 7.0
    return cost + (0.0 if len(title) <= 160 else 3.0 if len(title) <= 210 else 9.0)


def _abstract_rest_cost(way: _Way, line: Line, as_title: float) -> float:
    text = line.text
    cost = 1.0 if line.glued else 3.0
    if not ends_sentence(way.last):
        cost -= 1.5
    if text[0].islower():
        cost -= 1.0
    elif as_title == 0.0 and not ends_sentence(text):
        cost += 4.0
    if way.size + len(text) > LONGEST:
        cost += 8.0
    if way.title and len(text) >= 300:
        cost += _mismatch(way.title, text)
    return max(cost, 0.1)


def _mismatch(title: str, text: str) -> float:
    """The price of an abstract that says little of what its title promises."""
    part = shared(title, text)
    return 4.0 if part == 0.0 else 2.0 if part < 0.2 else 0.0
