"""cards/: a picture of the library and of each topic, which messengers and social networks show beside a link.

Shelves with a book for each paper, as many as there is room for, in a hue of the topic. No words: the title stands
beside the picture wherever it is shown, and a line of text would need a type face and what draws it.
"""

from __future__ import annotations

import colorsys
import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence

from generator.config import Settings
from generator.model import File, Library
from generator.render.orders import orders_of

WIDTH, HEIGHT = 1200, 630  # https://ogp.me; the size that networks ask for
_SHELVES = (200, 395, 590)  # where the boards lie
_BOARD = 10
_MARGIN = 70
_TALL = 150  # the tallest book
_PAPER, _WOOD, _BAND = 0, 1, 2  # places in the palette; from 3 on the covers of books
_COVERS = 6


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The pictures, where the site knows its address: a page may only name one by its absolute address."""
    if not settings.site_url:
        return
    yield File("cards/site.png", picture("", tuple(library.papers)))
    for slug, keys in orders_of(library).topics.items():
        if keys:
            yield File(f"cards/topics/{slug}.png", picture(library.topics[slug].parent or slug, keys))


def picture(name: str, keys: Iterable[str]) -> bytes:
    """A PNG of shelves with a book for each key, in a hue that comes from `name`, or in our red without one."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    for board in _SHELVES:
        _fill(rows, _MARGIN, board, WIDTH - 2 * _MARGIN, _BOARD, _WOOD)
    shelf, left = 0, _MARGIN + 20
    for key in keys:
        broad, tall, cover, banded = _book(key)
        if left + broad > WIDTH - _MARGIN - 20:
            shelf, left = shelf + 1, _MARGIN + 20
            if shelf == len(_SHELVES):
                break
        top = _SHELVES[shelf] - tall
        _fill(rows, left, top, broad, tall, cover)
        if banded:
            _fill(rows, left, top + 18, broad, 5, _BAND)
            _fill(rows, left, top + 28, broad, 2, _BAND)
        left += broad + 2
    return png(rows, _palette(name))


def png(rows: Sequence[bytes | bytearray], palette: Sequence[tuple[int, int, int]]) -> bytes:
    """A picture of one byte a pixel, a place in the palette: https://www.w3.org/TR/png-3/."""
    width = len(rows[0])
    # A row like the one above is written as "no difference", which packs to almost nothing.
    same = b"\x02" + bytes(width)
    pairs = zip(rows, [None, *rows], strict=False)
    data = b"".join(same if row == above else b"\x00" + row for row, above in pairs)
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 3, 0, 0, 0)
    colours = b"".join(bytes(colour) for colour in palette)
    chunks = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", zlib.compress(data, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _fill(rows: list[bytearray], left: int, top: int, broad: int, tall: int, colour: int) -> None:
    stroke = bytes([colour]) * broad
    for row in rows[top : top + tall]:
        row[left : left + broad] = stroke


def _book(key: str) -> tuple[int, int, int, bool]:
    """How a paper's book looks: breadth, height, cover, and whether it has bands; always the same."""
    broad, tall, cover, band = hashlib.sha256(key.encode()).digest()[:4]
    return 16 + broad % 15, _TALL - tall % 46, 3 + cover % _COVERS, band % 3 == 0


def _palette(name: str) -> list[tuple[int, int, int]]:
    hue = hashlib.sha256(name.encode()).digest()[0] / 256 if name else 10 / 360
    covers = (_colour(hue + turn, light, 0.42) for turn, light in _SHADES)
    return [(250, 247, 242), (90, 72, 58), (240, 226, 200), *covers]


_SHADES = ((0, 0.33), (0.02, 0.42), (-0.02, 0.26), (0, 0.52), (0.04, 0.36), (-0.04, 0.46))


def _colour(hue: float, light: float, strength: float) -> tuple[int, int, int]:
    red, green, blue = colorsys.hls_to_rgb(hue % 1, light, strength)
    return round(red * 255), round(green * 255), round(blue * 255)
