"""How long each paper is, in 16 steps: four bits a paper, which ranking needs of every paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.search.bits import units

STEPS = tuple(round(16 * 2 ** (step * 2 / 5)) for step in range(16))  # words; 16 to 1024, each a third longer


@dataclass(frozen=True, slots=True)
class Lengths:
    """The step of each paper as bits, the length each step stands for, and the mean of these lengths."""

    units: str
    lengths: tuple[int, ...]
    mean: int
    steps: tuple[int, ...]


def lengths(words: Sequence[int]) -> Lengths:
    """Quantize the papers' lengths in words: to the last step that is not longer."""
    steps = tuple(_step(length) for length in words)
    mean = sum(STEPS[step] for step in steps) // len(steps) if steps else 1
    return Lengths(units("".join([f"{step:04b}" for step in steps])), STEPS, max(1, mean), steps)


def _step(length: int) -> int:
    step = 0
    while step + 1 < len(STEPS) and STEPS[step + 1] <= length:
        step += 1
    return step
