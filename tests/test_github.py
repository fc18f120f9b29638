"""The workflows and forms, of this project and of new sites, follow their schemas and audits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
HOMES = [home for home in (ROOT, ROOT / "generator" / "starter") if (home / ".github").is_dir()]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def of_kind(pattern: str) -> list[Path]:
    return sorted(path for home in HOMES for path in home.glob(pattern))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", of_kind(".github/workflows/*.yml")),
        ("dependabot", of_kind(".github/dependabot.yml")),
        (
            "github-issue-forms",
            [f for f in of_kind(".github/ISSUE_TEMPLATE/*.yml") if f.name != "config.yml"],
        ),
        ("github-issue-config", of_kind(".github/ISSUE_TEMPLATE/config.yml")),
        ("citation-file-format", [ROOT / "CITATION.cff"]),
    ],
)
def test_each_file_follows_its_schema(schema: str, files: list[Path]) -> None:
    """check-jsonschema finds nothing."""
    assert files
    done = run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert (done.returncode, done.stdout.strip()) == (0, "ok -- validation done")


def test_no_workflow_has_a_known_hole() -> None:
    """zizmor, as a strict auditor, finds nothing."""
    done = run(BIN / "zizmor", "--offline", "--quiet", "--color=never", "--persona=auditor", *HOMES)
    assert (done.returncode, done.stdout) == (0, "No findings to report. Good job!\n")


def test_every_action_is_pinned_by_commit() -> None:
    """A tag can be moved; a commit cannot."""
    uses = [
        line.split("uses:")[1].split()[0]
        for file in of_kind(".github/workflows/*.yml")
        for line in file.read_text().splitlines()
        if "uses:" in line
    ]
    assert uses
    assert [use for use in uses if len(use.split("@")[-1]) != 40] == []
