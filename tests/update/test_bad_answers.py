"""However badly a host answers, the library stays as it was to the byte, and one sentence says what happened."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from generator.cli import main
from generator.fetch.manners import VARIABLE
from tests.update import bad
from tests.update.bad import says
from tests.update.conftest import IMPATIENT, pointing_at
from tests.update.service import Bad, Service, daily
from tests.update.sites import BREAD, MOSS, TODAY, library, site, with_today

DAY = daily([BREAD, MOSS])
LATER = format_datetime(datetime.now(UTC) + timedelta(days=2), usegmt=True)
ELSEWHERE = json.dumps({"status": "ok", "message": {"DOI": "10.5555/other", "title": ["Ships"]}})
UNTITLED = json.dumps({"status": "ok", "message": {"DOI": "10.5555/ships.1"}})

# name, service, bad answer, what is said
ANYWHERE: list[tuple[str, Bad, str]] = [
    ("204 no content", says(204), "answered 204 (No Content)"),
    ("206 partial content", says(206, DAY[:50]), "answered 206 (Partial Content)"),
    (
        "304 though we hold nothing",
        says(304),
        "answered that nothing has changed (304), though we hold nothing",
    ),
    ("400", says(400, "no"), "answered 400 (Bad Request)."),
    ("401", says(401, "who?"), "answered 401 (Unauthorized)."),
    ("403", says(403, "no"), "answered 403 (Forbidden)."),
    ("404", says(404, "no"), "answered 404 (Not Found)."),
    ("406", says(406, "no"), "answered 406 (Not Acceptable)."),
    ("410", says(410, "no"), "answered 410 (Gone)."),
    ("429", says(429, "slow"), "answered 429 (Too Many Requests) (asked 2 times)."),
    (
        "429 for an hour",
        says(429, "slow", Retry_After="3600"),
        "(Too Many Requests) and asks for a pause of 3600 s.",
    ),
    (
        "429 until a date",
        says(429, "slow", Retry_After=LATER),
        "(Too Many Requests) and asks for a pause of 172",
    ),
    (
        "429 until nonsense",
        says(429, "slow", Retry_After="soon"),
        "answered 429 (Too Many Requests) (asked 2 times).",
    ),
    ("500", says(500, "oh"), "answered 500 (Internal Server Error) (asked 2 times)."),
    ("502", says(502, bad.HTML, "text/html"), "answered 502 (Bad Gateway) (asked 2 times)."),
    (
        "503 with a page",
        says(503, bad.HTML, "text/html"),
        "answered 503 (Service Unavailable) (asked 2 times).",
    ),
    ("504", says(504), "answered 504 (Gateway Timeout) (asked 2 times)."),
    ("599", says(599), "answered 599 (of no known meaning)."),
    ("200 with a web page", says(200, bad.HTML, "text/html"), "it is a web page and no data"),
    ("200 with a web page said to be data", says(200, bad.HTML), "it is a web page and no data"),
    ("nothing at all", says(200, ""), "sent an empty answer"),
    ("blank lines", says(200, "\n \n"), "sent an empty answer"),
    ("silence", bad.silent, "said nothing for 0.4 s"),
    ("a connection reset in the body", bad.resets, "broke off in the middle of its answer"),
    ("an end before any answer", bad.raw(), "broke off in the middle of its answer"),
    (
        "a body shorter than its Content-Length",
        bad.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + DAY[:80].encode()),
        "broke off in the middle of its answer",
    ),
    (
        "chunks that are cut",
        bad.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n" + DAY[:40].encode()),
        "broke off in the middle of its answer",
    ),
    (
        "chunks without an end",
        bad.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[null\r\n"),
        "broke off in the middle of its answer",
    ),
    ("no HTTP", bad.raw(b"220 mail.example.org ESMTP\r\n\r\n"), "broke off in the middle of its answer"),
    (
        "garbage that should be gzip",
        bad.zipped(b"\x00\x01 no gzip"),
        "sent an answer whose compression is broken",
    ),
    ("a gzip bomb", bad.zipped(bad.BOMB), "sent more than 0.2 MB"),
    ("an endless body", bad.endless, "sent more than 0.2 MB"),
    ("a body by drops", bad.drips(b"HTTP/1.1 200 OK\r\n\r\n["), "did not end its answer within 0.8 s"),
    ("headers by drops", bad.drips(b"HTTP/1.1 200 OK\r\nX-A: ", b"a"), "did not end its answer within 0.8 s"),
    ("a redirect to itself", bad.sent_on, "sent us on more than 5 times"),
    (
        "a redirect to a file",
        says(302, Location="file:///etc/passwd"),
        "'file:///etc/passwd', which is no address",
    ),
    ("a redirect to ftp", says(301, Location="ftp://example.org/x"), "which is no address of the web"),
    ("a redirect to nonsense", says(307, Location="http://[::1"), "is no HTTP, or has no such address"),
    ("binary data", says(200, b"\x89PNG\r\n\x1a\n\0\0"), "it is not in UTF-8"),
]
IN_ITS_OWN_WAY: list[tuple[str, str, Bad, str]] = [
    (
        "a gzip that is cut",
        "daily",
        bad.zipped(gzip.compress(DAY.encode())[:-30]),
        "it is no JSON, or was cut short",
    ),
    ("a Content-Length that is too short", "daily", says(200, DAY, Content_Length="200"), "or was cut short"),
    ("JSON in Latin-1", "daily", says(200, '["é"]'.encode("latin-1")), "it is not in UTF-8"),
    ("JSON in UTF-16", "daily", says(200, DAY.encode("utf-16")), "it is not in UTF-8"),
    ("an object for a list", "daily", says(200, '{"error": "moved"}'), "it is no list of papers"),
    ("a list of nulls", "daily", says(200, "[null, null]"), "its entry 1 is no paper"),
    ("null", "daily", says(200, "null"), "it is no list of papers"),
    ("a number of 5,000 digits", "daily", says(200, "9" * 5_000), "it is no JSON, or was cut short"),
    ("100,000 brackets", "daily", says(200, "[" * 100_000), "it is nested too deeply"),
    (
        "no id",
        "daily",
        bad.with_paper(lambda paper: paper.pop("id")),
        "its entry 1 has no id, or one that is none",
    ),
    (
        "an id that is a path",
        "daily",
        bad.with_paper(lambda p: p.update(id="../../x")),
        "or one that is none",
    ),
    ("an id that is a list", "daily", bad.with_paper(lambda p: p.update(id=["a"])), "or one that is none"),
    ("no title", "daily", bad.with_paper(lambda paper: paper.update(title=" ")), "its entry 1 has no title"),
    (
        "another day",
        "daily",
        bad.with_paper(lambda paper: paper.update(submittedOnDailyAt="2031-05-10T00:00:00Z")),
        "it tells of another day (2031-05-10)",
    ),
    ("an object for a feed", "arxiv", says(200, "{}"), "it is no XML, or was cut short"),
    ("XML that is cut", "arxiv", says(200, bad.FEED[:150]), "it is no XML, or was cut short"),
    ("another sort of XML", "arxiv", says(200, "<rss><channel/></rss>"), "it is XML, but no feed"),
    ("a billion laughs", "arxiv", says(200, bad.LAUGHS), "it defines entities of its own"),
    ("entities that reach out", "arxiv", says(200, bad.REACHING_OUT), "it defines entities of its own"),
    (
        "XML in Latin-1",
        "arxiv",
        says(200, bad.FEED.replace("UTF-8", "ISO-8859-1").format(total=0, entries="")),
        "it says that it is not in UTF-8",
    ),
    (
        "arXiv's error in the place of papers",
        "arxiv",
        says(200, bad.FEED.format(total=1, entries=bad.ERROR)),
        "it is an error: incorrect id format for x",
    ),
    (
        "papers announced, none given",
        "arxiv",
        says(200, bad.FEED.format(total=57, entries="")),
        "it holds 0 of the 57 papers that it speaks of",
    ),
    (
        "fewer papers than announced",
        "arxiv",
        says(
            200, bad.FEED.format(total=2, entries=bad.ENTRY.format(name="http://arxiv.org/abs/3105.00009v1"))
        ),
        "it holds 1 of the 2 papers that it speaks of",
    ),
    ("no count", "arxiv", says(200, bad.FEED.format(total="", entries="")), "does not say how many papers"),
    (
        "an id of another host",
        "arxiv",
        says(200, bad.FEED.format(total=1, entries=bad.ENTRY.format(name="http://example.org/../../x"))),
        "its entry 1 has no title, or no id of arXiv",
    ),
    ("a work of another DOI", "crossref", says(200, ELSEWHERE), "it tells of another DOI ('10.5555/other')"),
    ("a work without a title", "crossref", says(200, UNTITLED), "it has no title"),
    (
        "a status that is not ok",
        "crossref",
        says(200, '{"status": "failed"}'),
        "it is no message of Crossref",
    ),
    ("a list for a message", "crossref", says(200, "[]"), "it is no message of Crossref"),
]
EVERY = [(name, "daily", answer, said) for name, answer, said in ANYWHERE] + IN_ITS_OWN_WAY
SETTINGS: dict[str, dict[str, object]] = {
    "daily": {"daily_papers": True},
    "arxiv": {"arxiv": ["all:bread"]},
    "crossref": {"complete": True},
}
SHIPS = '{"title": "Do Lighthouses Dream of Ships?", "doi": "10.5555/ships.1"}\n'


def prepared(root: Path, about: str) -> Path:
    """A site in which there is something to lose, and something to ask for."""
    folder = with_today(site(root, SETTINGS[about], ships__jsonl=SHIPS))
    (folder / "library" / "listings" / "arxiv").mkdir()
    return folder


@pytest.mark.parametrize(
    ("about", "answer", "said"), [row[1:] for row in EVERY], ids=[row[0] for row in EVERY]
)
def test_a_bad_answer_changes_nothing_and_is_told(
    tmp_path: Path,
    service: Service,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    about: str,
    answer: Bad,
    said: str,
) -> None:
    """In a sentence that names the host, with exit code 2, since nothing came of the update."""
    if said.endswith(" s"):
        monkeypatch.setenv(VARIABLE, pointing_at(service.url, **IMPATIENT))
    folder = prepared(tmp_path, about)
    before = library(folder)
    service.world.works += [BREAD, MOSS]
    service.world.bad[about] = answer
    assert main(["update", str(folder), "--today", TODAY]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert f"error library/listings/{about.replace('crossref', 'completed')}" in err.replace(
        "daily-papers", "daily"
    )
    assert "127.0.0.1" in err and "Nothing was changed here. [update-failed]" in err
    assert "0 new papers; 0 files written" in err
    assert "Traceback" not in err
    assert library(folder) == before


def test_there_are_more_than_thirty_kinds() -> None:
    """And no two of one name."""
    assert len({name for name, *_ in EVERY}) == len(EVERY) >= 60


@pytest.mark.parametrize("papers", [[], [BREAD]], ids=["none", "fewer"])
def test_a_good_answer_that_lacks_papers_does_not_replace_the_file(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str], papers: list[object]
) -> None:
    """It may be half of an answer; exit code 1."""
    folder = prepared(tmp_path, "daily")
    before = library(folder)
    service.world.works += papers  # type: ignore[arg-type]
    assert main(["update", str(folder), "--today", TODAY]) == 1
    assert f"lacks {2 - len(papers)} of the papers that the file holds" in capsys.readouterr().err
    assert library(folder) == before


def test_a_file_that_the_owner_changed_is_never_replaced(
    tmp_path: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even where we would write one of that name."""
    folder = prepared(tmp_path, "daily")
    (folder / "library" / "listings" / "daily-papers" / f"{TODAY}.json").write_text(SHIPS)
    before = library(folder)
    service.world.works += [BREAD, MOSS]
    assert main(["update", str(folder), "--today", TODAY]) == 1
    assert "would replace a file that is no answer of the API" in capsys.readouterr().err
    assert library(folder) == before


def test_nobody_listens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A port without a server, and a host without an address."""
    service = Service()
    service.close()
    folder = prepared(tmp_path, "daily")
    before = library(folder)
    for url in (service.url, "http://no.such.host.invalid"):
        monkeypatch.setenv(VARIABLE, pointing_at(url))
        assert main(["update", str(folder), "--today", TODAY]) == 2
        assert "cannot be reached (asked 2 times)." in capsys.readouterr().err
        assert library(folder) == before
