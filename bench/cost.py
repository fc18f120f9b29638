"""What a command costs: CPU seconds of it and its children, and the most memory that one process held."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system) and peak memory in MB."""

    cpu: float
    memory: float
    code: int


def cost(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run `command` in `folder` in silence, and say what it cost (the resource usage of wait4)."""
    pid = os.fork()
    if pid == 0:
        os.chdir(folder)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        os.execv(sys.executable, [sys.executable, *map(str, command)])
    _, status, usage = os.wait4(pid, 0)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
