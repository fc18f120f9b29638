"""What the browser writes of a selection is what we write ourselves: the formats of a page, run by Node."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType as Form

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from generator import assets, citations
from generator.citations import bibtex, references_of
from generator.exports import csv_table, references
from generator.model import Ids, Library, Paper
from tests.pages.library import HOSTILE, SETTINGS, library, paper

FORMATS = Path(assets.__file__).parent / "browser" / "cite" / "formats.js"
TITLES = (
    *HOSTILE,
    "50% of <b> & _it_ {x} $y$ #1 ~ ^ | -- `` '' ?` !` \\",
    "Łukasz, 张伟 and 🍞",
    "</script>]]>\u2028",
    "=1+1, said\u00a0the “table”",
)
NAMES = (
    "Ada Crumb", "Laurens van der Maaten", "Martin Luther King, Jr.", "Cher, II", "OpenAI", "Barnes and Noble",
    "José Łukasz", "张伟", "Rock & Roll Co", "山田 太郎, Jr.", "</script> $",
)  # fmt: skip


def papers() -> dict[str, Paper]:
    """Papers with every title, kind of name, place and gap that there is."""
    venues = ("", "Proceedings of Bread", "Journal of Moss & Rope", TITLES[-1])
    found = {
        f"moss-{number:03}": paper(
            f"moss-{number:03}",
            title,
            authors=tuple(NAMES[(number + step) % len(NAMES)] for step in range(number % 5)),
            authors_incomplete=number % 3 == 0,
            year=(None, 2021, 1999)[number % 3],
            published=("", "2021-03", "2021-03-09", "2021")[number % 4],
            venue=venues[number % 4],
            ids=Ids(arxiv="2101.00001", doi="10.1/x{y}\\z") if number % 2 else Ids(),
            keywords=("rope, old", "moss") if number % 2 else (),
        )
        for number, title in enumerate(TITLES * 5)
    }
    return dict(sorted({**found, **library().papers}.items()))


SHELF = Library(papers(), library().listings)
REFERENCES = dict(sorted(references_of(SHELF).items()))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each format of the browser makes of the library's own scripts, by the format's name."""
    program = shutil.which("node")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Node is missing, which the tests of the browser's formats need.")
        pytest.skip("Node is not installed; the browser's formats are not tested.")
    folder = tmp_path_factory.mktemp("references")
    for file in references.files(SHELF, SETTINGS):
        (folder / Path(file.path).name).write_bytes(file.content)
    command = [program, str(Path(__file__).parent / "formats.mjs"), str(FORMATS), str(folder)]
    texts: dict[str, str] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return texts


@pytest.mark.parametrize("form", [citations.ris, citations.csl_json, citations.markdown])
def test_browser_writes_what_we_write(told: dict[str, str], form: Form) -> None:
    """The same bytes, for every paper and every character."""
    assert told[form.NAME] == form.bundle(form.entry(reference) for reference in REFERENCES.values())


def test_bibtex_of_the_browser(told: dict[str, str]) -> None:
    """ASCII entries are the same bytes; the others say the same letters, which stand as they are."""
    entries = re.findall(r"@.*?\n}\n\n", told["BibTeX"], re.DOTALL)
    wanted = [bibtex.bundle([bibtex.entry(reference)]) for reference in REFERENCES.values()]
    plain = [place for place, entry in enumerate(entries) if entry.isascii()]
    assert len(plain) > len(wanted) // 2
    assert [entries[place] for place in plain] == [wanted[place] for place in plain]
    assert titles(told["BibTeX"]) == titles("".join(wanted))
    assert [key for key, _ in titles(told["BibTeX"])] == [reference.key for reference in REFERENCES.values()]


def titles(text: str) -> list[tuple[str, str]]:
    """The keys and titles that bibtexparser reads."""
    read = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not read.failed_blocks
    return [(entry.key, entry["title"]) for entry in read.entries]


def test_table_of_the_browser(told: dict[str, str]) -> None:
    """Its columns hold what data/papers.csv holds; nothing in it is a formula."""
    [file] = csv_table.files(SHELF, SETTINGS)
    columns = ("key", "title", "authors", "year", "published", "venue", "arxiv", "doi", "keywords")
    theirs, ours = (
        [[row[column] for column in columns] for row in csv.DictReader(io.StringIO(text, newline=""))]
        for text in (told["CSV"].removeprefix("\ufeff"), file.content.decode("utf-8-sig"))
    )
    assert theirs == ours
    assert told["CSV"].startswith("\ufeffkey,")


def test_scripts_hold_nothing_that_ends_them(tmp_path: Path) -> None:
    """64 papers a script, sorted; no sign that HTML or an old browser would take for an end."""
    files = {file.path: file.content.decode() for file in references.files(SHELF, SETTINGS)}
    keys = sorted(SHELF.papers)
    firsts = keys[:: references.SIZE]
    assert list(files) == [f"data/references/{name}.js" for name in ("index", *range(len(firsts)))]
    assert (
        files["data/references/index.js"]
        == f"papershelf.references(-1,{json.dumps(firsts).replace(', ', ',')})\n"
    )
    assert not re.search("[<\u2028\u2029]", "".join(files.values()))


def test_an_empty_library_has_an_index_only() -> None:
    """The page of the reading list can ask, and learns that there is nothing."""
    [file] = references.files(Library({}, ()), SETTINGS)
    assert (file.path, file.content) == ("data/references/index.js", b"papershelf.references(-1,[])\n")
