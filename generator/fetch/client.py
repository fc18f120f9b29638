"""Asks a host until it answers well, or it is plain that it will not."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode, urlsplit

from generator.fetch.answer import Answer, Unanswered, Unusable, Validators
from generator.fetch.manners import Manners
from generator.fetch.once import Failed, once


class Client:
    """Keeps the rest that each host asks for, between requests and after failures."""

    def __init__(self, manners: Manners) -> None:
        self.manners = manners
        self._ready: dict[str, float] = {}  # host -> when it may be asked again

    def get(
        self,
        url: str,
        question: dict[str, str] | None = None,
        check: Callable[[bytes], object] | None = None,
        known: Validators | None = None,
    ) -> Answer:
        """The answer to `url`, with `question` as its query. Raises Unanswered.

        `check` looks at the content and raises Unusable when it is not what was asked for: such an answer is asked
        for again, as one that did not come. `known` are the validators of the answer that we hold.
        """
        address = f"{url}?{urlencode(question)}" if question else url
        headers = {"User-Agent": self.manners.name, "Accept": "*/*", "Accept-Encoding": "gzip"}
        headers["Connection"] = "close"  # what a broken answer leaves behind must not become the next one
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.modified:
            headers["If-Modified-Since"] = known.modified
        host = _host(url)
        for tried in range(1, self.manners.tries + 1):
            time.sleep(max(0.0, self._ready.get(host, 0.0) - time.monotonic()))
            try:
                answer = self._once(address, headers, host)
                if check and not answer.unchanged:
                    check(answer.content)
                return answer
            except Unusable as unusable:
                failed = Failed(f"sent an answer that cannot be used: {unusable}", again=True)
            except Failed as told:
                failed = told
            wait = self._wait(failed, tried)
            if wait is None or not failed.again or tried == self.manners.tries:
                break
            time.sleep(wait)
        raise Unanswered(self._sentence(host, failed, tried), failed.down, failed.missing)

    def _once(self, address: str, headers: dict[str, str], host: str) -> Answer:
        is_arxiv = address.startswith(self.manners.arxiv) or host.endswith("arxiv.org")
        try:
            return once(address, headers, self.manners)
        finally:  # counted from the end, since a request may take its time to arrive
            self._ready[host] = time.monotonic() + (
                self.manners.arxiv_rest if is_arxiv else self.manners.rest
            )

    def _wait(self, failed: Failed, tried: int) -> float | None:
        """Seconds until the next try; None when the host asks for more than we wait."""
        asked = _seconds(failed.wait)
        ours = self.manners.first_wait * float(2 ** (tried - 1))
        if asked is not None and asked > self.manners.longest_wait:
            return None
        return min(max(asked or 0.0, ours), self.manners.longest_wait)

    def _sentence(self, host: str, failed: Failed, tried: int) -> str:
        asked = _seconds(failed.wait)
        pause = f" and asks for a pause of {asked:.0f} s" if asked else ""
        times = f" (asked {tried} times)" if tried > 1 else ""
        return f"{host} {failed}{pause}{times}."


def _seconds(written: str) -> float | None:
    """What a Retry-After header asks for (RFC 9110, section 10.2.3): seconds, or a date."""
    if written.isascii() and written.strip().isdigit():
        return float(written.strip()[:9])
    try:
        until = parsedate_to_datetime(written)
        return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.rpartition("@")[2] or url[:80]
    except ValueError:
        return url[:80]
