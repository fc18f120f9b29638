"""A library is kept current: what is new comes in, once, and is asked for politely."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from generator import __version__
from generator.cli import main
from generator.fetch.manners import VARIABLE
from tests.update.bad import says, silent
from tests.update.conftest import pointing_at
from tests.update.service import Asked, Service, Work, daily
from tests.update.sites import BREAD, MOSS, ROOMS, TODAY, library, site, with_today

ROOT = Path(__file__).parent.parent.parent
TOMORROW = "2031-05-14"


def update(folder: Path, today: str, *options: str) -> int:
    return main(["update", str(folder), "--today", today, *options])


def files(folder: Path) -> list[str]:
    return [path.removeprefix("listings/") for path in library(folder) if not path.endswith(".asked.json")]


def test_daily_papers_come_in_and_are_built(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file for each day that has papers, byte for byte as it was answered; new papers are named."""
    folder = site(tmp_path, {"daily_papers": True, "since": "2031-05-11"})
    service.world.works += [BREAD, MOSS, ROOMS]
    assert update(folder, TODAY) == 0
    err = capsys.readouterr().err
    assert library(folder)[f"listings/daily-papers/{TODAY}.json"] == daily([BREAD, MOSS]).encode()
    assert files(folder) == ["daily-papers/2031-05-12.json", f"daily-papers/{TODAY}.json"]
    assert [line for line in err.splitlines() if line.startswith(("new", "written"))] == [
        "written: library/listings/daily-papers/2031-05-12.json",
        f"written: library/listings/daily-papers/{TODAY}.json",
        f"new: {BREAD.title}",
        f"new: {ROOMS.title}",
        f"new: {MOSS.title}",
    ]
    assert err.endswith("3 new papers; 2 files written\n")
    assert main(["build", str(folder), "--no-site"]) == 0
    assert (folder / "docs/papers/moss-clocks-tell-the-hour-under-trees.md").is_file()


def test_only_what_is_missing_is_asked_for(tmp_path: Path, service: Service) -> None:
    """Days without papers for a week, and days that were not over; days that are done never again."""
    folder = site(tmp_path, {"daily_papers": True, "since": "2031-05-01"})
    service.world.works += [BREAD, ROOMS]
    days = [f"2031-05-{day:02}" for day in range(1, 16)]
    assert update(folder, TODAY) == 0
    assert service.world.questions("daily", "date") == days[:13]
    service.world.asked.clear()
    assert update(folder, TOMORROW) == 0
    assert service.world.questions("daily", "date") == [*days[6:11], TODAY, TOMORROW]
    service.world.asked.clear()
    assert update(folder, "2031-05-15") == 0
    assert service.world.questions("daily", "date") == [*days[7:11], TOMORROW, "2031-05-15"]


def test_without_a_first_day_it_is_that_of_the_first_update(tmp_path: Path, service: Service) -> None:
    """Also when a day between failed."""
    folder = site(tmp_path, {"daily_papers": True})
    service.world.works += [BREAD, ROOMS]
    assert update(folder, "2031-05-12") == 0
    service.world.bad["daily"] = says(200, "[{")
    assert update(folder, TODAY) == 2
    service.world.bad.clear()
    service.world.asked.clear()
    assert update(folder, TOMORROW) == 0
    assert service.world.questions("daily", "date") == ["2031-05-12", TODAY, TOMORROW]


