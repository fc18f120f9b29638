"""Every export of every paper, read back by an independent program, tells the same paper.

What a format cannot hold, and how near we come (each has a test here or in tests/citations):

- RIS: a comma inside a name that is not taken apart ("Foo, Inc.") is left out, since readers turn names round at it.
- RIS: rispy divides an address at ";"; the file has it whole.
- CSV: an apostrophe stands before a cell that a spreadsheet would run; "; " in a name looks like two names.
- Atom: control characters and what else XML 1.0 forbids become spaces. No paper that was read has any.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import jsonschema
import pytest
from lxml import etree

from generator.build import shelve
from generator.citations import Reference, csl_json, references_of, ris
from generator.config import Settings, load
from generator.exports import all_files
from generator.exports.catalogue_schema import SCHEMA
from generator.model import Ids, Library, Link, LinkKind, Paper
from generator.overrides import Naming
from generator.people import gather
from generator.progress import Silent
from generator.text.rich import plain, rich
from tests.exports import read_back
from tests.exports.read_back import Told, differences
from tests.exports.schemas import CSL, JSON_FEED
from tests.pages.library import HOSTILE, LISTINGS, SETTINGS
from tests.pages.library import paper as invented
from tests.reading.invented import site

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "papers-20k.jsonl.gz"
NAMES = (
    "Laurens van der Maaten", "Martin Luther King, Jr.", "OpenAI", "张伟", "Barnes and Noble", "Łukasz Żółć",
    "Foo {Bar} Baz", "others", "Rock & Roll 50%", "José María de la Cruz_2", "Jean-Pierre d'Été", "山田 太郎",
    "Ana # $ ~ ^ \\ Sign", "😀 Smile", "Nguyễn Văn An", "<b>Bold</b> Name", "Ludwig van Beethoven III",
    "{ Open Brace", "Ms. Ünïcödé ßtraße", "AND", "jane doe", "Hans-Jürgen von der Tann, Sr.",
)  # fmt: skip
TITLES = (
    *HOSTILE,
    "Łódź & 张伟: 50% of <b>x</b> {y} $z$ a_b #1 ~ ^ \\ 😀 ]]> </script>",
    "A lone { brace", "A lone } brace", "} turned { braces", "α, β and ε in ℝⁿ: x₁ ≤ ∞", "-- --- `` '' ?` !`",
    "=1+1", "@SUM(A1)", "'quoted'", "ER  - not the end", "TY  - JOUR", "Naïve café déjà vu", "Ends in \\",
)  # fmt: skip


@pytest.fixture(
    scope="module",
    params=[
        "shipped",
        "hostile",
        pytest.param(
            "corpus",
            marks=[
                pytest.mark.shared,
                pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus (../shared/corpus) is not here"),
            ],
        ),
    ],
)
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A library with its exports, as a build makes both."""
    if request.param == "hostile":
        return Shelf(hostile(), SETTINGS, request.param)
    settings = load(ROOT)
    if request.param == "corpus":
        settings = site(tmp_path_factory.mktemp("site") / "of", {"papers.jsonl": corpus(2000)})
    return Shelf(shelve(settings, Silent()).library, settings, request.param)


def corpus(papers: int) -> bytes:
    """The first papers of the corpus, as they are."""
    with gzip.open(CORPUS, "rb") as lines:
        return b"".join(line for _, line in zip(range(papers), lines, strict=False))


def hostile() -> Library:
    """A paper for each hostile title, with hostile names and an abstract that holds two titles."""
    papers = []
    for number, written in enumerate(TITLES):
        title, before = (" ".join(text.split()) for text in (written, TITLES[number - 1]))
        papers.append(
            invented(
                f"t-{number:02}",
                title,
                authors=(*NAMES[number % len(NAMES) :], *NAMES)[: number % 5],
                abstract=rich(f"We show that {title} holds, and {before} too."),
                year=2000 + number if number % 4 else None,
                venue=f"Proceedings of {title}" if number % 3 else "",
                ids=Ids(
                    arxiv=f"2101.{number:05}" if number % 3 == 0 else "",
                    doi=f"10.1000/x_{number}%2<{number}>;(a)" if number % 2 else "",
                    acl=f"2020.soup-1.{number}" if number % 5 == 0 else "",
                    openreview=f"a-B_{number:03}" if number % 5 == 1 else "",
                ),
                links=(Link(LinkKind.CODE, f"https://a.example/{number}?x=1&y=a_b%20c;d#e~f"),),
            )
        )
    papers += [
        invented(f"n-{number:02}", f"By {name}", authors=(name, *NAMES)) for number, name in enumerate(NAMES)
    ]
    books = {paper.key: paper for paper in papers}
    return Library(books, LISTINGS, people=gather(books, Naming()).people)


