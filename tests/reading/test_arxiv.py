"""arXiv's answers and feeds: ids without versions, text without the announcement, errors that are no papers."""

# ruff: noqa: E501 - feeds as they come
from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.problems import Place
from generator.sources.decoding import decode
from generator.sources.formats import arxiv
from generator.sources.given import Given

INPUTS = Path(__file__).parent.parent.parent.parent / "shared" / "inputs"
needs_inputs = pytest.mark.skipif(
    not INPUTS.is_dir(), reason="the real files (../shared/inputs) are not here"
)
HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n"
ATOM = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'
MOSS = """<entry>
<id>http://arxiv.org/abs/3101.00001v2</id>
<title>Moss Clocks: $O(n)$
  &amp; More</title>
<summary>  Forest floors
keep time. </summary>
<published>2031-01-02T15:05:19Z</published><updated>2031-03-01T00:00:00Z</updated>
<author><name>Jos\\'e {\\L}ukasz</name><arxiv:affiliation>Forest</arxiv:affiliation></author>
<author><name>张伟</name></author>
<arxiv:doi>10.1234/MOSS.1</arxiv:doi>
<arxiv:comment>9 pages, code at https://github.com/fern/moss.</arxiv:comment>
<arxiv:journal_ref>Moss J. 1 (2031)</arxiv:journal_ref>
<category term="cs.CL"/>
</entry>
"""
OLD = "<entry><id>http://arxiv.org/abs/hep-th/9901001v3</id><title>Old Moss</title></entry>\n"


def feed(*entries: str) -> str:
    return f"{HEAD}<feed {ATOM}>\n<id>https://arxiv.org/api/x</id>\n{''.join(entries)}</feed>\n"


def read(text: str) -> Reading:
    return arxiv.read(Given(text, "a", "a.xml"))


def counts(reading: Reading) -> int:
    return len(reading.records) + sum(problem.entries for problem in reading.problems)


def test_every_field_of_the_api_is_read() -> None:
    """The date of the first version, no version in the id, letters for LaTeX, addresses of the comment."""
    reading = read(feed(MOSS, OLD))
    assert reading.records[0] == Record(
        title="Moss Clocks: $O(n)$ & More",
        place=Place("a.xml", 4),
        listing="a",
        position=1,
        markup=Markup.RESIDUE,
        abstract="Forest floors keep time.",
        authors=("José Łukasz", "张伟"),
        year=2031,
        ids=Ids(arxiv="3101.00001", doi="10.1234/moss.1"),
        links=(Link(LinkKind.CODE, "https://github.com/fern/moss"),),
        published="2031-01-02",
        authority=Authority.ARCHIVE,
    )
    assert (reading.records[1].ids.arxiv, reading.records[1].year) == ("hep-th/9901001", None)
    assert (reading.problems, reading.entries) == ((), 2)


ATOM_FEED = f"""{HEAD}<feed {ATOM} xmlns:dc="http://purl.org/dc/elements/1.1/">
<id>http://rss.arxiv.org/atom/cs.AI</id><entry><id>oai:arXiv.org:3101.00001v1</id><title>Moss Clocks</title>
<link href="https://arxiv.org/abs/3101.00001"/><summary>arXiv:3101.00001v1 Announce Type: replace-cross
Abstract: Forest floors: Abstract: keep time.</summary><published>2031-01-05T00:00:00-04:00</published>
<arxiv:announce_type>replace-cross</arxiv:announce_type>
<dc:creator>Ada Fern, Bo Loaf (Bread Lab, Rome (Italy)), Martin King, Jr., Paulo Andr\\'e Lima and 张伟</dc:creator></entry></feed>"""
RSS_2 = f"""{HEAD}<rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><link>http://rss.arxiv.org/rss/cs.AI</link><item><title>Moss Clocks</title><link>https://arxiv.org/abs/3101.00001</link>
<description>arXiv:3101.00001v1 Announce Type: new Abstract: Forest floors: Abstract: keep time.</description>
<guid isPermaLink="false">oai:arXiv.org:3101.00001v1</guid><pubDate>Sun, 05 Jan 2031 00:00:00 -0400</pubDate>
<dc:creator>Ada Fern, Bo Loaf, Martin King, Jr., Paulo Andr\\'e Lima, 张伟</dc:creator></item></channel></rss>"""
RSS_1 = f"""{HEAD}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://export.arxiv.org/rss/cs.AI"/>
<item rdf:about="http://arxiv.org/abs/3101.00001"><title>Moss Clocks. (arXiv:3101.00001v1 [cs.AI])</title>
<description>&lt;p&gt;Forest floors: Abstract: keep time. &lt;/p&gt;</description><dc:creator>
&lt;a href="http://arxiv.org/a/1"&gt;Ada Fern&lt;/a&gt;, &lt;a href="x"&gt;Bo Loaf&lt;/a&gt;, Martin King, Jr., Paulo Andr\\'e Lima, 张伟
</dc:creator></item></rdf:RDF>"""


@pytest.mark.parametrize(("text", "listed"), [(ATOM_FEED, "2031-01-05"), (RSS_2, "2031-01-05"), (RSS_1, "")])
def test_feeds_of_all_ages_give_the_same_paper(text: str, listed: str) -> None:
    """The announcement is cut off, all authors stand in one field, and the id tells the month."""
    assert arxiv.recognises(Given(text))
    [record] = read(text).records
    assert (record.title, record.abstract) == ("Moss Clocks", "Forest floors: Abstract: keep time.")
    assert record.authors == ("Ada Fern", "Bo Loaf", "Martin King, Jr.", "Paulo André Lima", "张伟")
    assert (record.ids.arxiv, record.published, record.listed) == ("3101.00001", "2031-01", listed)
    assert read(text).listing.date == listed


