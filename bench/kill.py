"""Kill the build at random moments: is anything of the owner's lost, are the next bytes the same?

`python -m bench.kill [ROUNDS [SEED]]` (50 rounds unless said), on a copy of the shipped library.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
OWN = {"docs/own.md": "# A page of the owner's\n", "docs/papers/own.md": "# Another, among the made ones\n"}


@dataclass(frozen=True, slots=True)
class Round:
    """One kill: after how many seconds, whether it came before the end, and what was wrong afterwards."""

    moment: float
    was_killed: bool
    lost: tuple[str, ...]
    differing: tuple[str, ...]


def survive(site: Path, rounds: int, seed: int, kills: int = 1) -> list[Round]:
    """Kill `rounds` times `kills` builds of `site`, which switch between two states of its listings."""
    for path, text in OWN.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    chance = random.Random(seed)  # noqa: S311 - chosen moments, not secrets
    moved = sorted((site / "library" / "listings").iterdir())[0]
    away = site.parent / moved.name
    wanted, length = {}, 0.0
    for is_away in (True, False):
        _switch(moved, away, is_away)
        start = time.monotonic()
        build(site)
        length = time.monotonic() - start
        wanted[is_away] = snapshot(site)
    done, is_away = [], False
    for _ in range(rounds):
        for _ in range(kills):
            is_away = not is_away
            _switch(moved, away, is_away)
            before = owned(site)
            moment = chance.uniform(0, length)
            was_killed = _kill(site, moment, with_children=chance.random() < 0.5)
        lost = tuple(sorted(path for path, content in before.items() if owned(site).get(path) != content))
        build(site)
        now = snapshot(site)
        both = now.keys() | wanted[is_away].keys()
        differing = tuple(sorted(path for path in both if now.get(path) != wanted[is_away].get(path)))
        done.append(Round(moment, was_killed, lost, differing))
    _switch(moved, away, False)
    return done


def build(site: Path) -> None:
    """An undisturbed build, which may find problems but must come to an end."""
    done = subprocess.run(_command(site), capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"The build failed with {done.returncode}:\n{done.stderr}")


def snapshot(site: Path) -> dict[str, str]:
    """A hash of each file that a build makes."""
    files = [path for part in ("docs", "site") for path in (site / part).rglob("*") if path.is_file()]
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def owned(site: Path) -> dict[str, bytes]:
    """Everything of the owner's: the library, the settings, pages by hand."""
    files = [path for path in (site / "library").rglob("*") if path.is_file()]
    files += [site / "mkdocs.yml", site / "docs" / "about.md", *(site / path for path in OWN)]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files if path.is_file()}


def _switch(moved: Path, away: Path, is_away: bool) -> None:
    if is_away and moved.exists():
        shutil.move(moved, away)
    elif not is_away and away.exists():
        shutil.move(away, moved)


def _kill(site: Path, moment: float, with_children: bool) -> bool:
    process = subprocess.Popen(
        _command(site), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        if with_children:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()  # the publisher goes on for a while, as it does when only its parent is shot
        process.wait()
        return True
    return False


def _command(site: Path) -> list[str]:
    return [sys.executable, "-m", "generator.cli", "build", str(site)]


def main(rounds: int, seed: int) -> int:
    """Print what happened; 1 when anything was lost or differed."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "-m", "generator.cli", "init", site], check=True, capture_output=True)
        shutil.rmtree(site / "library")
        shutil.copytree(ROOT / "library", site / "library")
        done = survive(site, rounds, seed)
    killed = sum(one.was_killed for one in done)
    bad = [one for one in done if one.lost or one.differing]
    for one in bad:
        print(f"killed after {one.moment:.2f} s: lost {one.lost}, differing {one.differing[:5]}")
    print(
        f"{len(done)} rounds (seed {seed}): {killed} killed before the end; in {len(bad)} something was wrong"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    rounds, seed, *_ = [*map(int, sys.argv[1:]), *(50, 1)[len(sys.argv) - 1 :]]
    sys.exit(main(rounds, seed))
