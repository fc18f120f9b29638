"""The search engine: an index cut into shards, and the script that reads it in a browser. See FORMAT.md."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.model import File, Library
from generator.search.acronyms import acronyms
from generator.search.cards import card
from generator.search.collect import Postings
from generator.search.columns import columns, sizes
from generator.search.lengths import lengths
from generator.search.lexicon import lexicon
from generator.search.order import ordered
from generator.search.shards import Shards
from generator.search.spelling import told
from generator.search.syntax import ROWS
from generator.search.terms import Limits, terms
from generator.text.rich import plain
from generator.text.words import STOP_WORDS

VERSION = 3
FOLDER = "find/"
_BROWSER = Path(__file__).parent / "browser"


def files(library: Library, limits: Limits = Limits()) -> Iterator[File]:  # noqa: B008 - it is frozen
    """The script and the index of a library, as files below docs/find/."""
    papers = ordered(library.papers.values())
    postings = Postings()
    for number, paper in enumerate(papers):
        postings.add(number, paper.title_text, plain(paper.text), paper.authors)
    texts = [(paper.title_text, plain(paper.text)) for paper in papers]
    filed = terms(postings, acronyms(texts, postings), limits.usual)
    words, backwards = lexicon(postings)
    bodies: dict[str, str] = {}  # by path of the file
    for prefix, contents in (
        ("t", filed.shards.contents),
        ("w", words.contents),
        ("v", backwards.contents),
        ("p", filed.places),
        ("l", filed.light),
    ):
        bodies |= {f"{prefix}/{number}": content for number, content in enumerate(contents)}
    facets = columns(papers, library)
    held = sizes(papers, library)
    quantized = lengths(postings.lengths)
    bodies["lengths"] = quantized.units
    cards = [card(paper, library) for paper in papers]
    head: dict[str, Any] = {
        "papers": len(papers),
        "mean": quantized.mean,
        "lengths": quantized.lengths,
        **asdict(limits),
        "small": " ".join(sorted(STOP_WORDS)),
        "terms": _firsts(filed.shards),
        "words": _firsts(words),
        "backwards": _firsts(backwards),
        "topics": [
            [topic.slug, topic.name, topic.parent, held[topic.slug], told(f"{topic.name} {topic.definition}")]
            for topic in library.topics.values()
        ],
        "syntax": [{"example": example, "means": means} for example, means in ROWS],
        "listings": [[listing.name, listing.title] for listing in library.listings],
    }
    build = _build(head, bodies, facets, cards)
    yield File(f"{FOLDER}engine.js", script())
    yield File(f"{FOLDER}head.js", _call("head", _json({"version": VERSION, "build": build, **head})))
    for name, content in bodies.items():
        yield File(f"{FOLDER}{name}.js", _wide(f'_ps("{name} {build}","{content}")'))
    for name, column in facets.items():
        text = f'_ps("c/{name} {build}",{_json(column)})'
        yield File(f"{FOLDER}c/{name}.js", min(_wide(text), text.encode(), key=len))
    for number, content in enumerate(cards):
        name = f"d/{number >> 8}/{number & 255}"
        yield File(f"{FOLDER}{name}.js", _wide(f'_ps("{name} {build}",{content})'))


def script() -> bytes:
    """The browser part as sites get it: minified, see tests/search/tools/minify.mjs."""
    return (_BROWSER.parent / "engine.min.js").read_bytes()


def source() -> bytes:
    """The browser part in readable form: its parts in order, in one function."""
    parts = [part.read_text(encoding="utf-8") for part in sorted(_BROWSER.glob("*.js"))]
    return "".join(['(function () {\n"use strict";\n', *parts, "})();\n"]).encode()


def _firsts(shards: Shards) -> str:
    return " ".join(shards.firsts)


def _wide(text: str) -> bytes:
    return ("\ufeff" + text).encode("utf-16-le")


def _call(name: str, text: str) -> bytes:
    return f"papershelf.{name}({text})\n".encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _build(head: dict[str, Any], bodies: dict[str, str], facets: dict[str, Any], cards: list[str]) -> str:
    digest = hashlib.sha256(f"{VERSION} {_json(head)} {_json(facets)}".encode())
    for content in (*bodies.values(), *cards):
        digest.update(content.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:8]
