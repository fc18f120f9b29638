"""The real listings, and the library that ships with the project."""

from __future__ import annotations

import re
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

from generator.config import load
from generator.merge import merge
from generator.notes import load_notes
from generator.overrides import Overrides, load_overrides
from generator.problems import Level
from generator.progress import Silent
from generator.sources import read_all
from generator.sources.formats import daily_papers
from generator.sources.given import Given
from tests.reading.invented import site

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed listings (../shared/seeds) are not here"
)


@pytest.mark.shared
@needs_seeds
def test_316_entries_are_218_papers(tmp_path: Path) -> None:
    """Nothing lost, nothing unreported, 66 titles merged, 11 of them seen in all four."""
    settings = site(tmp_path, {file.name: file.read_bytes() for file in SEEDS.iterdir()})
    readings, problems = read_all(settings, Silent())
    outcome = merge(readings, Overrides(), Silent())
    papers = outcome.papers.values()
    assert (problems, outcome.problems) == ((), ())
    assert sorted((reading.listing.date, reading.entries, len(reading.records)) for reading in readings) == [
        ("Aug 20", 80, 80),
        ("Aug 28", 45, 45),
        ("Mar 14", 92, 92),
        ("Sep 3", 99, 99),
    ]
    assert (len(papers), sum(len(paper.seen) for paper in papers), len(outcome.report.joins)) == (
        218,
        316,
        66,
    )
    assert Counter(len(paper.seen) for paper in papers)[4] == 11
    assert all(paper.abstract and not paper.authors and paper.year is None for paper in papers)


@pytest.mark.shared
@needs_seeds
def test_any_order_of_the_seeds_is_one_library(tmp_path: Path) -> None:
    """The names of the files change where papers were seen, and the order of reading changes nothing."""
    settings = site(tmp_path, {file.name: file.read_bytes() for file in SEEDS.iterdir()})
    readings, _ = read_all(settings, Silent())
    outcomes = [merge(order, Overrides(), Silent()) for order in list(permutations(readings))[::5]]
    assert all(outcome == outcomes[0] for outcome in outcomes)


def _entries(file: Path) -> tuple[str, list[tuple[str, str]]]:
    head, body = re.split(r"(?<=\n\n)(?=\w{3} \d+\n\n)", file.read_text(encoding="utf-8"), maxsplit=1)
    date, *blocks = body.strip().split("\n\n")
    return head + date, list(zip(blocks[::2], blocks[1::2], strict=True))


@pytest.mark.shared
@needs_seeds
@pytest.mark.parametrize(
    "damage", ["abstract missing", "title missing", "title split", "stray line", "swapped"]
)
@pytest.mark.parametrize(
    "file", sorted(SEEDS.glob("*")) if SEEDS.is_dir() else [], ids=lambda file: file.stem[:3]
)
def test_every_single_entry_damaged_leaves_all_others_whole(file: Path, damage: str) -> None:
    """Each entry in turn is damaged: the others come out whole, and a problem names its line."""
    head, entries = _entries(file)
    for number, (title, abstract) in enumerate(entries):
        middle = title.rfind(" ", 0, len(title) // 2 + 6)
        blocks = {
            "abstract missing": [title],
            "title missing": [abstract],
            "title split": [title[:middle] + "\n" + title[middle + 1 :], abstract],
            "stray line": [title, "12", abstract],
            "swapped": [abstract, title],
        }[damage]
        before = "\n\n".join([head, *(block for entry in entries[:number] for block in entry)])
        after = "\n\n".join(block for entry in entries[number + 1 :] for block in entry)
        damaged = "\n\n".join(blocks)
        reading = daily_papers.read(Given(f"{before}\n\n{damaged}\n\n{after}\n", "x", "x.txt"))
        read = [(record.title, record.abstract) for record in reading.records]
        assert read[:number] == entries[:number]
        assert read[len(read) - len(entries) + number + 1 :] == entries[number + 1 :]
        first = before.count("\n") + 3
        assert reading.problems
        assert all(first <= told.place.line <= first + damaged.count("\n") for told in reading.problems)
        assert reading.entries == len(read) + sum(told.entries for told in reading.problems)


def test_the_shipped_library_is_218_papers_with_authors() -> None:
    """Four listings with summaries of our own and one of facts join, with nothing left to do."""
    settings = load(ROOT)
    overrides, problems = load_overrides(settings)
    readings, more = read_all(settings, Silent())
    outcome = merge(readings, overrides, Silent())
    notes, last = load_notes(settings, outcome.papers)
    told = (*problems, *more, *outcome.problems, *last)
    assert [problem for problem in told if problem.level is not Level.NOTE] == []
    papers = outcome.papers.values()
    assert [len(reading.records) for reading in readings] == [99, 45, 92, 80, 218]
    assert len(papers) == 218
    assert all(paper.summary and not paper.abstract and paper.authors and paper.year for paper in papers)
    assert sum(bool(paper.ids.arxiv) for paper in papers) == 216
    assert sum(bool(paper.venue) for paper in papers) == 102
    assert sum(len(paper.links) for paper in papers) == 54
    assert sum(paper.authors_incomplete for paper in papers) == 2
    assert max(len(paper.authors) for paper in papers) == 450
    assert outcome.report.near == ()
    assert len(notes) >= 1


@pytest.mark.shared
@needs_seeds
def test_no_sentence_of_the_seeds_is_shipped() -> None:
    """No run of twelve words of an abstract stands anywhere in the library."""
    abstracts = {words for file in SEEDS.iterdir() for _, text in _entries(file)[1] for words in _runs(text)}
    for file in sorted((ROOT / "library").rglob("*")):
        if file.is_file():
            for line in file.read_text(encoding="utf-8").split("\n"):
                assert not _runs(line) & abstracts, file


def _runs(text: str, length: int = 12) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}
