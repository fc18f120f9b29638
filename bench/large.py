"""The index of many papers: `python -m bench.large FOLDER [PAPERS]` (80,000 unless said) writes FOLDER/find/.

The corpus beside the project, repeated with every second word of the titles and every seventh of the abstracts
changed, so that each copy brings words of its own; without related papers and pages, which the index does not read.
`python -m bench.search FOLDER` asks it.
"""

from __future__ import annotations

import gzip
import json
import re
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from bench.collection import CORPUS, make_site
from generator import search, sources
from generator.classify import classify
from generator.config import load
from generator.merge import merge
from generator.model import Library
from generator.overrides import load_overrides
from generator.progress import Silent
from generator.taxonomy import load_taxonomy

CHANGED = {"title": 2, "abstract": 7}  # so many words from one changed word of a copy to the next


def main(folder: Path, papers: int) -> None:
    """Write the index, and print what it cost."""
    library = _library(papers)
    start, written = time.process_time(), 0
    for file in search.files(library):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        written += len(file.content)
    seconds = time.process_time() - start
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = len(library.papers)
    print(
        f"{count:,} papers: {seconds:.1f} s CPU ({1000 * seconds / count:.2f} ms a paper), {written / 1e6:.1f} MB"
    )
    print(f"at most {held:,.0f} MB held, the papers among them (bar 1,500)")


def _library(papers: int) -> Library:
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        make_site(site, 0)
        with (site / "library/listings/corpus.jsonl").open("w", encoding="utf-8") as listing:
            for copy in range(papers):
                wanted = papers - copy * 20_000
                if wanted <= 0:
                    break
                with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
                    for line in islice(lines, wanted):
                        listing.write(_changed(line, copy))
        settings, quiet = load(site), Silent()
        overrides, _ = load_overrides(settings)
        topics, _ = load_taxonomy(settings)
        readings, _ = sources.read_all(settings, quiet)
        found = merge(readings, overrides, quiet).papers
        matches = classify(found, topics, overrides, quiet)
        return Library(found, tuple(one.listing for one in readings), topics, matches, {})


def _changed(line: str, copy: int) -> str:
    if not copy:
        return line
    paper = json.loads(line)
    told = {key: _other(paper[key], copy, step) for key, step in CHANGED.items() if paper.get(key)}
    names = {key: paper[key] for key in ("authors", "year", "venue") if paper.get(key)}
    return json.dumps({**told, **names}, ensure_ascii=False) + "\n"


def _other(text: str, copy: int, step: int) -> str:
    words = re.split(r"(\W+)", text)
    for at in range(2 * (copy % min(step, len(words))), len(words), 2 * step):
        words[at] += "abcdefghij"[copy % 10] * 2
    return "".join(words)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 80_000)
