"""A list from anywhere is read first, told of, and copied as it is, under a safe name of its own."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from generator.add import name_of
from generator.cli import main
from generator.sources import FORMATS
from tests.update.bad import HTML, says
from tests.update.service import Service, daily
from tests.update.sites import BREAD, MOSS, library, site

BIB = b"@article{a,\r\n title = {Bread Index Structures},\r\n author = {Crumb, Jos\\'e},\r\n year = 2031\r\n}\r\n"
HALF = BIB + b"@article{b, author = {Nobody}}\r\n"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one listing; the lists to add lie beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "My Réfs (final).BIB").write_bytes(BIB)
    (tmp_path / "half.bib").write_bytes(HALF)
    (tmp_path / "letter.txt").write_text("Dear all,\n\nthe bread is in the oven.\n")
    (tmp_path / "empty.bib").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "error.xml").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/errors</id>'
        "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>bad id</summary></entry></feed>"
    )
    return site(tmp_path, {}, old__jsonl='{"title": "An Old Paper of Ours"}\n')


def added(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in library(folder).items() if name != "listings/old.jsonl"}


def test_a_file_is_copied_as_it_is(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Byte for byte, under a safe name; it says what it recognised and how many entries it read."""
    assert main(["add", "My Réfs (final).BIB", "mine"]) == 0
    err = capsys.readouterr().err
    assert err.startswith("BibTeX: 1 entry read, 1 paper\nCopied to library/listings/my-refs-final.bib\n")
    assert added(mine) == {"listings/my-refs-final.bib": BIB}


