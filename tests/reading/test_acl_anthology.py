"""The Anthology's XML: what marks type and capitals vanishes, formulas stay, and a volume tells year and venue."""

# ruff: noqa: E501 - XML as it comes
from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.problems import Place
from generator.sources.formats import acl_anthology
from generator.sources.given import Given
from generator.text.clean import clean_title
from generator.text.rich import plain

INPUTS = Path(__file__).parent.parent.parent.parent / "shared" / "inputs"
needs_inputs = pytest.mark.skipif(
    not INPUTS.is_dir(), reason="the real files (../shared/inputs) are not here"
)
META = "<meta><booktitle>Proceedings of the <fixed-case>M</fixed-case>oss Meeting</booktitle><year>2031</year>{}</meta>"
MOSS = """<paper id="1">
<title><fixed-case>M</fixed-case>oss<i>Clock</i>s: <tex-math>\\alpha_1</tex-math> of H<sub>2</sub>O &amp; &lt;b&gt;</title>
<author id="x"><first>José</first><last>Łukasz</last><variant script="hani"><first>伟</first><last>张</last></variant></author>
<author><last>OpenAI</last></author><author><first>Laurens</first><last>van der Maaten</last></author>
<editor><first>No</first><last>Author</last></editor>
<pages>1-15</pages><abstract>Forest floors keep <tex-math>n^2</tex-math> hours.</abstract>
<url hash="a3">2031.moss-long.1</url><doi>10.1234/Moss.1</doi><video href="2031.moss-long.1.mp4"/>
<pwccode url="https://github.com/fern/moss" additional="false">fern/moss</pwccode>
<pwcdataset url="https://paperswithcode.com/dataset/moss">Moss</pwcdataset>
</paper>
"""
BARE = '<paper id="2"><title>Old Moss</title></paper>\n'


def volume(
    *papers: str, venue: str = "<venue>moss</venue>", collection: str = "2031.moss", name: str = "long"
) -> str:
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>\n<collection id=\"{collection}\">\n<volume id=\"{name}\">\n"
        f"{META.format(venue)}\n<frontmatter><url>{collection}-{name}.0</url></frontmatter>\n"
        f"{''.join(papers)}</volume>\n</collection>\n"
    )


def read(text: str) -> Reading:
    return acl_anthology.read(Given(text, "a", "a.xml"))


def counts(reading: Reading) -> int:
    return len(reading.records) + sum(problem.entries for problem in reading.problems)


def test_every_field_is_read() -> None:
    """Editors, pages and data sets of a service that is gone are not."""
    reading = read(volume(MOSS, BARE))
    assert reading.records[0] == Record(
        title="MossClocks: $\\alpha_1$ of H₂O & <b>",
        place=Place("a.xml", 6),
        listing="a",
        position=1,
        markup=Markup.RESIDUE,
        abstract="Forest floors keep $n^2$ hours.",
        authors=("José Łukasz", "OpenAI", "Laurens van der Maaten"),
        year=2031,
        venue="MOSS 2031",
        ids=Ids(acl="2031.moss-long.1", doi="10.1234/moss.1"),
        links=(
            Link(LinkKind.CODE, "https://github.com/fern/moss"),
            Link(LinkKind.VIDEO, "https://aclanthology.org/2031.moss-long.1.mp4"),
        ),
        authority=Authority.PUBLISHER,
    )
    assert reading.records[1].ids.acl == "2031.moss-long.2"
    assert (reading.problems, reading.entries) == ((), 2)


@pytest.mark.parametrize(
    ("collection", "name", "venue", "shown", "acl_id"),
    [
        (
            "2031.findings",
            "emnlp",
            "<venue>findings</venue>",
            "Findings of EMNLP 2031",
            "2031.findings-emnlp.2",
        ),
        ("2031.tacl", "1", "<venue>tacl</venue>", "TACL 2031", "2031.tacl-1.2"),
        ("P19", "1", "", "Proceedings of the Moss Meeting", "P19-1002"),
        ("P19", "1", "<venue>acl</venue>", "ACL 2031", "P19-1002"),
    ],
)
def test_venues_are_short_where_the_volume_names_one(
    collection: str, name: str, venue: str, shown: str, acl_id: str
) -> None:
    """Else the book's title is the venue; ids of the old style are made as the Anthology makes them."""
    [record] = read(volume(BARE, venue=venue, collection=collection, name=name)).records
    assert (record.venue, record.ids.acl) == (shown, acl_id)


@pytest.mark.parametrize(
    ("broken", "lost"),
    [
        ('<paper id="7"><url>2031.moss-long.7</url></paper>', 1),
        ('<paper id="7"><title/></paper>', 1),
        ('<paper id="7"><title>A &broken; <b>title</title></paper>', 0),
        ('<paper id="7"><title>A</title><doi>nonsense</doi></paper>', 0),
    ],
)
def test_a_broken_paper_then_a_good_one(broken: str, lost: int) -> None:
    """The broken one is told, and the next is read."""
    reading = read(volume(BARE, broken + "\n", MOSS))
    assert len(reading.records) == 3 - lost
    assert reading.records[-1].authors[1] == "OpenAI"
    assert reading.problems
    assert counts(reading) == reading.entries == 3


def test_security_entities_neither_grow_nor_reach_out() -> None:
    """A local file that a title names is not read into it."""
    bomb = '<!DOCTYPE collection [<!ENTITY file SYSTEM "file:///etc/passwd">]>\n<collection'
    reading = read(volume(BARE.replace("Old", "&file;")).replace("<collection", bomb, 1))
    assert [record.title for record in reading.records] == ["&file; Moss"]


@pytest.mark.parametrize(
    "text", ["<collection/>", "<volume><paper/></volume>x", "<feed/>", "", "<collection id='x'>text"]
)
def test_other_xml_is_not_recognised(text: str) -> None:
    """A collection without a volume is somebody else's."""
    assert acl_anthology.recognises(Given(volume(BARE)))
    assert not acl_anthology.recognises(Given(text.replace("<volume>", "<thing>")))


@given(st.integers(0, 1200), st.integers(0, 60), st.text(st.characters(codec="utf-8"), max_size=5))
def test_no_paper_is_lost_without_a_word_however_the_file_is_damaged(at: int, length: int, put: str) -> None:
    """Entries read = records + reported entries."""
    text = volume(BARE, MOSS, BARE)
    reading = read(text[:at] + put + text[at + length :])
    assert counts(reading) == reading.entries


@pytest.mark.shared
@needs_inputs
def test_the_real_file() -> None:
    """As many records as a regular expression finds papers; no TeX and no tag left in titles."""
    text = (INPUTS / "2022.acl.xml").read_text(encoding="utf-8")
    reading = read(text)
    assert len(reading.records) == reading.entries == len(re.findall(r"<paper id=", text)) == 774
    assert reading.problems == ()
    assert {record.venue for record in reading.records} == {"ACL 2022"}
    assert len({record.ids.acl for record in reading.records}) == 774
    titles = [plain(clean_title(record.title, record.markup)) for record in reading.records]
    assert not [title for title in titles if re.search(r"[\\{}]|\$[^\d]|</?[a-z-]+>", title)]
    authors = len(re.findall(r"<author[ >]", text))
    assert sum(len(record.authors) for record in reading.records) == authors
