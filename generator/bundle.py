"""One zip of the built site, for reading without a network."""

from __future__ import annotations

import zipfile
from pathlib import Path

from generator.config import Settings
from generator.problems import CannotGoOn, Level, Place, Problem

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the same site gives the same zip, whenever it is made


def bundle(settings: Settings, out: Path | None) -> tuple[Path, int]:
    """Pack the built site into `out` (or a zip here, named as the site's folder); returns its path and bytes.

    The files lie in one folder named as the zip, so that unpacking scatters nothing. Raises CannotGoOn when
    there is no site.
    """
    if not (settings.site / "index.html").is_file():
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "zip-no-site",
                "There is no built site to pack.",
                Place(settings.shown(settings.site)),
                f"Build it first: papershelf build {settings.root}",
            )
        )
    target = target_of(settings, out)
    new = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for file in sorted(settings.site.rglob("*")):
                if file.is_file():
                    _add(archive, file, f"{target.stem}/{file.relative_to(settings.site).as_posix()}")
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
    return target, target.stat().st_size


def target_of(settings: Settings, out: Path | None) -> Path:
    """Where the zip goes. Raises CannotGoOn when that is inside the site, or something else stands there."""
    target = (out or Path(f"{settings.root.resolve().name or 'papershelf'}.zip")).resolve()
    if target.is_relative_to(settings.site.resolve()):
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "zip-inside",
                "The zip cannot lie inside the site that it packs.",
                Place(str(target)),
                "Name another place.",
            )
        )
    if target.exists() and not (target.is_file() and zipfile.is_zipfile(target)):
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "zip-in-the-way",
                "Something that is no zip stands there already; it is kept.",
                Place(str(target)),
                "Name another file, or move it away.",
            )
        )
    return target


def _add(archive: zipfile.ZipFile, file: Path, name: str) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, on every system
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, file.read_bytes())
