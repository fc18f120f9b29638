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
    breaks_off,
    ends_sentence,
    leads_on,
    mismatch,
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
NO_TITLE = 6.0
UNFINISHED = 3.0  # a new title although the abstract above stops in the middle
TWICE = 6.0  # a title put together right after one without an abstract: rather an abstract cut short
GLUED = 3.0  # a title right below another one, without the empty line that parts all others
HOPELESS = 16.0  # so much dearer than the cheapest way that nothing will make up for it
FURNITURE = 8.0  # what reading a line of the page itself as part of a paper costs
TITLE_AT_MOST = 260  # characters
LONGEST = 2000  # characters of an abstract: arXiv allows 1,920


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read the lines so far: its price, and what is open at its end."""

    cost: float
    label: Label | None = None
    before: _Way | None = None
    parts: tuple[str, ...] = ()  # of the title that is open
    doubt: float = 0.0  # whether the parts belong together, 0 to 1
    size: int = 0  # of the abstract that is open, in characters
    last: str = ""  # the last text taken into the entry


class _State(StrEnum):
    NOTHING = "nothing open"
    TITLE = "title open"
    TITLE_OF_PARTS = "title open that was put together"
    ABSTRACT = "abstract open"


_TITLES = (Label.TITLE, Label.TITLE_REST)
_AWAITING = (_State.TITLE, _State.TITLE_OF_PARTS)


def explain(lines: list[Line]) -> list[Label]:
    """One label for every line."""
    ways = {_State.NOTHING: _Way(0.0)}
    for line in lines:
        found = _next(ways, line)
        most = min(way.cost for way in found.values()) + HOPELESS
        ways = {state: way for state, way in found.items() if way.cost <= most}
    final = [(way.cost + (NO_ABSTRACT if state in _AWAITING else 0.0), way) for state, way in ways.items()]
    best: _Way | None = min(final, key=lambda pair: pair[0])[1]
    labels: list[Label] = []
    while best is not None and best.label is not None:
        labels.append(best.label)
        best = best.before
    return labels[::-1]


def _next(ways: dict[_State, _Way], line: Line) -> dict[_State, _Way]:
    text = line.text
    extra = FURNITURE if line.furniture else 0.0
    as_title, as_abstract = title_cost(text) + extra, abstract_cost(text) + extra
    as_stray = 0.2 if line.furniture else stray_cost(text) + (1.5 if line.glued else 0.0)
    found: dict[_State, _Way] = {}

    def offer(state: _State, way: _Way) -> None:
        if state not in found or way.cost < found[state].cost:
            found[state] = way

    for state, way in ways.items():
        awaiting = state in _AWAITING
        cost = way.cost + as_stray
        offer(state, _Way(cost, Label.STRAY, way, way.parts, way.doubt, way.size, way.last))
        cost = way.cost + as_title + (NO_ABSTRACT + (GLUED if line.glued else 0.0) if awaiting else 0.0)
        if state is _State.ABSTRACT and breaks_off(way.last):
            cost += UNFINISHED
        offer(_State.TITLE, _Way(cost, Label.TITLE, way, (text,), 0.0, 0, text))
        if awaiting:
            if len(text) <= TITLE_AT_MOST:
                leads = 1.0 if line.glued else leads_on(way.last, text)
                doubt = max(way.doubt, 0.25 if leads == 1.0 else 0.5)
                cost = way.cost + extra + (1.0 if line.glued else 8.0 - 5.5 * leads) + _length_cost(way, text)
                if way.label is Label.TITLE and way.before and way.before.label in _TITLES:
                    cost += TWICE
                label, parts = Label.TITLE_REST, (*way.parts, text)
                offer(_State.TITLE_OF_PARTS, _Way(cost, label, way, parts, doubt, 0, text))
            cost = way.cost + as_abstract + _mismatch(way, text)
            offer(_State.ABSTRACT, _Way(cost, Label.ABSTRACT, way, way.parts, way.doubt, len(text), text))
        else:
            cost = way.cost + as_abstract + NO_TITLE
            offer(_State.ABSTRACT, _Way(cost, Label.ORPHAN, way, (), 0.0, len(text), text))
        if state is _State.ABSTRACT:
            cost = way.cost + extra + _abstract_rest_cost(way, line, as_title)
            size = way.size + len(text)
            offer(state, _Way(cost, Label.ABSTRACT_REST, way, way.parts, way.doubt, size, text))
    return found


def _length_cost(way: _Way, text: str) -> float:
    size = sum(map(len, way.parts)) + len(text)
    return 0.0 if size <= 160 else 3.0 if size <= 210 else 9.0


def _abstract_rest_cost(way: _Way, line: Line, as_title: float) -> float:
    text = line.text
    lower, small = text[0].islower(), len(text) < 100
    cost = 1.0 if line.glued else 3.0
    if breaks_off(way.last):
        cost -= 2.5 if lower else 1.5
    else:
        cost += 2.0 if lower else 0.0
        cost += 4.0 if as_title <= 3.0 and not text.endswith(".") else 0.0
    if not ends_sentence(text):
        cost += 3.0 if small else 1.0
    if way.size + len(text) > LONGEST:
        cost += 8.0
    elif way.parts and not small:
        cost += min(4.5, mismatch(title := " ".join(way.parts), text) / 2)
        cost -= 2.5 if shared(title, text) >= 0.5 else 0.0
    return max(cost, 0.1)


def _mismatch(way: _Way, text: str) -> float:
    """The price of an abstract that says little of its title, or of a part of a title put together."""
    cost = mismatch(" ".join(way.parts), text)
    if len(way.parts) > 1:
        cost += way.doubt * sum(mismatch(part, text) for part in way.parts)
    return cost
