"""Markdown lists, labelled blocks and plain lists of ids: what is an entry, what is its title, and what is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Ids, Link, LinkKind, Markup, Reading, Record
from generator.problems import Place
from generator.sources.formats import id_list, labelled, markdown_list
from generator.sources.given import Given


def of_list(text: str) -> Reading:
    return markdown_list.read(Given(text, "a", "a.md"))


def of_ids(text: str) -> Reading:
    return id_list.read(Given(text, "a", "a.txt"))


def counts(reading: Reading) -> int:
    return len(reading.records) + sum(problem.entries for problem in reading.problems)


ARXIV = "https://arxiv.org/abs/3101.00001"


@pytest.mark.parametrize(
    ("item", "title", "venue", "year"),
    [
        (f"- [Moss Clocks]({ARXIV})", "Moss Clocks", "", None),
        (
            f"- **[Moss Clocks]({ARXIV})** Ada Fern. *MOSS 2031* [[code]](https://github.com/a/b)",
            "Moss Clocks",
            "MOSS 2031",
            2031,
        ),
        (
            f"* **Moss Clocks** (MOSS 2031) [[pdf]]({ARXIV}) [code](https://github.com/a/b)",
            "Moss Clocks",
            "MOSS 2031",
            2031,
        ),
        (
            f"+ Moss Clocks of the Forest, Fern et al., 2031 [pdf]({ARXIV})",
            "Moss Clocks of the Forest",
            "",
            None,
        ),
        (
            f"1. “Moss Clocks of the Forest”, Ada Fern [[paper]({ARXIV})]",
            "Moss Clocks of the Forest",
            "",
            None,
        ),
        (f"- [2031/01] [Moss Clocks]({ARXIV})", "Moss Clocks", "", 2031),
        (f"- (2031) [Moss Clocks]({ARXIV})", "Moss Clocks", "", 2031),
        (
            f"- ![badge](https://img.example/x.svg) [Moss `Clocks` & *Time*]({ARXIV})",
            "Moss Clocks & Time",
            "",
            None,
        ),
        (f'- [Moss \\[Clocks\\] \\*]({ARXIV} "a tooltip")', "Moss [Clocks] *", "", None),
        (f"| Moss Clocks | MOSS 2031 | [pdf]({ARXIV}) |", "Moss Clocks · MOSS 2031", "", None),
        (f"| [Moss Clocks]({ARXIV}) | (MOSS 2031) |", "Moss Clocks", "MOSS 2031", 2031),
        (f'- <a href="{ARXIV}">Moss Clocks</a>', "Moss Clocks", "", None),
        (f"- [ ] [Moss Clocks]({ARXIV})", "Moss Clocks", "", None),
        (f"- Moss Clocks of the Forest: {ARXIV}", "Moss Clocks of the Forest", "", None),
        (f"- [paper]({ARXIV})", "3101.00001", "", None),
    ],
)
def test_items_of_lists_as_people_write_them(item: str, title: str, venue: str, year: int | None) -> None:
    """The identity is the link's; the title is what is meant as one."""
    reading = of_list(f"# Papers\n\n## Moss\n{item}\n")
    [record] = reading.records
    assert record.ids.arxiv == "3101.00001"
    assert (record.title.removeprefix("arXiv:"), record.venue, record.year) == (title, venue, year)
    assert record.untitled == (title == "3101.00001")
    assert (reading.problems, record.place.line) == ((), 4)


def test_what_is_indented_belongs_to_the_item() -> None:
    """Labels on lines of their own add links; a title of its own is an entry of its own."""
    text = (
        f"- **Moss Clocks of the Forest**\n  - Authors: Ada Fern\n  - [[paper]]({ARXIV}) [[code]](https://github.com/a/b)\n"
        "- Moss\n    - [Bread Index Structures](https://arxiv.org/abs/3101.00002)\n"
        "    - [Soup](https://openreview.net/forum?id=aBc_D-12)\n"
    )
    reading = of_list(text)
    assert [(record.title, record.place.line) for record in reading.records] == [
        ("Moss Clocks of the Forest", 1),
        ("Bread Index Structures", 5),
        ("Soup", 6),
    ]
    assert reading.records[0].links == (Link(LinkKind.CODE, "https://github.com/a/b"),)


