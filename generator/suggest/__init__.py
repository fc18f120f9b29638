"""Topics that the library lacks: words that many papers without a topic share, as YAML for topics.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from generator.classify import classify
from generator.model import Library, Paper, Topic
from generator.overrides import Overrides
from generator.progress import Silent
from generator.suggest.spoken import LEAST, Spoken
from generator.text.slug import slug

MOST = 20  # suggestions
_LINE_ENDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_HOW = "# Paste what you like at the end of topics.yml; or below the `topics:` of an upper topic, indented."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic that may be added, and the papers (keys, sorted) that it would have."""

    topic: Topic
    papers: tuple[str, ...]


def suggest(library: Library) -> tuple[Suggestion, ...]:
    """At most 20 topics, those of the most papers first, none of fewer than three papers."""
    papers = {key: paper for key, paper in library.papers.items() if not library.matches.get(key)}
    taken = {*library.topics, "none"}
    new: dict[str, Topic] = {}
    for words in Spoken(papers, library.topics.values()).phrases():
        name = words[0][0].upper() + words[0][1:]
        own = slug(name)
        if own and own not in taken and len(new) < MOST:
            taken.add(own)
            new[own] = Topic(own, name, f"Papers on {words[0]}.", words=words)
    found = _papers(papers, library.topics, new)
    few = {own for own, keys in found.items() if len(keys) < LEAST}  # others say more of their papers
    new = {own: topic for own, topic in new.items() if own not in few}
    found = _papers(papers, library.topics, new) if few else found
    suggestions = [Suggestion(topic, tuple(sorted(found[own]))) for own, topic in new.items()]
    return tuple(sorted(suggestions, key=lambda one: (-len(one.papers), one.topic.slug)))


def as_yaml(suggestions: Iterable[Suggestion], library: Library) -> str:
    """The suggestions as they can be pasted into topics.yml; comments tell numbers and two examples."""
    lines = [_HOW]
    for one in suggestions:
        titles = " and ".join(f"“{library.papers[key].title_text}”" for key in one.papers[:2])
        lines.append(_LINE_ENDS.sub(" ", f"# {len(one.papers)} papers without a topic, such as {titles}"))
        entry = {"name": one.topic.name, "definition": one.topic.definition, "words": list(one.topic.words)}
        written = yaml.safe_dump(
            [entry], allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000
        )
        lines.append(written.rstrip("\n"))
    return "\n".join(lines)


def _papers(
    papers: Mapping[str, Paper], topics: Mapping[str, Topic], new: Mapping[str, Topic]
) -> dict[str, list[str]]:
    """The papers that each of the new topics would have if all of them were pasted."""
    found: dict[str, list[str]] = {own: [] for own in new}
    for key, matches in classify(papers, {**topics, **new}, Overrides(), Silent()).items():
        for match in matches:
            if match.topic in found:
                found[match.topic].append(key)
    return found
