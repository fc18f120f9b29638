"""Settings of a site: read from its mkdocs.yml, ours under `extra: papershelf:`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.problems import CannotGoOn, Level, Place, Problem

CONFIG = "mkdocs.yml"
STATE = ".papershelf"  # what we keep beside a site; may be deleted at any time


@dataclass(frozen=True, slots=True)
class Settings:
    """What the generator needs to know of a site. Paths are absolute."""

    root: Path
    site_name: str
    site_description: str
    site_url: str
    repo_url: str
    docs: Path
    site: Path
    library: Path
    summaries: tuple[str, ...]  # glob patterns of listings whose texts are the owner's summaries
    columns: Mapping[str, str] = field(default_factory=dict)  # field -> the owner's name for it in tables
    exports: Mapping[str, bool] = field(default_factory=dict)  # what the owner switched on or off
    update: Mapping[str, Any] = field(default_factory=dict)  # what to ask other hosts for, as written

    @property
    def file(self) -> Path:
        """Where the settings themselves stand."""
        return self.root / CONFIG

    @property
    def state(self) -> Path:
        """The folder of what we keep beside the site."""
        return self.root / STATE

    @property
    def theme(self) -> Path:
        """The folder that the publisher takes the theme's parts from (`custom_dir`)."""
        return self.state / "theme"

    def has(self, export: str) -> bool:
        """Whether an export is written: all are, but those that the owner switched off."""
        return self.exports.get(export, True)

    def address(self, path: str) -> str:
        """The absolute address of a path below the site; empty when the site does not know where it lives."""
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else ""

    def shown(self, path: Path) -> str:
        """The path as the owner would type it: relative to the site, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


class _TolerantLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without running anything: !ENV is looked up as MkDocs does, other tags become None."""


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> str | None:
    """`!ENV NAME` or `!ENV [NAME, OTHER, default]`: the first variable that is set, else the default."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(loader.construct_scalar(node)))
    names = (
        [str(name) for name in loader.construct_sequence(node)] if isinstance(node, yaml.SequenceNode) else []
    )
    return next((os.environ[name] for name in names[:-1] if name in os.environ), names[-1] if names else None)


_TolerantLoader.add_multi_constructor("", lambda loader, suffix, node: None)
_TolerantLoader.add_multi_constructor("!", lambda loader, suffix, node: None)
_TolerantLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
_TolerantLoader.add_constructor("!ENV", _from_environment)

KNOWN = {"library": str, "summaries": list, "columns": dict, "exports": dict, "update": dict}
_KINDS = {str: "text", list: "a list", dict: "lines of `name: value`"}


def load(root: Path) -> Settings:
    """Read `root`/mkdocs.yml. Raises CannotGoOn when it is missing, is not YAML or has a wrong setting."""
    file = root / CONFIG
    try:
        raw = yaml.load(file.read_text(encoding="utf-8"), Loader=_TolerantLoader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise _stop(
            "config-missing",
            f"There is no {CONFIG} here, so this is not a Papershelf site.",
            Place(str(file)),
            f"Make one with: papershelf init {root}",
        ) from None
    except (
        yaml.YAMLError,
        ValueError,
        RecursionError,
    ) as error:  # 2024-99-99 is no YAMLError but a wrong date
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        raise _stop(
            "config-not-yaml",
            f"{CONFIG} cannot be read: {getattr(error, 'problem', error)}.",
            Place(CONFIG, line),
            "Mend the line; indentation is by spaces.",
        ) from None
    if not isinstance(raw, dict):
        raise _stop(
            "config-not-yaml",
            f"{CONFIG} holds no settings.",
            Place(CONFIG),
            "It must be a list of `name: value` lines; `papershelf init` shows one.",
        )
    ours = _ours(raw)
    settings = Settings(
        root=root,
        site_name=str(raw.get("site_name") or "Papershelf"),
        site_description=str(raw.get("site_description") or ""),
        site_url=str(raw.get("site_url") or ""),
        repo_url=str(raw.get("repo_url") or ""),
        docs=_folder(root, raw, "docs_dir", "docs"),
        site=_folder(root, raw, "site_dir", "site"),
        library=_folder(root, ours, "library", "library"),
        summaries=tuple(str(pattern) for pattern in ours.get("summaries") or ()),
        columns={str(name): str(column) for name, column in (ours.get("columns") or {}).items()},
        exports=_switches(ours.get("exports") or {}),
        update=ours.get("update") or {},
    )
    for name, kept in (("docs_dir", settings.docs), ("library", settings.library)):
        if kept.resolve().is_relative_to(settings.site.resolve()):
            raise _stop(
                "config-wrong",
                f"`site_dir` and `{name}` overlap: the site is replaced as a whole.",
                Place(CONFIG),
                "Give the site a folder of its own: site_dir: site",
            )
    return settings


def _switches(raw: dict[Any, Any]) -> dict[str, bool]:
    for name, value in raw.items():
        if not isinstance(value, bool):
            raise _stop(
                "config-wrong",
                f"`extra: papershelf: exports: {name}:` must be true or false.",
                Place(CONFIG),
                "Write: exports: {feeds: false}",
            )
    return {str(name): value for name, value in raw.items()}


def _folder(root: Path, raw: dict[str, Any], name: str, default: str) -> Path:
    """A folder strictly inside the site: what is made must never land, or be swapped, elsewhere."""
    value = raw.get(name) or default
    wrong = ""
    if not isinstance(value, str):
        wrong = "must be text"
    elif "\0" in value:
        wrong = "holds a NUL character"
    elif not (resolved := (root / value).resolve()).is_relative_to(root.resolve()):
        wrong = "leads out of the site"
    elif resolved == root.resolve():
        wrong = "must be a folder of its own"
    if wrong:
        raise _stop("config-wrong", f"`{name}` {wrong}.", Place(CONFIG), f"Usual is: {name}: {default}")
    return root / value


def _ours(raw: dict[str, Any]) -> dict[str, Any]:
    extra = raw.get("extra")
    ours = (extra.get("papershelf") if isinstance(extra, dict) else None) or {}
    if not isinstance(ours, dict):
        raise _stop(
            "config-wrong",
            "`extra: papershelf:` must be a list of `name: value` lines.",
            Place(CONFIG),
            f"Known names: {', '.join(sorted(KNOWN))}.",
        )
    for name, value in sorted(ours.items(), key=lambda item: str(item[0])):
        if name not in KNOWN:
            raise _stop(
                "config-wrong",
                f"`extra: papershelf: {name}:` is not a setting.",
                Place(CONFIG),
                f"Known names: {', '.join(sorted(KNOWN))}.",
            )
        if not isinstance(value, KNOWN[name]):
            raise _stop(
                "config-wrong",
                f"`extra: papershelf: {name}:` must be {_KINDS[KNOWN[name]]}.",
                Place(CONFIG),
                "Mend the value.",
            )
    return ours


def _stop(code: str, message: str, place: Place, hint: str) -> CannotGoOn:
    return CannotGoOn(Problem(Level.ERROR, code, message, place, hint))
