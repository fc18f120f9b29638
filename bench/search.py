"""The table of the search: `python -m bench.search SITE [SITE ...]`.

A site is a folder that holds find/: docs/ or site/ of a build.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

from bench.collection import ROOT
from tests.search.node import Node, start

FIRST = "neural network pruning"
NEXT = ("graph neural networks", "medical image segmentation", "privacy federated learning", "robot grasping")


def main(folders: list[str]) -> None:
    """Measure and print."""
    node = start()
    for folder in map(Path, folders):
        print(folder.name)
        _sizes(folder)
        _bytes(node, folder)
        _relevance(node, folder)
    node.close()


def _sizes(folder: Path) -> None:
    sizes: dict[str, int] = defaultdict(int)
    for file in (folder / "find").rglob("*.js"):
        sizes[file.relative_to(folder / "find").parts[0]] += file.stat().st_size
    cards = sizes.pop("d", 0)
    print(f"  index {sum(sizes.values()):,} bytes (at most 3 MB at 10,000), cards of the papers {cards:,}")


def _bytes(node: Node, folder: Path) -> None:
    node.ask(folder, "search", FIRST, {})
    first = before = node.read(folder)
    print(f"  first answer {first:,} bytes with script and facets")
    for text in NEXT:
        node.ask(folder, "search", text, {})
        now = node.read(folder)
        print(f"  next, {text}: {now - before:,} bytes")
        before = now


def _relevance(node: Node, folder: Path) -> None:
    queries = json.loads((ROOT / "tests" / "search" / "queries.json").read_text(encoding="utf-8"))
    kinds: dict[str, list[float]] = defaultdict(list)
    keys = {key for query in queries for key in query["papers"]}
    known = {hit["key"] for hit in node.ask(folder, "search", "", {"limit": 10**6, "facets": False})["hits"]}
    if not keys & known:
        return
    for query in queries:
        if not known.issuperset(query["papers"]):
            continue
        hits = node.ask(folder, "search", query["text"], {"facets": False, "passages": False})["hits"]
        gains = [query["papers"].get(hit["key"], 0) for hit in hits]
        ideal = sorted(query["papers"].values(), reverse=True)[:10]
        kinds[query["kind"]].append(_dcg(gains) / _dcg(ideal))
    everything = [value for values in kinds.values() for value in values]
    print(f"  NDCG@10 {mean(everything):.3f} over {len(everything)}:", end=" ")
    print(", ".join(f"{kind} {mean(values):.3f}" for kind, values in sorted(kinds.items())))


def _dcg(gains: list[int]) -> float:
    return math.fsum((2**gain - 1) / math.log2(place + 2) for place, gain in enumerate(gains))


if __name__ == "__main__":
    main(sys.argv[1:])
