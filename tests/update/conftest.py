"""A service on loopback, and commands that ask it in place of the real ones, without long waits."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from generator.fetch.manners import VARIABLE
from tests.update.service import Service

QUICK = {
    "arxiv_rest": 0,
    "rest": 0,
    "tries": 2,
    "first_wait": 0.01,
    "longest_wait": 0.05,
    "largest": 200_000,
}
IMPATIENT = {
    "connect": 0.4,
    "silence": 0.4,
    "whole": 0.8,
}  # only where the host is slow: a machine may be busy


def pointing_at(url: str, **others: float) -> str:
    """The variable's value for services that live at `url`."""
    places = {"daily_papers": f"{url}/daily", "arxiv": f"{url}/arxiv", "crossref": f"{url}/crossref"}
    return json.dumps({**QUICK, **places, **others})


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """All three services, good."""
    service = Service()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(VARIABLE, pointing_at(service.url))
    yield service
    service.close()
