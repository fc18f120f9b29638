"""What is ours is exactly as wanted, and what is the owner's is never touched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from generator import manifest as ledger
from generator.model import File
from generator.problems import CannotGoOn
from generator.write import Written, write
from generator.write.changes import temporary_of


@pytest.fixture(autouse=True, scope="module")
def no_waiting_for_the_disk() -> Iterator[None]:
    """These tests kill a process, not the power."""
    with patch("os.fsync"):
        yield


def put(folder: Path, wanted: Mapping[str, str], aside: bool = False) -> Written:
    files = [File(path, text.encode()) for path, text in wanted.items()]
    return write(
        files, folder / "docs", folder / ".papershelf" / "docs.json", folder / "replaced" if aside else None
    )


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def codes(written: Written) -> list[tuple[str, str, str]]:
    return [(problem.level.value, problem.code, str(problem.place)) for problem in written.problems]


def test_a_first_run_writes_all(tmp_path: Path) -> None:
    """Every wanted file is there, with its folders."""
    assert put(tmp_path, {"a/b.md": "1", "c.md": "2"}) == Written(2, 0, 0, ())
    assert tree(tmp_path / "docs") == {"a/b.md": "1", "c.md": "2"}


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    """No file, not even the manifest, has another time or inode."""
    put(tmp_path, {"a/b.md": "1", "c.md": "2"})
    before = {path: path.stat() for path in tmp_path.rglob("*")}
    assert put(tmp_path, {"a/b.md": "1", "c.md": "2"}) == Written(0, 2, 0, ())
    assert {path: path.stat() for path in tmp_path.rglob("*")} == before


def test_what_is_no_longer_wanted_is_removed(tmp_path: Path) -> None:
    """With the folders that only it needed."""
    put(tmp_path, {"a/b/c.md": "1", "a/d.md": "2", "e/f.md": "3"})
    assert put(tmp_path, {"a/d.md": "2!"}) == Written(1, 0, 2, ())
    assert tree(tmp_path / "docs") == {"a/d.md": "2!"}
    assert [path.name for path in (tmp_path / "docs").iterdir()] == ["a"]


def test_an_own_file_in_the_way_is_kept_and_named(tmp_path: Path) -> None:
    """It is an error, since a page is missing; other pages are written."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("mine")
    written = put(tmp_path, {"a.md": "1", "b.md": "2"})
    assert codes(written) == [("error", "write-in-the-way", "docs/a.md")]
    assert tree(tmp_path / "docs") == {"a.md": "mine", "b.md": "2"}
    assert put(tmp_path, {"b.md": "2"}).removed == 0
    assert tree(tmp_path / "docs") == {"a.md": "mine", "b.md": "2"}


def test_an_own_home_page_is_a_choice(tmp_path: Path) -> None:
    """It is noted, not complained about."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("mine")
    assert codes(put(tmp_path, {"index.md": "1"})) == [("note", "write-own-home", "docs/index.md")]
    assert tree(tmp_path / "docs") == {"index.md": "mine"}


def test_a_page_edited_by_hand_is_kept(tmp_path: Path) -> None:
    """Whether the page is still wanted or not, and it is said each time."""
    put(tmp_path, {"a.md": "1", "b.md": "1"})
    (tmp_path / "docs" / "a.md").write_text("edited")
    (tmp_path / "docs" / "b.md").write_text("edited")
    for _ in range(2):
        written = put(tmp_path, {"a.md": "2"})
        assert codes(written) == [("error", "write-in-the-way", "docs/a.md")]
        assert written.problems[0].message.startswith("This page was changed by hand")
    assert tree(tmp_path / "docs") == {"a.md": "edited", "b.md": "edited"}


def test_a_page_edited_back_is_ours_again(tmp_path: Path) -> None:
    """We know what we wrote by its content."""
    put(tmp_path, {"a.md": "1"})
    (tmp_path / "docs" / "a.md").write_text("edited")
    put(tmp_path, {"a.md": "2"})
    (tmp_path / "docs" / "a.md").write_text("1")
    assert put(tmp_path, {"a.md": "2"}) == Written(1, 0, 0, ())


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"finished": true}', '{"files": {"a.md": 5}, "finished": true}', "\0"]
)
def test_a_damaged_manifest_costs_nothing(tmp_path: Path, damage: str) -> None:
    """Files as wanted are taken for ours; others are the owner's until proven otherwise."""
    put(tmp_path, {"a.md": "1", "b.md": "1"})
    (tmp_path / ".papershelf" / "docs.json").write_text(damage)
    assert codes(put(tmp_path, {"a.md": "1", "b.md": "2"})) == [("error", "write-in-the-way", "docs/b.md")]
    assert put(tmp_path, {"b.md": "2"}).removed == 1
    assert tree(tmp_path / "docs") == {"b.md": "1"}


