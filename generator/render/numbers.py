"""Numbers in words for people."""

from __future__ import annotations


def count(number: int, word: str) -> str:
    """ "1 paper", "2 papers", "1,200 papers", "no papers"; a final y becomes ies."""
    if number == 1:
        return f"1 {word}"
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number:,} {plural}" if number else f"no {plural}"
