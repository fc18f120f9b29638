"""What is shown of a paper that was found: a file each, read for the hits on the screen only.

Deflated (RFC 1951), since it is mostly text. The cards of an answer are joined and inflated together, since each
DecompressionStream takes a browser 2 ms: so each card is whole blocks that end at a byte (RFC 1951, 3.2.4: an empty
stored block ends them), and none is the last.
"""

from __future__ import annotations

import json
import zlib

from generator.model import Library, Paper
from generator.search.bits import bytes_in_units
from generator.search.columns import has, listings_of, topics_of
from generator.text.rich import plain

SHOWN = 3  # authors


def card(paper: Paper, library: Library) -> str:
    """A JSON list (see what follows) and a comma, deflated, as [number of bytes, bits]."""
    shown = json.dumps(
        [
            paper.key,
            paper.title_text,
            paper.year or 0,
            paper.venue,
            paper.authors[:SHOWN],
            len(paper.authors),
            topics_of(paper, library),
            listings_of(paper),
            has(paper, library),
            [(link.kind.value, link.url) for link in paper.links],
            plain(paper.text),
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)  # raw: no header, no checksum
    content = deflate.compress(f"{shown},".encode()) + deflate.flush(zlib.Z_SYNC_FLUSH)
    return f'[{len(content)},"{bytes_in_units(content)}"]'
