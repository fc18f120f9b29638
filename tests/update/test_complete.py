"""What a paper lacks is looked up, and taken only when it is the same paper."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.build import shelve
from generator.cli import main
from generator.config import load
from generator.model import Ids, Markup, Paper, Record
from generator.problems import Place
from generator.progress import Silent
from generator.text.rich import plain, rich
from generator.update.same import Judgement, judged
from tests.update.bad import says
from tests.update.service import Service, Work
from tests.update.sites import BREAD, MOSS, ROOMS, SHIPS, TODAY, library, site

OTHER = Work("Do Lighthouses Dream of Sheep?", ("Someone Else",), "2029-01-01", doi="10.5555/sheep.1")


def listing(*entries: Mapping[str, object]) -> str:
    return "".join(json.dumps(entry) + "\n" for entry in entries)


def papers(folder: Path) -> dict[str, Paper]:
    return dict(shelve(load(folder), Silent()).library.papers)


def written(folder: Path, service: str) -> list[dict[str, object]]:
    content = library(folder).get(f"listings/completed/from-{service}-{TODAY}.jsonl", b"")
    return [json.loads(line) for line in content.decode().splitlines()]


def asked(folder: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(library(folder).get("listings/.asked.json", b'{"lost": {}}'))["lost"]
    return found


@pytest.mark.parametrize(
    ("entry", "work", "source", "expected"),
    [
        (
            {"title": "Bread Index Structures for Stale Loaves", "arxiv_id": "3105.00001"},
            BREAD,
            "arxiv",
            Ids(arxiv="3105.00001"),
        ),
        (
            {"title": "do lighthouses dream of ships", "doi": "10.5555/ships.1"},
            SHIPS,
            "crossref",
            Ids(doi=SHIPS.doi),
        ),
        ({"title": "Moss clocks tell the hour under trees"}, MOSS, "arxiv", Ids(arxiv="3105.00002")),
        ({"title": "Do Lighthouses dream of Ships"}, SHIPS, "crossref", Ids(doi=SHIPS.doi)),
        (
            {"title": "Moss Clock Tells the Hour Under Trees", "authors": ["L. Moss"]},
            MOSS,
            "arxiv",
            Ids(arxiv="3105.00002"),
        ),
    ],
    ids=[
        "by arXiv id",
        "by DOI",
        "by title",
        "by title in Crossref",
        "by a title with a slip, the author agreeing",
    ],
)
def test_a_paper_gets_what_it_lacks(
    tmp_path: Path, service: Service, entry: dict[str, object], work: Work, source: str, expected: Ids
) -> None:
    """Authors, year and ids, from a listing of ours that says where they come from; it stays one paper."""
    folder = site(tmp_path, {"complete": True}, mine__jsonl=listing(entry))
    service.world.works += [BREAD, MOSS, ROOMS, SHIPS, OTHER]
    assert main(["update", str(folder), "--today", TODAY]) == 0
    (paper,) = papers(folder).values()
    assert paper.ids == expected
    assert paper.year == int(work.day[:4])
    assert set(work.authors) <= {*paper.authors, *map(str, written(folder, source)[0]["authors"])}  # type: ignore[call-overload]
    assert len(written(folder, source)) == 1
    assert asked(folder) == {}
    service.world.asked.clear()
    assert main(["update", str(folder), "--today", "2031-05-14"]) == 0
    assert service.world.asked == []


@pytest.mark.parametrize(
    ("entry", "work"),
    [
        ({"title": "Do Lighthouses Dream of Ships?", "authors": ["Nobody Known"], "year": 2030}, SHIPS),
        ({"title": "Do Lighthouses Dream of Sheep?", "doi": "10.5555/ships.1"}, SHIPS),
        ({"title": "Quite Another Thing", "arxiv_id": "3105.00002"}, MOSS),
        ({"title": "Moss Clock Tells the Hour Under Trees"}, MOSS),
        ({"title": "Moss Clocks"}, Work("Moss Clocks", ("A. B",), TODAY, "3105.00011")),
    ],
    ids=[
        "other authors",
        "a DOI of another title",
        "an id of another title",
        "a slip, no author",
        "two words",
    ],
)
def test_a_doubtful_paper_is_told_and_not_taken(
    tmp_path: Path,
    service: Service,
    capsys: pytest.CaptureFixture[str],
    entry: dict[str, object],
    work: Work,
) -> None:
    """With both titles, once in thirty days."""
    folder = site(tmp_path, {"complete": True}, mine__jsonl=listing(entry))
    service.world.works.append(work)
    assert main(["update", str(folder), "--today", TODAY]) == 0
    err = capsys.readouterr().err
    assert (
        f"note library/listings/completed/from-{'arxiv' if work.arxiv else 'crossref'}-{TODAY}.jsonl" in err
    )
    assert f"Looked up “{entry['title']}” (library/listings/mine.jsonl:1) and found “{work.title}” (" in err
    assert [name for name in library(folder) if "completed" in name] == []
    for day, questions in (("2031-06-11", 0), ("2031-06-12", 1)):
        service.world.asked.clear()
        assert main(["update", str(folder), "--today", day]) == 0
        assert bool(service.world.asked) == bool(questions)


def test_what_is_not_found_is_not_asked_for_every_day(tmp_path: Path, service: Service) -> None:
    """Neither a title, nor a DOI that Crossref does not know, nor an id; nothing is written but that."""
    entries = ({"title": "Nobody Wrote This Paper"}, {"title": "Nor This", "doi": "10.5555/none"})
    folder = site(
        tmp_path, {"complete": True}, mine__jsonl=listing(*entries, {"title": "C", "arxiv_id": "3105.09999"})
    )
    assert main(["update", str(folder), "--today", TODAY]) == 0
    assert asked(folder) == {
        "arxiv:3105.09999": TODAY,
        "doi:10.5555/none": TODAY,
        "title:nobodywrotethispaper": TODAY,
    }
    assert sorted(library(folder)) == ["listings/.asked.json", "listings/mine.jsonl"]
    count = len(service.world.asked)
    assert main(["update", str(folder), "--today", "2031-05-20"]) == 0
    assert len(service.world.asked) == count


def test_ids_are_asked_for_by_the_hundred(tmp_path: Path, service: Service) -> None:
    """150 papers cost two questions, and whole papers none."""
    works = [
        Work(f"Loaf {number} and Its Crust", ("A. Baker",), TODAY, f"3105.{number:05}")
        for number in range(150)
    ]
    whole = {"title": "Whole", "authors": ["A. B"], "year": 2030, "doi": "10.5555/whole"}
    entries = [{"title": work.title, "arxiv_id": work.arxiv} for work in works]
    folder = site(tmp_path, {"complete": True}, mine__jsonl=listing(whole, *entries))
    service.world.works += works
    assert main(["update", str(folder), "--today", TODAY]) == 0
    assert [len(ids.split(",")) for ids in service.world.questions("arxiv", "id_list")] == [100, 50]
    assert len(service.world.asked) == 2
    assert all(paper.authors for paper in papers(folder).values())
    assert len(papers(folder)) == 151


def test_a_plain_list_of_ids_becomes_papers(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """With titles, authors, dates, and from arXiv the abstract; none of them counts as new."""
    folder = site(tmp_path, {"complete": True}, mine__txt="arXiv:3105.00001\n10.5555/ships.1\n3105.00003v2\n")
    service.world.works += [BREAD, MOSS, ROOMS, SHIPS]
    assert main(["update", str(folder), "--today", TODAY]) == 0
    assert "0 new papers; 2 files written" in capsys.readouterr().err
    found = sorted(papers(folder).values(), key=lambda paper: paper.title_text)
    assert [
        (one.title_text, one.authors, one.published, one.venue, plain(one.abstract)) for one in found
    ] == [
        (BREAD.title, BREAD.authors, BREAD.day, "", BREAD.abstract),
        (ROOMS.title, ROOMS.authors, ROOMS.day, "", ROOMS.abstract),
        (SHIPS.title, SHIPS.authors, SHIPS.day, "Journal of Bread", ""),
    ]
    assert not any(one.untitled for one in found)
    assert main(["build", str(folder), "--no-site"]) == 0


def test_completing_takes_up_where_it_broke_off(tmp_path: Path, service: Service) -> None:
    """What was found before the failure is kept, and only the rest is asked for."""
    folder = site(
        tmp_path,
        {"complete": True},
        mine__jsonl=listing({"title": "A", "doi": "10.5555/a"}, {"title": SHIPS.title, "doi": SHIPS.doi}),
    )
    service.world.works += [SHIPS, Work("A", ("A. B",), "2030-01-01", doi="10.5555/a")]
    service.world.bad["crossref"] = says(503)
    service.world.bad_for = lambda request: "ships" in request.path
    assert main(["update", str(folder), "--today", TODAY]) == 1
    assert [entry["doi"] for entry in written(folder, "crossref")] == ["10.5555/a"]
    service.world.bad.clear()
    service.world.asked.clear()
    assert main(["update", str(folder), "--today", TODAY]) == 0
    assert [request.path for request in service.world.asked] == ["/crossref/10.5555%2Fships.1"]
    assert [entry["doi"] for entry in written(folder, "crossref")] == ["10.5555/a", SHIPS.doi]


def test_a_title_is_not_given_up_while_a_service_is_down(tmp_path: Path, service: Service) -> None:
    """Not found by one of two is not the same as not found."""
    folder = site(tmp_path, {"complete": True}, mine__jsonl=listing({"title": SHIPS.title}))
    service.world.works.append(SHIPS)
    service.world.bad["crossref"] = says(503)
    assert main(["update", str(folder), "--today", TODAY]) == 1
    assert asked(folder) == {}


def test_two_papers_of_one_title_are_doubtful(tmp_path: Path, service: Service) -> None:
    """Which of the two it is, nobody can tell."""
    folder = site(tmp_path, {"complete": True}, mine__jsonl=listing({"title": SHIPS.title}))
    service.world.works += [SHIPS, Work(SHIPS.title, ("Someone Else",), "2020-01-01", doi="10.5555/other.2")]
    assert main(["update", str(folder), "--today", TODAY]) == 0
    assert written(folder, "crossref") == []


def test_security_a_doi_cannot_lead_to_another_address(tmp_path: Path, service: Service) -> None:
    """All of it is quoted."""
    folder = site(
        tmp_path,
        {"complete": True},
        mine__jsonl=listing({"title": "A", "doi": "10.5555/../../daily?date=x#y"}),
    )
    assert main(["update", str(folder), "--today", TODAY]) == 0
    assert [request.path for request in service.world.asked] == [
        "/crossref/10.5555%2F..%2F..%2Fdaily%3Fdate%3Dx%23y"
    ]


def paper(title: str, *authors: str, untitled: bool = False) -> Paper:
    return Paper("a", rich(title), (), authors=authors, untitled=untitled)


def record(title: str, *authors: str) -> Record:
    return Record(title, Place("a"), "a", 1, Markup.RESIDUE, authors=authors)


SAME, DOUBTFUL, OTHER_PAPER = Judgement.SAME, Judgement.DOUBTFUL, Judgement.OTHER


@pytest.mark.parametrize(
    ("mine", "found", "by_title", "by_id"),
    [
        (paper("Moss Clocks at Noon"), record("Moss clocks at noon."), SAME, SAME),
        (paper("Moss-Clocks: at Noon"), record("Moss Clocks at Noon", "A. B"), SAME, SAME),
        (paper("Moss Clocks at Noon", "Łukasz Moss"), record("Moss Clocks at Noon", "L. Moss"), SAME, SAME),
        (paper("Moss Clocks at Noon", "A. B"), record("Moss Clocks at Noon", "C. D"), DOUBTFUL, DOUBTFUL),
        (paper("Moss Clocks"), record("Moss Clocks", "A. B"), DOUBTFUL, SAME),
        (paper("Moss Clocks", "A. Bread"), record("Moss Clocks", "Ada Bread"), SAME, SAME),
        (paper("苔の時計"), record("苔の時計"), SAME, SAME),
        (paper("苔の時計"), record("苔の時刻"), OTHER_PAPER, DOUBTFUL),
        (paper("Moss Clock at Noon, Indeed"), record("Moss Clocks at Noon, Indeed"), DOUBTFUL, SAME),
        (paper("Moss Clocks, Part I"), record("Moss Clocks, Part II"), OTHER_PAPER, DOUBTFUL),
        (paper("Moss Clocks 2"), record("Moss Clocks 3"), OTHER_PAPER, DOUBTFUL),
        (
            paper("Moss Clocks of Finance: A Survey"),
            record("Bread Ovens of Music: A Survey"),
            OTHER_PAPER,
            DOUBTFUL,
        ),
        (paper("Moss Clocks"), record("Moss Clocks: Telling the Hour"), DOUBTFUL, SAME),
        (paper("Moss Clocks: Telling the Hour", "A. B"), record("Moss Clocks", "Ada B"), SAME, SAME),
        (
            paper("Moss Clocks: On Hours", "A. Bee"),
            record("Moss Clocks: On Days", "A. Bee"),
            OTHER_PAPER,
            DOUBTFUL,
        ),
        (paper("Learning to Fold Letters"), record("Learning to Fold Ladders"), OTHER_PAPER, DOUBTFUL),
        (paper("arXiv:3105.00001", untitled=True), record("Bread"), DOUBTFUL, SAME),
        (paper("arXiv:3105.00001", "A. B", untitled=True), record("Bread", "C. D"), DOUBTFUL, DOUBTFUL),
        (
            paper("Moss Clocks Tell the Hour", "A. Moss"),
            record("Moss Clocks Tell an Hour", "A. Moss"),
            SAME,
            SAME,
        ),
        (
            paper("Moss Clocks Tell the Hour", "A. Moss"),
            record("Moss Clocks Tell an Hour", "C. D"),
            DOUBTFUL,
            DOUBTFUL,
        ),
    ],
)
def test_when_two_are_the_same_paper(
    mine: Paper, found: Record, by_title: Judgement, by_id: Judgement
) -> None:
    """Title and authors, asked for by title and by identifier."""
    assert (judged(mine, found), judged(mine, found, by_id=True)) == (by_title, by_id)
