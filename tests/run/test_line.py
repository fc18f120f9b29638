"""The whole line, from listings to a published site, on a new site with invented papers."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.kill import snapshot, survive
from generator.starter import init

LISTING = "library/listings/more.txt"
ENTRIES = tuple(
    (f"{name}Bench: An Invented Study of {what}",
     f"We invent a study of {what.lower()} and report {number}.5times more of it.")
    for number, (name, what) in enumerate(
        (
            ("Alder", "Model Merging"),
            ("Birch", "Instruction Tuning"),
            ("Cedar", "Mixtures of Experts"),
            ("Dogwood", "Retrieval-Augmented Generation"),
            ("Elm", "Names <script>alert(1)</script> and E[Y|X]"),
            ("Fir", "[Links](javascript:alert(1)) & `code`"),
        ),
        start=2,
    )
)  # fmt: skip


def listing(entries: tuple[tuple[str, str], ...]) -> str:
    return "Daily Papers\n\nJan 2\n\n" + "".join(f"{title}\n\n{text}\n\n" for title, text in entries)


def papershelf(*words: str | Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would."""
    command = [sys.executable, "-m", "generator.cli", *map(str, words)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **surroundings}
    )


def summary(done: subprocess.CompletedProcess[str]) -> str:
    """The line to quote, without seconds."""
    (line,) = re.findall(r"(?m)^(\d.* files: .*); [\d.]+ s$", done.stderr)
    return str(line)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site."""
    site = tmp_path_factory.mktemp("pristine") / "site"
    init(site)
    (site / LISTING).write_text(listing(ENTRIES))
    done = papershelf("build", site)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return site


@pytest.fixture
def site(pristine: Path, tmp_path: Path) -> Path:
    """A copy of it, times and all, so that it looks unchanged."""
    shutil.copytree(pristine, tmp_path / "site", symlinks=True)
    return tmp_path / "site"


def test_a_new_site_builds_clean(tmp_path: Path) -> None:
    """What `init` makes has no problem of its own, and `check` agrees."""
    done = papershelf("init", tmp_path / "new")
    assert done.returncode == 0, done.stderr
    done = papershelf("build", tmp_path / "new")
    assert done.returncode == 0, done.stderr
    assert summary(done).startswith("3 papers from 3 entries in 1 listing (0 merged), ")
    assert (tmp_path / "new" / "site" / "index.html").is_file()
    done = papershelf("check", tmp_path / "new")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert done.stderr.endswith("3 papers read back; 0 problems\n")


def test_what_was_merged_is_reported(site: Path) -> None:
    """With the places of its entries, in a file that the build names."""
    (site / "library" / "listings" / "again.txt").write_text(listing(ENTRIES[:1]))
    done = papershelf("build", site)
    assert done.returncode == 0, done.stderr
    assert "9 papers from 10 entries in 3 listings (1 merged)" in done.stderr
    assert ".papershelf/merged.txt" in done.stderr
    report = (site / ".papershelf" / "merged.txt").read_text()
    assert "library/listings/again.txt:5" in report
    assert "library/listings/more.txt:5" in report


def test_an_unchanged_build_touches_nothing(site: Path) -> None:
    """No file and no folder has another time, size or inode, and the same is told."""
    first = papershelf("build", site)
    before = {path: path.lstat() for path in site.rglob("*") if "/.papershelf/lock" not in str(path)}
    again = papershelf("build", site)
    after = {path: path.lstat() for path in site.rglob("*") if "/.papershelf/lock" not in str(path)}
    assert {path: (stat.st_mtime_ns, stat.st_ino, stat.st_size) for path, stat in after.items()} == {
        path: (stat.st_mtime_ns, stat.st_ino, stat.st_size) for path, stat in before.items()
    }
    assert "Nothing has changed since the last build." in again.stderr
    assert summary(again) == re.sub(
        r"files: .*removed", f"files: 0 written, {len(made(site))} unchanged, 0 removed", summary(first)
    )


def made(site: Path) -> list[Path]:
    own = {site / "docs" / name for name in ("about.md", "help.md")}
    folders = (site / "docs", site / ".papershelf" / "theme")
    return [path for folder in folders for path in folder.rglob("*") if path.is_file() and path not in own]


def test_without_the_stamp_the_pages_still_stay(site: Path) -> None:
    """Only what differs is written."""
    (site / ".papershelf" / "stamp.json").unlink()
    before = {path: path.stat().st_mtime_ns for path in made(site)}
    done = papershelf("build", site)
    assert f"files: 0 written, {len(before)} unchanged, 0 removed" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in made(site)} == before


@pytest.mark.parametrize(
    ("file", "old", "new", "page", "shown"),
    [
        ("mkdocs.yml", "site_name: A library", "site_name: Another", "index.html", "Another of papers"),
        ("docs/about.md", "# About", "# About us", "about.html", "About us"),
        ("library/topics.yml", "name: ", "name: All new ", "topics/index.html", "All new "),
        (LISTING, "AlderBench", "BeechBench", "a-z/index.html", "BeechBench"),
    ],
)
def test_a_change_of_what_goes_in_is_seen(
    site: Path, file: str, old: str, new: str, page: str, shown: str
) -> None:
    """By its content, whatever its time."""
    text, stat = (site / file).read_text(), (site / file).stat()
    (site / file).write_text(text.replace(old, new))
    os.utime(site / file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    done = papershelf("build", site)
    assert done.returncode == 0, done.stderr
    assert shown in (site / "site" / page).read_text()


@pytest.mark.parametrize(
    "damage",
    [
        lambda site: (site / "site" / "index.html").unlink(),
        lambda site: (site / "site" / "index.html").write_text("defaced"),
        lambda site: next((site / "docs" / "papers").iterdir()).unlink(),
        lambda site: (site / ".papershelf" / "stamp.json").write_text("{"),
        lambda site: shutil.rmtree(site / ".papershelf" / "theme"),
        lambda site: shutil.rmtree(site / ".papershelf"),
        lambda site: shutil.rmtree(site / "site"),
    ],
)
def test_whatever_is_damaged_is_mended(pristine: Path, site: Path, damage: Callable[[Path], object]) -> None:
    """Everything that a build makes can be lost, and the next build brings back the very same bytes."""
    damage(site)
    done = papershelf("build", site)
    assert "Nothing has changed" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert snapshot(site) == snapshot(pristine)


def test_the_address_of_the_site_is_an_input(site: Path) -> None:
    """mkdocs.yml asks the surroundings for it."""
    done = papershelf("build", site, SITE_URL="https://example.org/papers/")
    assert "Nothing has changed" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert "https://example.org/papers/" in (site / "site" / "index.html").read_text()


def test_a_removed_entry_takes_its_page_along(site: Path) -> None:
    """From docs and from the site."""
    pages = {path.name for path in (site / "docs" / "papers").iterdir()}
    (site / LISTING).write_text(listing(ENTRIES[1:]))
    done = papershelf("build", site)
    assert done.returncode == 0, done.stderr
    left = {path.name for path in (site / "docs" / "papers").iterdir()}
    assert [name.partition(".")[2] for name in sorted(pages - left)] == ["md", "md.txt"]
    assert left < pages
    built = {path.name for path in (site / "site" / "papers").iterdir()}
    assert {re.sub(r"\.html$", ".md", name) for name in built} == left


def test_a_page_by_hand_in_the_way_is_kept_and_told_each_time(site: Path) -> None:
    """Exit code 1, also when nothing has changed since."""
    page = sorted((site / "docs" / "papers").iterdir())[0]
    page.write_text("# Mine\n")
    for _ in range(2):
        done = papershelf("build", site)
        assert done.returncode == 1
        assert f"error docs/papers/{page.name}: This page was changed by hand" in done.stderr
    assert page.read_text() == "# Mine\n"
    done = papershelf("build", site, "--replace")
    assert done.returncode == 0, done.stderr
    assert (site / "replaced" / "docs" / "papers" / page.name).read_text() == "# Mine\n"
    assert page.read_text() != "# Mine\n"


def test_the_same_library_gives_the_same_bytes_anywhere(pristine: Path, tmp_path: Path) -> None:
    """In another folder, with another seed of hashes, zone, locale and order of files."""
    other = tmp_path / "elsewhere" / "with a space é"
    for path in sorted((path for path in pristine.rglob("*") if path.is_file()), reverse=True):
        inside = path.relative_to(pristine)
        if inside.parts[0] in ("library", "mkdocs.yml") or inside.as_posix() in (
            "docs/about.md",
            "docs/help.md",
        ):
            (other / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, other / inside)
    done = papershelf("build", other, PYTHONHASHSEED="4711", TZ="Asia/Kathmandu", LC_ALL="C", LANG="C")
    assert done.returncode == 0, done.stderr
    assert snapshot(other) == snapshot(pristine)


def test_hostile_file_names_cost_nothing_but_themselves(site: Path) -> None:
    """Names that no page could bear; each listing is shown or named, and the build comes to its end."""
    folder = site / "library" / "listings"
    names = [
        b"a\nb.txt",
        b"\xff\xfe.txt",
        b"..txt",
        b"<script>.txt",
        b"index.txt",
        b"CON.txt",
        "é".encode() + b".txt",
        b"-.txt",
    ]
    for number, name in enumerate(names):
        title = f"Name{number}: An Invented Paper in a Strangely Named File"
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(
            listing(((title, "A text of some words."),))
        )
    done = papershelf("build", site)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert "\\n" in done.stderr or done.returncode == 0
    assert papershelf("check", site).returncode == 0


def test_pages_alone_can_be_made_for_another_publisher(site: Path) -> None:
    """--no-site leaves the site as it is."""
    shutil.rmtree(site / "site")
    done = papershelf("build", site, "--no-site")
    assert done.returncode == 0, done.stderr
    assert not (site / "site").exists()
    assert "Nothing has changed" in papershelf("build", site, "--no-site").stderr


def test_a_full_disk_is_one_sentence_and_the_next_build_mends_all(site: Path) -> None:
    """No traceback, nothing of the owner's lost, the same bytes afterwards."""
    wanted = snapshot(site)
    shutil.rmtree(site / "docs" / "papers")
    code = (
        "import resource, sys; from generator.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", site], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done.stderr
    assert "The system refused: File too large." in done.stderr
    assert "Traceback" not in done.stderr
    assert papershelf("build", site).returncode == 0
    assert snapshot(site) == wanted


def test_a_killed_build_loses_nothing_and_the_next_repairs_all(site: Path) -> None:
    """Six kills at chosen moments, a build after each three; `python -m bench.kill` does fifty."""
    done = survive(site, rounds=2, seed=7, kills=3)
    assert [(one.lost, one.differing) for one in done] == [((), ()), ((), ())]
