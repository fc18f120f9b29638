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
NEXT = (
    "language model learning",
    "language model",
    "learning",
    "deep neural network",
    "graph neural networks",
    "medical image segmentation",
    "privacy federated learning",
    "robot grasping",
    "reinforcement learning from human feedback",
    "attention transformer translation",
    "bayesian optimization hyperparameter",
    "object detection",
    "time series forecasting",
    "semi-supervised classification",
    "adversarial examples robustness",
    "variational inference",
    "visual question answering",
    "mobile robot navigation",
    "simultaneous localization and mapping",
    "large scale image retrieval",
    "speech recognition noise",
    "knowledge graph completion",
    "optimal control nonlinear systems",
    "data augmentation",
    "domain adaptation",
    "few-shot learning",
    "path planning obstacle avoidance",
    "generative adversarial network",
    "convergence stochastic gradient descent",
    "sparse coding dictionary",
    "human pose estimation video",
    "multi-agent systems",
    "causal discovery",
    "point cloud registration",
    "text summarization evaluation",
    "support vector machine kernel",
    "legged locomotion",
    "clustering high dimensional data",
    "monte carlo tree search",
    "word embeddings",
    "diffusion models image generation",
    '"neural machine translation"',
    "author:wang planning",
    "GPT4",
    "Garcia",
)


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
    """Print the bytes of the first answer, and of each further one after it alone."""
    further = []
    for text in NEXT:
        node.forget(folder)
        node.ask(folder, "search", FIRST, {})
        first = node.read(folder)
        node.ask(folder, "search", text, {})
        further.append((node.read(folder) - first, text))
    further.sort()
    print(f"  first answer {first:,} bytes with script and facets; {len(further)} further ones:", end=" ")
    print(f"median {further[len(further) // 2][0]:,}, worst", end=" ")
    print(", ".join(f"{size:,} ({text})" for size, text in further[:-4:-1]))


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
