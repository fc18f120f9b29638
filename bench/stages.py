"""The CPU time of each stage of the line, in one process."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator import exports, pages, render, search, sources
from generator.classify import classify
from generator.config import load
from generator.merge import merge
from generator.model import Library
from generator.overrides import load_overrides
from generator.people import gather
from generator.progress import Silent
from generator.relate import relate
from generator.taxonomy import load_taxonomy
from generator.write import write

Value = TypeVar("Value")


def stages(site: Path) -> dict[str, float]:
    """CPU seconds of each stage for the site in `site`, in order; the pages are really written."""
    seconds: dict[str, float] = {}

    def timed(name: str, stage: Callable[[], Value]) -> Value:
        start = time.process_time()
        value = stage()
        seconds[name] = time.process_time() - start
        return value

    settings, quiet = load(site), Silent()
    overrides, _ = load_overrides(settings)
    topics, _ = load_taxonomy(settings)
    readings, _ = timed("read", lambda: sources.read_all(settings, quiet))
    papers = timed("merge, clean", lambda: merge(readings, overrides, quiet)).papers
    matches = timed("classify", lambda: classify(papers, topics, overrides, quiet))
    related = timed("relate", lambda: relate(papers, quiet, matches, topics))
    people = timed("people", lambda: gather(papers, overrides.people)).people
    listings = tuple(reading.listing for reading in readings)
    library = Library(papers, listings, topics, matches, related, people=people)
    files = timed("pages", lambda: [render.render(page) for page in pages.all_pages(library, settings)])
    files += timed("exports", lambda: list(exports.all_files(library, settings)))
    files += timed("search", lambda: list(search.files(library)))
    timed("write", lambda: write(files, settings.docs, site / ".papershelf" / "docs.json"))
    return seconds
