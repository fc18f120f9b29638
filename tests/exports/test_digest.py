"""The weekly digest says what came in, each paper once, and hostile titles are only text."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.config import Settings
from generator.exports import digest
from generator.model import Library, Listing, Match, Paper, Seen, Topic
from generator.overrides import Naming
from generator.pages import all_pages
from generator.people import gather
from generator.problems import Place
from generator.text.rich import rich
from generator.weeks import weeks_of
from tests.pages.library import HOSTILE

NEW = Listing("2031-05-06-market", "Market", "", "library/listings/2031-05-06-market.txt", "x")
OLD = Listing("old", "Old finds", "Sep 3", "library/listings/old.txt", "x")
SITE = "https://shelf.example/mine/"


def settings(site_url: str = "", digest: bool = True) -> Settings:
    folders = (Path("docs"), Path("site"), Path("library"))
    return Settings(Path(), "My <b> & shelf\n", "", site_url, "", *folders, (), exports={"digest": digest})


def paper(key: str, title: str, listing: Listing, listed: str = "", **more: object) -> Paper:
    seen = Seen(listing.name, 1, Place(listing.file, 1), title, listed)
    return Paper(key, rich(title), (seen,), **more)  # type: ignore[arg-type]


def library() -> Library:
    titles = [" ".join(title.split()) for title in HOSTILE] + ["Łódź 张伟 😀 ]]> </script>"]
    papers = {
        f"h{number:02}": paper(f"h{number:02}", title, NEW, authors=(title,))
        for number, title in enumerate(titles)
    }
    papers["early"] = paper(
        "early", "Early moss", OLD, "2031-01-01", year=2030, authors=("A B", "C", "D", "E")
    )
    papers["eve"] = paper("eve", "Eve of moss", OLD, "2030-12-30")
    papers["undated"] = paper("undated", "Undated moss", OLD)
    papers["wrong"] = paper("wrong", "Wrong moss", OLD, "2031-02-30")
    topics = {"x": Topic("x", "X", "All."), "x-1": Topic("x-1", "Moss & <i>", "More.", "x")}
    people = gather(papers, Naming()).people
    return Library(papers, (NEW, OLD), topics, {"h00": (Match("x-1", "r", 1.0),)}, people=people)


def test_weeks_are_those_of_iso_8601() -> None:
    """The Monday before New Year is in the new year's first week; what has no day, or no real one, is in none."""
    weeks = weeks_of(library())
    assert [(week.name, week.title, week.days, len(week.papers)) for week in weeks] == [
        ("2031-W19", "Week 19 of 2031", "2031-05-05 to 2031-05-11", len(HOSTILE) + 1),
        ("2031-W01", "Week 1 of 2031", "2030-12-30 to 2031-01-05", 2),
    ]
    assert [slug for slug, _ in weeks[0].groups] == ["x-1", ""]
    assert weeks[1].groups == (("", ("early", "eve")),)


def test_the_text_of_an_e_mail() -> None:
    """Whole, with links that work beside the site where it has no address."""
    files = {file.path: file.content.decode() for file in digest.files(library(), settings())}
    assert list(files) == [
        f"weeks/2031-W{week}.{end}" for week in ("19", "01") for end in ("txt", "email.html")
    ]
    assert files["weeks/2031-W01.txt"] == (
        "My <b> & shelf : Week 1 of 2031\n2030-12-30 to 2031-01-05\n\n\nWITHOUT A TOPIC\n\n"
        "Early moss\nA B, C, D and others · 2030\n../papers/early.html\n\nEve of moss\n../papers/eve.html\n"
    )


@pytest.mark.parametrize("site_url", ["", SITE])
def test_a_hostile_title_is_text_in_the_e_mail(site_url: str) -> None:
    """A browser's parser finds the titles as links, and no element that is not ours."""
    files = {file.path: file.content.decode() for file in digest.files(library(), settings(site_url))}
    tree = LexborHTMLParser(files["weeks/2031-W19.email.html"])
    of_week = library().papers
    found = {link.attributes["href"]: link.text() for link in tree.css("a")}
    root = SITE if site_url else "../"
    assert found == {f"{root}papers/{key}.html": of_week[key].title_text for key in of_week if key[0] == "h"}
    assert {node.tag for node in tree.css("*")} == {
        "html", "head", "meta", "title", "body", "h1", "h2", "p", "a", "br", "span",
    }  # fmt: skip
    assert [node.text() for node in tree.css("h2")] == ["Moss & <i>", "Without a topic"]
    assert tree.css("title")[0].text() == "My <b> & shelf : Week 19 of 2031"
    assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]


def test_a_line_of_the_text_is_a_line() -> None:
    """No title or name begins a line of its own making."""
    forged = paper("f", "Moss\r\nSubject: gold\u2028more", NEW, authors=("A\nBcc: b@c.example",))
    [text, _] = digest.files(Library({"f": forged}, (NEW,)), settings())
    assert "\nMoss Subject: gold more\nA Bcc: b@c.example\n" in text.content.decode()


def test_without_the_digest_there_are_no_weeks() -> None:
    """Switched off, neither pages nor a way to them."""
    pages = {page.path: page for page in all_pages(library(), settings())}
    without = {page.path: page for page in all_pages(library(), settings(digest=False))}
    assert pages.keys() - without.keys() == {"weeks/index.md", "weeks/2031-W19.md", "weeks/2031-W01.md"}
    assert len(pages["index.md"].context["weeks"]) == 2
    assert without["index.md"].context["weeks"] == []