ERROR = "<entry><id>http://arxiv.org/api/errors#bad_id</id><title>Error</title><summary>incorrect id format for 1</summary></entry>"


def test_an_error_of_the_api_is_no_paper() -> None:
    """It is reported with the reason that arXiv gives."""
    reading = read(feed(ERROR, OLD))
    assert [problem.code for problem in reading.problems] == ["arxiv-error"]
    assert "incorrect id format" in reading.problems[0].message
    assert ([record.title for record in reading.records], reading.entries) == (["Old Moss"], 2)


def test_an_empty_answer_says_so() -> None:
    """No entries is worth a warning: the query may be wrong."""
    reading = read(feed())
    assert ([problem.code for problem in reading.problems], reading.entries) == (["listing-empty"], 0)


@pytest.mark.parametrize(
    ("broken", "lost"),
    [
        ("<entry><id>http://arxiv.org/abs/3101.00009v1</id></entry>", 1),
        ("<entry><id>nothing</id><title>Bare & broken <i></title></entry>", 0),
        (
            "<entry><id>http://arxiv.org/abs/3101.00009</id><title>A</title><published>soon</published></entry>",
            0,
        ),
        (
            "<entry><id>http://arxiv.org/abs/3101.00009</id><title>A</title><arxiv:doi>x</arxiv:doi></entry>",
            0,
        ),
    ],
)
def test_a_broken_entry_then_a_good_one(broken: str, lost: int) -> None:
    """The broken one is told with its line, and the next is read."""
    reading = read(feed(OLD, broken + "\n", MOSS))
    assert "Moss Clocks: $O(n)$ & More" in [record.title for record in reading.records]
    assert len(reading.records) == 3 - lost
    assert reading.problems
    assert counts(reading) == reading.entries == 3


def test_a_file_cut_short_keeps_what_stood_before() -> None:
    """And says from which line on it is broken."""
    text = feed(OLD, MOSS)
    reading = read(text[: text.index("<summary>") + 20])
    assert [record.title for record in reading.records] == ["Old Moss", "Moss Clocks: $O(n)$ & More"]
    assert [problem.code for problem in reading.problems] == ["xml-broken"]


BOMB = (
    '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;">'
    '<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY net SYSTEM "http://127.0.0.1:9/x">]>\n'
)


@pytest.mark.parametrize("entity", ["&f;", "&file;", "&net;"])
def test_security_entities_neither_grow_nor_reach_out(entity: str) -> None:
    """A billion laughs, a local file and an address are left out; the rest is read."""
    text = feed(OLD.replace("Old Moss", f"Old {entity} Moss")).replace(HEAD, HEAD + BOMB)
    assert arxiv.recognises(Given(text))
    reading = read(text)
    assert all("root:" not in record.title and len(record.title) < 100 for record in reading.records)
    assert counts(reading) == reading.entries


@pytest.mark.parametrize(
    "start", ["\n", "<!-- a comment -->", "<?xml-stylesheet href='x'?>", "<!DOCTYPE feed>"]
)
def test_what_may_stand_before_the_first_element(start: str) -> None:
    """Comments, instructions and a document type are no hindrance."""
    text = feed(OLD).replace(HEAD, HEAD + start)
    assert arxiv.recognises(Given(text))
    assert len(read(text).records) == 1


@pytest.mark.parametrize(
    "text",
    [
        "<feed></feed>",
        "<html>arxiv.org</html>",
        "arxiv.org",
        "<rss><channel><link>https://x.example</link></channel></rss>",
    ],
)
def test_what_is_no_feed_of_arxiv_is_not_recognised(text: str) -> None:
    """Other feeds and pages are left to other readers."""
    assert not arxiv.recognises(Given(text))


@given(st.integers(0, 900), st.integers(0, 60), st.text(st.characters(codec="utf-8"), max_size=5))
def test_no_entry_is_lost_without_a_word_however_the_file_is_damaged(at: int, length: int, put: str) -> None:
    """Entries read = records + reported entries."""
    text = feed(OLD, MOSS, ERROR, OLD)
    reading = read(text[:at] + put + text[at + length :])
    assert counts(reading) == reading.entries


@pytest.mark.shared
@needs_inputs
@pytest.mark.parametrize(
    ("name", "many"), [("arxiv_query_testing_100.xml", 100), ("arxiv_rss_cs.AI_2025-08-20.xml", 7)]
)
def test_the_real_files(name: str, many: int) -> None:
    """As many records as the text has entries; names whole, no announcement left."""
    text, _ = decode((INPUTS / name).read_bytes(), name)
    reading = read(text)
    assert len(reading.records) == reading.entries == len(re.findall("<entry>", text)) == many
    assert reading.problems == ()
    assert all(
        record.ids.arxiv and record.year and record.authors and record.abstract for record in reading.records
    )
    names = [name for record in reading.records for name in record.authors]
    assert not [name for name in names if re.search(r"[\\{}$\ufffd]|Ã", name)]
    assert not [record for record in reading.records if record.abstract.startswith("arXiv:")]
