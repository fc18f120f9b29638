"""overrides.yml and notes: what the owner says counts, and every mistake is shown with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.keys import paper_key
from generator.merge import merge
from generator.model import Topic
from generator.notes import load_notes
from generator.overrides import Overrides, TopicChange, load_overrides, unknown_topics
from generator.progress import Silent
from generator.sources import read_all
from tests.reading.invented import PAPERS, page, site

KEYS = [paper_key(title) for title, _ in PAPERS]


def loaded(root: Path, text: str) -> tuple[Overrides, list[tuple[str, int]]]:
    overrides, problems = load_overrides(site(root, {}, overrides=text))
    assert all(problem.hint and problem.place.file == "library/overrides.yml" for problem in problems)
    return overrides, [(problem.code, problem.place.line) for problem in problems]


def test_everything_an_owner_can_say(tmp_path: Path) -> None:
    """Papers are named by key or by title, entries by listing and number."""
    overrides, problems = loaded(
        tmp_path,
        "topics:\n  bread:\n    add: [baking, butter]\n    remove: crust\n    primary: baking\n"
        "  'Butter: A Survey':\n    primary: fat\n"
        "hide: [toast, 'Do Lighthouses Dream?']\n"
        "titles:\n  bread: 'Bread, Again'\n"
        "same:\n  - [bread, 'Bread: A First Look']\ndifferent:\n  - [a.txt:3, sub/b.jsonl:7]\n",
    )
    assert problems == []
    assert overrides.topics == {
        "bread": TopicChange(("baking", "butter"), ("crust",), "baking"),
        "butter-a-survey": TopicChange((), (), "fat"),
    }
    assert overrides.hidden == ("do-lighthouses-dream", "toast")
    assert overrides.titles == {"bread": "Bread, Again"}
    assert overrides.same == (("bread", "bread-a-first-look"),)
    assert overrides.different == (("a.txt:3", "sub/b.jsonl:7"),)


@pytest.mark.parametrize("text", ["", "# nothing\n", "topics:\nhide:\ntitles:\nsame:\ndifferent:\n", "---\n"])
def test_nothing_is_no_mistake(tmp_path: Path, text: str) -> None:
    """An empty file, and one of empty parts, means no wishes."""
    assert loaded(tmp_path, text) == (Overrides(), [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("hide: [a\n", [("overrides-unreadable", 2)]),
        ("a: b: c\n", [("overrides-unreadable", 1)]),
        ("- a\n", [("override-wrong", 1)]),
        ("hidden: [a]\n", [("override-wrong", 1)]),
        ("hide: [a]\nhide: [b]\n", [("override-wrong", 2)]),
        ("hide: {a: b}\n", [("override-wrong", 1)]),
        ("hide: [[a]]\n", [("override-wrong", 1)]),
        ("hide: [a, b, A]\n", [("override-wrong", 1)]),
        ("titles:\n  a: [b]\n", [("override-wrong", 2)]),
        ("titles:\n  a: b\n  a: c\n", [("override-wrong", 3)]),
        ("titles: a\n", [("override-wrong", 1)]),
        ("topics:\n  a: {plus: [b]}\n", [("override-wrong", 2)]),
        ("topics:\n  a: baking\n", [("override-wrong", 2)]),
        ("topics:\n  a: {add: [b], remove: [b]}\n", [("override-wrong", 2)]),
        ("topics:\n  a: {primary: b, remove: [b]}\n", [("override-wrong", 2)]),
        ("topics:\n  a: {primary: [b]}\n", [("override-wrong", 2)]),
        ("same: [a, b]\n", [("override-wrong", 1), ("override-wrong", 1)]),
        ("same: a\n", [("override-wrong", 1)]),
        ("same:\n  - [a]\n", [("override-wrong", 2)]),
        ("same: [[a, b], [b, c]]\ndifferent:\n  - [a, c]\n", [("override-contradiction", 3)]),
        ("? [a]\n: b\n", [("override-wrong", 1)]),
        ("x: &a [*a]\n", [("override-wrong", 1)]),
        ("[" * 5000, [("overrides-unreadable", 0)]),
    ],
)
def test_every_mistake_is_shown_with_its_line(
    tmp_path: Path, text: str, problems: list[tuple[str, int]]
) -> None:
    """A mistake costs its own part, never the rest."""
    found = loaded(tmp_path, text)[1]
    assert [code for code, _ in found] == [code for code, _ in problems]
    assert [line for _, line in found] == [line for _, line in problems] or "[[" in text


def test_the_lines_that_a_page_shows_its_owner_are_no_mistake(tmp_path: Path) -> None:
    """They hold empty lists, to be filled in, and an empty primary topic where a paper has no topic."""
    overrides, problems = loaded(
        tmp_path,
        "topics:\n  bread: {add: [], remove: [], primary: baking}\n"
        "  toast: {add: [], remove: [], primary: }\n",
    )
    assert problems == []
    assert overrides.topics["bread"] == TopicChange((), (), "baking")


def test_a_mistake_leaves_the_rest_in_force(tmp_path: Path) -> None:
    """A broken entry, then a good one."""
    overrides, problems = loaded(tmp_path, "titles:\n  a: [b]\n  c: d\nnonsense: 1\nhide: [e]\n")
    assert (overrides.titles, overrides.hidden) == ({"c": "d"}, ("e",))
    assert problems == [("override-wrong", 4), ("override-wrong", 2)]


def test_wishes_that_meet_no_paper_are_reported(tmp_path: Path) -> None:
    """An override that does nothing is shown with its line and the nearest keys."""
    text = f"hide:\n  - {KEYS[3]}s\ntitles:\n  nothing-like-it: x\nsame:\n  - [{KEYS[0]}, a.txt:99]\n"
    settings = site(tmp_path, {"a.txt": page(*PAPERS)}, overrides=text)
    readings, _ = read_all(settings, Silent())
    outcome = merge(readings, load_overrides(settings)[0], Silent())
    assert sorted((problem.code, problem.place.line) for problem in outcome.problems) == [
        ("override-unused", 2),
        ("override-unused", 4),
        ("override-unused", 6),
    ]
    assert any(KEYS[3] in problem.hint for problem in outcome.problems)


def test_hidden_papers_are_counted_and_titles_keep_their_address(tmp_path: Path) -> None:
    """A hidden paper is reported with its entries; a new title does not move the page."""
    text = f"hide: ['{PAPERS[0][0]}']\ntitles:\n  {KEYS[3]}: Bread, Found\n"
    settings = site(tmp_path, {"a.txt": page(*PAPERS), "b.txt": page(PAPERS[0])}, overrides=text)
    readings, _ = read_all(settings, Silent())
    outcome = merge(readings, load_overrides(settings)[0], Silent())
    assert sorted(outcome.papers) == sorted(KEYS[1:])
    assert outcome.papers[KEYS[3]].title_text == "Bread, Found"
    assert [(problem.code, problem.level.value, problem.entries) for problem in outcome.problems] == [
        ("paper-hidden", "note", 2)
    ]


def test_topics_that_the_taxonomy_lacks_are_reported() -> None:
    """The slug is checked against the taxonomy."""
    overrides = Overrides(topics={"bread": TopicChange(("baking", "bakin"), (), "baking")})
    problems = unknown_topics(overrides, {"baking": Topic("baking", "Baking", "All about it.")})
    assert [(problem.code, problem.message) for problem in problems] == [
        ("override-unknown-topic", "There is no topic `bakin`.")
    ]


@hypothesis_settings(deadline=None, max_examples=60)  # each example is a folder on the disk
@given(st.text("ab:[]{}-&*!?|>'\"%@, \n\t#", max_size=60))
def test_no_overrides_break_the_build(text: str) -> None:
    """Whatever stands in the file, problems are values."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        load_overrides(site(Path(folder), {}, overrides=text))


