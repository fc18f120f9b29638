"""A site of real papers to measure on, made from the corpus beside the project."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
FIRST_DAY = date(2025, 1, 6)
CORPUS = ROOT.parent / "shared" / "corpus" / "papers-20k.jsonl.gz"


def make_site(folder: Path, papers: int, parts: int = 1) -> None:
    """Start a new site in `folder` whose only listing holds the first `papers` papers of the corpus.

    In several parts these are listings of one week each.
    """
    if not CORPUS.is_file():
        sys.exit(f"bench: {CORPUS} is missing; the measurements need its 20,000 papers.")
    subprocess.run([sys.executable, "-m", "generator.cli", "init", folder], check=True, capture_output=True)
    listings = folder / "library" / "listings"
    shutil.rmtree(listings)
    listings.mkdir()
    with gzip.open(CORPUS, "rb") as lines:
        found = [line for _, line in zip(range(papers), lines, strict=False)]
    if parts == 1:
        (listings / "corpus.jsonl").write_bytes(b"".join(found))
        return
    for part in range(parts):
        day = FIRST_DAY + timedelta(weeks=part)
        (listings / f"{day}-corpus.jsonl").write_bytes(b"".join(found[part::parts]))
