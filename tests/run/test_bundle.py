"""The zip of a site opens anywhere and is the same whenever it is made."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from generator.bundle import bundle
from generator.problems import CannotGoOn
from tests.run.sites import built


def test_the_zip_holds_the_site_in_one_folder(tmp_path: Path) -> None:
    """And nothing else."""
    settings = built(tmp_path / "mine")
    target, size = bundle(settings, tmp_path / "away.zip")
    assert (target, size) == (tmp_path / "away.zip", (tmp_path / "away.zip").stat().st_size)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "away/a.css",
            "away/b.png",
            "away/data/papers.jsonl",
            "away/index.html",
            "away/papers/first.html",
            "away/papers/second.html",
        ]
        assert archive.read("away/a.css") == (settings.site / "a.css").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["away.zip", "mine"]


def test_the_same_site_gives_the_same_zip(tmp_path: Path) -> None:
    """Times and permissions of files do not matter."""
    settings = built(tmp_path / "mine")
    (tmp_path / "a").mkdir()
    first, _ = bundle(settings, tmp_path / "a" / "x.zip")
    for file in settings.site.rglob("*"):
        os.utime(file, (1, 1))
        file.chmod(0o755)
    second, _ = bundle(settings, tmp_path / "x.zip")
    assert first.read_bytes() == second.read_bytes()


def test_the_zip_is_named_as_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And lies where one is."""
    settings = built(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    assert bundle(settings, None)[0] == tmp_path / "mine.zip"


def test_a_zip_inside_the_site_is_refused(tmp_path: Path) -> None:
    """It would have to hold itself."""
    settings = built(tmp_path / "mine")
    with pytest.raises(CannotGoOn, match="inside the site"):
        bundle(settings, settings.site / "x.zip")
    with pytest.raises(CannotGoOn, match="inside the site"):
        bundle(settings, settings.root / "docs" / ".." / "site" / "x.zip")


@pytest.mark.parametrize("path", ["mkdocs.yml", "docs"])
def test_what_is_no_zip_is_never_replaced(tmp_path: Path, path: str) -> None:
    """Two names in the wrong order cost nobody a file."""
    settings = built(tmp_path / "mine")
    target = settings.root / path
    before = target.read_bytes() if target.is_file() else target.is_dir()
    with pytest.raises(CannotGoOn, match="is kept"):
        bundle(settings, target)
    assert before == (target.read_bytes() if target.is_file() else target.is_dir())
    assert not list(tmp_path.rglob("*.new"))


def test_without_a_site_there_is_nothing_to_pack(tmp_path: Path) -> None:
    """It says how to build one."""
    settings = built(tmp_path / "mine")
    (settings.site / "index.html").unlink()
    with pytest.raises(CannotGoOn, match="no built site"):
        bundle(settings, None)