class Shelf:
    """A library, its references, and its files by path."""

    def __init__(self, library: Library, settings: Settings, name: str) -> None:
        self.name = name
        self.settings = replace(settings, site_url="")
        self.library = library
        self.references = references_of(library)

    @cache  # noqa: B019 - lives as long as the module's tests
    def files(self) -> dict[str, bytes]:
        """Every export."""
        return {file.path: file.content for file in all_files(self.library, self.settings)}

    def with_abstracts(self) -> bytes:
        """The bundle of the library with abstracts, unpacked."""
        with zipfile.ZipFile(io.BytesIO(self.files()["cite/library-with-abstracts.zip"])) as archive:
            return archive.read("library-with-abstracts.bib")

    def cited(self) -> dict[str, Told]:
        """The papers by citation key, with the one link that a reference has."""
        return {
            reference.key: replace(told(self.library.papers[key]), links=_one(reference))
            for key, reference in self.references.items()
        }

    def told(self) -> dict[str, Told]:
        """The papers by key."""
        return {key: told(paper) for key, paper in self.library.papers.items()}

    def entries(self, feed: str) -> dict[str, Told]:
        """The papers by address as seen from a feed, with the fields that feeds have."""
        return {
            urljoin(feed, f"/papers/{key}.html").replace("/papers/", "../papers/"): Told(
                paper.title_text, paper.authors, abstract=plain(paper.text)
            )
            for key, paper in self.library.papers.items()
        }


def told(paper: Paper) -> Told:
    """A paper as it is known."""
    ids = (paper.ids.arxiv, paper.ids.doi, paper.ids.acl, paper.ids.openreview)
    links = tuple(link.url for link in paper.links)
    return Told(paper.title_text, paper.authors, paper.year, *ids, links, plain(paper.abstract))


def _one(reference: Reference) -> tuple[str, ...]:
    return (reference.url,) if reference.url else ()


def assert_same(wanted: dict[str, Told], read: dict[str, Told]) -> None:
    """No difference; the first ten are shown."""
    assert list(differences(wanted, read))[:10] == []


def test_the_library_is_what_the_test_thinks(shelf: Shelf) -> None:
    """So that what follows says something."""
    papers = shelf.library.papers.values()
    assert len(papers) == {"shipped": 218, "hostile": len(TITLES) + len(NAMES), "corpus": 2000}[shelf.name]


def test_bibtex_by_bibtexparser(shelf: Shelf) -> None:
    """The bundle with abstracts, entry by entry; that without has the same papers without."""
    text = shelf.with_abstracts().decode()
    assert_same(shelf.cited(), read_back.of_bibtex(text))
    brief = shelf.files()["cite/library.bib"].decode()
    wanted = {key: replace(told, abstract="") for key, told in shelf.cited().items()}
    if shelf.name != "corpus":  # as long again, and nothing new
        assert_same(wanted, read_back.of_bibtex(brief))


@pytest.mark.skipif(not shutil.which("biber"), reason="biber is not installed")
def test_bibtex_by_biber(shelf: Shelf, tmp_path: Path) -> None:
    """biber reads TeX, names and dates by rules of its own, and warns of nothing."""
    (tmp_path / "x.bib").write_bytes(shelf.with_abstracts())
    command = ("biber", "--tool", "--output-format=biblatexml", "--output-file=x.xml", "x.bib")
    done = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert (
        done.returncode,
        [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))],
    ) == (
        0,
        [],
    )
    wanted = {key: replace(told, acl="", openreview="") for key, told in shelf.cited().items()}
    assert_same(wanted, read_back.of_biber((tmp_path / "x.xml").read_bytes()))


def test_ris_by_rispy(shelf: Shelf) -> None:
    """The bundle, and all entries with their abstracts."""
    wanted = {
        key: replace(one, authors=tuple(_without_commas(name) for name in one.authors))
        for key, one in shelf.cited().items()
    }
    text = ris.bundle(ris.entry(reference, abstract=True) for reference in shelf.references.values())
    assert_same(wanted, read_back.of_ris(text))
    brief = shelf.files()["cite/library.ris"].decode()
    assert_same({key: replace(told, abstract="") for key, told in wanted.items()}, read_back.of_ris(brief))


def _without_commas(name: str) -> str:
    head, comma, suffix = name.rpartition(", ")
    is_suffix = comma and suffix in ("Jr.", "Sr.", "II", "III", "IV", "Jr", "Sr")
    return f"{head.replace(',', '')}, {suffix}" if is_suffix else name.replace(",", "")


