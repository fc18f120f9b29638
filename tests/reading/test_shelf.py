"""Files are read by what they hold, never by their names, and what cannot be read is refused by name."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Level
from generator.progress import Silent
from generator.sources import FORMATS, read_all
from generator.sources.decoding import NotText, decode
from generator.sources.given import Given
from generator.sources.naming import listing_names, title_from_file
from tests.reading import (
    test_acl_anthology,
    test_arxiv,
    test_bibtex,
    test_csl_json,
    test_daily_papers_json,
    test_medline,
    test_openreview,
    test_ris,
)
from tests.reading.invented import PAPERS, page, site

LINE = json.dumps({"title": "Bread Index Structures", "year": 2031}) + "\n"


def test_content_decides_the_format(tmp_path: Path) -> None:
    """A page named .jsonl and JSON Lines named .txt are read as what they are, in order of name."""
    settings = site(
        tmp_path, {"b.jsonl": page(*PAPERS), "a.txt": LINE, "README.md": "Hello", ".x": "y", "z~": "y"}
    )
    readings, problems = read_all(settings, Silent())
    assert [(reading.listing.name, reading.listing.format, len(reading.records)) for reading in readings] == [
        ("a", "JSON Lines", 1),
        ("b", "Daily Papers page (pasted text)", 5),
    ]
    assert problems == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b"\n \n\t\n"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("sixteen.txt", page(*PAPERS).encode("utf-16-le")),
        ("code.py", b"import this\n\nprint(1)\n"),
        ("letter.txt", b"Dear all,\n\nthe bread is in the oven.\n\nYours\n"),
        ("array.json", b'[{"name_of_thing": "A"}]'),
        ("table.csv", b"colour,size\nred,7\n"),
        ("page.html", b"<html><p>Daily Papers</p></html>"),
    ],
)
def test_what_is_no_listing_is_refused_by_name(tmp_path: Path, name: str, content: bytes) -> None:
    """One error names the file and the known formats, and the other listings are read."""
    readings, problems = read_all(site(tmp_path, {name: content, "good.txt": page(*PAPERS)}), Silent())
    assert [reading.listing.name for reading in readings] == ["good"]
    assert [(problem.code, problem.level.value, problem.entries) for problem in problems] == [
        ("listing-refused", "error", 0)
    ]
    assert problems[0].place.file.endswith(name)
    assert all(known.NAME in problems[0].hint for known in FORMATS)


# The formats that take what others are made of: a page of links is also a list of addresses. They are asked last.
GENERAL = (
    "JSON Lines",
    "JSON",
    "CSV or TSV table",
    "blocks of Title: … Summary: …",
    "Markdown list",
    "list of ids or addresses",
)


def _samples() -> dict[str, str]:
    """By format a file of it; a new format adds a line here."""
    return {
        "BibTeX": test_bibtex.FULL,
        "CSL-JSON": json.dumps([test_csl_json.FULL]),
        "RIS": test_ris.FULL,
        "MEDLINE (PubMed)": test_medline.FULL,
        "Daily Papers (API JSON)": json.dumps([test_daily_papers_json.MOSS]),
        "Daily Papers page (saved HTML)": test_daily_papers_json.page(test_daily_papers_json.MOSS),
        "Daily Papers page (pasted text)": page(*PAPERS[:1]),
        "arXiv feed": test_arxiv.feed(test_arxiv.MOSS),
        "ACL Anthology XML": test_acl_anthology.volume(test_acl_anthology.MOSS),
        "OpenReview notes (JSON)": json.dumps([test_openreview.V2]),
        "JSON Lines": LINE,
        "JSON": json.dumps({"papers": [{"title": "Moss", "url": "https://arxiv.org/abs/3101.00001"}]}),
        "CSV or TSV table": "title,url\nMoss,https://arxiv.org/abs/3101.00001\n",
        "blocks of Title: … Summary: …": "Title: Moss\nPDF: https://arxiv.org/abs/3101.00001\n",
        "Markdown list": "- [Moss](https://arxiv.org/abs/3101.00001)\n",
        "list of ids or addresses": "look: https://arxiv.org/abs/3101.00001\n",
    }


def test_every_format_has_a_sample() -> None:
    """So that no format stays out of the table below."""
    assert sorted(_samples()) == sorted(known.NAME for known in FORMATS)


@pytest.mark.parametrize("name", _samples())
@pytest.mark.parametrize(
    "disguise",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: ("\n\n" + text + "\n\n").encode(),
    ],
)
def test_each_format_is_known_by_its_own_reader(
    tmp_path: Path, name: str, disguise: Callable[[str], bytes]
) -> None:
    """In any encoding and with any line ends, the right format takes the file, and no strict one would take it too."""
    text = _samples()[name]
    readings, problems = read_all(site(tmp_path, {"a.ris": disguise(text)}), Silent())
    assert [problem for problem in problems if problem.level is not Level.NOTE] == []
    assert [(reading.listing.format, len(reading.records)) for reading in readings] == [(name, 1)]
    others = [known.NAME for known in FORMATS if known.recognises(Given(text)) and known.NAME not in GENERAL]
    assert others == [name] * (name not in GENERAL)


def test_links_that_lead_out_of_the_library_are_refused(tmp_path: Path) -> None:
    """A link cannot publish a file from elsewhere; one within the library may stand."""
    settings = site(tmp_path / "site", {"good.txt": page(*PAPERS)})
    secret = tmp_path / "secret.txt"
    secret.write_text(page(*PAPERS), encoding="utf-8")
    listings = settings.library / "listings"
    (listings / "out.txt").symlink_to(secret)
    (listings / "gone.txt").symlink_to(tmp_path / "nothing")
    (listings / "within.txt").symlink_to(listings / "good.txt")
    os.mkfifo(listings / "pipe.txt")
    readings, problems = read_all(settings, Silent())
    assert [reading.listing.name for reading in readings] == ["good", "within"]
    assert [(problem.code, problem.place.file) for problem in problems] == [
        ("listing-refused", f"library/listings/{name}.txt") for name in ("gone", "out", "pipe")
    ]


def test_no_listing_yet_says_where_to_paste_one(tmp_path: Path) -> None:
    """A first run with nothing to read is told what to do."""
    readings, problems = read_all(site(tmp_path, {}), Silent())
    assert readings == ()
    assert [(problem.code, str(problem.place)) for problem in problems] == [
        ("no-listings", "library/listings")
    ]


def test_summaries_are_the_owners_words(tmp_path: Path) -> None:
    """Texts of listings that a pattern names become summaries, in plain markup."""
    settings = site(tmp_path, {"mine.txt": page(*PAPERS[:1]), "theirs.txt": page(*PAPERS[:1])})
    (tmp_path / "mkdocs.yml").write_text('extra: {papershelf: {summaries: ["mi*.txt"]}}', encoding="utf-8")
    from generator.config import load

    readings, _ = read_all(load(settings.root), Silent())
    mine, theirs = (reading.records[0] for reading in readings)
    assert (mine.abstract, mine.summary, mine.markup) == ("", PAPERS[0][1], "plain")
    assert (theirs.abstract, theirs.summary, theirs.markup) == (PAPERS[0][1], "", "residue")


PAGE = page(("Crème Brûlée and Other Crusts of Memory", PAPERS[0][1]), *PAPERS[1:])


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode(),
        PAGE.encode("utf-8-sig"),
        PAGE.encode("utf-16"),
        b"\xfe\xff" + PAGE.encode("utf-16-be"),
        PAGE.replace("\n", "\r\n").encode(),
        PAGE.replace("\n", "\r").encode(),
        PAGE.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
)
def test_encodings_and_line_ends_that_are_right_cost_nothing(tmp_path: Path, content: bytes) -> None:
    """However an editor saved it, the same is read, at the same lines."""
    readings, problems = read_all(site(tmp_path, {"a.txt": content}), Silent())
    assert problems == ()
    assert [(record.title, record.abstract) for record in readings[0].records] == [
        ("Crème Brûlée and Other Crusts of Memory", PAPERS[0][1]),
        *PAPERS[1:],
    ]
    assert readings[0].records[1].place.line == 17


@pytest.mark.parametrize(
    ("wrong", "read", "code"),
    [
        ("Crème".encode("cp1252"), "Crème", "encoding-not-utf8"),
        ("Crème".encode().decode("cp1252").encode(), "Crème", "encoding-twice"),
        ("Weiß".encode().decode("latin-1").encode(), "Weiß", "encoding-twice"),
        ("Cr\ufffdme".encode(), "Cr\ufffdme", "encoding-lost"),
        (b"Cr\x81me", "Cr me", "encoding-not-utf8"),
    ],
)
def test_a_wrong_encoding_is_read_in_the_likely_way_and_reported(
    tmp_path: Path, wrong: bytes, read: str, code: str
) -> None:
    """Only the line that is wrong suffers, and the report names it."""
    content = page(
        ("Crème and Other Crusts of Memory", PAPERS[0][1]), ("Ünlike " + PAPERS[1][0], PAPERS[1][1])
    )
    data = content.encode().replace("Crème".encode(), wrong)
    readings, problems = read_all(site(tmp_path, {"a.txt": data}), Silent())
    assert [record.title for record in readings[0].records] == [
        f"{read} and Other Crusts of Memory",
        "Ünlike " + PAPERS[1][0],
    ]
    assert [(problem.code, problem.place.line) for problem in problems] == [(code, 13)]


def test_a_whole_file_in_a_wrong_encoding_is_not_a_thousand_problems() -> None:
    """Ten lines are told of one by one, the rest together."""
    _, problems = decode("é\n".encode("cp1252") * 1000, "a.txt")
    assert [problem.place.line for problem in problems] == list(range(1, 12))
    assert "989 more" in problems[-1].message


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_are_not(data: bytes) -> None:
    """Whatever a file holds, it is refused or becomes text that UTF-8 can hold, with no control character."""
    try:
        text, _ = decode(data, "a.txt")
    except NotText:
        return
    text.encode()
    assert "\r" not in text and "\0" not in text


@given(st.lists(st.text("ab-_. ü本/", min_size=1, max_size=8).filter(lambda name: name.strip("./ "))))
def test_listing_names_are_unique_whatever_the_order(names: list[str]) -> None:
    """Every file has its own name of [a-z0-9-], and the same in any order."""
    paths = list(dict.fromkeys(PurePosixPath(name.strip("/")) for name in names))
    found = listing_names(paths)
    assert len(set(found.values())) == len(paths)
    assert found == listing_names(paths[::-1])


def test_listing_names_for_people_and_addresses() -> None:
    """Names come from the file; reserved and shared ones are told apart."""
    paths = [
        PurePosixPath(name) for name in ("a.txt", "a.jsonl", "Sub/Über uns.txt", "index.txt", "本.txt", "con")
    ]
    names = listing_names(paths)
    assert [names[path] for path in paths[:3]] == ["a-txt", "a-jsonl", "sub-uber-uns"]
    assert names[paths[3]] not in ("index", "") and names[paths[5]] != "con"
    assert title_from_file("library/listings/004-bibliographic-facts.jsonl") == "Bibliographic facts"
    assert title_from_file("2024.txt") == "2024"
