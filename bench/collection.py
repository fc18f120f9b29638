"""A site of real papers to measure on, made from the corpus beside the project."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "papers-20k.jsonl.gz"


def make_site(folder: Path, papers: int) -> None:
    """Start a new site in `folder` whose only listing holds the first `papers` papers of the corpus."""
    if not CORPUS.is_file():
        sys.exit(f"bench: {CORPUS} is missing; the measurements need its 20,000 papers.")
    subprocess.run([sys.executable, "-m", "generator.cli", "init", folder], check=True, capture_output=True)
    listings = folder / "library" / "listings"
    shutil.rmtree(listings)
    listings.mkdir()
    with gzip.open(CORPUS, "rb") as lines:
        (listings / "corpus.jsonl").write_bytes(
            b"".join(line for _, line in zip(range(papers), lines, strict=False))
        )
