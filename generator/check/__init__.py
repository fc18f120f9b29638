"""Read our own output back: what a reader sees on the site equals what went in, and every link leads on."""

from __future__ import annotations

from generator.check.built_page import read_page
from generator.check.front_matter import front_matter
from generator.check.links import links, style_sheets
from generator.check.numbers import numbers
from generator.check.report import fault
from generator.check.texts import texts
from generator.config import Settings
from generator.model import Library
from generator.problems import CannotGoOn, Problem
from generator.progress import Progress


def check(settings: Settings, library: Library, progress: Progress) -> tuple[Problem, ...]:
    """Everything on the built site that differs from the library, leads nowhere or asks another host.

    Raises CannotGoOn when there is no site.
    """
    site = settings.site
    if not (site / "index.html").is_file():
        hint = f"Build it first: papershelf build {settings.root}"
        raise CannotGoOn(
            fault("check-no-site", "There is no built site to read.", settings.shown(site), hint)
        )
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    names = sorted(name for name in files if name.endswith(".html"))
    keys = {f"papers/{key}.html": key for key in library.papers}
    built = {
        name: read_page(site / name, name in keys)
        for name in progress.track(names, "Reading the site back", len(names))
    }
    return (
        *texts(settings, {keys[name]: page for name, page in built.items() if name in keys}, library),
        *links(settings, files, built),
        *style_sheets(settings, files),
        *numbers(settings, library, built),
        *front_matter(settings, library),
    )
