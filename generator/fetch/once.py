"""One request and its answer, within limits of time, size and redirects, whatever the host does."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.client import HTTPException
from time import monotonic
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from generator.fetch.answer import Answer, Validators
from generator.fetch.manners import Manners

_MOVED = (301, 302, 303, 307, 308)
_LATER = (408, 425, 429, 500, 502, 503, 504)
_PIECE = 65_536  # bytes
_BROKEN_OFF = "broke off in the middle of its answer"


class Failed(Exception):
    """This try came to nothing: `str` says what the host did ("answered 503 (Service Unavailable)").

    `again`: another try may do better, not before `wait` seconds if the host says so. `down`: the host is not
    there, or wants to be left alone. `missing`: it knows of no such thing.
    """

    def __init__(
        self, did: str, again: bool = False, wait: str = "", down: bool = False, missing: bool = False
    ) -> None:
        super().__init__(did)
        self.again, self.wait, self.down, self.missing = again, wait, down, missing


def once(url: str, headers: Mapping[str, str], manners: Manners) -> Answer:
    """The answer to a GET. Raises Failed.

    It runs in a thread of its own: of all that can be slow (a name, a handshake, headers or a body that come by
    drops) only the end of the whole can be awaited.
    """
    result: list[Answer | Failed] = []
    late = threading.Event()
    thread = threading.Thread(target=lambda: result.append(_caught(url, headers, manners, late)), daemon=True)
    thread.start()
    thread.join(manners.whole)
    late.set()
    if not result:
        raise Failed(f"did not end its answer within {manners.whole:g} s", again=True, down=True)
    if isinstance(result[0], Failed):
        raise result[0]
    return result[0]


def _caught(url: str, headers: Mapping[str, str], manners: Manners, late: threading.Event) -> Answer | Failed:
    try:
        return _followed(url, headers, manners, late)
    except Failed as failed:
        return failed
    except requests.exceptions.ConnectTimeout:
        return Failed(f"did not take the call within {manners.connect:g} s", again=True, down=True)
    except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError):
        return Failed(f"said nothing for {manners.silence:g} s", again=True, down=True)
    except requests.exceptions.SSLError:
        return Failed("could not prove who it is (TLS)", down=True)
    except (requests.exceptions.ContentDecodingError, urllib3.exceptions.DecodeError):
        return Failed("sent an answer whose compression is broken", again=True)
    except (requests.exceptions.ChunkedEncodingError, urllib3.exceptions.ProtocolError):
        return Failed(_BROKEN_OFF, again=True)
    except requests.exceptions.ConnectionError as error:
        if error.args and isinstance(error.args[0], urllib3.exceptions.ProtocolError):
            return Failed(_BROKEN_OFF, again=True)
        return Failed("cannot be reached", again=True, down=True)
    except (requests.RequestException, urllib3.exceptions.HTTPError, HTTPException, OSError, ValueError):
        return Failed("gave an answer that is no HTTP, or has no such address", again=True)


def _followed(url: str, headers: Mapping[str, str], manners: Manners, late: threading.Event) -> Answer:
    end = monotonic() + manners.whole
    for _ in range(manners.redirects + 1):
        answer = _hop(url, headers, manners, end, late)
        if isinstance(answer, Answer):
            return answer
        url = answer
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Failed(f"sent us on to {url[:80]!r}, which is no address of the web")
    raise Failed(f"sent us on more than {manners.redirects} times")


def _hop(
    url: str, headers: Mapping[str, str], manners: Manners, end: float, late: threading.Event
) -> Answer | str:
    """The answer, or the address that we are sent on to. A new session each time: no connection is used twice."""
    waits = (manners.connect, manners.silence)
    with requests.Session() as session:
        session.auth = _nobody  # a password for the host, kept on this machine, is not ours to send
        with session.get(
            url, headers=dict(headers), timeout=waits, stream=True, allow_redirects=False
        ) as response:
            if response.status_code in _MOVED:
                return urljoin(url, response.headers.get("Location", ""))
            return _answer(response, headers, manners, end, late)


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _answer(
    response: requests.Response,
    headers: Mapping[str, str],
    manners: Manners,
    end: float,
    late: threading.Event,
) -> Answer:
    code = response.status_code
    if code == HTTPStatus.NOT_MODIFIED:
        if not {"If-None-Match", "If-Modified-Since"} & set(headers):
            raise Failed("answered that nothing has changed (304), though we hold nothing", again=True)
        return Answer(b"", unchanged=True)
    if code != HTTPStatus.OK:
        name = HTTPStatus(code).phrase if code in list(HTTPStatus) else "of no known meaning"
        wait = response.headers.get("Retry-After", "")
        is_missing = code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
        down = code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN) or code in _LATER
        raise Failed(f"answered {code} ({name})", code in _LATER, wait, down, is_missing)
    content = bytearray()
    while piece := response.raw.read1(_PIECE, decode_content=True):
        content += piece
        if len(content) > manners.largest:
            raise Failed(f"sent more than {manners.largest / 1e6:g} MB")
        if late.is_set() or monotonic() > end:
            raise Failed(f"did not end its answer within {manners.whole:g} s", again=True, down=True)
    if not content.strip():
        raise Failed("sent an empty answer", again=True)
    etag, modified = (response.headers.get(name, "")[:500] for name in ("ETag", "Last-Modified"))
    return Answer(bytes(content), Validators(etag, modified))
