"""A new site: the files beside this one, copied where nothing stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.config import CONFIG, STATE
from generator.problems import CannotGoOn, Level, Place, Problem

_TEMPLATE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Started:
    """Paths below the new site, sorted: those written, and those that existed and were kept as they are."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def init(folder: Path) -> Started:
    """Make a new site in `folder`, which may exist; never overwrites. Raises CannotGoOn and OSError."""
    _refuse(folder)
    written, kept = [], []
    for path, content in template().items():
        target = folder / path
        if any(_is_other(folder / up) for up in Path(path).parents):
            kept.append(path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("xb") as stream:  # fails when anything is there, a dangling link too
                stream.write(content)
            written.append(path)
        except FileExistsError:
            kept.append(path)
    return Started(tuple(written), tuple(kept))


def template() -> dict[str, bytes]:
    """Every file of a new site: path below the site -> content."""
    return {
        path.relative_to(_TEMPLATE).as_posix(): path.read_bytes()
        for path in sorted(_TEMPLATE.rglob("*"))
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }


def _is_other(path: Path) -> bool:
    return path.is_symlink() or (path.exists() and not path.is_dir())


def _refuse(folder: Path) -> None:
    resolved = folder.resolve()
    above = next((up for up in resolved.parents if (up / CONFIG).is_file()), None)
    if folder.exists() and not folder.is_dir():
        message, hint = "A file stands where the new site should be.", "Choose another name."
    elif resolved in (Path(resolved.anchor), Path.home().resolve()):
        message, hint = (
            "A site needs a folder of its own.",
            "Choose a folder inside this one: papershelf init papers",
        )
    elif resolved.is_relative_to(_TEMPLATE.parent):
        message, hint = "This folder is the generator's own.", "Choose a folder elsewhere."
    elif above and any(resolved.is_relative_to(above / part) for part in ("docs", "site", "library", STATE)):
        message, hint = f"This folder is a part of the site in {above}.", "Choose a folder beside that site."
    else:
        return
    raise CannotGoOn(Problem(Level.ERROR, "init-where", message, Place(str(folder)), hint))
