"""Whatever goes wrong between the library and the reader's eyes is found and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.config import load
from generator.problems import CannotGoOn
from generator.progress import Silent
from tests.run.sites import built, library


def found(root: Path) -> list[tuple[str, str, str]]:
    settings = built(root) if not (root / "mkdocs.yml").exists() else None
    return [
        (problem.code, str(problem.place), problem.message)
        for problem in check(settings or load(root), library(), Silent())
    ]


def test_a_faultless_site_has_no_problems(tmp_path: Path) -> None:
    """A heading's own anchor, comments in CSS, canonical addresses and collapsed white space are no faults."""
    assert found(tmp_path) == []


FIRST = "site/papers/first.html"
DATA = "site/data/papers.jsonl"


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            FIRST,
            "&amp; B<a",
            "&amp;amp; B<a",
            ("check-text", FIRST, "The title reads “First: <A> &amp; B” instead of “First: <A> & B” (character 13)."),
        ),
        (
            FIRST,
            "&lt;tag&gt;",
            "<tag>",
            ("check-text", FIRST, "The abstract reads “A text with a & more.” instead of"
             " “A text with a <tag> & more.” (character 15)."),
        ),
        (
            FIRST,
            "ps-abstract",
            "other",
            ("check-text", FIRST, "The abstract reads “” instead of “A text with a <tag> & mor” (character 1)."),
        ),
        (FIRST, "../index.html#here", "../gone.html", ("check-dead-link", FIRST, "“../gone.html” leads to no file.")),
        (
            FIRST,
            "../index.html#here",
            "../index.html#gone",
            ("check-dead-link", FIRST, "“../index.html#gone” leads to no such place on index.html."),
        ),
        (FIRST, "../index.html#here", "#gone", ("check-dead-link", FIRST, "“#gone” names no place on this page.")),
        (
            FIRST,
            "../index.html#here",
            "/index.html",
            ("check-dead-link", FIRST, "“/index.html” counts from the root of the host,"
             " so it works neither from disk nor below a folder."),
        ),
        (
            FIRST,
            "../index.html#here",
            "javascript:alert(1)",
            ("check-dead-link", FIRST, "“javascript:alert(1)” is of a kind that is not wanted (javascript:)."),
        ),
        (FIRST, "../index.html#here", "../", ("check-dead-link", FIRST, "“../” leads to no file.")),
        (FIRST, "../index.html#here", "http://[::1", ("check-dead-link", FIRST, "“http://[::1” is no address.")),
        (
            FIRST,
            "../a.css",
            "https://example.org/a.css",
            ("check-other-host", FIRST, "“https://example.org/a.css” asks another host."),
        ),
        (
            FIRST,
            "<article>",
            '<article><img srcset="../b.png 1x, //example.org/c.png 2x">',
            ("check-other-host", FIRST, "“//example.org/c.png” asks another host."),
        ),
        (
            FIRST,
            "<article>",
            '<article style="background:url(https://example.org/d.png)">',
            ("check-other-host", FIRST, "“https://example.org/d.png” asks another host."),
        ),
        ("site/a.css", "b.png", "c.png", ("check-dead-link", "site/a.css", "“c.png” leads to no file.")),
        (
            "site/a.css",
            "b {",
            '@import "https://example.org/e.css"; b {',
            ("check-other-host", "site/a.css", "“https://example.org/e.css” asks another host."),
        ),
        (DATA, '{"key": "first"}\n', "", ("check-catalogue", DATA,
         "The catalogue has 1 papers, the library 2, or the keys differ.")),
        ("site/index.html", 'papers="2"', 'papers="3"', ("check-count", "site/index.html",
         "The home page tells of 3 papers; there are 2.")),
        (
            "docs/papers/first.md",
            "'First: &lt;A&gt; &amp; B'",
            "First: A: [",
            ("check-front-matter", "docs/papers/first.md",
             "The front matter cannot be read: mapping values are not allowed in this context."),
        ),
        (
            "docs/papers/first.md",
            "topics: [merging]",
            "topics: []",
            ("check-front-matter", "docs/papers/first.md", "The front matter is wrong in, or lacks: topics."),
        ),
        (
            "docs/papers/first.md",
            "---\ntitle",
            "----\ntitle",
            ("check-front-matter", "docs/papers/first.md", "The front matter is wrong in, or lacks: everything."),
        ),
    ],
)  # fmt: skip
def test_each_fault_is_named(
    tmp_path: Path, file: str, old: str, new: str, expected: tuple[str, str, str]
) -> None:
    """One change of a faultless site, one problem."""
    built(tmp_path)
    text = (tmp_path / file).read_text()
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1))
    assert found(tmp_path) == [expected]


def test_a_paper_without_a_page_and_a_page_without_a_paper_are_named(tmp_path: Path) -> None:
    """Pages are exactly the papers."""
    built(tmp_path)
    (tmp_path / "site/papers/second.html").rename(tmp_path / "site/papers/third.html")
    assert [(code, place) for code, place, _ in found(tmp_path)] == [
        ("check-no-page", "site/papers/second.html"),
        ("check-stray-page", "docs/papers/third.md"),
    ]


def test_the_404_page_counts_from_the_root(tmp_path: Path) -> None:
    """It is shown at any depth, so its addresses start where the site is published."""
    built(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nsite_url: https://example.org/papers/\n")
    (tmp_path / "site/404.html").write_text(
        '<a href="/papers/index.html">a</a><a href="/papers/">b</a><a href="/c">c</a>'
    )
    assert [place for _, place, _ in found(tmp_path)] == ["site/404.html"]


def test_without_a_site_there_is_nothing_to_check(tmp_path: Path) -> None:
    """It says how to build one."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n")
    with pytest.raises(CannotGoOn, match="no built site"):
        found(tmp_path)
