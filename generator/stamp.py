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
from generator.fingerprint import contents, times, times_of_file

_NAME = "stamp.json"
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
    raw = settings.file.read_bytes()
    config = raw.decode("utf-8", "replace")
    digest = hashlib.sha256(mode.encode() + raw)
    for text in (*_versions(), *_surroundings(config), contents(_PACKAGE), contents(settings.library)):
        digest.update(text.encode("utf-8", "replace") + b"\0")
    for path in _named_in(config, settings):
        digest.update((times(path) if path.is_dir() else times_of_file(path)).encode())
    return digest.hexdigest()


def made(settings: Settings) -> str:
    """The state of docs/, pages by hand too, and of the theme. Take it before the publisher reads them."""
    return times(settings.docs) + times(settings.theme)


def published(settings: Settings, with_site: bool) -> str:
    """The state of the site, if there is to be one."""
    return times(settings.site) if with_site else ""


def recall(settings: Settings, state: Iterable[str]) -> Any:
    """What the last build told, if `state` is what it left; else None."""
    try:
        stamp = json.loads((settings.state / _NAME).read_bytes())
        return stamp["told"] if stamp["state"] == list(state) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def remember(settings: Settings, state: Iterable[str], told: Any) -> None:
    """Keep what this build told (JSON values) for as long as `state` stays."""
    file = settings.state / _NAME
    new = file.with_name(f"{_NAME}.new")
    new.write_text(json.dumps({"state": list(state), "told": told}), encoding="utf-8")
    new.replace(file)


def forget(settings: Settings) -> None:
    """Drop the stamp: from here on the site is being changed."""
    (settings.state / _NAME).unlink(missing_ok=True)


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
    ours = (settings.docs, settings.site, settings.library, settings.state)
    words = {word for word in re.findall(r"[\w./-]+", config) if ".." not in word and word[0] != "/"}
    named = (path for word in sorted(words) if (path := settings.root / word) != settings.root)
    return [path for path in named if _exists(path) and not any(path.is_relative_to(one) for one in ours)]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # too long for a name, so it is none
        return False
