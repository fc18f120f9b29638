"""A document that cites 200 exported entries compiles as docs/help.md says, without an error."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.build import shelve
from generator.citations import Reference, bibtex, references_of
from generator.config import load
from generator.progress import Silent
from tests.exports.test_roundtrips import CORPUS, ROOT, corpus, hostile
from tests.reading.invented import site

HELP = (ROOT / "docs" / "help.md").read_text(encoding="utf-8")
WAYS = {"pdflatex": "bibtex", "xelatex": "biber"}


@pytest.fixture(scope="module")
def references(tmp_path_factory: pytest.TempPathFactory) -> list[Reference]:
    """Two hundred: the hostile ones, then of the shipped library and the corpus those first that are not ASCII."""
    libraries = [shelve(load(ROOT), Silent()).library]
    if CORPUS.is_file():
        settings = site(tmp_path_factory.mktemp("site") / "of", {"papers.jsonl": corpus(1000)})
        libraries.append(shelve(settings, Silent()).library)
    real = [one for library in libraries for one in references_of(library).values()]
    real.sort(key=lambda one: bibtex.entry(one, abstract=True).isascii())
    chosen = {one.key: one for one in [*references_of(hostile()).values(), *real]}
    return list(chosen.values())[:200]


@pytest.mark.parametrize("engine", WAYS)
def test_two_hundred_entries_compile(engine: str, references: list[Reference], tmp_path: Path) -> None:
    """No program reports an error, and every entry is in the bibliography."""
    sorter = WAYS[engine]
    for program in (engine, sorter):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    bundle = bibtex.bundle(bibtex.entry(one, abstract=True) for one in references)
    (tmp_path / "library.bib").write_text(bundle, encoding="utf-8")
    (tmp_path / "x.tex").write_text(document(engine, [one.key for one in references]), encoding="utf-8")
    for command in (engine, sorter, engine, engine):
        options = (
            ("-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape") if command == engine else ()
        )
        done = subprocess.run(
            (command, *options, "x"), cwd=tmp_path, capture_output=True, check=False, timeout=300
        )
        said = done.stdout.decode("utf-8", "replace")
        errors = re.findall(
            r"^(?:!|ERROR|I (?:couldn't|was expecting|found no)|Repeated entry).*", said, re.M
        )
        assert (command, done.returncode, errors) == (command, 0, []), said[-3000:]
    assert (tmp_path / "x.pdf").stat().st_size > 50_000
    made = (tmp_path / "x.bbl").read_text(encoding="utf-8")
    assert len(re.findall(r"\\bibitem|\\entry\{", made)) == len(references) == 200


def document(engine: str, keys: list[str]) -> str:
    """The lines of the help page for this way, with a citation of every key."""
    [example] = re.findall(rf"```latex\n(% {engine}.*?)```", HELP, re.DOTALL)
    head, *last = example.strip().splitlines()[1:], "\\end{document}"
    assert len(head) == 3
    cited = "".join(f"\\cite{{{key}}}\n" for key in keys)
    start = ["\\documentclass{article}", *head[:2], "\\begin{document}"]
    return "\n".join((*start, cited, *head[2:], *last, ""))