def test_many_files_in_the_way_are_one_problem_with_a_way_out(tmp_path: Path) -> None:
    """When the state was deleted, one command makes all well, and still nothing is lost."""
    put(tmp_path, {f"{name}.md": "1" for name in "abcdef"})
    (tmp_path / ".papershelf" / "docs.json").unlink()
    wanted = {f"{name}.md": "2" for name in "abcdef"}
    written = put(tmp_path, wanted)
    assert codes(written) == [("error", "write-in-the-way", "docs")]
    assert "6 files" in written.problems[0].message
    assert put(tmp_path, wanted, aside=True) == Written(6, 0, 0, ())
    assert tree(tmp_path / "docs") == wanted
    assert tree(tmp_path / "replaced") == {f"docs/{name}.md": "1" for name in "abcdef"}


def test_replacing_twice_keeps_both(tmp_path: Path) -> None:
    """What was moved away is never moved over."""
    for text in ("first", "second"):
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / "a.md").write_text(text)
        put(tmp_path, {"a.md": "1"}, aside=True)
    assert tree(tmp_path / "replaced") == {"docs/a.md": "first", "docs/a.md.2": "second"}


@pytest.mark.parametrize(
    "path",
    [
        "../x.md",
        "/x.md",
        "a/../../x.md",
        "a//b.md",
        "",
        ".",
        "a/",
        "C:/x.md",
        "a\\b.md",
        "a\0b.md",
        "a/..",
        "x.",
        "x ",
    ],
)
def test_security_no_path_leads_out(tmp_path: Path, path: str) -> None:
    """A path that is not plain stops everything before anything is written."""
    with pytest.raises(CannotGoOn, match="is no path below the folder"):
        put(tmp_path, {"fine.md": "1", path: "2"})
    assert list(tmp_path.iterdir()) == []


def test_collisions_are_all_told_before_anything_is_written(tmp_path: Path) -> None:
    """Two spellings that some file system takes for one, and a file that is also a folder."""
    files = [File(path, b"") for path in ("a.md", "A.md", "é.md", "e\u0301.md", "p", "p/q.md")]
    with pytest.raises(CannotGoOn) as stop:
        write(files, tmp_path / "docs", tmp_path / "m.json")
    assert stop.value.problem.code == "write-collision"
    assert stop.value.problem.message.count("wanted twice") == 2
    assert "p is wanted as a file and as a folder" in stop.value.problem.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("link", ["a", "a/b.md"])
