"""The steps of the workflow Update do what they promise, with a remote of their own and a stand-in for `gh`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "update.yml").read_text())
GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
case "$1 $2" in
  "run download") mkdir -p library/listings && echo new > library/listings/new.txt ;;
  "pr list") printf '%s' "$GH_OPEN" ;;
esac
"""


def steps(job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = WORKFLOW["jobs"][job]["steps"]
    return [step for step in found if "run" in step]


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a repository with one listing."""
    remote = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
    git(tmp_path, "clone", "--quiet", str(remote), "clone")
    folder = tmp_path / "clone"
    (folder / "library" / "listings").mkdir(parents=True)
    (folder / "library" / "listings" / "old.txt").write_text("old\n")
    git(folder, "checkout", "--quiet", "-B", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "First")
    git(folder, "push", "--quiet", "origin", "main")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    return folder


def deliver(clone: Path, how: str, is_open: str = "") -> list[str]:
    """Run the steps of the second job; returns what `gh` was asked for."""
    log = clone.parent / "gh.log"
    surroundings = {
        **os.environ,
        **{
            "HOW": how,
            "RUN": "7",
            "BRANCH": "main",
            "BODY": "a body",
            "GH_TOKEN": "x",
            "HOME": str(clone.parent),
        },
        **{"GH_LOG": str(log), "GH_OPEN": is_open, "PATH": f"{clone.parent / 'bin'}:{os.environ['PATH']}"},
    }
    conditions = {"env.HOW == 'commit'": how == "commit", "env.HOW != 'commit'": how != "commit"}
    for step in steps("deliver"):
        if conditions.get(step.get("if", ""), True):
            subprocess.run(
                ["bash", "-eo", "pipefail", "-c", step["run"]], cwd=clone, env=surroundings, check=True
            )
    return log.read_text().splitlines()


def test_a_commit_is_pushed_and_published(clone: Path) -> None:
    """To the default branch; the publishing is started, since a push by a workflow starts none."""
    assert deliver(clone, "commit")[-1] == "workflow run pages.yml --ref main"
    assert git(clone, "show", "origin/main:library/listings/new.txt") == "new\n"


@pytest.mark.parametrize("is_open", ["", "12"])
def test_a_pull_request_is_opened_once(clone: Path, is_open: str) -> None:
    """From a branch of its own; the default branch stays."""
    asked = deliver(clone, "pull request", is_open)
    assert ("pr create --base main --head papershelf-update --title New papers --body a body" in asked) == (
        not is_open
    )
    assert git(clone, "show", "origin/papershelf-update:library/listings/new.txt") == "new\n"
    assert git(clone, "ls-tree", "-r", "--name-only", "origin/main") == "library/listings/old.txt\n"


@pytest.mark.parametrize(("name", "is_new"), [("new.txt", True), (".asked.json", True), ("old.txt", False)])
def test_what_is_new_is_seen(clone: Path, name: str, is_new: bool) -> None:
    """Also when only the memory of what was not found has changed."""
    (clone / "library" / "listings" / name).write_text("old\n")
    output = clone.parent / "output"
    output.write_text("")
    (script,) = (step["run"] for step in steps("ask") if step.get("id") == "compare")
    surroundings = {**os.environ, "GITHUB_OUTPUT": str(output)}
    subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=clone, env=surroundings, check=True)
    assert output.read_text() == ("is-new=yes\n" if is_new else "")
