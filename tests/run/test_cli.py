"""Arguments in, exit code out; every refusal is a sentence with what to do."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import __version__
from generator.cli import main


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every kind of broken site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    for name, text in {
        "empty": "",
        "broken": "site_name: [",
        "list": "- a\n- b\n",
        "binary": "\udcff\udcfe",
        "fine": "site_name: A\n",
        "wrong": "extra:\n  papershelf:\n    nonsense: 1\n",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "mkdocs.yml").write_bytes(text.encode("utf-8", "surrogateescape"))
    (tmp_path / "folder" / "mkdocs.yml").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        ([], 2, "the following arguments are required: COMMAND"),
        (["nonsense"], 2, "invalid choice: 'nonsense'"),
        (["build", "--nonsense"], 2, "unrecognized arguments: --nonsense"),
        (["build", "nowhere"], 2, "There is no mkdocs.yml here, so this is not a Papershelf site."),
        (["build", "file"], 2, "The system refused: Not a directory."),
        (["build", "folder"], 2, "The system refused: Is a directory."),
        (["build", "empty"], 2, "mkdocs.yml holds no settings."),
        (["build", "broken"], 2, "mkdocs.yml cannot be read"),
        (["build", "list"], 2, "mkdocs.yml holds no settings."),
        (["build", "binary"], 2, "mkdocs.yml cannot be read"),
        (["build", "wrong"], 2, "`extra: papershelf: nonsense:` is not a setting."),
        (["build", "a\0b"], 2, "a name cannot hold a NUL character"),
        (["build", "x" * 300], 2, "The system refused: File name too long."),
        (["check", "fine"], 2, "There is no built site to read."),
        (["zip", "fine"], 2, "There is no built site to pack."),
        (["zip", "nowhere"], 2, "There is no mkdocs.yml here"),
        (["explain", "anything", "fine"], 2, "There is no paper “anything”."),
        (["explain"], 2, "the following arguments are required: KEY"),
        (["topics"], 2, "the following arguments are required: suggest"),
        (["topics", "invent"], 2, "invalid choice: 'invent'"),
        (["topics", "suggest", "nowhere"], 2, "There is no mkdocs.yml here"),
        (["init"], 2, "the following arguments are required: DIR"),
        (["init", "file"], 2, "A file stands where the new site should be."),
        (["init", "file/below"], 2, "The system refused: Not a directory."),
        (["serve", "fine", "--port", "0"], 2, "'0' is no port; a port is a number from 1 to 65535"),
        (["serve", "fine", "--port", "http"], 2, "'http' is no port"),
        (["serve", "nowhere"], 2, "There is no mkdocs.yml here"),
        (["add", "file", "nowhere"], 2, "There is no mkdocs.yml here"),
        (["add", "gone.bib", "fine"], 2, "gone.bib: The system refused: No such file or directory."),
        (["add"], 2, "the following arguments are required: FILE|URL|-"),
        (["update", "nowhere"], 2, "There is no mkdocs.yml here"),
        (["update", "fine"], 1, "No source is named, so there is nothing to ask for."),
        (["update", "fine", "--today", "soon"], 2, "'soon' is no day; a day is written 2026-05-13"),
        (["build", "\x1b[2Jx"], 2, "\\x1b[2Jx/mkdocs.yml: There is no mkdocs.yml here"),
    ],
)
def test_what_cannot_be_done_is_said(
    place: Path, capsys: pytest.CaptureFixture[str], argv: list[str], code: int, said: str
) -> None:
    """In one sentence on stderr, without a traceback, and nothing is left behind in the folder."""
    before = sorted(place.iterdir())
    assert main(argv) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "Traceback" not in err
    assert sorted(place.iterdir()) == before


@pytest.mark.parametrize(
    "command", ["", "build", "init", "serve", "check", "explain", "topics", "zip", "add", "update"]
)
def test_help_shows_two_examples_before_the_options(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """Each starts with the command itself."""
    assert main([command, "--help"] if command else ["--help"]) == 0
    text = capsys.readouterr().out
    before = text.split("positional arguments:")[0].split("options:")[0]
    examples = [line for line in before.splitlines() if line.startswith(f"  papershelf {command}")]
    assert len(examples) == 2


def test_the_version_is_a_result(capsys: pytest.CaptureFixture[str]) -> None:
    """On stdout."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"papershelf {__version__}\n"


def test_an_empty_library_says_how_to_begin(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where to paste a list, and what one looks like; exit code 1, since there is something to do."""
    assert main(["init", "new"]) == 0
    for file in (place / "new" / "library" / "listings").iterdir():
        file.unlink()
    assert main(["build", "new", "--no-site"]) == 1
    err = capsys.readouterr().err
    assert "Paste a list of papers into a text file in new/library/listings/, for example:" in err
    assert "0 papers from 0 entries in 0 listings" in err


def test_init_names_the_next_step(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And what it kept."""
    assert main(["init", "fine"]) == 0
    err = capsys.readouterr().err
    assert "kept as it was: mkdocs.yml\n" in err
    assert err.endswith("  papershelf build fine\n")


def test_explain_writes_its_result_to_stdout(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another program may read it."""
    main(["init", "new"])
    capsys.readouterr()
    assert main(["explain", "ShelfBench", "new"]) == 0
    assert capsys.readouterr().out.startswith("ShelfBench: An Invented Benchmark")


def test_ctrl_c_is_a_sentence(place: Path) -> None:
    """Exit code 130 and no traceback."""
    main(["init", "new"])
    with subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "build", place / "new"],
        cwd=Path(__file__).parent.parent.parent,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        deadline = time.monotonic() + 20
        while not list(place.glob("new/.papershelf/site-new-*")) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert err.endswith(
        "Stopped. Nothing of yours was touched; the next build finishes what is unfinished.\n"
    )
    assert "Traceback" not in err
