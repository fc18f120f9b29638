"""What a browser loads besides the pages, and the theme's overrides for the publisher."""

from __future__ import annotations

from pathlib import Path

from generator.model import File

_HERE = Path(__file__).parent
_FILES = _HERE / "files"
_THEME = _HERE.parent / "theme"


def files() -> tuple[File, ...]:
    """The site's style, script, type faces and their licences, as files below docs/assets/papershelf/."""
    return _read(_FILES, "assets/papershelf/")


def theme_files() -> tuple[File, ...]:
    """The overrides of the theme; their paths are below its `custom_dir`, .papershelf/theme/."""
    return _read(_THEME, "")


def _read(folder: Path, prefix: str) -> tuple[File, ...]:
    files = (
        File(prefix + path.relative_to(folder).as_posix(), path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    )
    return tuple(sorted(files, key=lambda file: file.path))
