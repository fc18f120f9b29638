"""library/overrides.yml: where the owner has the last word. It is only ever read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import yaml

from generator.config import Settings
from generator.keys import as_key, nearest
from generator.model import Topic
from generator.owners_yaml import ENTRY, Reader, Written
from generator.problems import Level, Place, Problem

FILE = "overrides.yml"
SECTIONS = ("topics", "hide", "titles", "same", "different", "people")
_CHANGES = ("add", "remove", "primary")


@dataclass(frozen=True, slots=True)
class TopicChange:
    """Topics (slugs) that the owner adds to a paper or takes from it, and the one to put first."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    primary: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """Names of authors that are one person, and names that are not; `places` as in `Overrides`."""

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the owner decided. Papers are named by key; in `same` and `different` also by "file:entry".

    `places` says where each thing was written, by section and name; for `same` and `different` by
    section and the names joined by ", ".
    """

    topics: Mapping[str, TopicChange] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    people: Naming = Naming()


def load_overrides(settings: Settings) -> tuple[Overrides, tuple[Problem, ...]]:
    """Read the file; a missing one means no wishes. Whatever is wrong is reported and left out."""
    file = settings.library / FILE
    reader = Reader(settings.shown(file))
    try:
        top = reader.top(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Overrides(), ()
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        return Overrides(), (reader.unreadable(error),)
    sections = reader.mapping(top, SECTIONS, "The file")
    places: dict[tuple[str, str], Place] = {}
    overrides = Overrides(
        topics=_topics(reader, sections.get("topics"), places),
        hidden=_hidden(reader, sections.get("hide"), places),
        titles=_titles(reader, sections.get("titles"), places),
        same=_groups(reader, "same", sections.get("same"), places),
        different=_groups(reader, "different", sections.get("different"), places),
        places=places,
        people=_people(reader, sections.get("people")),
    )
    return overrides, (
        *reader.problems,
        *_contradictions(overrides, "paper"),
        *_contradictions(overrides.people, "person"),
    )


def unknown_topics(overrides: Overrides, topics: Mapping[str, Topic]) -> tuple[Problem, ...]:
    """A problem for every topic of an override that the taxonomy does not have."""
    problems = []
    for key, change in sorted(overrides.topics.items()):
        for slug in sorted({*change.add, *change.remove, change.primary} - {""} - set(topics)):
            message = f"There is no topic `{slug}`."
            near = nearest(slug, topics)
            hint = (
                f"The nearest are: {', '.join(near)}."
                if near
                else "Topics are named by their slugs in topics.yml."
            )
            place = overrides.places.get(("topics", key), Place(FILE))
            problems.append(Problem(Level.ERROR, "override-unknown-topic", message, place, hint))
    return tuple(problems)


def _topics(
    reader: Reader, written: Written | None, places: dict[tuple[str, str], Place]
) -> dict[str, TopicChange]:
    changes: dict[str, TopicChange] = {}
    for name, value in reader.items(written, "topics"):
        key = as_key(name.text)
        if reader.first(places, "topics", key, name.place):
            found = reader.mapping(value, _CHANGES, f"The change of `{name.text}`")
            add = reader.texts(found.get("add"), "add")
            remove = reader.texts(found.get("remove"), "remove")
            primary = reader.text(found.get("primary"), "primary")
            if both := sorted({*add, primary} & set(remove)):
                reader.wrong(f"`{both[0]}` is both added and removed.", name.place, "Keep one of the two.")
                continue
            changes[key] = TopicChange(add, remove, primary)
    return changes


def _hidden(reader: Reader, written: Written | None, places: dict[tuple[str, str], Place]) -> tuple[str, ...]:
    named = [(as_key(item.text), item.place) for item in reader.list(written, "hide")]
    return tuple(sorted(key for key, place in named if reader.first(places, "hide", key, place)))


def _titles(reader: Reader, written: Written | None, places: dict[tuple[str, str], Place]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for name, value in reader.items(written, "titles"):
        key = as_key(name.text)
        title = " ".join(reader.text(value, "titles").split())
        if title and reader.first(places, "titles", key, name.place):
            titles[key] = title
    return titles


def _groups(
    reader: Reader, section: str, written: Written | None, places: dict[tuple[str, str], Place]
) -> tuple[tuple[str, ...], ...]:
    groups = []
    for place, items in reader.lists(written, section):
        group = tuple(
            sorted({item.text if ENTRY.fullmatch(item.text) else as_key(item.text) for item in items})
        )
        if len(group) < 2:
            hint = f"Such as: {section}: [[first-key, second-key]]"
            reader.wrong(f"`{section}` needs two papers or more in each list.", place, hint)
        elif reader.first(places, section, ", ".join(group), place):
            groups.append(group)
    return tuple(sorted(groups))


def _people(reader: Reader, written: Written | None) -> Naming:
    parts = reader.mapping(written, ("same", "different"), "`people`")
    places: dict[tuple[str, str], Place] = {}
    groups: dict[str, list[tuple[str, ...]]] = {"same": [], "different": []}
    for section, found in groups.items():
        for place, items in reader.lists(parts.get(section), section):
            group = tuple(sorted({" ".join(item.text.split()) for item in items}))
            if len(group) < 2:
                hint = f"Such as: people: {{{section}: [[J. Example, Jane Example]]}}"
                reader.wrong(f"`people: {section}` needs two names or more in each list.", place, hint)
            elif reader.first(places, section, ", ".join(group), place):
                found.append(group)
    return Naming(tuple(sorted(groups["same"])), tuple(sorted(groups["different"])), places)


def _contradictions(of: Overrides | Naming, what: str) -> Iterable[Problem]:
    """What is called the same and different at once, also by way of a third."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.get(name, name) != name:
            name = parent[name]
        return name

    for group in of.same:
        for name in group[1:]:
            parent[root(name)] = root(group[0])
    for group in of.different:
        for first, second in combinations(group, 2):
            if root(first) == root(second):
                message = f"`{first}` and `{second}` are called the same and different; they stay one {what}."
                place = of.places["different", ", ".join(group)]
                hint = "Remove one of the two lines."
                yield Problem(Level.ERROR, "override-contradiction", message, place, hint)
