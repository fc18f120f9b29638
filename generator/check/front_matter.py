"""The front matter of every paper's page is YAML, and complete.

The publisher takes front matter that is not valid YAML for text, silently and even when told to be strict;
so we look ourselves.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.check.report import fault
from generator.config import Settings
from generator.model import Library, Paper
from generator.owners_yaml import LOADER
from generator.problems import Problem

_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


def front_matter(settings: Settings, library: Library) -> Iterator[Problem]:
    """One problem for each page whose front matter cannot be read or is not what the library says."""
    for key, paper in library.papers.items():
        file = settings.docs / "papers" / f"{key}.md"
        try:
            match = _FRONT.match(file.read_text(encoding="utf-8"))
            values = yaml.load(match[1], Loader=LOADER) if match else None  # noqa: S506 - a SafeLoader
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            message = f"The front matter cannot be read: {getattr(error, 'problem', error)}."
            yield fault("check-front-matter", message, settings.shown(file))
            continue
        if wrong := _wrong(values, key, paper, library):
            message = f"The front matter is wrong in, or lacks: {', '.join(wrong)}."
            yield fault("check-front-matter", message, settings.shown(file))


def _wrong(values: Any, key: str, paper: Paper, library: Library) -> list[str]:
    if not isinstance(values, dict):
        return ["everything"]
    topics = [match.topic for match in library.matches.get(key, ())]
    wanted = {
        "title": html.escape(paper.title_text),
        "key": key,
        "authors": list(paper.authors),
        "year": paper.year,
        "tags": [library.topics[topic].name for topic in topics],
        "topics": topics,
        "listings": sorted({seen.listing for seen in paper.seen}),
        "links": [{"kind": link.kind.value, "url": link.url} for link in paper.links],
    }
    return [name for name, value in wanted.items() if _unordered(values.get(name)) != _unordered(value)]


def _unordered(value: Any) -> Any:
    """Nothing known may be left out or be empty; in which order lists stand is the pages' own affair."""
    return sorted(map(str, value)) if isinstance(value, list) and value else value or None
