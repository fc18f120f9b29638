"""Paths below a folder, with forward slashes: what stands above them, and whether that leads elsewhere."""

from __future__ import annotations

from pathlib import Path


def folders(path: str) -> list[str]:
    """Every folder above `path`, the root left out."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]


def behind_a_link(root: Path, path: str) -> bool:
    """Whether a link, or a file, stands where a folder above `path` should be."""
    return any((root / folder).is_symlink() or (root / folder).is_file() for folder in folders(path))
