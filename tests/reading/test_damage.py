"""A damaged entry costs that entry at most, is reported with its line, and never shifts its neighbours."""

from __future__ import annotations

import pytest

from generator.sources.formats import daily_papers
from generator.sources.given import Given
from generator.sources.pasted.lines import lines_of
from tests.reading.invented import HEADER, PAPERS, page

(T, A), BEFORE, AFTER = PAPERS[2], PAPERS[1], PAPERS[3]
CUT = A.index("A simple rule")
FIRST, SECOND = A[:CUT].strip(), A[CUT:]

# name, the damaged entry as blocks, what is read of it, and the codes reported with lines from its first line
CASES = [
    ("nothing", [T, A], [(T, A)], []),
    ("abstract missing", [T], [(T, "")], [("abstract-missing", 0)]),
    ("title missing", [A], [], [("title-missing", 0)]),
    ("title on two lines", [T.replace(" with", "\nwith"), A], [(T, A)], [("title-split", 1)]),
    ("title in two blocks", [T.replace(" with", "\n\nwith"), A], [(T, A)], [("title-split", 2)]),
    (
        "title broken after a colon",
        ["Knots:\n\nA Tale of Letters and Hands", A],
        [("Knots: A Tale of Letters and Hands", A)],
        [("title-split", 2)],
    ),
    ("stray count above", ["12", T, A], [(T, A)], [("stray-line", 0)]),
    ("stray words above", ["Submitted by", T, A], [(T, A)], [("stray-line", 0)]),
    ("stray count between", [T, "12", A], [(T, A)], [("stray-line", 2)]),
    ("stray word between", [T, "akhaliq", A], [(T, A)], [("stray-line", 2)]),
    ("stray sentence between", [T, "Sponsored content from our partners", A], [(T, A)], [("stray-line", 2)]),
    ("stray count glued to the title", [T + "\n12", A], [(T, A)], [("stray-line", 1)]),
    ("stray dot below", [T, A, "·"], [(T, A)], [("stray-line", 4)]),
    ("stray words below", [T, A, "Click here to expand"], [(T, A)], [("stray-line", 4)]),
    (
        "stray count inside",
        [T, FIRST, "Upvote 45", SECOND],
        [(T, A)],
        [("abstract-split", 6), ("stray-line", 4)],
    ),
    ("abstract in two paragraphs", [T, FIRST, SECOND], [(T, A)], [("abstract-split", 4)]),
    (
        "abstract broken in a sentence",
        [T, A[:90].strip(), A[90:].strip()],
        [(T, f"{A[:90].strip()} {A[90:].strip()}")],
        [("abstract-split", 4)],
    ),
    ("abstract before title", [A, T], [(T, A)], [("abstract-before-title", 2)]),
    ("no blank line between", [f"{T}\n{A}"], [(T, A)], []),
    ("many blank lines", [f"\n\n\n{T}\n\n\n\n{A}\n\n\n"], [(T, A)], []),
    ("tabs and hard spaces", [f"\t\u00a0{T} \u00a0", f"  {A}\t"], [(T, A)], []),
    ("blank lines that are not empty", [f"{T}\n \t\u00a0\n{A}\n\u200b"], [(T, A)], []),
    ("entry twice", [T, A, T, A], [(T, A), (T, A)], []),
]


@pytest.mark.parametrize(("name", "blocks", "read", "told"), CASES, ids=[case[0] for case in CASES])
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_one_entry_is_damaged_and_its_neighbours_are_not(
    name: str, blocks: list[str], read: list[tuple[str, str]], told: list[tuple[str, int]], place: str
) -> None:
    """The neighbours come out whole, and every problem stands at a line of the damaged entry."""
    before = () if place == "first" else (PAPERS[0], BEFORE)
    after = () if place == "last" else (AFTER, PAPERS[4])
    if name == "stray words below" and place == "last":
        pytest.skip("below the last paper this is the foot of the page")
    if name in ("stray count above", "stray words above") and place == "first":
        pytest.skip("above the first paper this is the head of the page")
    text = page(*before, tuple(blocks), *after)
    reading = daily_papers.read(Given(text, "x", "x.txt"))
    assert [(record.title, record.abstract) for record in reading.records] == [*before, *read, *after]
    line = page(*before).count("\n") + 2
    assert [(problem.code, problem.place.line) for problem in reading.problems] == [
        (code, line + offset) for code, offset in told
    ]
    assert all(problem.hint for problem in reading.problems)
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)


@pytest.mark.parametrize(
    ("ending", "last", "told"),
    [
        (T, (T, ""), "abstract-missing"),
        (f"{T}\n\n{A[:150]}", (T, A[:150].strip()), "cut-short"),
        (f"{T}\n\n{A[:120]}", (T, A[:120].strip()), "cut-short"),
    ],
)
def test_a_file_cut_short_costs_the_last_entry_only(ending: str, last: tuple[str, str], told: str) -> None:
    """What is there of the last entry is shown, and reported."""
    reading = daily_papers.read(Given(page(*PAPERS[:2]) + "\n" + ending, "x", "x.txt"))
    assert [(record.title, record.abstract) for record in reading.records] == [*PAPERS[:2], last]
    assert [problem.code for problem in reading.problems] == [told]


