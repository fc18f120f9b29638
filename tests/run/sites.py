"""Small sites for tests; all papers are invented."""

from __future__ import annotations

import json
from pathlib import Path

from generator.config import Settings, load
from generator.model import Library, Link, LinkKind, Listing, Match, Paper, Seen, Topic
from generator.problems import Place
from generator.text.rich import Span, rich


def library() -> Library:
    """Two papers, one topic."""
    papers = {
        key: Paper(
            key=key,
            title=rich(title),
            abstract=(
                Span("A text with a"),
                Span(
                    " <tag>",
                ),
                Span(" & more."),
            ),
            authors=("Ada Example",),
            year=2020,
            links=(Link(LinkKind.CODE, "https://example.org/a"),),
            seen=(Seen("one", number, Place("library/listings/one.txt", number), title),),
        )
        for number, (key, title) in enumerate(
            (("first", "First: <A> & B"), ("second", "The Second")), start=1
        )
    }
    return Library(
        papers=papers,
        listings=(Listing("one", "One", "Jan 1", "library/listings/one.txt", "pasted"),),
        topics={"merging": Topic("merging", "Merging", "Papers that merge.")},
        matches={"first": (Match("merging", "“merging” in the title", 2.0),)},
    )


PAGE = """<!doctype html><html><head><link rel="stylesheet" href="../a.css"><link rel="canonical"
href="https://example.org/x"></head><body><article>
<h1 id="top-{key}">{title}<a class="headerlink" href="#top-{key}">¶</a></h1>
<div class="ps-abstract"><p>A text with a &lt;tag&gt;
&amp; more.</p></div><a href="../index.html#here">home</a> <a href="https://example.org/a">code</a>
</article></body></html>"""

FRONT = """---
title: {title}
key: {key}
authors: [Ada Example]
year: 2020
tags: {tags}
topics: {topics}
listings: [one]
links: [{{kind: code, url: 'https://example.org/a'}}]
---
Text.
"""


def built(root: Path) -> Settings:
    """The site as it would be built of `library()`, without a fault."""
    first, second = "'First: &lt;A&gt; &amp; B'", "The Second"
    files = {
        "mkdocs.yml": "site_name: A\n",
        "site/index.html": '<h1 id="here">A</h1><p data-ps-papers="2">2</p><a href="papers/first.html">1</a>',
        "site/a.css": "/* url(https://example.org/x.png) */ b { background: url('b.png') }",
        "site/b.png": "",
        "site/papers/first.html": PAGE.format(key="first", title="First: &lt;A&gt; &amp; B"),
        "site/papers/second.html": PAGE.format(key="second", title="The  Second"),
        "site/data/papers.jsonl": "".join(json.dumps({"key": key}) + "\n" for key in ("first", "second")),
        "docs/papers/first.md": FRONT.format(title=first, key="first", tags="[Merging]", topics="[merging]"),
        "docs/papers/second.md": FRONT.format(title=second, key="second", tags="[]", topics="[]"),
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return load(root)