def test_a_long_list_of_new_papers_is_cut(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless all of it is asked for; every title is shown without what could steer a terminal."""
    for options, shown in (((), 50), (("--all",), 60)):
        folder = site(tmp_path / str(shown), {"daily_papers": True})
        service.world.works[:] = [
            Work(
                f"Bread \x1b[2J Number {number} \u202e", ("A. B",), TODAY, f"3105.{number:05}", is_listed=True
            )
            for number in range(60)
        ]
        assert update(folder, TODAY, *options) == 0
        err = capsys.readouterr().err
        assert sum(line.startswith("new: ") for line in err.splitlines()) == shown
        assert ("  … and 10 more: add --all to see every one\n" in err) == (shown == 50)
        assert "\x1b" not in err and "\u202e" not in err


def test_a_day_that_is_not_over_grows(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has not changed is not sent again; what has grown takes the place of the file."""
    folder = site(tmp_path, {"daily_papers": True})
    service.world.works.append(BREAD)
    for new, written in ((1, 1), (0, 0)):
        assert update(folder, TODAY) == 0
        assert f"{new} new paper{'s' * (new == 0)}; {written} file" in capsys.readouterr().err
    assert service.world.asked[-1].headers["If-None-Match"]
    service.world.works.append(MOSS)
    assert update(folder, TOMORROW) == 0
    assert "1 new paper; 1 file written" in capsys.readouterr().err
    assert library(folder)[f"listings/daily-papers/{TODAY}.json"] == daily([BREAD, MOSS]).encode()
    assert json.loads(library(folder)["listings/.asked.json"])["days"] == {}


def test_an_edited_file_is_not_taken_for_the_answer_we_know(tmp_path: Path, service: Service) -> None:
    """The validators are those of the bytes that we wrote."""
    folder = site(tmp_path, {"daily_papers": True})
    service.world.works += [BREAD, MOSS]
    assert update(folder, TODAY) == 0
    (folder / "library/listings/daily-papers" / f"{TODAY}.json").write_text(daily([MOSS]))
    assert update(folder, TODAY) == 0
    assert "If-None-Match" not in service.world.asked[-1].headers
    assert library(folder)[f"listings/daily-papers/{TODAY}.json"] == daily([BREAD, MOSS]).encode()


def test_a_day_of_several_pages_is_one_list(tmp_path: Path, service: Service) -> None:
    """As many questions as pages, and every paper."""
    folder = site(tmp_path, {"daily_papers": True})
    many = [
        Work(
            f"Bread Number {number} of the Bakery", ("A. Baker",), TODAY, f"3105.{number:05}", is_listed=True
        )
        for number in range(230)
    ]
    service.world.works += many
    assert update(folder, TODAY) == 0
    assert service.world.questions("daily", "p") == ["0", "1", "2"]
    written = json.loads(library(folder)[f"listings/daily-papers/{TODAY}.json"])
    assert [entry["paper"]["id"] for entry in written] == [work.arxiv for work in many]


def test_what_broke_off_is_taken_up_again(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day that failed costs no other; only it is asked for later. Exit code 1, then 0."""
    folder = site(tmp_path, {"daily_papers": True, "since": "2031-05-11"})
    lights = Work("Lighthouses at Noon", ("Ada Example",), "2031-05-11", "3105.00004", is_listed=True)
    service.world.works += [BREAD, ROOMS, lights]
    service.world.bad["daily"] = says(200, "[{")
    service.world.bad_for = lambda asked: asked.question["date"] == "2031-05-12"
    assert update(folder, TODAY) == 1
    assert files(folder) == ["daily-papers/2031-05-11.json", f"daily-papers/{TODAY}.json"]
    service.world.bad.clear()
    service.world.asked.clear()
    capsys.readouterr()
    assert update(folder, TODAY) == 0
    assert service.world.questions("daily", "date") == ["2031-05-12", TODAY]
    assert f"new: {ROOMS.title}\n1 new paper; 1 file written" in capsys.readouterr().err


def test_a_run_that_is_stopped_is_taken_up_again(tmp_path: Path, service: Service) -> None:
    """What was written stays whole; exit code 130 and no traceback."""
    folder = site(tmp_path, {"daily_papers": True, "since": "2031-05-11"})
    lights = Work("Lighthouses at Noon", ("Ada Example",), "2031-05-11", "3105.00004", is_listed=True)
    service.world.works += [BREAD, ROOMS, lights]
    service.world.bad["daily"] = silent
    service.world.bad_for = lambda asked: asked.question["date"] == "2031-05-12"
    command = [sys.executable, "-m", "generator.cli", "update", str(folder), "--today", TODAY]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 30
        while len(service.world.asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert library(folder) == {"listings/daily-papers/2031-05-11.json": daily([lights]).encode()}
    service.world.bad.clear()
    service.world.asked.clear()
    assert update(folder, TODAY) == 0
    assert service.world.questions("daily", "date") == ["2031-05-12", TODAY]


def test_a_host_that_is_down_is_left_alone(tmp_path: Path, service: Service) -> None:
    """One question in its tries, not one for each of thirteen days."""
    folder = site(tmp_path, {"daily_papers": True, "since": "2031-05-01"})
    service.world.bad["daily"] = says(503)
    assert update(folder, TODAY) == 2
    assert service.world.questions("daily", "date") == ["2031-05-01"] * 2
    assert files(folder) == []


def test_one_source_that_fails_does_not_keep_the_others(tmp_path: Path, service: Service) -> None:
    """Exit code 1: something came, and something did not."""
    folder = site(tmp_path, {"daily_papers": True, "arxiv": ["all:bread"]})
    service.world.works.append(BREAD)
    service.world.bad["daily"] = says(500)
    assert update(folder, TODAY) == 1
    assert [Path(file).name for file in files(folder)] == [f"{TODAY}.xml"]


def test_arxiv_queries_bring_what_is_new_since_a_week_before(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file only for a day that brings a paper."""
    folder = site(tmp_path, {"arxiv": ["all:bread"], "since": "2031-05-01"})
    service.world.works += [BREAD, MOSS]
    assert update(folder, TODAY) == 0
    assert f"new: {BREAD.title}\n1 new paper; 1 file written" in capsys.readouterr().err
    assert update(folder, TOMORROW) == 0
    assert "0 new papers; 0 files written" in capsys.readouterr().err
    service.world.works.append(Work("Bread Again", ("Ada Example",), "2031-05-12", "3105.00005"))
    assert update(folder, "2031-05-20") == 0
    assert "new: Bread Again\n1 new paper; 1 file written" in capsys.readouterr().err
    assert service.world.questions("arxiv", "search_query") == [
        "(all:bread) AND submittedDate:[203105010000 TO 203105132359]",
        "(all:bread) AND submittedDate:[203105060000 TO 203105142359]",
        "(all:bread) AND submittedDate:[203105060000 TO 203105202359]",
    ]
    assert [Path(file).name for file in files(folder)] == [f"{TODAY}.xml", "2031-05-20.xml"]
    assert main(["build", str(folder), "--no-site"]) == 0


def test_security_a_query_cannot_choose_where_its_file_goes(tmp_path: Path, service: Service) -> None:
    """Its name is made of letters and digits; two queries never share one."""
    queries = [
        "../../../all:bread",
        "all:bread ../..",
        "/etc/all:bread",
        "ALL bread OR all:bread",
        "本 all:bread",
    ]
    folder = site(tmp_path, {"arxiv": queries})
    service.world.works.append(BREAD)
    before = {path for path in tmp_path.rglob("*") if folder / "library" not in path.parents}
    assert update(folder, TODAY) == 0
    places = {Path(file).parts[:2] for file in files(folder)}
    assert len(places) == len(queries) and {place[0] for place in places} == {"arxiv"}
    after = {path for path in tmp_path.rglob("*") if folder / "library" not in path.parents}
    assert {path.relative_to(folder).parts[0] for path in after - before} == {".papershelf"}


@pytest.mark.parametrize("place", ["library/listings/daily-papers", "library/listings", "library"])
def test_security_nothing_is_written_through_a_link(tmp_path: Path, service: Service, place: str) -> None:
    """A folder that is a link leads elsewhere; exit code 2."""
    folder = site(tmp_path, {"daily_papers": True})
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "listings").mkdir(parents=True)
    target = folder / place
    if target.exists():
        target.rename(tmp_path / "before")
    target.symlink_to(elsewhere)
    service.world.works.append(BREAD)
    assert update(folder, TODAY) == 2
    assert [path for path in elsewhere.rglob("*") if path.is_file()] == []


def test_a_dry_run_asks_nothing_and_writes_nothing(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what would be asked and written, on stdout."""
    settings = {"daily_papers": True, "arxiv": ["all:bread"], "complete": True, "since": "2031-05-12"}
    folder = with_today(site(tmp_path, settings, a__jsonl='{"title": "Bread Index Structures"}\n'))
    before = library(folder)
    assert update(folder, TODAY, "--dry-run") == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:2] == [
        "Daily Papers of 2031-05-12 → library/listings/daily-papers/2031-05-12.json",
        f"Daily Papers of {TODAY} → library/listings/daily-papers/{TODAY}.json",
    ]
    assert out[2].startswith("arXiv, all:bread, from 2031-05-12 → library/listings/arxiv/all-bread-")
    assert out[3:] == ["arXiv and Crossref, by title: Bread Index Structures"]
    assert service.world.asked == []
    assert library(folder) == before


def test_we_say_who_we_are_and_send_no_password(
    tmp_path: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an address where we can be reached, and without what .netrc holds for the host."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    assert update(site(tmp_path, {"daily_papers": True, "contact": "me@example.org"}), TODAY) == 0
    headers = service.world.asked[0].headers
    assert headers["User-Agent"] == f"papershelf/{__version__} (+me@example.org)"
    assert "Authorization" not in headers


def test_each_host_has_its_rest(tmp_path: Path, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between requests, also between tries."""
    monkeypatch.setenv(VARIABLE, pointing_at(service.url, arxiv_rest=0.3))
    service.world.bad["arxiv"] = says(500)
    service.world.bad_for = lambda asked: len(service.world.asked) == 1
    assert update(site(tmp_path, {"arxiv": ["all:bread", "all:moss"]}), TODAY) == 0
    times = [asked.at for asked in service.world.asked]
    assert len(times) == 3
    assert all(later - earlier >= 0.3 for earlier, later in pairwise(times))


def test_a_pause_that_is_asked_for_is_made(
    tmp_path: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """429 with Retry-After, then a good answer."""
    monkeypatch.setenv(VARIABLE, pointing_at(service.url, longest_wait=5))
    service.world.works.append(BREAD)
    service.world.bad["daily"] = says(429, "slow", Retry_After="1")
    service.world.bad_for = lambda asked: len(service.world.asked) == 1
    start = time.monotonic()
    folder = site(tmp_path, {"daily_papers": True})
    assert update(folder, TODAY) == 0
    assert service.world.asked[1].at - start >= 1
    assert files(folder) == [f"daily-papers/{TODAY}.json"]


def test_a_redirect_is_followed(tmp_path: Path, service: Service) -> None:
    """Within the web."""
    service.world.works.append(BREAD)
    address = f"{service.url}/daily?date={TODAY}&limit=100&p=0&moved"

    def is_first(asked: Asked) -> bool:
        return "moved" not in asked.question

    service.world.bad["daily"] = says(301, "", Location=address)
    service.world.bad_for = is_first
    folder = site(tmp_path, {"daily_papers": True})
    assert update(folder, TODAY) == 0
    assert files(folder) == [f"daily-papers/{TODAY}.json"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"dayly": True}, "`extra: papershelf: update: dayly:` is not a setting."),
        ({"since": "yesterday"}, "`extra: papershelf: update: since:` must be a day."),
        ({"since": "0001-01-01"}, "`extra: papershelf: update: since:` must be a day."),
        ({"daily_papers": "yes please"}, "`extra: papershelf: update: daily_papers:` must be true or false."),
        ({"arxiv": "cat:cs.CL"}, "`extra: papershelf: update: arxiv:` must be a list of queries."),
        ({"arxiv": [""]}, "`extra: papershelf: update: arxiv:` must be a list of queries."),
        ({"arxiv": ["a\nb"]}, "`extra: papershelf: update: arxiv:` must be a list of queries."),
        ({"contact": "a\r\nX-Evil: 1"}, "`extra: papershelf: update: contact:` must be one address"),
    ],
)
def test_wrong_settings_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: dict[str, object], said: str
) -> None:
    """In a sentence, before anything is asked; exit code 2."""
    assert update(site(tmp_path, settings), TODAY) == 2
    assert said in capsys.readouterr().err


