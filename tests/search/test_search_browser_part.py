"""The browser part: words as in Python, what is typed, versions, hostile text, and what sites get."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest

from generator import search
from generator.model import Library, Paper, Topic
from generator.search.spelling import bare, cut, fold, term
from generator.text.rich import rich
from tests.search.node import Node, written

TOOLS = Path(__file__).parent / "tools"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1) </script><!-- ]]> \\u0022 \\",
    "line\u2028separator and\u2029paragraph",
    "quote \" and ' and ` and ${1+1}",
)
VECTORS = (
    "García Łukasz naïve Straße ŒUVRE İstanbul ΣΊΣΥΦΟΣ ½ ４V ﬁne x² don't model's "
    "rock’n’roll GPT-4V in-context out‑of‑distribution 大きな庭園 ガラス 面包 정원 한국어 a--b -c d- "
    "_e_ e\u0301a\u0308 \U00020000\U00020001 नमस्ते "
)
WORDS = (
    "generalisation generalization LLMs models modelling labelled behaviour skies "
    "dying inning past pasted universally emerging organization internal sses flies "
    "hopping hoping feed agreed succeed proceed exceed logist geologist biology "
    "relational conditional rational valenci digitizer operator feudalism "
    "decisiveness hopefulness callousness formaliti sensitiviti sensibiliti "
    "triplicate formative formalize electriciti electrical goodness revival allowance "
    "inference airliner gyroscopic adjustable defensible irritant replacement "
    "adjustment dependent adoption homologou communism activate angulariti homologous "
    "effective bowdlerize probate rate cease controll roll yes youth boyish say "
    "syzygy tying vying evening herring outing canning earring "
)


@pytest.fixture(scope="module")
def readable(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("readable")
    shutil.copytree(folder, copy, dirs_exist_ok=True)
    (copy / "find" / "engine.js").write_bytes(search.source())
    return copy


def test_words_are_cut_folded_and_stemmed_alike(node: Node, readable: Path) -> None:
    """Python files a word under the term the browser looks for."""
    assert node.inside(readable, "cut", (fold(VECTORS),)) == [cut(fold(VECTORS))]
    assert node.inside(readable, "fold", (VECTORS,)) == [fold(VECTORS)]
    words = [bare(word) for word in cut(fold(f"{VECTORS} {WORDS}"))]
    assert node.inside(readable, "term", *((word,) for word in words)) == [term(word) for word in words]


@pytest.mark.shared
def test_words_of_the_corpus_are_stemmed_alike(node: Node, readable: Path) -> None:
    """More than 20,000 words of real papers have the same term on both sides."""
    import gzip

    corpus = Path(__file__).parents[3] / "shared" / "corpus" / "papers-20k.jsonl.gz"
    if not corpus.is_file():
        pytest.skip(f"{corpus} is missing")
    words: set[str] = set()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(6_000), lines, strict=False):
            paper = json.loads(line)
            words |= {bare(word) for word in cut(fold(f"{paper['title']} {paper['abstract']}"))}
    ordered = sorted(words)
    assert len(ordered) > 20_000
    assert node.inside(readable, "term", *((word,) for word in ordered)) == [term(word) for word in ordered]


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("model", "model", 0),
        ("modle", "model", 1),
        ("mdel", "model", 1),
        ("moddel", "model", 1),
        ("madel", "model", 1),
        ("mo", "model", 3),
    ],
)
def test_a_slip_is_one_step(node: Node, readable: Path, one: str, other: str, far: int) -> None:
    """A letter added, left out, changed or swapped is one step; more than asked is told as more."""
    assert node.inside(readable, "distance", (one, other, 2)) == [far]


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"',
        "-",
        "OR",
        "a OR",
        "author:",
        "year:soon",
        "has:wings",
        '"open phrase',
        "-- OR | :",
        "topic: x",
        "((",
        "\\",
        "x" * 5000,
        *HOSTILE,
    ],
)
def test_nothing_typed_is_an_error(node: Node, folder: Path, text: str) -> None:
    """Whatever is typed gets an answer."""
    answer = node.ask(folder, "search", text, {"limit": 3, "typing": True})
    assert "problem" not in answer
    assert answer["total"] >= len(answer["hits"]) or answer["more"]


def _library(*papers: tuple[str, str]) -> Library:
    made = {
        f"p{number}": Paper(f"p{number}", rich(title), (), abstract=rich(text))
        for number, (title, text) in enumerate(papers)
    }
    return Library(papers=made, listings=())


def _titles(answer: dict[str, Any]) -> list[str]:
    return [hit["title"] for hit in answer["hits"] if not hit["missing"]]


def test_what_is_typed_wrongly_or_otherwise_finds_all_the_same(node: Node, tmp_path: Path) -> None:
    """Typos, accents, hyphens, inflections and acronyms lead to the paper, and corrections are told."""
    site = written(
        _library(
            ("In-context lanterns", "Out-of-distribution (OOD) herons."),
            ("GPT4V in gardens", "A kettle by José García."),
            ("Herons", "They stand out of distribution often."),
            ("GPT-4V ponds", "Simmering, slowly."),
        ),
        tmp_path,
    )

    def ask(text: str, **options: Any) -> dict[str, Any]:
        answer: dict[str, Any] = node.ask(site, "search", text, options)
        return answer

    for text in ("in context lanterns", "in-context lantern", "incontext LANTERNS", "lanetrns"):
        assert _titles(ask(text)) == ["In-context lanterns"], text
    for text in ("GPT4V", "gpt-4v", "GPT 4V"):
        assert sorted(_titles(ask(text))) == ["GPT-4V ponds", "GPT4V in gardens"], text
    assert _titles(ask("Garcia ketle")) == ["GPT4V in gardens"]
    assert ask("ketle")["corrections"] == [{"kind": "spelling", "typed": "ketle", "used": ["kettle"]}]
    assert ask("ketle", literal=True)["total"] == 0
    assert sorted(_titles(ask("OOD"))) == ["Herons", "In-context lanterns"]
    assert _titles(ask("simmer")) == ["GPT-4V ponds"]
    assert _titles(ask("ket", typing=True)) == ["GPT4V in gardens"]
    partial = ask("kettle ponds")
    assert (partial["partial"], partial["total"]) == (True, 2)


def test_a_slip_keeps_the_first_letter_sooner_than_another(node: Node, tmp_path: Path) -> None:
    """Pruning and running are one letter away from "prunning", and running is the more frequent."""
    site = written(
        _library(("Pruning", "A kettle."), *[(f"Running {n}", "A race.") for n in range(6)]), tmp_path
    )
    assert node.ask(site, "search", "prunning", {})["corrections"] == [
        {"kind": "spelling", "typed": "prunning", "used": ["pruning"]}
    ]
    assert _titles(node.ask(site, "search", "gunning", {})) == [f"Running {n}" for n in range(6)]


def test_an_acronym_is_known_where_its_long_form_is(node: Node, tmp_path: Path) -> None:
    """Its own file is not read for it, which would be one round of files more before the answer."""
    ponds = [(f"Pond {number}", "Wild green herons (WGH) stand.") for number in range(30)]
    pairs = [one + other for one in ascii_lowercase for other in ascii_lowercase]
    between = " ".join([f"{begin}{pair}x" for begin in ("wa", "wh") for pair in pairs])
    site = written(_library(*ponds, ("WGH alone", "Far away."), ("Words", between)), tmp_path)
    answer = node.ask(site, "search", "wild green herons", {"limit": 40})
    assert (answer["total"], "WGH alone" in _titles(answer)) == (31, True)
    assert {"kind": "acronym", "typed": "wild green herons", "used": ["WGH"]} in answer["corrections"]
    before = node.files(site)
    assert node.ask(site, "search", "WGH", {"limit": 40})["total"] == 31
    assert any(file.startswith("find/t/") for file in node.files(site) - before)


def test_an_acronym_that_is_not_filed_is_none(node: Node, tmp_path: Path) -> None:
    """From 2,000 papers on what only a hyphen joins is left out where it occurs once, acronyms among it."""
    told = [
        ("One", "Virtual lexical agendas (V-LAs) stand."),
        ("Two", "Some virtual lexical agendas (V-LA) stand."),
    ]
    site = written(_library(*told, *[(f"Paper {number}", "Kettle.") for number in range(2000)]), tmp_path)
    answer = node.ask(site, "search", "virtual lexical agendas", {})
    assert (sorted(_titles(answer)), answer["corrections"]) == (["One", "Two"], [])


@pytest.mark.parametrize("word", ["AED", "dying", "skies", "tied", "García", "LLMs", "ageing", "yes"])
def test_each_word_that_is_found_is_marked(node: Node, tmp_path: Path, word: str) -> None:
    """Words share two letters with what they are filed under, but for some."""
    site = written(_library(("Kettle", f"The herons are {word}, they say.")), tmp_path)
    [hit] = node.ask(site, "search", word, {})["hits"]
    assert [piece["text"] for piece in hit["passage"] if piece["mark"]] == [word]


def test_a_rare_word_that_begins_so_does_not_lead_while_typing(node: Node, tmp_path: Path) -> None:
    """Lantern is typed: papers on lanterns come first, and what only a hyphen joins is no completion."""
    plain = [(f"Lantern number {number}", "A lantern and a kettle.") for number in range(6)]
    site = written(_library(("Ponds", "A kettle, lantern-free. A lanternist."), *plain), tmp_path)
    shown = [hit["title"] for hit in node.ask(site, "search", "kettle lantern", {"typing": True})["hits"]]
    assert shown[-1] == "Ponds"
    assert len(shown) == 7
    assert [one["word"] for one in node.ask(site, "suggest", "lant")] == ["lantern", "lanternist"]


def test_where_no_paper_holds_all_words_the_topics_of_most_of_them_are_near(
    node: Node, tmp_path: Path
) -> None:
    """Partial answers and none name them, whole answers do not."""
    library = replace(
        _library(("Kettles", "On kettles that sing.")),
        topics={
            "ponds": Topic("ponds", "Ponds", "Quiet water."),
            "quiet-kettles": Topic("quiet-kettles", "Quiet kettles", "They do not sing."),
        },
    )
    site = written(library, tmp_path)
    for text, near in (
        ("quiet kettle", ["quiet-kettles"]),
        ("quiet", ["ponds", "quiet-kettles"]),
        ("kettle", []),
        ("heron", []),
    ):
        answer = node.ask(site, "search", text, {})
        assert [topic["slug"] for topic in answer["nearest"]] == near, text


@pytest.mark.parametrize(
    ("typed", "filters", "names"),
    [
        ("author:garcai", {}, ["garcia"]),
        ('author:"jose garcai"', {}, ["jose garcia"]),
        ("author:nowka soup", {}, ["nowak"]),
        ('author:"wei garcia"', {}, ["wei", "garcia"]),  # both known, nobody bears both
        ("soup", {"author": ["Zhagn"]}, ["zhang"]),
        ("author:qqqqqq", {}, []),
        ("author:garcia unheardof -garcia", {}, []),  # the name is borne; the rest is what nobody wrote
    ],
)
def test_a_name_that_nobody_bears_is_answered_with_near_ones(
    node: Node, folder: Path, typed: str, filters: dict[str, list[str]], names: list[str]
) -> None:
    """Nothing is found, and the nearest names that somebody bears are told."""
    answer = node.ask(folder, "search", typed, {"filters": filters})
    assert (answer["total"], answer["nearestAuthors"]) == (0, names)


def test_hostile_text_stays_text(node: Node, tmp_path: Path) -> None:
    """Titles and abstracts come back as they went in, in pieces of plain text."""
    site = written(_library(*((f"{text} kettle", f"{text} heron") for text in HOSTILE)), tmp_path)
    hits = node.ask(site, "search", "kettle heron", {})["hits"]
    assert sorted(hit["title"] for hit in hits) == sorted(f"{text} kettle" for text in HOSTILE)
    for hit in hits:
        assert "".join(piece["text"] for piece in hit["titlePieces"]) == hit["title"]
        assert (
            "".join(piece["text"] for piece in hit["passage"])
            == hit["title"].removesuffix("kettle") + "heron"
        )
        assert [piece["text"] for piece in hit["titlePieces"] if piece["mark"]] == ["kettle"]


def test_an_index_of_another_version_says_so(node: Node, folder: Path, tmp_path: Path) -> None:
    """An old index with a new script and a missing index give a sentence, never wrong answers."""
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    head = tmp_path / "find" / "head.js"
    head.write_text(head.read_text().replace(f'"version":{search.VERSION}', '"version":0'))
    assert "version 0" in node.ask(tmp_path, "search", "soup", {})["problem"]
    head.unlink()
    assert "cannot be read" in node.ask(tmp_path, "search", "soup", {})["problem"]


def test_same_library_same_bytes(library: Library) -> None:
    """The index depends on the library alone."""
    assert list(search.files(library)) == list(search.files(library))


def test_an_empty_library_can_be_searched(node: Node, tmp_path: Path) -> None:
    """No papers, no answers, no problem."""
    answer = node.ask(written(_library(), tmp_path), "search", "anything", {})
    assert (answer["total"], "problem" in answer) == (0, False)


def test_sites_get_what_the_sources_say() -> None:
    """engine.min.js is the minified sources, at most 25 KB; types and style are clean."""
    assert len(search.script()) <= 25_000
    tools = TOOLS / "node_modules" / ".bin"
    if not tools.is_dir():
        pytest.skip("The tools of tests/search/tools are not installed (npm ci there).")
    readable = TOOLS / "node_modules" / "engine.js"
    readable.write_bytes(search.source())
    made = subprocess.run(["node", TOOLS / "minify.mjs", readable], capture_output=True, check=True).stdout
    assert made == search.script(), (
        "Run minify.mjs and keep what it prints as generator/search/engine.min.js."
    )
    subprocess.run([tools / "tsc", "-p", TOOLS], check=True)
    browser = Path(search.__file__).parent / "browser"
    subprocess.run(
        [tools / "eslint", "-c", TOOLS / "eslint.config.mjs", "--max-warnings", "0", browser],
        check=True,
        cwd=browser.parents[2],
    )
