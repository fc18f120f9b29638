"""The shipped library, built once, served below /repository/ and lying on disk; and a real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.look.site import REPOSITORY, Site, Visitor

ARGUMENTS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Pages(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: below /repository/, and with 404.html for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory) / "repository" / "404.html"
        if code != 404 or not lost.is_file():
            return super().send_error(code, message, explain)
        body = lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: what goes wrong shows in the browser."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The shipped library as its owner builds it, from what is in git only."""
    root = tmp_path_factory.mktemp("look")
    source = root / "source"
    (source / "docs").mkdir(parents=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", source)
    shutil.copytree(REPOSITORY / "library", source / "library")
    for page in ("about.md", "help.md", "update.md"):
        shutil.copy(REPOSITORY / "docs" / page, source / "docs")
    shutil.copytree(REPOSITORY / "docs" / "formats", source / "docs" / "formats")
    served = root / "served"
    served.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(served))) as server:
        http = f"http://127.0.0.1:{server.server_port}/repository/"
        built = subprocess.run(
            [sys.executable, "-m", "generator.cli", "build", str(source)],
            cwd=REPOSITORY,
            env={**os.environ, "SITE_URL": http},
            capture_output=True,
            text=True,
        )
        assert built.returncode == 0, built.stdout + built.stderr
        (served / "repository").symlink_to(source / "site")
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(source / "site", http, f"{(source / 'site').as_uri()}/")
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without one the tests are skipped at a desk, and fail where CI is set."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        reason = "no Chromium: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def visitor(site: Site, browser: Browser) -> Iterator[Visitor]:
    """Someone who opens pages; at the end of the test their browser must have been silent and at home."""
    someone = Visitor(browser, site)
    yield someone
    someone.close()
    assert someone.heard == []
    assert someone.asked == []
