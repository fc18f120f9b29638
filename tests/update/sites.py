"""Sites that want to be kept current, and what lies in their libraries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.update.service import Work, daily

TODAY = "2031-05-13"
BREAD = Work(
    "Bread Index Structures for Stale Loaves",
    ("Ada Example", "José Crumb"),
    TODAY,
    "3105.00001",
    is_listed=True,
)
MOSS = Work("Moss Clocks Tell the Hour Under Trees", ("Łukasz Moss",), TODAY, "3105.00002", is_listed=True)
ROOMS = Work(
    "Counting Chairs by the Echo of Small Rooms", ("张伟",), "2031-05-12", "3105.00003", is_listed=True
)
SHIPS = Work(
    "Do Lighthouses Dream of Ships?",
    ("Grace van der Light", "Tom O'Brien"),
    "2030-02-01",
    doi="10.5555/ships.1",
)


def site(root: Path, update: Mapping[str, object], **listings: str) -> Path:
    """A site with these settings under `update:`, and listings, named with __ for the dot."""
    folder = root / "mine"
    (folder / "library" / "listings").mkdir(parents=True)
    settings = {"site_name": "Mine", "extra": {"papershelf": {"update": dict(update)}}}
    (folder / "mkdocs.yml").write_text(json.dumps(settings))
    for name, text in listings.items():
        (folder / "library" / "listings" / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def with_today(folder: Path) -> Path:
    """The site after it was updated on a day that was not over: both papers of the day, to be asked again."""
    listings = folder / "library" / "listings"
    (listings / "daily-papers").mkdir()
    (listings / "daily-papers" / f"{TODAY}.json").write_text(daily([BREAD, MOSS]))
    told = {"days": {f"daily-papers/{TODAY}.json": "unfinished"}, "lost": {}}
    (listings / ".asked.json").write_text(json.dumps(told))
    return folder


def library(folder: Path) -> dict[str, bytes]:
    """Every file of the library, byte for byte."""
    below = folder / "library"
    return {
        path.relative_to(below).as_posix(): path.read_bytes()
        for path in sorted(below.rglob("*"))
        if path.is_file()
    }
