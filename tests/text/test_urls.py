"""Links of an abstract: found, clean, safe, and of the right kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.clean import clean_abstract
from generator.text.kinds import kind_of
from generator.text.links import Link, LinkKind
from generator.text.rich import Markup, Span, Style, plain
from generator.text.urls import clean_url


@pytest.mark.parametrize(
    ("raw", "url", "text"),
    [
        ("Code: https://github.com/a/b.", "https://github.com/a/b", "Code: https://github.com/a/b."),
        ("Code: https://github.com/a/b.git.", "https://github.com/a/b", "Code: https://github.com/a/b."),
        ("Code at https://github.com/a/b .", "https://github.com/a/b", "Code at https://github.com/a/b."),
        ("(see https://github.com/a/b). So", "https://github.com/a/b", "(see https://github.com/a/b). So"),
        ("code at:https://github.com/a/b", "https://github.com/a/b", "code at: https://github.com/a/b"),
        ("at https://github.com/a/b.Our x", "https://github.com/a/b", "at https://github.com/a/b. Our x"),
        (r"at \url{https://github.com/a/b\_c}.", "https://github.com/a/b_c", "at https://github.com/a/b_c."),
        (r"at~\url{https://a.example/~x}", "https://a.example/~x", "at https://a.example/~x"),
        ("at url{https://a.example/x}.", "https://a.example/x", "at https://a.example/x."),
        (r"on \href{https://github.com/a/b}{GitHub}.", "https://github.com/a/b", "on GitHub."),
        ("(https://github.com/a/b{Our Code}) so", "https://github.com/a/b", "(Our Code) so"),
        ("on [our page](https://a.example/x).", "https://a.example/x", "on our page."),
        ("at github.com/a/b, so", "https://github.com/a/b", "at github.com/a/b, so"),
        ("at www.a.example.", "https://www.a.example", "at www.a.example."),
        ("at https://a.example/w_(x).", "https://a.example/w_(x)", "at https://a.example/w_(x)."),
        ("at <https://a.example/x>.", "https://a.example/x", "at <https://a.example/x>."),
        ("at HTTPS://A.example/X", "https://A.example/X", "at https://A.example/X"),
        (r"x\footnote{https://a.example/x} y", "https://a.example/x", "x (https://a.example/x) y"),
    ],
)
def test_a_link_is_freed_of_what_stuck_to_it(raw: str, url: str, text: str) -> None:
    """The sentence's punctuation stays in the sentence; `.git`, braces and TeX go."""
    cleaned = clean_abstract(raw, Markup.RESIDUE)
    assert [link.url for link in cleaned.links] == [url]
    assert plain(cleaned.text) == text


@pytest.mark.parametrize(
    "raw",
    [
        "javascript:alert(1)", "data:text/html,x", "http://[::1", "http://[::1]/x",
        "https://user@evil.example/",
        "https://good.example@evil.example/", "https://good.example:80@evil.example", "ftp://a.example/x",
        "http://",
        "https://localhost/x", "http://127.0.0.1/", "https://a.example:99999/", "https://a.example:x/",
        "//evil.example",
        "https://a..example/", "https://-a.example/", "https://a.example\\@b.example", "https:///x",
        "https://a_b.example/",
        "vbscript:x", "https://exa mple.com", "https://a.example/\u202ex", "https://\u0430pple.com/",
        "https://a",
        "file:///etc/passwd", "https://a.example/<script>", 'https://a.example/"x',
        "https://a.example/" + "x" * 2000,
    ],
)  # fmt: skip
def test_security_a_hostile_address_is_no_link(raw: str) -> None:
    """Only http and https with an ordinary host come through, alone or inside prose."""
    assert clean_url(raw) == ""
    for markup in Markup:
        hosts = [link.url for link in clean_abstract(f"see {raw} now", markup).links]
        assert not any("evil" in url.partition("?")[0] or "\u202e" in url or "@" in url for url in hosts)


@given(st.text(max_size=80), st.sampled_from([
    "", "https://", "http://a.example/", "https://a@", "www.", "javascript:",
]))  # fmt: skip
@settings(max_examples=400, deadline=None)
def test_security_a_clean_url_is_stable_ascii(rest: str, start: str) -> None:
    """A clean URL is printable ASCII without quotes or angle brackets, and is clean already."""
    url = clean_url(start + rest)
    if url:
        assert url.isascii() and url.isprintable() and not set(url) & set(' <>"`{}\\|^')
        assert url.startswith(("http://", "https://"))
        assert clean_url(url) == url


