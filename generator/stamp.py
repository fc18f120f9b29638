"""Know without doing the work that nothing has changed since the last build.

A stamp is one small file that is written last: a hash over everything that goes in (contents) and everything
that came out (sizes and times), and what the build had to tell. It is never needed: without it all is built.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.config import Settings

STAMP = ".papershelf/stamp.json"
_PACKAGE = Path(__file__).parent
_MADE_WITH = (
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "jinja2",
    "pymdown-extensions",
    "anyascii",
    "PyStemmer",
)


def inputs(settings: Settings, mode: str) -> str:
    """A hash over what goes in. Take it before reading: a change during the build is then seen next time.

    `mode` keeps apart builds that make different things.
    """
    config = (settings.root / "mkdocs.yml").read_bytes()
    digest = hashlib.sha256(mode.encode() + config)
    for text in (*_versions(), *_surroundings(config.decode("utf-8", "replace"))):
        digest.update(text.encode("utf-8", "replace") + b"\0")
    for folder in (_PACKAGE, settings.library):
        for path in _files(folder):
            digest.update(os.fsencode(path.relative_to(folder)) + b"\0" + _hash(path))
    for path in _named_in(config.decode("utf-8", "replace"), settings):
        digest.update((listing(path) if path.is_dir() else listing_of(path)).encode())
    return digest.hexdigest()


def listing(folder: Path) -> str:
    """A hash over the names, sizes and times (to the nanosecond) of all files below `folder`."""
    digest = hashlib.sha256()
    for path, stat in sorted(_stats(str(folder))):
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def made(settings: Settings) -> str:
    """The state of docs/, pages by hand too, and of the theme. Take it before the publisher reads them."""
    return listing(settings.docs) + listing((settings.root / STAMP).parent / "theme")


def published(settings: Settings, with_site: bool) -> str:
    """The state of the site, if there is to be one."""
    return listing(settings.site) if with_site else ""


def listing_of(file: Path) -> str:
    """The same for one file; empty when there is none."""
    try:
        stat = file.stat()
    except OSError:
        return ""
    return f"{stat.st_size}\0{stat.st_mtime_ns}"


def recall(settings: Settings, state: Iterable[str]) -> Any:
    """What the last build told, if `state` is what it left; else None."""
    try:
        stamp = json.loads((settings.root / STAMP).read_bytes())
        return stamp["told"] if stamp["state"] == list(state) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def remember(settings: Settings, state: Iterable[str], told: Any) -> None:
    """Keep what this build told (JSON values) for as long as `state` stays."""
    file = settings.root / STAMP
    new = file.with_name("stamp.json.new")
    new.write_text(json.dumps({"state": list(state), "told": told}), encoding="utf-8")
    new.replace(file)


def forget(settings: Settings) -> None:
    """Drop the stamp: from here on the site is being changed."""
    (settings.root / STAMP).unlink(missing_ok=True)


def _hash(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError as error:  # whoever needs the file says so; here it only must not look like another day
        return type(error).__name__.encode()


def _files(folder: Path) -> list[Path]:
    return sorted(Path(path) for path, _ in _stats(str(folder)))


def _stats(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name == "__pycache__":
                continue
            yield from _stats(entry.path)
        elif entry.is_file():
            yield entry.path, entry.stat()


def _versions() -> Iterator[str]:
    yield platform.python_version()
    for name in _MADE_WITH:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} missing"


def _surroundings(config: str) -> Iterator[str]:
    """The variables that mkdocs.yml asks for by !ENV, and the one that sets the publisher's clock."""
    names = {name for line in re.findall(r"!ENV[^\n]*", config) for name in re.findall(r"\w+", line)}
    for name in sorted({"SOURCE_DATE_EPOCH", *names}):
        if name in os.environ:
            yield f"{name}={os.environ[name]}"


def _named_in(config: str, settings: Settings) -> list[Path]:
    """Files and folders of the site that mkdocs.yml names (hooks, theme folders), ours left out."""
    ours = (settings.docs, settings.site, settings.library, (settings.root / STAMP).parent)
    words = {word for word in re.findall(r"[\w./-]+", config) if ".." not in word and word[0] != "/"}
    paths = [
        path for word in sorted(words) if (path := settings.root / word).exists() and path != settings.root
    ]
    return [path for path in paths if not any(path.is_relative_to(folder) for folder in ours)]
