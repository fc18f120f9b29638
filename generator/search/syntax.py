"""The rows of the small help: what can be typed, and what it means."""

from __future__ import annotations

ROWS = (
    ("model merging", "papers with both words, in any inflection"),
    ('"task vectors"', "these words next to each other"),
    ("merging -vision", "without a word"),
    ("LoRA OR adapters", "either of them"),
    ("author:garcia", "by an author"),
    ("topic:merging", "in a topic"),
    ("venue:ACL", "at a venue"),
    ("year:2021..2024", "from these years; also year:2023, year:2021.."),
    ("has:code", "with code; also data, note, video"),
)
