"""A new site has everything, overwrites nothing, and stays in step with this project's own site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.problems import CannotGoOn
from generator.starter import init, template

ROOT = Path(__file__).parent.parent.parent
STARTER = ROOT / "generator" / "starter"


def sections(file: Path) -> dict[str, object]:
    """mkdocs.yml by its top-level keys, tags and all, as text without comments."""
    text = re.sub(r"(?m)^\s*#.*\n", "", file.read_text())
    parts = re.split(r"(?m)^(?=[a-z_]+:)", text)
    return {part.split(":")[0]: part.strip() for part in parts if part.strip()}


def test_a_new_site_has_a_file_of_each_kind(tmp_path: Path) -> None:
    """With the dot files, and without our own code."""
    started = init(tmp_path / "mine")
    assert started.kept == ()
    assert set(started.written) == set(template())
    assert set(template()) >= {
        ".github/workflows/pages.yml",
        ".github/workflows/update.yml",
        ".gitignore",
        "README.md",
        "docs/about.md",
        "library/listings/example.txt",
        "library/overrides.yml",
        "library/topics.yml",
        "mkdocs.yml",
        "requirements.txt",
    }
    assert not [path for path in template() if path.endswith((".py", ".pyc"))]


def test_what_exists_is_kept(tmp_path: Path) -> None:
    """A file, a link to nowhere, a file where a folder would be."""
    (tmp_path / "mkdocs.yml").write_text("mine")
    (tmp_path / "README.md").symlink_to("nowhere")
    (tmp_path / "docs").write_text("mine")
    started = init(tmp_path)
    assert set(started.kept) == {"mkdocs.yml", "README.md", "docs/about.md", "docs/help.md"}
    assert (tmp_path / "mkdocs.yml").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()
    assert (tmp_path / "library" / "topics.yml").is_file()
    assert init(tmp_path).written == ()


def test_security_init_never_writes_through_a_link(tmp_path: Path) -> None:
    """A folder that is a link leads elsewhere."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "library").symlink_to(tmp_path / "elsewhere")
    init(tmp_path / "mine")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("where", ["/", "~", "site/library/mine", "site/docs", "file", str(STARTER)])
def test_weird_places_are_refused(tmp_path: Path, where: str) -> None:
    """With the reason, before anything is written."""
    (tmp_path / "file").write_text("")
    (tmp_path / "site" / "docs").mkdir(parents=True)
    (tmp_path / "site" / "mkdocs.yml").write_text("")
    with pytest.raises(CannotGoOn) as stop:
        init(tmp_path / Path(where).expanduser())
    assert stop.value.problem.code == "init-where"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["docs", "file", "mkdocs.yml", "site"]


def test_the_starter_is_set_up_as_our_own_site() -> None:
    """Same theme, plugins, extensions, navigation and checks; only names and words differ."""
    own, theirs = sections(ROOT / "mkdocs.yml"), sections(STARTER / "mkdocs.yml")
    differing = {name for name in own.keys() | theirs.keys() if own.get(name) != theirs.get(name)}
    assert differing <= {
        "site_name",
        "not_in_nav",  # the pages about formats are ours alone
        "site_description",
        "copyright",
        "extra",
        "repo_url",
        "repo_name",
        "edit_uri",
    }
    extras = []
    for part in (own, theirs):
        extra = yaml.safe_load(str(part["extra"]))["extra"]
        extra.pop("papershelf")
        extras.append(extra)
    assert extras[0] == extras[1]


@pytest.mark.parametrize("path", ["library/topics.yml", "docs/help.md"])
def test_files_that_both_sites_share_are_equal(path: str) -> None:
    """The default taxonomy and the help are written once, in our own site."""
    assert (STARTER / path).read_bytes() == (ROOT / path).read_bytes()


def test_both_sites_are_updated_alike() -> None:
    """The workflows differ in how the program is installed, and in nothing else."""
    own, theirs = (home / ".github" / "workflows" / "update.yml" for home in (ROOT, STARTER))
    installed = own.read_text().replace("make .venv/site-ready", "python -m pip install -r requirements.txt")
    assert theirs.read_text() == installed.replace(".venv/bin/papershelf", "papershelf")


def test_git_ignores_what_a_build_makes() -> None:
    """The starter's list is a part of our own."""
    lines = {line for line in (STARTER / ".gitignore").read_text().splitlines() if line.startswith("/")}
    own = set((ROOT / ".gitignore").read_text().splitlines())
    assert lines - {"/.venv/"} <= own


def test_the_starter_asks_for_this_version() -> None:
    """A new site is built again by what built it first."""
    assert f"papershelf=={__version__}\n" in (STARTER / "requirements.txt").read_text()
