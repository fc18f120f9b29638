"""The engine in Node, one process for all tests; skipped visibly without Node, but not in CI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator import search
from generator.model import Library
from generator.search.terms import Limits

HERE = Path(__file__).parent


class Node:
    """One Node that answers calls."""

    def __init__(self, program: str) -> None:
        self._process = subprocess.Popen(
            [program, str(HERE / "engine.cjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, folder: Path, method: str, *args: Any) -> Any:
        """What `window.papershelf.method(...)` resolves to."""
        return self._call({"folder": str(folder), "method": method, "args": args})["value"]

    def inside(self, folder: Path, function: str, *calls: tuple[Any, ...]) -> list[Any]:
        """What a function inside the engine returns for each of `calls`."""
        value: list[Any] = self._call({"folder": str(folder), "inside": function, "args": calls})["value"]
        return value

    def read(self, folder: Path) -> int:
        """The bytes read so far for `folder`."""
        return int(self._call({"folder": str(folder), "method": "parse", "args": [""]})["bytes"])

    def files(self, folder: Path) -> set[str]:
        """The files read so far for `folder`, by their paths in it."""
        return set(self._call({"folder": str(folder), "method": "parse", "args": [""]})["files"])

    def forget(self, folder: Path) -> None:
        """Read everything of `folder` anew, as a page that is opened does."""
        self._call({"folder": str(folder), "method": "parse", "args": [""], "forget": True})

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def _call(self, what: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer


def start() -> Node:
    """A Node, or the test is skipped; in CI it fails, since there Node is always installed."""
    program = shutil.which("node")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Node is missing, which the tests of the search engine need.")
        pytest.skip("Node is not installed; the browser part of the search is not tested.")
    return Node(program)


def written(library: Library, folder: Path, limits: Limits = Limits()) -> Path:  # noqa: B008 - it is frozen
    """The engine and index of a library, written below `folder`."""
    for file in search.files(library, limits):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder
