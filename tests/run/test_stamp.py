"""What goes in is known by a hash; whatever mkdocs.yml says, taking it is no risk."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import stamp
from generator.config import load


@pytest.mark.parametrize("word", ["x" * 300, "深" * 120, "a/" * 3000])
def test_a_word_that_is_too_long_for_a_path_is_a_word(tmp_path: Path, word: str) -> None:
    """Settings hold sentences; in some scripts these have no spaces."""
    (tmp_path / "mkdocs.yml").write_text(f"site_description: {word}\n", encoding="utf-8")
    assert len(stamp.inputs(load(tmp_path), "")) == 64


def test_what_the_settings_name_goes_in(tmp_path: Path) -> None:
    """A hook that changes, or comes, changes the site; a folder above the site does not count."""
    site = tmp_path / "site-of-mine"
    (site / "hooks").mkdir(parents=True)
    (site / "mkdocs.yml").write_text("hooks: [hooks/a.py, ../outside.py]\n")
    known = [stamp.inputs(load(site), "")]
    (site / "hooks" / "a.py").write_text("")
    known.append(stamp.inputs(load(site), ""))
    (site / "hooks" / "a.py").write_text("x = 1")
    known.append(stamp.inputs(load(site), ""))
    assert len(set(known)) == 3
    (tmp_path / "outside.py").write_text("x = 1")
    assert stamp.inputs(load(site), "") == known[-1]
    assert stamp.inputs(load(site), "another mode") != known[-1]
