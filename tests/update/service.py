"""A real HTTP server on loopback that answers as Hugging Face, arXiv and Crossref do; every paper is invented.

A test may put a bad answer in the place of a good one: a function that is given the handler and says what it likes.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from email.message import Message
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True)
class Work:
    """A paper as the services know it."""

    title: str
    authors: tuple[str, ...]
    day: str  # of publication, and of Daily Papers where it is listed
    arxiv: str = ""
    doi: str = ""
    abstract: str = "We bake and we measure; the crust is thin, and the crumb is even."
    is_listed: bool = False


@dataclass
class Asked:
    """A request that came in."""

    path: str
    question: dict[str, str]
    headers: Message
    at: float


Bad = Callable[["Handler"], None]


@dataclass
class World:
    """What the services know, what is asked of them, and what goes wrong: service -> bad answer."""

    works: list[Work] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    bad: dict[str, Bad] = field(default_factory=dict)
    bad_for: Callable[[Asked], bool] = lambda asked: True

    def questions(self, service: str, name: str) -> list[str]:
        """What was asked of a service, by one parameter, in order."""
        return [one.question.get(name, "") for one in self.asked if one.path.startswith(f"/{service}")]


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    world: World

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is said."""

    def handle(self) -> None:
        """A client that goes away in the middle is what we ask for."""
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        question = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        asked = Asked(parts.path, question, self.headers, time.monotonic())
        self.world.asked.append(asked)
        service, _, rest = parts.path.removeprefix("/").partition("/")
        if service in self.world.bad and self.world.bad_for(asked):
            self.world.bad[service](self)
            return
        works = self.world.works
        if service == "daily":
            self._daily(works, question)
        elif service == "arxiv":
            self.say(200, feed(_matching(works, question), question), "application/atom+xml; charset=utf-8")
        elif service == "crossref":
            self._crossref(works, unquote(rest), question)
        else:
            self.say(404, "nothing here", "text/plain")

    def say(self, status: int, body: str | bytes, kind: str = "application/json", **headers: str) -> None:
        """A whole answer. Names of headers are written with _ for -."""
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in {"Content_Length": str(len(data)), **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _daily(self, works: list[Work], question: dict[str, str]) -> None:
        listed = [work for work in works if work.is_listed and work.day == question["date"]]
        size, page = int(question["limit"]), int(question.get("p", "0"))
        body = daily(listed[size * page : size * (page + 1)])
        etag = f'W/"{hashlib.sha256(body.encode()).hexdigest()[:20]}"'
        if self.headers.get("If-None-Match") == etag:
            self.send_response(304)
            self.send_header("ETag", etag)
            self.end_headers()
            return
        self.say(200, body, ETag=etag)

    def _crossref(self, works: list[Work], doi: str, question: dict[str, str]) -> None:
        if doi:
            found = [work for work in works if work.doi == doi]
            if not found:
                self.say(404, "Resource not found.", "text/plain")
                return
            self.say(200, json.dumps({"status": "ok", "message-type": "work", "message": crossref(found[0])}))
            return
        words = set(question["query.bibliographic"].lower().split())
        found = [
            work
            for work in works
            if work.doi and len(words & set(re.findall(r"\w+", work.title.lower()))) > 1
        ]
        items = [crossref(work) for work in found[: int(question["rows"])]]
        self.say(200, json.dumps({"status": "ok", "message-type": "work-list", "message": {"items": items}}))


def daily(works: Iterable[Work]) -> str:
    """A page of Daily Papers as the API gives it."""
    return json.dumps(
        [
            {
                "paper": {
                    "id": work.arxiv,
                    "title": work.title,
                    "summary": work.abstract,
                    "authors": [{"_id": "0", "name": name, "hidden": False} for name in work.authors],
                    "publishedAt": f"{work.day}T00:00:00.000Z",
                    "submittedOnDailyAt": f"{work.day}T00:00:00.000Z",
                    "upvotes": 3,
                    "discussionId": "0",
                },
                "publishedAt": f"{work.day}T00:00:00.000Z",
                "title": work.title,
                "numComments": 0,
            }
            for work in works
        ]
    )


def feed(works: list[Work], question: dict[str, str], total: int | None = None) -> str:
    """An answer of arXiv."""
    most = int(question["max_results"])
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/{work.arxiv}v2</id><title>{escape(work.title)}</title>"
        f"<published>{work.day}T10:00:00Z</published><updated>{work.day}T11:00:00Z</updated>"
        f"<summary>{escape(work.abstract)}</summary>"
        + "".join(f"<author><name>{escape(name)}</name></author>" for name in work.authors)
        + f'<link href="http://arxiv.org/abs/{work.arxiv}v2" rel="alternate" type="text/html"/></entry>'
        for work in works[:most]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title>arXiv Query</title>'
        "<id>http://arxiv.org/api/query</id><updated>2031-05-13T00:00:00Z</updated>"
        f"<opensearch:totalResults>{len(works) if total is None else total}</opensearch:totalResults>"
        f"<opensearch:startIndex>0</opensearch:startIndex>{entries}</feed>\n"
    )


def crossref(work: Work) -> dict[str, object]:
    """A work of Crossref."""
    year, month, day = map(int, work.day.split("-"))
    names = [name.rpartition(" ") for name in work.authors]
    return {
        "DOI": work.doi.upper(),
        "type": "journal-article",
        "title": [work.title],
        "author": [
            {"given": given, "family": family, "sequence": "additional"} for given, _, family in names
        ],
        "issued": {"date-parts": [[year, month, day]]},
        "container-title": ["Journal of Bread"],
        "URL": f"https://doi.org/{work.doi}",
    }


def _matching(works: list[Work], question: dict[str, str]) -> list[Work]:
    known = [work for work in works if work.arxiv]
    if "id_list" in question:
        return [work for work in known if work.arxiv in question["id_list"].split(",")]
    query = question["search_query"]
    if title := re.fullmatch(r'ti:"(.*)"', query):
        words = title[1].lower().split()
        return [
            work
            for work in known
            if len(set(words) & set(re.findall(r"\w+", work.title.lower()))) * 2 >= len(words)
        ]
    dates = re.search(r"submittedDate:\[(\d{8})0000 TO (\d{8})2359\]", query)
    word = re.search(r"all:(\w+)", query)
    assert dates and word
    return [
        work
        for work in known
        if dates[1] <= work.day.replace("-", "") <= dates[2] and word[1].lower() in work.title.lower()
    ]


class Service:
    """The server, and where it listens."""

    def __init__(self) -> None:
        self.world = World()
        handler = type("OurHandler", (Handler,), {"world": self.world})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
