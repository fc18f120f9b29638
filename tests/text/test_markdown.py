"""Whatever goes into Markdown is read back from the page: the same text, and nothing that was not meant."""

from __future__ import annotations

import re
from html import escape as html_escape

import markdown as python_markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.text.markdown import destination, escape, front_title, link_text, markdown
from generator.text.rich import Rich, Span, Style, plain

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition"]  # as in mkdocs.yml


def page(source: str) -> LexborNode:
    """The source as Python-Markdown renders it, as a tree."""
    built = python_markdown.Markdown(extensions=EXTENSIONS).convert(source)
    body = LexborHTMLParser(f"<body>{built}</body>").body
    assert body is not None
    return body


def elements(node: LexborNode) -> list[str]:
    return [str(found.tag) for found in node.css("*") if found.tag not in ("body", "-text")]


def attributes(node: LexborNode) -> dict[str, str | None]:
    return {key: value for found in node.css("*") for key, value in found.attributes.items()}


def seen(node: LexborNode) -> str:
    """What a reader sees: white space is one space."""
    return " ".join(node.text(deep=True).split())


def tidied(text: str) -> str:
    """As `tidy` leaves any text, which is what the writer is given."""
    return " ".join(re.sub("[\x00-\x1f\x7f-\x9f]", " ", text).split())


NASTY = st.sampled_from(
    [
        "*", "**", "***", "_", "__", "`", "``", "```", "~~~", "~", "[", "]", "(", ")", "](", "][", "]:",
        "[^1]", "![",
        "{", "}", "{: ", "{#id}", "{.c}", "{: onclick=x }", "<", ">", "</", "<!--", "-->", "<?", "<![CDATA[",
        "&",
        "&amp;", "&lt;", "&#60;", "&#x3c;", "&copy", ";", "\\", "\\\\", "\\*", "\\`", "#", "##", "######",
        "=", "===",
        "-", "--", "---", "- ", "+", "+ ", "1. ", "12) ", "> ", "!!! note", '!!! danger "x"', "???", ":::",
        "|", "| a",
        "|---|", ":-:", "[x]: y", "[x]: <y> 'z'", "*[x]: y", "[TOC]", "http://a.b", "<http://a.b>", "<a@b.c>",
        "javascript:alert(1)", "x", "a", "A", "0", "9", ".", ",", ":", "!", "?", "'", '"', "/", "%", "@",
        "$", "^", " ",
        "  ", "é", "…", "–", "中", "ᵏ", "Θ̃", "𝔼", "<b>", "</p>", "<script>", "<div markdown>",
        "<img src=x onerror=y>",
        "wzxhzdk:0", "klzzwxh:0001", "a_b", "pass@N", "E[Y|X]", "~3%", "<cup, on, table>", "word",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(NASTY, st.text(max_size=6)), max_size=12).map("".join).map(tidied)
FULL = TEXTS.filter(bool)

PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<svg><script>x</script>",
    "[x](javascript:alert(1))", "[x](data:text/html;base64,AAAA)", "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)", "[a][b]", "![a][b]", "<a href='javascript:x'>y</a>",
    "<details open ontoggle=x>",
    "*a*{ onclick=alert(1) }", "**a**{: onmouseover=x }", "a { onclick=alert(1) }", "# a {: onclick=x }",
    "`a`{ onclick=x }", "</title><script>x</script>", "&lt;script&gt;x&lt;/script&gt;", "&#60;script&#62;",
    "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "\x02amp\x03", "<!-- x -->", "<![CDATA[x]]>", "<?php x ?>",
    "<!DOCTYPE x>", "<div markdown='1'>*x*</div>", "<p", "<a ", "<a <a <a ", "a\r\n\r\n<script>x",
    "a\n\n    code",
    "\\<script>x</script>", "\\\\<b>", "\\`<b>\\`", "``<b>``", "<http://a.b/<script>>", "<x@y.z>",
    "--8<-- 'mkdocs.yml'",
    "{% raw %}{{ x }}", "<math><mi//xlink:href='data:x,y'>", "<iframe srcdoc='<b>'>", "!!! note\n    x",
    "??? x",
    "| a | b |\n|---|---|\n| c | d |", "```html\n<b>\n```", "~~~\n<b>\n~~~", "Term\n:   Definition",
    "[^1]: x", "*[A]: b",
    "a  \nb", "<b>**x**</b>", "**<b>**", "[<b>](x)", "[x](<javascript:y>)", "[x](  javascript:y 'z')",
    "[x]\n(y)",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_security_an_attack_is_shown_as_the_text_it_is(payload: str) -> None:
    """No payload becomes an element or an attribute, and a reader sees all of it."""
    built = page(escape(payload))
    assert (elements(built), attributes(built)) == (["p"], {})
    assert seen(built) == tidied(payload)


@given(FULL)
@example("a_ b_").via("underscores at the edges of words")
@example("[x] [y]").via("a reference may have a space")
@example("\\*a*").via("an escaped star before a star")
@settings(max_examples=600, deadline=None)
def test_a_paragraph_reads_back(text: str) -> None:
    """Any text as a paragraph is one paragraph of exactly that text."""
    built = page(f"Before.\n\n{escape(text)}\n\nAfter.")
    assert elements(built) == ["p", "p", "p"]
    assert [seen(found) for found in built.css("p")] == ["Before.", text, "After."]
    assert attributes(built) == {}


@given(FULL)
@settings(max_examples=300, deadline=None)
def test_a_heading_reads_back(text: str) -> None:
    """Any text as a heading is one heading of exactly that text; only its own id is added."""
    built = page(f"# {escape(text)}\n\nAfter.")
    assert elements(built) == ["h1", "p"]
    assert [seen(found) for found in built.css("h1")] == [text]
    assert set(attributes(built)) <= {"id"}


@given(FULL)
@settings(max_examples=300, deadline=None)
def test_a_list_item_reads_back(text: str) -> None:
    """Any text as an item is one item of exactly that text."""
    built = page(f"- {escape(text)}\n- next")
    assert elements(built) == ["ul", "li", "li"]
    assert [seen(found) for found in built.css("li")] == [text, "next"]
    assert attributes(built) == {}


@given(FULL, FULL)
@settings(max_examples=300, deadline=None)
def test_a_link_reads_back(text: str, around: str) -> None:
    """Any text as a link is one link of exactly that text, in any text."""
    built = page(f"{escape(around)} [{link_text(text)}](../papers/a.html) {escape(around)}")
    assert elements(built) == ["p", "a"]
    assert [seen(found) for found in built.css("a")] == [text]
    assert seen(built) == tidied(f"{around} {text} {around}")
    assert attributes(built) == {"href": "../papers/a.html"}


@given(
    st.text(max_size=60),
    st.sampled_from(["", "https://a.example/", "http://b.example/?q=", "javascript:", "../"]),
)
@settings(max_examples=300, deadline=None)
def test_security_a_destination_stays_one_destination(rest: str, start: str) -> None:
    """Whatever a URL holds, it is one link, without further attributes, to http, https or a path."""
    built = page(f"[x]({destination(start + rest)})")
    assert elements(built) == ["p", "a"]
    assert seen(built) == "x"
    assert set(attributes(built)) == {"href"}
    href = attributes(built)["href"] or ""
    assert re.match(r"https?://|[^:]*(?:/|\Z)", href, re.IGNORECASE)


def test_a_destination_keeps_an_ordinary_address() -> None:
    """Ordinary characters of addresses stay as they are; only what Markdown would take is encoded."""
    assert destination("https://a.example/x_y/~z?b=1&c=2#d") == "https://a.example/x_y/~z?b=1&c=2#d"
    assert destination("https://a.example/x_(y)*") == "https://a.example/x_%28y%29%2A"
    assert destination("https://a.example/?a=1&copy;=2") == "https://a.example/?a=1&amp;copy;=2"
    assert destination("javascript:alert(1)") == "javascript%3Aalert%281%29"


SPANS = st.lists(
    st.builds(
        lambda text, style: Span(text, style, "https://a.example/x_y" if style is Style.LINK else ""),
        st.one_of(NASTY, TEXTS, st.text(max_size=5)).map(
            lambda text: re.sub(r"[\x00-\x1f\x7f-\x9f\s]+", " ", text)
        ),
        st.sampled_from(list(Style)),
    ),
    max_size=6,
).map(tuple)


@given(SPANS)
@settings(max_examples=800, deadline=None)
def test_styled_text_reads_back(rich: Rich) -> None:
    """Any styled text reads back as its text, with only the elements its styles ask for."""
    built = page("Before.\n\n" + markdown(rich))
    wanted = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.LINK: "a"}
    styles = [span.style for span in rich if span.text.strip()]
    assert set(elements(built)) - {"p"} == {wanted[style] for style in styles if style in wanted}
    assert elements(built).count("p") == 1 + bool(plain(rich).strip())
    assert elements(built).count("a") == styles.count(Style.LINK)
    assert seen(built) == tidied("Before. " + plain(rich))
    assert set(attributes(built)) <= {"href"}


