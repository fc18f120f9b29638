"""What the tests of the search engine share: Node, and a library of invented papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model import Library
from tests.search.invented import invented
from tests.search.node import Node, start, written


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    started = start()
    yield started
    started.close()


@pytest.fixture(scope="session")
def library() -> Library:
    return invented(120, 7)


@pytest.fixture(scope="session")
def folder(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(library, tmp_path_factory.mktemp("site"))
