"""Whatever an answer holds, it is taken apart or is Unusable; nothing else is raised."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fetch import Unusable
from generator.update.arxiv import feed_of
from generator.update.crossref import check_work, check_works
from generator.update.daily_papers import papers_of
from tests.update.bad import ENTRY, FEED
from tests.update.service import daily
from tests.update.sites import BREAD, MOSS

SHARED = Path(__file__).parent.parent.parent.parent / "shared" / "inputs"
CHECKS: list[Callable[[bytes], object]] = [
    papers_of,
    lambda content: papers_of(content, date(2031, 5, 13)),
    feed_of,
    check_works,
    lambda content: check_work(content, "10.5555/x"),
]
NAMES = st.sampled_from(
    ["paper", "id", "title", "message", "status", "items", "DOI", "submittedOnDailyAt", "x"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("ok"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
_TAGS = (
    "<feed>",
    "</feed>",
    "<entry>",
    "</entry>",
    "<id>",
    "</id>",
    "<title>a</title>",
    "<!--",
    "-->",
    "]]>",
)
_REST = (
    "<totalResults>3</totalResults>",
    "http://arxiv.org/abs/3105.00001",
    "<?xml version='1.0'?>",
    "<![CDATA[",
)
PIECES = st.lists(st.sampled_from([*_TAGS, *_REST, "&lt;"]))


@settings(deadline=None)
@given(VALUES)
def test_any_json(value: object) -> None:
    """Of any shape."""
    for check in CHECKS:
        with suppress(Unusable):
            check(json.dumps(value).encode())


@settings(deadline=None)
@given(st.binary(max_size=200) | PIECES.map(lambda pieces: "".join(pieces).encode()))
def test_any_bytes(content: bytes) -> None:
    """And any XML."""
    for check in CHECKS:
        with suppress(Unusable):
            check(content)


@settings(deadline=None)
@given(st.integers(0, 1), st.data())
def test_no_part_of_an_answer_is_taken_for_the_whole(which: int, data: st.DataObject) -> None:
    """Cut anywhere, it is Unusable."""
    whole = [
        daily([BREAD, MOSS]),
        FEED.format(total=1, entries=ENTRY.format(name="http://arxiv.org/abs/3105.00001v1")),
    ]
    check = (papers_of, feed_of)[which]
    check(whole[which].encode())
    cut = data.draw(st.integers(0, len(whole[which].rstrip()) - 1))
    with pytest.raises(Unusable):
        check(whole[which][:cut].encode())


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the measuring data in ../shared/inputs")
def test_real_answers_are_taken() -> None:
    """As many papers as a regular expression counts."""
    content = (SHARED / "daily_papers_2026-05-13.json").read_bytes()
    assert (
        len(papers_of(content, date(2026, 5, 13))) == len(re.findall(rb'"submittedOnDailyAt"', content)) == 71
    )
    feed = (SHARED / "arxiv_query_testing_100.xml").read_bytes()
    assert len(feed_of(feed, 100).ids) == len(re.findall(rb"<entry>", feed)) == 100
    with pytest.raises(Unusable, match="it holds 100 of the 1000 papers"):
        feed_of(feed)