def test_notes_are_shown_as_they_are(tmp_path: Path) -> None:
    """Front matter is dropped, an empty note is none, and a note of no paper is told with near keys."""
    settings = site(tmp_path, {"a.txt": page(*PAPERS)})
    folder = settings.library / "notes"
    folder.mkdir()
    for name, content in {
        f"{KEYS[0]}.md": b"---\ntitle: x\n---\n\n**Read** this.\n",
        f"{KEYS[1]}.md": "\ufeff--- not front matter\n".encode(),
        f"{KEYS[2]}.md": b" \n",
        f"{KEYS[3]}.md": b"caf\xe9",
        f"{KEYS[4]}s.md": b"Lost.",
        "README.md": b"Notes go here.",
    }.items():
        (folder / name).write_bytes(content)
    readings, _ = read_all(settings, Silent())
    papers = merge(readings, Overrides(), Silent()).papers
    notes, problems = load_notes(settings, papers)
    assert notes == {KEYS[0]: "**Read** this.", KEYS[1]: "--- not front matter"}
    assert [(problem.code, problem.level.value) for problem in problems] == [
        ("note-unreadable", "error"),
        ("note-without-paper", "warning"),
    ] or [problem.code for problem in problems] == ["note-without-paper", "note-unreadable"]
    assert any(f"{KEYS[4]}.md" in problem.hint for problem in problems)
