"""The settings of a site are read without running anything, and a wrong one gets a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Settings, load
from generator.problems import CannotGoOn, Place


def test_settings_come_from_mkdocs_yml_whatever_tags_it_holds(tmp_path: Path) -> None:
    """!ENV and !!python tags are the publisher's business; they neither run nor get in the way."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Reading group\n"
        "site_url: !ENV [SITE_URL, '']\n"
        "slugify: !!python/object/apply:os.system ['touch owned']\n"
        "site_dir: public\n"
        "extra:\n  papershelf:\n    summaries: ['ours-*.txt']\n"
    )
    assert load(tmp_path) == Settings(
        root=tmp_path,
        site_name="Reading group",
        site_description="",
        site_url="",
        repo_url="",
        docs=tmp_path / "docs",
        site=tmp_path / "public",
        library=tmp_path / "library",
        summaries=("ours-*.txt",),
    )
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("site_name: [a\nb: c\n", "config-not-yaml", 2, "mkdocs.yml cannot be read"),
        ("", "config-not-yaml", 0, "holds no settings"),
        ("- a\n", "config-not-yaml", 0, "holds no settings"),
        ("extra: {papershelf: [a]}", "config-wrong", 0, "must be a list of `name: value` lines"),
        (
            "extra: {papershelf: {sumaries: []}}",
            "config-wrong",
            0,
            "`extra: papershelf: sumaries:` is not a setting",
        ),
        ("extra: {papershelf: {summaries: a.txt}}", "config-wrong", 0, "must be a list"),
        ("docs_dir: ../elsewhere", "config-wrong", 0, "`docs_dir` leads out of the site"),
        ("site_dir: /tmp/elsewhere", "config-wrong", 0, "`site_dir` leads out of the site"),
        ("site_dir: .", "config-wrong", 0, "`site_dir` must be a folder of its own"),
        ("site_dir: docs", "config-wrong", 0, "`site_dir` and `docs_dir` overlap"),
        (
            "{site_dir: a, extra: {papershelf: {library: a/b}}}",
            "config-wrong",
            0,
            "`site_dir` and `library` overlap",
        ),
        ("site_name: 2024-99-99", "config-not-yaml", 0, "mkdocs.yml cannot be read: month must be in 1..12"),
        ("[" * 5000, "config-not-yaml", 0, "mkdocs.yml cannot be read"),
        ('docs_dir: "a\\0b"', "config-wrong", 0, "`docs_dir` holds a NUL character"),
        ("docs_dir: [a]", "config-wrong", 0, "`docs_dir` must be text"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, code: str, line: int, said: str) -> None:
    """What happened and where; the build cannot go on."""
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(CannotGoOn) as caught:
        load(tmp_path)
    problem = caught.value.problem
    assert (problem.code, problem.place, problem.hint != "") == (code, Place("mkdocs.yml", line), True)
    assert said in problem.message


def test_a_folder_without_mkdocs_yml_is_no_site(tmp_path: Path) -> None:
    """And the way out is named."""
    with pytest.raises(CannotGoOn) as caught:
        load(tmp_path)
    assert caught.value.problem.code == "config-missing"
    assert "papershelf init" in caught.value.problem.hint