def test_a_habit_of_the_page_is_one_note() -> None:
    """Lines of the page around every paper are skipped, and told of once."""
    blocks = [
        (f"{number}", title, abstract, "Submitted by", "someone")
        for number, (title, abstract) in enumerate(PAPERS * 3)
    ]
    reading = daily_papers.read(Given(page(*blocks), "x", "x.txt"))
    assert [(record.title, record.abstract) for record in reading.records] == list(PAPERS * 3)
    assert [problem.code for problem in reading.problems] == ["page-lines-skipped"]


def test_a_hard_wrapped_page_is_read_as_if_it_were_not() -> None:
    """An editor that wraps at 70 characters costs nothing."""
    import textwrap

    wrapped = [
        tuple("\n".join(textwrap.wrap(block, 70, break_on_hyphens=False)) for block in paper)
        for paper in PAPERS
    ]
    reading = daily_papers.read(Given(page(*wrapped), "x", "x.txt"))
    assert [(record.title, record.abstract) for record in reading.records] == list(PAPERS)
    assert reading.problems == ()


def test_a_wrapped_paragraph_may_be_endless() -> None:
    """A book pasted by mistake costs time in proportion to its length."""
    lines = ["the quick brown fox jumps over the lazy dog and then does some-"] * 20_000
    found = lines_of("\n".join(lines))
    assert [(line.number, len(line.text)) for line in found] == [(1, 20_000 * (len(lines[0]) - 1) + 1)]


def test_two_pages_in_one_file_are_reported() -> None:
    """A second heading with its date is none of the papers', and the second date is told of."""
    text = page(*PAPERS[:2]) + "\n" + page(*PAPERS[2:]).replace("Sep 3", "Sep 4")
    reading = daily_papers.read(Given(text, "x", "x.txt"))
    assert [(record.title, record.abstract) for record in reading.records] == list(PAPERS)
    assert "second-date" in [problem.code for problem in reading.problems]
    assert reading.listing.date == "Sep 3"


@pytest.mark.parametrize(
    ("header", "date", "title"),
    [
        (HEADER, "Sep 3", "Daily Papers, Sep 3"),
        (HEADER.replace("Daily Papers\n\n", ""), "Sep 3", "Daily Papers, Sep 3"),
        (
            HEADER.replace("byAK", "by AK").replace("Sep 3", "September 3"),
            "September 3",
            "Daily Papers, September 3",
        ),
        ("Daily Papers\nWeek 36", "Week 36", "Daily Papers, Week 36"),
        (
            "Hugging Face\nModels\nDatasets\nLog In\n\nDaily Papers\n\nWed, Sep 3",
            "Wed, Sep 3",
            "Daily Papers, Wed, Sep 3",
        ),
        ("Daily Papers\n\nSep 3, 2024", "Sep 3, 2024", "Daily Papers, Sep 3, 2024"),
        ("Daily Papers", "", "Monday finds"),
        ("Sep 3", "Sep 3", "Monday finds, Sep 3"),
        ("", "", "Monday finds"),
    ],
)
def test_headers_in_all_their_variants(header: str, date: str, title: str) -> None:
    """The heading is no paper, and the date stays as it is written, without a year if it has none."""
    text = page(*PAPERS, header=header)
    assert daily_papers.recognises(Given(text))
    reading = daily_papers.read(Given(text, "x", "library/listings/01-monday_finds.txt"))
    assert [(record.title, record.abstract) for record in reading.records] == list(PAPERS)
    assert (reading.listing.date, reading.listing.title, reading.problems) == (date, title, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello.",
        "Dear reader,\n\n" + PAPERS[0][1] + "\n\nYours,\n\nA friend",
        "\n\n".join(abstract for _, abstract in PAPERS),
        "\n".join(title for title, _ in PAPERS),
        "# Notes\n\n" + PAPERS[0][1],
        "<html><body>Daily Papers</body></html>",
        "@article{a,\n title={Daily Papers},\n}",
        "title,abstract\nDaily Papers,x",
    ],
)
def test_what_is_no_page_is_not_taken_for_one(text: str) -> None:
    """Prose, bare titles and other formats are refused."""
    assert not daily_papers.recognises(Given(text))


def test_a_line_right_below_a_title_is_its_rest_whatever_the_abstract_says() -> None:
    """Only an empty line parts entries, in a page that has them."""
    text = (
        "Daily Papers\n\nMay 5\n\nBread and Its Crumbs: A Study\n\n" + "We bake bread and count crumbs. " * 12
    )
    text += "\n\nRoses That Grow:\nOver Two Lines\n\n" + "Gardens are planted here in many ways. " * 10 + "\n"
    reading = daily_papers.read(Given(text, "may", "may.txt"))
    assert [record.title for record in reading.records] == [
        "Bread and Its Crumbs: A Study",
        "Roses That Grow: Over Two Lines",
    ]
    assert [problem.code for problem in reading.problems] == ["title-split"]


def test_an_abstract_cut_to_its_first_words_does_not_become_the_head_of_the_next_title() -> None:
    """Its own title is left without an abstract; the next entry is whole."""
    bread, roses = "We bake bread and count crumbs. " * 12, "Roses are planted in gardens in many ways. " * 10
    text = "Daily Papers\n\nMay 5\n\nBread and Its Crumbs\n\nThe baking of bread has led to\n\n"
    text += f"Roses in Gardens\n\n{roses}"
    text += f"\n\nBread Again, and Its Crumbs\n\n{bread}\n"
    reading = daily_papers.read(Given(text, "may", "may.txt"))
    assert ("Roses in Gardens", roses.strip()) in [
        (record.title, record.abstract) for record in reading.records
    ]
    assert reading.problems[0].place.line == 5
