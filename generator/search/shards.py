"""Sorted entries cut into shards of a few kilobytes, each read on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.search.bits import units

SHARD = 1_800  # bytes at which a shard is full; a longer entry makes one alone
BITS = SHARD * 8


@dataclass(frozen=True, slots=True)
class Shards:
    """Shards, and as much of the first word of each as puts it behind the shard before, for bisection."""

    firsts: tuple[str, ...]
    contents: tuple[str, ...]


def order(word: str) -> bytes:
    """The sort key of words: as browsers compare strings, by UTF-16 units."""
    return word.encode("utf-16-be", "surrogatepass")


def _beginning(word: str, before: str) -> str:
    """The shortest beginning of a word that is sorted behind the word before."""
    lengths = range(1, len(word))
    return next((word[:length] for length in lengths if order(word[:length]) > order(before)), word)


def shard(
    words: Iterable[str], entry: Callable[[str, str], str], full: int = BITS
) -> tuple[Shards, list[list[str]]]:
    """Cut the entries of sorted words; `entry(word, word before in the shard or "")` is the bits of one.

    Returns the shards, and which words each holds.
    """
    firsts: list[str] = []
    contents: list[str] = []
    held: list[list[str]] = []
    bits: list[str] = []
    size = 0
    before = ""
    for word in words:
        code = entry(word, before)
        if bits and (size + len(code) > full):
            contents.append(units("".join(bits)))
            bits, size = [], 0
            code = entry(word, "")
        if not bits:
            firsts.append(_beginning(word, before))
            held.append([])
        bits.append(code)
        held[-1].append(word)
        size += len(code)
        before = word
    if bits:
        contents.append(units("".join(bits)))
    return Shards(tuple(firsts), tuple(contents)), held
