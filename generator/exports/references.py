"""data/references/: what the browser makes citations of, in scripts of 64 papers, so that a page on disk reads
only those it needs (a page from disk may load scripts, but may not read files).

`index.js` calls `papershelf.references(-1, [first key of each script])`, and `N.js` calls
`papershelf.references(N, [[key, item], ...])`, sorted by key. An item is that of CSL-JSON with what other formats
need besides: `keyword` is a list, `published` the date as it is known, and `others` is there when the list of
authors is incomplete.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.citations import Reference, csl_json, references_of
from generator.config import Settings
from generator.model import File, Library

SIZE = 64  # papers in a script: about 40 KB, which is one wait at most for a page of search results
INDEX = -1


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The index and the scripts."""
    items = [[key, _item(reference)] for key, reference in sorted(references_of(library).items())]
    parts = [items[start : start + SIZE] for start in range(0, len(items), SIZE)]
    yield File("data/references/index.js", _call(INDEX, [part[0][0] for part in parts]))
    for number, part in enumerate(parts):
        yield File(f"data/references/{number}.js", _call(number, part))


def _item(reference: Reference) -> dict[str, Any]:
    item = csl_json.item(reference)
    if reference.keywords:
        item["keyword"] = list(reference.keywords)
    if reference.published:
        item["published"] = reference.published
    if reference.authors_incomplete:
        item["others"] = True
    return item


def _call(number: int, value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in (
        "<\u2028\u2029"
    ):  # harmless too where somebody puts the script into a page, or an old browser reads it
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"papershelf.references({number},{text})\n".encode()
