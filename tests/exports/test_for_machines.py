"""The small files by which programs find a site: pictures, the description of its search, robots.txt."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ElementTree
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.exports import cards, opensearch, robots
from tests.pages.library import HOSTILE, SETTINGS, library

LIBRARY = library()
NOWHERE = replace(SETTINGS, site_url="")
DESCRIPTION = "{http://a9.com/-/spec/opensearch/1.1/}"


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG, each whole: https://www.w3.org/TR/png-3/#5Chunk-layout."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place = 8
    while place < len(png):
        (size,) = struct.unpack_from(">I", png, place)
        kind, content = png[place + 4 : place + 8], png[place + 8 : place + 8 + size]
        assert struct.unpack_from(">I", png, place + 8 + size) == (zlib.crc32(kind + content),)
        yield kind, content
        place += 12 + size


def test_pictures_are_small_and_of_the_size_that_networks_ask_for() -> None:
    """One of the site and one of each topic with papers; 1200 by 630, at most 25 KB."""
    files = {file.path: file.content for file in cards.files(LIBRARY, SETTINGS)}
    topics = ("breads", "gardens", "kitchens", "roses", "soups")
    assert sorted(files) == ["cards/site.png", *(f"cards/topics/{slug}.png" for slug in topics)]
    for path, png in files.items():
        parts = dict(chunks(png))
        assert list(parts) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"], path
        assert struct.unpack(">II", parts[b"IHDR"][:8]) == (1200, 630)
        assert len(zlib.decompress(parts[b"IDAT"])) == 630 * (1200 + 1)
        assert len(png) <= 25_000, path


def test_a_picture_has_a_book_for_each_paper() -> None:
    """One more paper, one more book; the same papers, the same picture."""
    assert cards.picture("soups", "ab") == cards.picture("soups", "ab")
    assert len({cards.picture("soups", "abc"[:papers]) for papers in range(4)}) == 4
    assert cards.picture("soups", "ab") != cards.picture("roses", "ab")
    cards.picture("soups", map(str, range(5_000)))  # more than there is room for


@pytest.mark.parametrize("name", [*HOSTILE, "A & B ]]> \x0b\ufffe", ""])
def test_the_search_is_described(name: str) -> None:
    """Names as they are, at most as long as the format allows, and an absolute address with a place for words."""
    settings = replace(SETTINGS, site_name=name or "A", site_description=name * 30)
    root = ElementTree.fromstring(next(opensearch.files(LIBRARY, settings)).content)
    texts = {child.tag.removeprefix(DESCRIPTION): child.text or "" for child in root}
    wanted = settings.site_name[:16].strip().replace("\x0b", " ").replace("\ufffe", " ")
    assert texts["ShortName"].split() == wanted.split()
    assert len(texts["Description"]) <= 1024
    (url,) = root.iter(f"{DESCRIPTION}Url")
    assert url.attrib == {
        "type": "text/html",
        "template": "https://shelf.example/search.html?q={searchTerms}",
    }


def test_robots_may_read_everything() -> None:
    """And are told where the sitemap is."""
    (file,) = robots.files(LIBRARY, SETTINGS)
    assert file.content == b"User-agent: *\nAllow: /\n\nSitemap: https://shelf.example/sitemap.xml\n"


@pytest.mark.parametrize("export", [cards.files, opensearch.files, robots.files])
def test_without_an_address_nothing_is_written_that_needs_one(export: object) -> None:
    """Where a site does not know where it lives."""
    assert list(export(LIBRARY, NOWHERE)) == []  # type: ignore[operator]
