"""Turn docs/ into the site by running the publisher (MkDocs); readers see the old site or the new one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.config import CONFIG, Settings
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.progress import Progress

OURS = "assets/papershelf"  # every site of ours has this folder, whoever ran the publisher
EPOCH = "315532800"  # 1980-01-01, the first moment a zip can name: no clock in what we make
_STAGE = "site-new-"
_LINE = re.compile(r"(WARNING|ERROR|CRITICAL)\s+-\s+(.*)")
_NAMED = re.compile(r"[Dd]oc(?:umentation)? file '([^']+)'")


def publish(settings: Settings, progress: Progress) -> tuple[Problem, ...]:
    """Build the site beside the old one and swap them; returns what the publisher warned of.

    Raises CannotGoOn when the publisher fails (the old site stays), or when something that is not ours
    stands in the place of the site.
    """
    _refuse_foreign(settings)
    state = settings.state
    _clear(state, settings.site)
    # A name of its own: an older publisher, whose parent was killed, may still be writing into another.
    stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=state))
    try:
        output = _run(settings, stage, progress)
        stage.chmod(0o755)
        _swap(stage, settings.site, state / "site-old")
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return tuple(_problems(output, settings))


def environment() -> dict[str, str]:
    """What the publisher may see of the surroundings, so that the same input gives the same bytes."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONWARNINGS": "ignore",
        "NO_COLOR": "1",
        "TZ": "UTC",
    }


def _run(settings: Settings, stage: Path, progress: Progress) -> str:
    # -P: as the command `mkdocs` does, it takes no code from the folder of the site unless mkdocs.yml says so
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--site-dir", str(stage)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter, no shell, no text of the listings
        command,
        cwd=settings.root,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        output: list[str] = []
        try:
            for _ in progress.track(_wait(process, output), "Publishing with MkDocs", 0):
                pass
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise CannotGoOn(_failure(output[0], process.returncode))
    return output[0]


def _wait(process: subprocess.Popen[str], output: list[str]) -> Iterator[None]:
    while True:
        try:
            output.append(process.communicate(timeout=0.2)[0])
            return
        except subprocess.TimeoutExpired:
            yield None


def _failure(output: str, code: int) -> Problem:
    lines = [line for line in output.splitlines() if line.strip()]
    said = [match for match in map(_LINE.match, lines) if match]
    told = [match[2] for match in said if match[1] != "WARNING"]
    why = told[:2] or [*lines[-1:], *(match[2] for match in said[:1])]
    return Problem(
        Level.ERROR,
        "publish-failed",
        f"MkDocs ended with code {code}: {' '.join(why)}",
        Place(CONFIG),
        "The old site stays. To see all that MkDocs says, run: mkdocs build",
    )


def _problems(output: str, settings: Settings) -> Iterator[Problem]:
    for line in output.splitlines():
        if match := _LINE.match(line):
            named = _NAMED.search(match[2])
            file = f"{settings.shown(settings.docs)}/{named[1]}" if named else CONFIG
            yield Problem(
                Level.WARNING,
                "publish-warning",
                f"MkDocs: {match[2]}",
                Place(file),
                "Mend the page, or the setting, that it names.",
            )


def _refuse_foreign(settings: Settings) -> None:
    site = settings.site
    if not site.exists() and not site.is_symlink():
        return
    holds_us = any(path.is_relative_to(site) for path in (settings.root, settings.docs, settings.library))
    is_ours = site.is_dir() and ((site / OURS).is_dir() or not any(site.iterdir()))
    if site.is_symlink() or holds_us or not is_ours:
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "publish-not-ours",
                "What stands in the place of the site was not made by Papershelf.",
                Place(settings.shown(site)),
                "Move it away, or choose another `site_dir` in mkdocs.yml.",
            )
        )


def _clear(state: Path, site: Path) -> None:
    """Remove what a killed build left, and put back the old site if it was killed between two renames."""
    state.mkdir(parents=True, exist_ok=True)
    old = state / "site-old"
    if old.is_dir() and not site.exists():
        old.rename(site)
    for path in (old, *state.glob(f"{_STAGE}*")):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)


def _swap(stage: Path, site: Path, old: Path) -> None:
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists():
        site.rename(old)
    stage.rename(site)
    shutil.rmtree(old, ignore_errors=True)
