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
        for name in ("queries.json", "held-out.json"):
            _relevance(node, folder, name)
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


def _relevance(node: Node, folder: Path, name: str) -> None:
    """Print NDCG@10 and MRR@10 (of papers of grade 2 and 3) by kind of question."""
    queries = json.loads((ROOT / "tests" / "search" / name).read_text(encoding="utf-8"))
    kinds: dict[str, list[tuple[float, float]]] = defaultdict(list)
    known = {hit["key"] for hit in node.ask(folder, "search", "", {"limit": 10**6, "facets": False})["hits"]}
    for query in queries:
        if not known.issuperset(query["papers"]):
            continue
        hits = node.ask(folder, "search", query["text"], {"facets": False, "passages": False})["hits"]
        gains = [query["papers"].get(hit["key"], 0) for hit in hits]
        ideal = sorted(query["papers"].values(), reverse=True)[:10]
        first = next((place for place, gain in enumerate(gains, 1) if gain > 1), 0)
        kinds[query["kind"]].append((_dcg(gains) / _dcg(ideal), 1 / first if first else 0.0))
    kinds["all"] = [values for all_values in kinds.values() for values in all_values]
    if not kinds["all"]:
        return
    print(f"  {name}: {len(kinds['all'])} questions, NDCG@10 / MRR@10")
    for kind, values in sorted(kinds.items()):
        ndcg, mrr = map(mean, zip(*values, strict=True))
        print(f"    {kind:10} {len(values):4} {ndcg:.3f} / {mrr:.3f}")


def _dcg(gains: list[int]) -> float:
    return math.fsum((2**gain - 1) / math.log2(place + 2) for place, gain in enumerate(gains))


if __name__ == "__main__":
    main(sys.argv[1:])