def test_no_source_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says where to name one; exit code 1."""
    assert update(site(tmp_path, {}), TODAY) == 1
    assert "No source is named, so there is nothing to ask for. [update-nothing]" in capsys.readouterr().err


def test_a_wrong_variable_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it holds."""
    folder = site(tmp_path, {"daily_papers": True})
    for value in ("[", "[]", '{"nonsense": 1}', '{"tries": "many"}', '{"tries": null}'):
        monkeypatch.setenv(VARIABLE, value)
        assert update(folder, TODAY) == 2
        assert "The variable PAPERSHELF_ASKING of the environment cannot be read." in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "[", "[]", '{"days": []}', '{"days": {"a": 1}, "lost": {"b": "x"}}'])
def test_a_damaged_memory_costs_questions_only(tmp_path: Path, service: Service, content: str) -> None:
    """It is written anew."""
    folder = site(tmp_path, {"daily_papers": True})
    (folder / "library/listings/.asked.json").write_text(content)
    service.world.works.append(BREAD)
    assert update(folder, TODAY) == 0
    assert json.loads(library(folder)["listings/.asked.json"]) == {
        "days": {f"daily-papers/{TODAY}.json": "unfinished"},
        "lost": {},
    }


def test_other_commands_never_load_the_network() -> None:
    """A build does not even know how."""
    code = "import generator.cli, sys; print({'requests', 'urllib3', 'generator.fetch'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
