"""The publisher runs beside us, and a reader finds the old site or the new one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.config import Settings, load
from generator.problems import CannotGoOn
from generator.progress import Silent
from generator.publish import publish


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    """A site of one page, without the theme: what is tested here is the same with any."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\nuse_directory_urls: false\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        "validation: {links: {not_found: warn}}\n"
    )
    for path, text in {
        "theme/main.html": "<h1>{{ page.title }}</h1>{{ page.content }}",
        "docs/index.md": "# One",
        "docs/assets/papershelf/a.css": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return load(tmp_path)


def test_a_site_is_made_and_made_again(site: Settings) -> None:
    """Nothing of an older site stays, and nothing but the site."""
    assert publish(site, Silent()) == ()
    (site.site / "stale.html").write_text("")
    (site.docs / "index.md").write_text("# Two")
    assert publish(site, Silent()) == ()
    assert (site.site / "index.html").read_text().startswith("<h1>Two</h1>")
    assert not (site.site / "stale.html").exists()
    assert list((site.root / ".papershelf").iterdir()) == []


def test_what_the_publisher_warns_of_is_told(site: Settings) -> None:
    """With the page that it names; the site is there all the same."""
    (site.docs / "index.md").write_text("# One\n\n[dead](nowhere.md)")
    (problem,) = publish(site, Silent())
    assert (problem.level, problem.code, str(problem.place)) == (
        "warning",
        "publish-warning",
        "docs/index.md",
    )
    assert "nowhere.md" in problem.message
    assert (site.site / "index.html").is_file()


def test_when_the_publisher_fails_the_old_site_stays(site: Settings) -> None:
    """And its reason is told."""
    publish(site, Silent())
    config = site.root / "mkdocs.yml"
    config.write_text(config.read_text() + "nav: 5\n")
    with pytest.raises(CannotGoOn, match=r"MkDocs ended with code 1: .*nav") as stop:
        publish(site, Silent())
    assert stop.value.problem.code == "publish-failed"
    assert (site.site / "index.html").is_file()


@pytest.mark.parametrize("name", ["index.html", "notes.txt"])
def test_a_folder_of_someone_else_is_never_replaced(site: Settings, name: str) -> None:
    """A site of ours carries our assets, whoever ran the publisher; anything else is refused."""
    site.site.mkdir()
    (site.site / name).write_text("mine")
    with pytest.raises(CannotGoOn) as stop:
        publish(site, Silent())
    assert (stop.value.problem.code, str(stop.value.problem.place)) == ("publish-not-ours", "site")
    assert (site.site / name).read_text() == "mine"


def test_security_a_link_in_place_of_the_site_is_refused(site: Settings, tmp_path: Path) -> None:
    """What it leads to is not ours to replace."""
    (tmp_path / "elsewhere").mkdir()
    site.site.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotGoOn, match="was not made by Papershelf"):
        publish(site, Silent())


def test_a_build_killed_between_two_renames_is_put_right(site: Settings) -> None:
    """The old site comes back, and leftovers go."""
    publish(site, Silent())
    state = site.root / ".papershelf"
    site.site.rename(state / "site-old")
    (state / "site-new-abc").mkdir()
    config = site.root / "mkdocs.yml"
    config.write_text(config.read_text() + "nav: 5\n")
    with pytest.raises(CannotGoOn):
        publish(site, Silent())
    assert (site.site / "index.html").is_file()
    assert list(state.iterdir()) == []


def test_the_same_docs_give_the_same_bytes(site: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the clock, the zone, the locale, the order of files and the seed of hashes."""

    def bytes_of() -> dict[str, bytes]:
        files = [path for path in site.site.rglob("*") if path.is_file()]
        return {path.relative_to(site.site).as_posix(): path.read_bytes() for path in files}

    publish(site, Silent())
    first = bytes_of()
    for name, value in {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}.items():
        monkeypatch.setenv(name, value)
    publish(site, Silent())
    assert bytes_of() == first
    assert "sitemap.xml.gz" not in first or first["sitemap.xml.gz"]


def test_an_interrupted_publisher_leaves_no_process_behind(site: Settings) -> None:
    """Ctrl-C ends the publisher too."""
    code = (
        "import sys; from pathlib import Path; from generator.config import load;"
        "from generator.publish import publish; from generator.progress import Silent;"
        "publish(load(Path(sys.argv[1])), Silent())"
    )
    (site.root / "theme" / "main.html").write_text("{% for i in range(40000000) %}{% endfor %}")
    with subprocess.Popen([sys.executable, "-c", code, site.root], stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 20
        while not list(site.root.glob(".papershelf/site-new-*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)
        os.kill(process.pid, signal.SIGINT)
        process.wait(20)
    assert list((site.root / ".papershelf").iterdir()) == []
    assert not site.site.exists()