def test_csl_json_by_citeproc_and_its_schema(shelf: Shelf) -> None:
    """citeproc-py reads every field, and the schema allows all that is there."""
    pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    text = csl_json.bundle(
        csl_json.entry(reference, abstract=True) for reference in shelf.references.values()
    )
    assert_same(shelf.cited(), read_back.of_csl(text))
    validator = jsonschema.Draft7Validator(CSL)
    bundles = {
        path: content for path, content in shelf.files().items() if path.endswith(f".{csl_json.ENDING}")
    }
    if shelf.name == "corpus":  # its groups hold the same items
        bundles = {path: content for path, content in bundles.items() if path == "cite/library.csl.json"}
    assert bundles
    for path, content in (bundles | {"with abstracts": text.encode()}).items():
        assert [error.message for error in validator.iter_errors(json.loads(content))] == [], path


@pytest.mark.parametrize(
    "slip",
    [
        {"type": "preprint"},
        {"authors": []},
        {"author": ["Ann Example"]},
        {"author": [{"name": "Ann Example"}]},
        {"issued": "2031"},
        {"issued": {"date-parts": [[2031, 1, 2, 3]]}},
        {"DOI": 7},
        {"arxiv": "3101.00001"},
    ],
)
def test_the_schema_of_csl_finds_slips(slip: dict[str, object]) -> None:
    """So the test above can fail."""
    sound = {"id": "a", "type": "article", "title": "A", "author": [{"literal": "Ann"}]}
    jsonschema.validate([sound], CSL)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([sound | slip], CSL)


def test_atom_by_feedparser_and_relax_ng(shelf: Shelf) -> None:
    """Every document is valid; the newest hundred have their texts, the archives all papers by title and link."""
    schema = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
    documents = {
        path: content.decode()
        for path, content in shelf.files().items()
        if path.startswith("feeds/") and path.endswith(".xml")
    }
    groups = {path.split("/")[1] for path in documents}
    assert groups >= {"library.xml", "authors", "venues"}
    assert shelf.name != "shipped" or groups >= {"topics", "listings", "library"}
    for path, text in documents.items():
        schema.assertValid(etree.fromstring(text.encode()))
        if path == "feeds/library.xml":
            newest = read_back.of_atom(text)
    wanted = shelf.entries("feeds/library.xml")
    assert_same({key: wanted[key] for key in newest}, newest)
    assert len(newest) == min(100, len(wanted))
    archives = [text for path, text in documents.items() if path.startswith("feeds/library/")]
    older = {key.removeprefix("../"): one for key, one in read_back.of_atom(*archives).items()}
    brief = {key: Told(one.title, ()) for key, one in wanted.items()}
    assert_same({key: brief[key] for key in older}, older)
    assert newest.keys() | older.keys() == wanted.keys()


def test_json_feed_and_its_schema(shelf: Shelf) -> None:
    """The newest hundred; an entry without a text has its title as its content, since it must have one."""
    text = shelf.files()["feeds/library.json"].decode()
    wanted = {
        key: one if one.abstract else replace(one, abstract=one.title)
        for key, one in shelf.entries("feeds/library.json").items()
    }
    read = read_back.of_json_feed(text)
    assert_same({key: wanted[key] for key in read}, read)
    for path, content in shelf.files().items():
        if path.startswith("feeds/") and path.endswith(".json"):
            jsonschema.validate(json.loads(content), JSON_FEED)


def test_the_tables_by_csv_and_sqlite(shelf: Shelf) -> None:
    """data/papers.csv and data/papers.sqlite."""
    assert_same(shelf.told(), read_back.of_csv(shelf.files()["data/papers.csv"]))
    assert_same(shelf.told(), read_back.of_sqlite(shelf.files()["data/papers.sqlite"]))


def test_the_catalogue_by_its_schema(shelf: Shelf) -> None:
    """data/papers.jsonl."""
    content = shelf.files()["data/papers.jsonl"]
    assert_same(shelf.told(), read_back.of_json_lines(content))
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert [
        error.message for line in content.splitlines() for error in validator.iter_errors(json.loads(line))
    ] == []


def test_citation_keys_are_unique_in_every_bundle(shelf: Shelf) -> None:
    """Readable keys of ASCII letters, digits and hyphens, none twice, whatever the case."""
    keys = [reference.key for reference in shelf.references.values()]
    assert len({key.casefold() for key in keys}) == len(keys)
    assert [key for key in keys if not bibtex_key(key)] == []


def bibtex_key(key: str) -> bool:
    """Whether every program takes the key."""
    return bool(key) and key.isascii() and key.replace("-", "").isalnum() and key == key.lower()


def test_a_lost_author_would_be_seen() -> None:
    """So the tests above can fail."""
    [line] = differences({"a": Told("A", ("B", "C"))}, {"a": Told("A", ("B",))})
    assert line == "a: authors is ('B',) and not ('B', 'C')"
