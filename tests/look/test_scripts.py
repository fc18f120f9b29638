"""What pages load: the readable scripts of generator/assets/browser, bundled, minified, typed and clean."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from generator import assets
from tests.look.site import REPOSITORY

TOOLS = REPOSITORY / "tests" / "search" / "tools"
BROWSER = Path(assets.__file__).parent / "browser"
MOST = {
    "papershelf.js": 1152,
    "search.js": 7424,
    "search-page.js": 15_360,
    "stars.js": 4352,
    "cite.js": 6400,
    "reading-list.js": 5120,
}  # bytes


def test_scripts_are_small() -> None:
    """A script that grew is to be looked at, not let through."""
    scripts = {Path(file.path).name: file.content for file in assets.files() if file.path.endswith(".js")}
    assert scripts.keys() == MOST.keys()
    assert {name for name, content in scripts.items() if len(content) > MOST[name]} == set()


def test_sites_get_what_the_readable_scripts_say(tmp_path: Path) -> None:
    """files/ holds what pages.mjs makes of browser/; types and style are clean."""
    programs = TOOLS / "node_modules" / ".bin"
    if not programs.is_dir():
        if os.environ.get("CI"):
            pytest.fail("The tools of tests/search/tools are not installed.")
        pytest.skip("The tools of tests/search/tools are not installed (npm ci there).")
    subprocess.run(["node", TOOLS / "pages.mjs", tmp_path], check=True)
    for name in MOST:
        kept = BROWSER.parent / "files" / name
        assert (tmp_path / name).read_bytes() == kept.read_bytes(), (
            "Run `npm run pages` in tests/search/tools."
        )
    subprocess.run([programs / "tsc", "-p", TOOLS / "tsconfig.pages.json"], check=True)
    subprocess.run(
        [programs / "eslint", "-c", TOOLS / "eslint.config.mjs", "--max-warnings", "0", BROWSER],
        check=True,
        cwd=REPOSITORY,
    )