def test_security_never_through_a_link(tmp_path: Path, link: str) -> None:
    """A link below the root is the owner's, and what it leads to is never written or removed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b.md").write_text("mine")
    place = tmp_path / "docs" / link
    place.parent.mkdir(parents=True)
    place.symlink_to(outside if link == "a" else outside / "b.md")
    written = put(tmp_path, {"a/b.md": "1"})
    assert codes(written) == [("error", "write-in-the-way", "docs/a/b.md")]
    (tmp_path / ".papershelf" / "docs.json").write_text(
        json.dumps({"finished": False, "files": {"a/b.md": [hashlib.sha256(b"mine").hexdigest()]}})
    )
    put(tmp_path, {})
    assert tree(outside) == {"b.md": "mine"}
    assert place.is_symlink()


def test_a_dangling_link_and_a_folder_are_in_the_way(tmp_path: Path) -> None:
    """Whatever stands at a wanted path, it is not ours."""
    (tmp_path / "docs" / "b.md").mkdir(parents=True)
    (tmp_path / "docs" / "a.md").symlink_to("nowhere")
    (tmp_path / "docs" / "c").write_text("a file where a folder is wanted")
    written = put(tmp_path, {"a.md": "1", "b.md": "2", "c/d.md": "3"})
    assert [place for _, _, place in codes(written)] == ["docs/a.md", "docs/b.md", "docs/c/d.md"]


def test_security_a_forged_manifest_removes_nothing_outside(tmp_path: Path) -> None:
    """Paths in the manifest are held to the same rule."""
    (tmp_path / "precious").write_text("1")
    hashed = hashlib.sha256(b"1").hexdigest()
    (tmp_path / ".papershelf").mkdir()
    (tmp_path / ".papershelf" / "docs.json").write_text(
        json.dumps({"finished": True, "files": {"../precious": [hashed]}})
    )
    put(tmp_path, {})
    assert (tmp_path / "precious").read_text() == "1"


class Killed(BaseException):
    """The process ends here."""


STEPS = ("replace", "unlink", "rmdir", "mkdir", "write_bytes")  # all that changes a disk


@contextmanager
def killed_after(steps: int) -> Iterator[None]:
    """Let that many changes of the disk happen, and end the process before the next."""
    left = iter(range(steps))

    def mortal(whole: Callable[..., Any]) -> Callable[..., Any]:
        def step(*values: Any, **named: Any) -> Any:
            if next(left, None) is None:
                raise Killed
            return whole(*values, **named)

        return step

    with ExitStack() as patches, suppress(Killed):
        for name in STEPS:
            patches.enter_context(patch.object(Path, name, mortal(getattr(Path, name))))
        yield


class Life(RuleBasedStateMachine):
    """Builds, kills in the middle of builds, edits by the owner, a lost state, in any order."""

    names = st.sampled_from(["a.md", "b.md", "p/a.md", "p/b.md", "p/q/a.md", "index.md"])
    wanted = st.dictionaries(names, st.sampled_from(["one", "two"]))

    def __init__(self) -> None:
        super().__init__()
        self.temporary = TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.docs = self.folder / "docs"
        self.docs.mkdir()
        self.owned: dict[str, str] = {}  # what the owner wrote last, by path
        self.limbo: dict[str, str] = {}  # what we made and can no longer know as ours

    @rule(name=names, text=st.sampled_from(["mine", "my own"]))
    def owner_writes(self, name: str, text: str) -> None:
        (self.docs / name).parent.mkdir(parents=True, exist_ok=True)
        (self.docs / name).write_text(text)
        self.owned[name] = text
        self.limbo.pop(name, None)

    @rule(name=names)
    def owner_deletes(self, name: str) -> None:
        (self.docs / name).unlink(missing_ok=True)
        self.owned.pop(name, None)
        self.limbo.pop(name, None)

    @rule()
    def owner_deletes_the_state(self) -> None:
        rmtree(self.folder / ".papershelf", ignore_errors=True)
        self.limbo = {path: text for path, text in tree(self.docs).items() if path not in self.owned}

    @rule(wanted=wanted, moment=st.integers(0, 12))
    def killed_build(self, wanted: dict[str, str], moment: int) -> None:
        with killed_after(moment):
            put(self.folder, wanted)

    @rule(wanted=wanted)
    def whole_build(self, wanted: dict[str, str]) -> None:
        put(self.folder, wanted)
        there = tree(self.docs)
        kept = {
            path: text for path, text in self.limbo.items() if there.get(path) == text != wanted.get(path)
        }
        assert there == {**wanted, **kept, **self.owned}
        assert (again := put(self.folder, wanted)).written == again.removed == 0
        self.limbo = kept

    @invariant()
    def nothing_of_the_owner_is_lost(self) -> None:
        assert {name: (self.docs / name).read_text() for name in self.owned} == self.owned

    def teardown(self) -> None:
        self.temporary.cleanup()


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=80, stateful_step_count=12, deadline=None)


def test_temporary_files_of_a_killed_build_go_and_others_stay(tmp_path: Path) -> None:
    """Only the very names that we would have used."""
    put(tmp_path, {"a.md": "1"})
    manifest = tmp_path / ".papershelf" / "docs.json"
    ledger.save(manifest, ledger.Manifest(ledger.load(manifest).files, finished=False))
    left = tmp_path / "docs" / temporary_of("a.md")
    other = tmp_path / "docs" / ".papershelf-tmp-of-mine"
    left.write_text("half")
    other.write_text("mine")
    put(tmp_path, {"a.md": "1"})
    assert set((tmp_path / "docs").iterdir()) == {other, tmp_path / "docs" / "a.md"}
