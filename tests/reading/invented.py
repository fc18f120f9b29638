"""Invented papers, and sites made of them in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.config import Settings, load

HEADER = (
    "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\n"
    "Daily Papers\n\nbyAK and the research community\n\nSep 3"
)

# (title, abstract) of papers that nobody wrote; each abstract speaks of its title, as real ones do.
PAPERS = (
    (
        "Moss Clocks: Telling the Hour from the Growth of Forest Floors",
        "Forest floors keep time. We present moss clocks, which tell the hour from the growth of moss "
        "under old trees, and compare them with sundials in nine forests. A moss clock is late by 14 "
        "minutes on average, and by less after rain. Growth is photographed once a day, so nothing but a "
        "camera is needed.",
    ),
    (
        "Do Lighthouses Dream of Ships? A Survey of Idle Signals",
        "Lighthouses send signals whether or not ships are near. This survey orders 212 studies of idle "
        "signals by what the sender knows of its ships. Three gaps stand out: fog, festivals and "
        "mirrors. We end with advice for keepers of lighthouses, and with a map. The map is at "
        "https://example.org/idle-signals",
    ),
    (
        "Learning to Fold Letters with Two Hands and No Table",
        "Letters are folded on tables. We ask how hands learn to fold a letter in the air, and find that "
        "two hands need 31 trials, one hand 400. A simple rule, fold away from the thumb, explains most "
        "of what is learned. It also holds for maps and napkins, though not for wet letters.",
    ),
    (
        "Bread Index Structures",
        "An index of bread by crust is slow when loaves are stale. Bread index structures keep crust and "
        "crumb apart, so that a stale loaf costs one comparison. On the breads of 40 bakeries, look-ups "
        "are 3.5 times faster, and the index is smaller than the bread.",
    ),
    (
        "On the Echo of Small Rooms and Its Use for Counting Chairs",
        "A small room with many chairs has a short echo. We count chairs by clapping once. With echo "
        "alone, 86% of rooms are counted exactly; errors come from sofas. Counting takes a second and "
        "needs no light, which makes the method fit for cinemas.",
    ),
)


def page(*papers: tuple[str, ...], header: str = HEADER) -> str:
    """A pasted page: every block set apart by blank lines."""
    return "\n\n".join([header, *(block for paper in papers for block in paper)]) + "\n"


def site(root: Path, listings: Mapping[str, str | bytes], **files: str) -> Settings:
    """A site with these listings, and with library files such as overrides="...", named without ending."""
    (root / "library" / "listings").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Invented\n", encoding="utf-8")
    for name, content in listings.items():
        file = root / "library" / "listings" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    for name, text in files.items():
        (root / "library" / f"{name}.yml").write_text(text, encoding="utf-8")
    return load(root)
