"""Papers of the library = pages = lines of the catalogue = the number that the home page tells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.check.built_page import BuiltPage
from generator.check.report import fault
from generator.config import Settings
from generator.model import Library
from generator.problems import Problem


def numbers(settings: Settings, library: Library, built: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Papers without a page, pages without a paper, and counts that differ."""
    wanted = set(library.papers)
    pages = {name[len("papers/") : -len(".html")] for name in built if name.startswith("papers/")}
    for key in sorted(wanted - pages):
        page = settings.shown(settings.site / "papers" / f"{key}.html")
        yield fault("check-no-page", "This paper has no page.", page)
    for key in sorted(pages - wanted):
        page = settings.shown(settings.docs / "papers" / f"{key}.md")
        yield fault(
            "check-stray-page", "There is no paper for this page.", page, "If it is not yours, delete it."
        )
    data = settings.site / "data" / "papers.jsonl"
    try:
        lines = [json.loads(line)["key"] for line in data.read_text(encoding="utf-8").split("\n") if line]
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield fault("check-catalogue", f"The catalogue cannot be read ({error}).", settings.shown(data))
    else:
        if lines != sorted(wanted):
            message = f"The catalogue has {len(lines)} papers, the library {len(wanted)}, or the keys differ."
            yield fault("check-catalogue", message, settings.shown(data))
    told = built["index.html"].papers
    if told is not None and told != len(wanted):
        message = f"The home page tells of {told} papers; there are {len(wanted)}."
        yield fault("check-count", message, settings.shown(settings.site / "index.html"))