@pytest.mark.parametrize(
    "item",
    [
        "- [Papers](#papers)",
        "- [Contributing](CONTRIBUTING.md)",
        "- [A tool](https://tool.example/)",
        "- ![badge](https://arxiv.org/abs/3101.00009)",
        "- just words, no link",
        "[Moss Clocks](https://arxiv.org/abs/3101.00009) in a sentence",
        "| --- | :--- |",
        "```\n- [Code](https://arxiv.org/abs/3101.00009)\n```",
    ],
)
def test_what_is_no_entry(item: str) -> None:
    """Navigation, badges, tools and prose are left out, and cost nothing."""
    reading = of_list(f"- [Moss Clocks]({ARXIV})\n\n{item}\n")
    assert [record.title for record in reading.records] == ["Moss Clocks"]
    assert reading.entries == 1


BLOCKS = f"""# This week

**Title:** Moss Clocks
**Authors:** Ada Fern, Bo Loaf
**PDF:** {ARXIV}
**Code:** https://github.com/fern/moss
**Summary:** Forest floors
keep time.
**Mood:** green

---

- Title: [Bread Index Structures](https://arxiv.org/abs/3101.00002)
- Date: May 2031
"""


def test_labelled_blocks() -> None:
    """Every title begins an entry; lines without a label go on with the one before."""
    given = Given(BLOCKS, "a", "a.md")
    assert labelled.recognises(given)
    reading = labelled.read(given)
    assert reading.records[0] == Record(
        title="Moss Clocks",
        place=Place("a.md", 3),
        listing="a",
        position=1,
        markup=Markup.RESIDUE,
        abstract="Forest floors keep time.",
        authors=("Ada Fern", "Bo Loaf"),
        ids=Ids(arxiv="3101.00001"),
        links=(Link(LinkKind.CODE, "https://github.com/fern/moss"),),
        authority=reading.records[0].authority,
    )
    assert (reading.records[1].title, reading.records[1].ids.arxiv) == (
        "Bread Index Structures",
        "3101.00002",
    )
    assert reading.records[1].published == "2031-05"
    assert [problem.code for problem in reading.problems] == ["columns-unknown"]


@pytest.mark.parametrize(
    "text", ["Title: alone\n", "Title of a paper\n\nAbstract here.\n", "PDF: x\nSummary: y\n", "", "{}"]
)
def test_a_title_alone_is_no_block(text: str) -> None:
    """A block has a title and something else."""
    assert not labelled.recognises(Given(text))


CHAT = (
    "have a look: 2401.01234v2 and arXiv:hep-th/9901001, also https://arxiv.org/pdf/2401.01234\n\n"
    "doi:10.1234/Moss.1. (https://doi.org/10.1234/moss.2)\n"
    "https://aclanthology.org/2022.acl-long.1/ https://openreview.net/forum?id=aBc_D-12\n"
    "https://social.example/@fern/1, it costs 3.14159 or 2499.99999\n"
)


def test_a_chat_message_is_a_list_of_what_it_names() -> None:
    """Each id or address once a line, with a stand-in for the title."""
    given = Given(CHAT, "a", "a.txt")
    assert id_list.recognises(given)
    reading = of_ids(CHAT)
    assert [(record.title, record.place.line) for record in reading.records] == [
        ("arXiv:2401.01234", 1),
        ("arXiv:hep-th/9901001", 1),
        ("doi:10.1234/moss.2", 3),
        ("doi:10.1234/moss.1", 3),
        ("2022.acl-long.1", 4),
        ("aBc_D-12", 4),
        ("https://social.example/@fern/1", 5),
    ]
    assert all(record.untitled for record in reading.records)
    assert reading.records[0].ids == Ids(arxiv="2401.01234")
    assert reading.records[-1].links == (Link(LinkKind.PAPER, "https://social.example/@fern/1"),)
    assert (reading.problems, reading.entries) == ((), 7)


@pytest.mark.parametrize(
    "text", ["no ids here", "1234.5678", "version 10.1", "javascript:alert(1)", "ftp://x.example/", ""]
)
def test_a_text_that_names_nothing_is_not_recognised(text: str) -> None:
    """Numbers of another shape are numbers."""
    assert not id_list.recognises(Given(text))


@given(st.integers(0, 600), st.integers(0, 60), st.text(st.characters(codec="utf-8"), max_size=5))
def test_no_entry_is_lost_without_a_word_however_the_text_is_damaged(at: int, length: int, put: str) -> None:
    """Entries read = records + reported entries; nothing raises."""
    listed = "".join(
        f"- **[Moss {number}]({ARXIV}{number})** *MOSS 2031* `x` [code](http://[::1]/)\n"
        for number in range(4)
    )
    for form, text in ((markdown_list, listed), (labelled, BLOCKS), (id_list, CHAT)):
        reading = form.read(Given(text[:at] + put + text[at + length :], "a", "a.md"))
        assert counts(reading) == reading.entries
