"""Two builds never work on one site at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.alone import alone
from generator.problems import CannotGoOn


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    """And the next may come when the first has ended, by an error too."""
    file = tmp_path / "mine" / ".papershelf" / "lock"
    with pytest.raises(ZeroDivisionError), alone(file):
        with pytest.raises(CannotGoOn) as stop, alone(file):
            pass
        assert (stop.value.problem.code, str(stop.value.problem.place)) == ("build-busy", "mine")
        raise ZeroDivisionError
    with alone(file):
        pass
