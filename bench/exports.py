"""What each export costs beside the site without any. `python -m bench.exports [PAPERS]` (5,000 unless said).

CPU is that of this process; the base is everything before the publisher. MB are of files; the base is the site.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench.collection import make_site
from bench.cost import cost
from generator.build import shelve
from generator.config import load
from generator.exports import EXPORTS
from generator.pages import all_pages
from generator.progress import Silent
from generator.render import render
from generator.search import files as search_files

MOST_TIME, MOST_SIZE = 0.25, 0.40  # of the base, for all exports together


def main(papers: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        make_site(site, papers)
        settings = load(site)
        start = time.process_time()
        library = shelve(settings, Silent()).library
        for page in all_pages(library, settings):
            render(page)
        for _ in search_files(library):
            pass
        base = time.process_time() - start
        costs = {}
        paths = []
        for name, export in EXPORTS.items():
            start, size = time.process_time(), 0
            for file in export(library, settings):
                size += len(file.content)
                paths.append(file.path)
            costs[name] = (time.process_time() - start, size)
        shutil.rmtree(site / ".papershelf", ignore_errors=True)
        cost(("-m", "generator.cli", "build", site), site)
        whole = sum(file.stat().st_size for file in (site / "site").rglob("*") if file.is_file())
        beside = whole - sum((site / "site" / path).stat().st_size for path in paths)
    print(f"{papers:,} papers, {len(paths):,} files of exports\n")
    print(f"  {'without exports':<18}{base:8.2f} s {'':8}{beside / 1e6:8.1f} MB")
    for name, (seconds, size) in costs.items():
        print(f"  {name:<18}{seconds:8.2f} s {seconds / base:7.1%}{size / 1e6:8.1f} MB {size / beside:7.1%}")
    seconds, size = (sum(column) for column in zip(*costs.values(), strict=True))
    print(
        f"  {'together':<18}{seconds:8.2f} s {seconds / base:7.1%}{size / 1e6:8.1f} MB {size / beside:7.1%}"
    )
    print(f"  {'at most':<18}{'':10} {MOST_TIME:7.0%}{'':11} {MOST_SIZE:7.0%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