def test_ordinary_addresses_are_untouched() -> None:
    """Queries, fragments, ports and percent signs stay; only a repository's `.git` goes."""
    for url in ("https://a.example/x?y=1&z=%20#w", "http://a.example:8080/", "https://a.example/x.git"):
        assert clean_url(url) == url
    assert clean_url("https://github.com/a/b.git/") == "https://github.com/a/b"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Code is available at https://github.com/a/b.", LinkKind.CODE),
        ("The code and data are at https://github.com/a/b.", LinkKind.CODE),
        ("Code and video demo: https://github.com/a/b", LinkKind.CODE),
        ("The dataset is at https://github.com/a/b.", LinkKind.DATASET),
        (
            "We built the Foo-QA dataset. It is good. We release Foo-QA at https://github.com/a/b.",
            LinkKind.DATASET,
        ),
        (
            "We use 9 datasets to create Foo-QA. It is good. Foo-QA is available at https://github.com/a/b.",
            LinkKind.DATASET,
        ),
        ("We propose Foo. Foo is available at https://github.com/a/b.", LinkKind.CODE),
        ("https://huggingface.co/datasets/a/b", LinkKind.DATASET),
        ("https://huggingface.co/spaces/a/b", LinkKind.DEMO),
        ("https://huggingface.co/a/b", LinkKind.CODE),
        ("Code: https://anonymous.4open.science/r/x", LinkKind.CODE),
        ("We release data, models and code (https://a.github.io/b) so", LinkKind.PROJECT),
        ("Videos and code are at https://sites.google.com/view/x", LinkKind.PROJECT),
        ("Project page: https://foo.example/", LinkKind.PROJECT),
        ("Demo and code are available at https://foo.example/Foo/.", LinkKind.DEMO),
        ("A demo: https://foo.example/", LinkKind.DEMO),
        ("The video is at https://www.youtube.com/watch?v=x_Y.", LinkKind.VIDEO),
        ("https://arxiv.org/abs/1234.56789", LinkKind.PAPER),
        ("https://a.example/x.pdf", LinkKind.PAPER),
        ("Old code. Then https://foo.example/", LinkKind.OTHER),
    ],
)
def test_the_kind_is_told_by_the_host_and_the_words_before(text: str, kind: LinkKind) -> None:
    """The host decides where it can; else the words of the sentence before the link."""
    assert [link.kind for link in clean_abstract(text, Markup.RESIDUE).links] == [kind]


def test_the_host_alone_decides_without_a_text() -> None:
    """A link that came with a record has no words before it."""
    assert kind_of("https://github.com/a/b") is LinkKind.CODE
    assert kind_of("https://foo.example/") is LinkKind.OTHER


def test_a_lost_last_letter_comes_back() -> None:
    """A repository named like the method, but for its last letter, is the method's."""
    whole = "Twin-Foobar is new. Twin-Foobar works (code in https://github.com/a/Twin-Fooba.)"
    cleaned = clean_abstract(whole, Markup.RESIDUE)
    assert cleaned.links == (Link(LinkKind.CODE, "https://github.com/a/Twin-Foobar"),)
    assert cleaned.text[-2:] == (
        Span("https://github.com/a/Twin-Foobar", Style.LINK, "https://github.com/a/Twin-Foobar"),
        Span(".)"),
    )
    kept = "Easy-Tasks help; see https://github.com/a/Easy-Task"
    assert clean_abstract(kept, Markup.RESIDUE).links[0].url == "https://github.com/a/Easy-Task"


def test_a_link_named_twice_is_one_link() -> None:
    """Links are told once, in the order in which they first stand."""
    text = "Code at https://github.com/a/b, page https://a.github.io/, again https://github.com/a/b.git"
    assert clean_abstract(text, Markup.RESIDUE).links == (
        Link(LinkKind.CODE, "https://github.com/a/b"),
        Link(LinkKind.PROJECT, "https://a.github.io/"),
    )
