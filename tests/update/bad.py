"""Ways in which a host answers badly: each is a function that is given the handler of a request."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import time
from collections.abc import Callable

from tests.update.service import Bad, Handler

SLOW = 3.0  # seconds: longer than the client waits in tests


def says(status: int, body: str | bytes = "", kind: str = "application/json", **headers: str) -> Bad:
    """A whole answer with that status, body and headers."""
    return lambda handler: handler.say(status, body, kind, **headers)


def raw(*pieces: bytes, pause: float = 0.0) -> Bad:
    """These bytes and an end, whatever they are."""

    def answer(handler: Handler) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)
        handler.close_connection = True

    return answer


def silent(handler: Handler) -> None:
    """Takes the call and says nothing."""
    time.sleep(SLOW)
    handler.close_connection = True


def resets(handler: Handler) -> None:
    """Breaks the connection off hard in the middle of the body."""
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[{"paper"')
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def drips(first: bytes, drop: bytes = b" ") -> Bad:
    """Begins, and goes on with a byte now and then for ever."""
    return raw(first, *[drop] * int(SLOW / 0.1), pause=0.1)


def endless(handler: Handler) -> None:
    """A body without an end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[")
    while True:  # until the client hangs up
        handler.wfile.write(b" " * 65_536)


def zipped(data: bytes) -> Bad:
    """That as the body of an answer which says that it is compressed."""
    return says(200, data, Content_Encoding="gzip")


def sent_on(handler: Handler) -> None:
    """Sends us on to where we are, for ever."""
    handler.say(302, "", Location=handler.path)


def with_paper(change: Callable[[dict[str, object]], object]) -> Bad:
    """A day of Daily Papers with one paper, whose record was changed."""
    paper: dict[str, object] = {
        "id": "3105.00001",
        "title": "Bread",
        "submittedOnDailyAt": "2031-05-13T00:00:00Z",
    }
    change(paper)
    return says(200, json.dumps([{"paper": paper}]))


HTML = "<!DOCTYPE html><html><head><title>503</title></head><body>Please come back later.</body></html>"
BOMB = gzip.compress(b"[" + b" " * 5_000_000 + b"]")
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><feed xmlns="http://www.w3.org/2005/Atom">&c;</feed>'
)
REACHING_OUT = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>&e;</title></feed>'
)
FEED = (
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:o="http://a9.com/-/spec/opensearch/1.1/"><o:totalResults>{total}</o:totalResults>{entries}</feed>'
)
ERROR = (
    "<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title>"
    "<summary>incorrect id format for x</summary></entry>"
)
ENTRY = "<entry><id>{name}</id><title>Bread</title></entry>"