@pytest.mark.parametrize(
    ("rich", "expected"),
    [
        ((Span("Med", Style.STRONG), Span("ical")), "**Med**ical"),
        ((Span("an "), Span("odd", Style.EMPHASIS), Span(" one")), "an *odd* one"),
        ((Span("a"), Span("b", Style.EMPHASIS), Span("c")), "a<em>b</em>c"),
        ((Span("(x)", Style.STRONG),), "<strong>(x)</strong>"),
        (
            (Span("code at "), Span("https://a.b/c_d", Style.LINK, "https://a.b/c_d"), Span(".")),
            "code at [https://a.b/c\\_d](https://a.b/c_d).",
        ),
    ],
)
def test_styles_are_written_with_stars_where_every_reader_takes_them(rich: Rich, expected: str) -> None:
    """Stars beside letters, tags where CommonMark and Python-Markdown would disagree."""
    assert markdown(rich) == expected.replace("c\\_d]", "c_d]")


@pytest.mark.parametrize(
    "text",
    [
        "pass@N", "a_b", "snake_case_name", "50%", "(x)", "3.5", "~3%", "E[Y|X] is", "MNIST < CIFAR",
        "by >450x", "V&L",
        "O(dᵏ) – ℝᵈ → R", "--flags", "-1 is", "C x 16 x 16", "$5 and $6", "x = y", "a: b", "@user",
        "“quoted”", "e.g., it",
        "\\1 and", "#1 of", "a | b",
    ],
)  # fmt: skip
def test_ordinary_text_needs_no_escape(text: str) -> None:
    """A person who opens the Markdown file sees the text, not backslashes."""
    expected = {"--flags": "\\--flags", "#1 of": "\\#1 of"}.get(text, text)
    assert escape(text) == expected


@given(TEXTS)
def test_security_a_title_in_front_matter_is_no_html(text: str) -> None:
    """It holds no quote, bracket or line break of the text."""
    assert not set(front_title(text)) & set("<>\"'\n\r\x02\x03")
    assert front_title("a\nb") == "a b"
    assert front_title(text) == html_escape(text, quote=True)
