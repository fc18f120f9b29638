"""What exports cost beside a site without any. `python -m bench.exports [PAPERS [LISTINGS]]` (5,000 in 1 unless said).

CPU is that of this process; the base is everything before the publisher, without what pages tell programs. MB are of
files; the base is the site without exported files, without the map that the publisher makes for crawlers, and without
what stands in pages for programs and citations. The site has an address, since some exports ask for one. With several
listings each has a day, so that the digest and the bundles of listings are there too.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from bench.collection import make_site
from bench.cost import cost
from generator.build import shelve
from generator.citations import bibtex, references_of
from generator.config import Settings, load
from generator.exports import EXPORTS
from generator.model import File, Library
from generator.pages import all_pages
from generator.progress import Silent
from generator.render import render
from generator.render.citation_tags import citation_tags
from generator.render.schema_org import article
from generator.search import files as search_files

Value = TypeVar("Value")
Export = Callable[[Library, Settings], Iterator[File]]

MOST_TIME, MOST_SIZE = 0.25, 0.40  # of the base, for all exports together
ADDRESS = "https://papers.example.org/library/"
MAP = ("sitemap.xml", "sitemap.xml.gz")
IN_PAGES = {
    "citation tags": rb'<meta name="citation_[^>]*>\n',
    "JSON-LD": rb'<script type="application/ld\+json">.*?</script>\n',
    "other tags": rb'<(?:link rel="(?:alternate|search)"|meta (?:property="og:image|name="twitter))[^>]*>\n',
    "BibTeX in pages": rb'<div class="ps-cite".*?</div>\n',
}


def main(papers: int, listings: int) -> None:
    """Measure and print."""
    os.environ["SITE_URL"] = ADDRESS
    gc.disable()  # as a build does
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        make_site(site, papers, listings)
        settings = load(site)
        seconds, library = _timed(lambda: shelve(settings, Silent()).library)
        in_pages, _ = _timed(lambda: _for_programs(library, settings))
        # Once more, for what they cost when names are taken apart already.
        again, _ = _timed(lambda: _for_programs(library, settings))
        base = seconds - again + _timed(lambda: _make(library, settings))[0]
        costs: dict[str, tuple[float, int]] = {}
        paths = []
        for name, export in EXPORTS.items():
            seconds, files = _timed(partial(_files, export, library, settings))
            costs[name] = (seconds, sum(len(file.content) for file in files))
            paths += [file.path for file in files]
        shutil.rmtree(site / ".papershelf", ignore_errors=True)
        cost(("-m", "generator.cli", "build", site), site)
        built = [file for file in (site / "site").rglob("*") if file.is_file()]
        whole = sum(file.stat().st_size for file in built)
        costs["site map"] = (0, sum((site / "site" / name).stat().st_size for name in MAP))
        pages = [file.read_bytes() for file in built if file.suffix == ".html"]
        for name, tags in IN_PAGES.items():
            size = sum(len(found) for page in pages for found in re.findall(tags, page, re.DOTALL))
            costs[name] = (in_pages if name == "citation tags" else 0, size)
    _print(papers, len(paths), base, whole, costs)


def _timed(work: Callable[[], Value]) -> tuple[float, Value]:
    start = time.process_time()
    value = work()
    return time.process_time() - start, value


def _files(export: Export, library: Library, settings: Settings) -> list[File]:
    return list(export(library, settings))


def _make(library: Library, settings: Settings) -> None:
    for page in all_pages(library, settings):
        render(page)
    for _ in search_files(library):
        pass


def _for_programs(library: Library, settings: Settings) -> None:
    """What the pages of papers tell programs, and their BibTeX."""
    references = references_of(library)
    for key, paper in library.papers.items():
        citation_tags(paper, references[key], ADDRESS)
        article(paper, references[key], (), settings)
        bibtex.entry(references[key], most=bibtex.ON_PAGE)


def _print(papers: int, files: int, base: float, whole: int, costs: dict[str, tuple[float, int]]) -> None:
    exported = sum(size for _, size in costs.values())
    beside = whole - exported
    print(f"{papers:,} papers, {files:,} files of exports\n")
    print(f"  {'without exports':<18}{base:8.2f} s {'':8}{beside / 1e6:8.1f} MB")
    for name, (seconds, size) in costs.items():
        print(f"  {name:<18}{seconds:8.2f} s {seconds / base:7.1%}{size / 1e6:8.1f} MB {size / beside:7.1%}")
    in_files = [value for name, value in costs.items() if name not in IN_PAGES]
    for name, values in (("files", in_files), ("together", costs.values())):
        seconds, size = (sum(column) for column in zip(*values, strict=True))
        print(
            f"  {name:<18}{seconds:8.2f} s {seconds / base:7.1%}{size / 1e6:8.1f} MB {size / beside:7.1%}"
            + (
                f"   {size / (whole - size):.1%} if what is in pages were the site's"
                if name == "files"
                else ""
            )
        )
    print(f"  {'at most':<18}{'':10} {MOST_TIME:7.0%}{'':11} {MOST_SIZE:7.0%}")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 5000,
        int(sys.argv[2]) if len(sys.argv) > 2 else 1,
    )