def test_entries_that_cannot_be_read_are_told(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With file, line and what to do; the list is copied all the same. Exit code 1."""
    assert main(["add", "half.bib", "mine"]) == 1
    err = capsys.readouterr().err
    assert (
        "error half.bib:6: The entry has no title, so there is nothing to show. [entry-no-title]\n  → " in err
    )
    assert "BibTeX: 2 entries read, 1 paper\n" in err
    assert added(mine) == {"listings/half.bib": HALF}


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("letter.txt", "Its content is of no known format."),
        ("empty.bib", "It is empty."),
        ("picture.png", "It holds binary data, not text."),
        ("error.xml", "arXiv answered with an error in the place of papers: bad id."),
    ],
)
def test_where_no_paper_is_read_nothing_is_added(
    mine: Path, capsys: pytest.CaptureFixture[str], source: str, why: str
) -> None:
    """It says why, and which formats are known. Exit code 2."""
    assert main(["add", source, "mine"]) == 2
    err = capsys.readouterr().err
    assert f"No paper could be read, so nothing was added. {why} [add-nothing]" in err
    assert all(known.NAME in err for known in FORMATS)
    assert added(mine) == {}


def test_the_same_list_is_added_once(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever it is called the second time."""
    assert main(["add", "half.bib", "mine"]) == 1
    Path("other.bib").write_bytes(HALF)
    assert main(["add", "other.bib", "mine"]) == 1
    assert "The same list is there already: library/listings/half.bib" in capsys.readouterr().err
    assert added(mine) == {"listings/half.bib": HALF}


def test_nothing_is_overwritten(mine: Path) -> None:
    """Another list of the same name gets a new one, also where names differ in case only."""
    listings = mine / "library" / "listings"
    (listings / "HALF.bib").write_text('{"title": "Ours"}\n')
    (listings / "half-2.bib").mkdir()
    assert main(["add", "half.bib", "mine"]) == 1
    assert added(mine) == {"listings/HALF.bib": b'{"title": "Ours"}\n', "listings/half-3.bib": HALF}


def test_the_standard_input_is_a_list(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named for what it holds, or as it is told."""
    for name in ((), ("--name", "../../What I Found.bib")):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BIB + b"%" * len(name))))
        assert main(["add", "-", "mine", *name]) == 0
    assert added(mine) == {"listings/pasted.txt": BIB, "listings/what-i-found.bib": BIB + b"%%"}


def test_a_dry_run_only_tells(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it would do, with the exit code that it would have."""
    assert main(["add", "half.bib", "mine", "--dry-run"]) == 1
    assert "It would be copied to library/listings/half.bib\n" in capsys.readouterr().err
    assert added(mine) == {}


def test_an_address_is_fetched(mine: Path, service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    """The bytes as they come, named for the address's last part."""
    service.world.bad["lists"] = says(200, BIB, "text/plain")
    assert main(["add", f"{service.url}/lists/%2e%2e%2FMy%20List.bib?x=1#y", "mine"]) == 0
    service.world.works += [BREAD, MOSS]
    address = f"{service.url}/daily?date=2031-05-13&limit=9"
    assert main(["add", address, "mine"]) == 0
    assert "Daily Papers (API JSON): 2 entries read, 2 papers" in capsys.readouterr().err
    assert added(mine) == {"listings/daily.json": daily([BREAD, MOSS]).encode(), "listings/my-list.bib": BIB}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone", "answered 404 (Not Found). Nothing was added. [add-failed]"),
        ("page", "No paper could be read, so nothing was added. Its content is of no known format."),
        ("file", "which is no address of the web. Nothing was added. [add-failed]"),
    ],
)
def test_a_bad_address_is_told(
    mine: Path, service: Service, capsys: pytest.CaptureFixture[str], path: str, said: str
) -> None:
    """And nothing is added; exit code 2."""
    service.world.bad["page"] = says(200, HTML, "text/html")
    service.world.bad["file"] = says(302, "", Location="file:///etc/passwd")
    assert main(["add", f"{service.url}/{path}", "mine"]) == 2
    assert said in capsys.readouterr().err
    assert added(mine) == {}


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nowhere.bib", "mine"], "nowhere.bib: The system refused: No such file or directory."),
        (["mine", "mine"], "mine: The system refused: Is a directory."),
        (["half.bib", "nowhere"], "There is no mkdocs.yml here, so this is not a Papershelf site."),
        (["http://[::1", "mine"], "Nothing was added. [add-failed]"),
        (["http://", "mine"], "Nothing was added. [add-failed]"),
        (["a\0b", "mine"], "a name cannot hold a NUL character"),
    ],
)
def test_what_cannot_be_added_is_said(
    mine: Path, service: Service, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    """Exit code 2, and nothing is added."""
    assert main(["add", *argv]) == 2
    assert said in capsys.readouterr().err
    assert added(mine) == {}


def test_security_nothing_is_added_through_a_link(mine: Path, tmp_path: Path) -> None:
    """listings/ may lead elsewhere."""
    (mine / "library" / "listings").rename(tmp_path / "elsewhere")
    (mine / "library" / "listings").symlink_to(tmp_path / "elsewhere")
    assert main(["add", "half.bib", "mine"]) == 2
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["old.jsonl"]


def test_what_was_added_is_built(mine: Path) -> None:
    """Under its own listing."""
    assert main(["add", "half.bib", "mine"]) == 1
    assert main(["build", "mine", "--no-site"]) == 1
    papers = [json.loads(line) for line in (mine / "docs/data/papers.jsonl").read_text().splitlines()]
    assert [(paper["title"], paper["authors"]) for paper in papers if paper["authors"]] == [
        ("Bread Index Structures", ["José Crumb"])
    ]


@pytest.mark.parametrize(
    ("written", "data", "expected"),
    [
        ("refs.bib", b"", "refs.bib"),
        ("/home/me/My Refs.BIB", b"", "my-refs.bib"),
        ("C:\\papers\\My Refs.ris", b"", "my-refs.ris"),
        ("../../etc/passwd", b"x", "passwd.txt"),
        ("..", b"x", "listing.txt"),
        ("", b"x", "listing.txt"),
        (".hidden", b"x", "hidden.txt"),
        ("README.md", b"x", "listing-readme.md"),
        ("con.txt", b"x", "listing-con.txt"),
        ("2026.acl.xml", b"<?xml", "2026-acl.xml"),
        ("2026-05-13", b"\n<!doctype html>", "2026-05-13.html"),
        ("query", b"\xef\xbb\xbf<?xml version", "query.xml"),
        ("api", b' [{"a": 1}]', "api.json"),
        ("script.php", b"x", "script-php.txt"),
        ("a.exe.bib", b"x", "a-exe.bib"),
        ("本", b"x", "ben.txt"),
        ("x" * 300 + ".bib", b"x", "x" * 60 + ".bib"),
        ("a\nb\x1b[2J.bib", b"x", "a-b-2j.bib"),
    ],
)
def test_names_are_safe_everywhere(written: str, data: bytes, expected: str) -> None:
    """Letters, digits and hyphens, with an ending that says what it is."""
    assert name_of(written, data) == expected
