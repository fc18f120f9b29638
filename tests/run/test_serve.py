"""What one edits is what one sees, without a command in between."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.starter import init

ROOT = Path(__file__).parent.parent.parent


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def page(port: int, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def wait_for(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.2)
    return False


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_change_shows_and_an_end_is_clean(tmp_path: Path, end: signal.Signals) -> None:
    """A fault in between is shown, and serving goes on; afterwards no process is left."""
    init(tmp_path / "mine")
    listing = tmp_path / "mine" / "library" / "listings" / "example.txt"
    port = free_port()
    command = [sys.executable, "-m", "generator.cli", "serve", str(tmp_path / "mine"), "--port", str(port)]
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=ROOT, stderr=said, start_new_session=True)
    try:
        assert wait_for(lambda: "ShelfBench" in page(port, "a-z/index.html")), (tmp_path / "said").read_text()
        if end == signal.SIGINT:
            topics = tmp_path / "mine" / "library" / "topics.yml"
            good = topics.read_text()
            topics.write_text("topics: [")
            assert wait_for(lambda: "topics.yml" in (tmp_path / "said").read_text())
            topics.write_text(good)
            listing.write_text(listing.read_text().replace("ShelfBench", "TableBench"))
            assert wait_for(lambda: "TableBench" in page(port, "a-z/index.html"))
        process.send_signal(end)
        assert process.wait(20) == 0
        assert wait_for(lambda: page(port, "index.html") == "")
        text = (tmp_path / "said").read_text()
        assert "Traceback" not in text
        assert text.endswith("Ended.\n")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def test_a_taken_port_is_a_sentence(tmp_path: Path) -> None:
    """With the next one to try."""
    init(tmp_path / "mine")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        command = [
            sys.executable,
            "-m",
            "generator.cli",
            "serve",
            str(tmp_path / "mine"),
            "--port",
            str(port),
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr == (
        f"error 127.0.0.1:{port}: Something else listens there already. [serve-port]\n"
        f"  → Choose another port: papershelf serve --port {port + 1}\n"
    )
