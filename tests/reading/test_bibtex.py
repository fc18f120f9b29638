"""BibTeX: whatever an exporter or a person wrote, every entry is a record or is told with its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string, write_string
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.merge import merge
from generator.model import Authority, Ids, Link, LinkKind, Markup, Reading, Record
from generator.overrides import Overrides
from generator.problems import Place
from generator.progress import Silent
from generator.sources import read_all
from generator.sources.bib.people import people
from generator.sources.formats import bibtex, json_lines
from generator.sources.given import Given
from generator.text.clean import clean_title
from generator.text.rich import plain
from tests.reading.invented import site
from tests.reading.test_shared import SEEDS, needs_seeds

SHARED = SEEDS.parent
FULL = r"""
@string{bake = "Journal of " # {Bread}}
@preamble{"\newcommand{\crust}{c}"}
@comment{jabref-meta: databaseType:bibtex;}

@Article{crumb31,
  title        = {{Bread} Index {\'E}tude},
  subtitle     = "Of {\"O}vens \& {M}oss",
  author       = {van der Maaten, Laurens and {\L}ukasz Crumb and others},
  year         = 2031,
  month        = may,
  journal      = bake,
  doi          = {https://doi.org/10.1234/BREAD\_7},
  eprint       = {3101.00001v2},
  archiveprefix= {arXiv},
  url          = {https://aclanthology.org/2031.bake-long.7/},
  pdf          = {https://example.org/bread.pdf},
  note         = {Code: \url{https://github.com/crumb/bread}},
  keywords     = {bread, index,bread},
  abstract     = {An index of 50\% bread by $\alpha$-crust~only.},
}
"""


def read(text: str) -> Reading:
    return bibtex.read(Given(text, "a", "a.bib"))


def test_every_field_is_read() -> None:
    """All that is known of a paper, without its LaTeX; formulas are left for the page."""
    reading = read(FULL)
    assert reading.problems == ()
    assert reading.records == (
        Record(
            title="Bread Index Étude: Of Övens & Moss",
            place=Place("a.bib", 6),
            listing="a",
            position=1,
            markup=Markup.RESIDUE,
            abstract=r"An index of 50% bread by $\alpha$-crust only.",
            authors=("Laurens van der Maaten", "Łukasz Crumb"),
            authors_incomplete=True,
            year=2031,
            venue="Journal of Bread",
            ids=Ids("3101.00001", "10.1234/bread_7", "2031.bake-long.7"),
            links=(
                Link(LinkKind.PAPER, "https://example.org/bread.pdf"),
                Link(LinkKind.CODE, "https://github.com/crumb/bread"),
            ),
            keywords=("bread", "index"),
            published="2031-05",
            authority=Authority.PUBLISHER,
        ),
    )


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        (r"title = {100% sure: \$5 and \$6, or $5 and $6}", "title", "100% sure: $5 and $6, or $5 and $6"),
        (r"title = {D\$^3\$epth, \\textit\{twice\} escaped}", "title", "D$^3$epth, twice escaped"),
        (r"title = {Doubled Jos\\'e \\textbf{x} {\\L} R\\&D}", "title", "Doubled José x Ł R&D"),
        (r"title = {A\\Long {\em and bold} \texttt{line}}", "title", "A Long and bold line"),
        (r"title = {<cup, on, table> \& <i>in vitro</i> H<sub>2</sub>O}", "title", None),
        (
            r"title = {Escaped {\textless}i{\textgreater}twice{\textless}/i{\textgreater}}",
            "title",
            "Escaped twice",
        ),
        (
            r"title = {Our \method: an ``aside'' --- {\textquoteright}s}",
            "title",
            "Our method: an “aside” — ’s",
        ),
        (r"title = {A {\~{}} b\^{}c {\{}d{\}}}", "title", "A ~ b^c {d}"),
        ("title = {What?}, subtitle = {That}", "title", "What? That"),
        ("title = {T}, date = {2031-05-04/2031-06-01}", "published", "2031-05-04"),
        ("title = {T}, date = {2031-05~}", "published", "2031-05"),
        ("title = {T}, date = {2031-05-04}", "year", 2031),
        ("title = {T}, year = {in press}", "year", None),
        ("title = {T}, year = {{c}2031, to appear}", "year", 2031),
        ("title = {T}, year = {2031}, month = 5", "published", "2031-05"),
        ("title = {T}, year = {2031}, month = {October}", "published", "2031-10"),
        ("title = {T}, year = {2031}, month = {10}", "published", "2031-10"),
        ("title = {T}, year = {2031}, month = 3 # {~} # mar", "published", "2031-03"),
        ("title = {T}, journal = {arXiv preprint arXiv:3101.00001}", "venue", ""),
        ("title = {T}, journal = {arXiv preprint arXiv:3101.00001}", "ids", Ids("3101.00001")),
        ("title = {T}, journal = {CoRR}, volume = {abs/3101.00001}", "ids", Ids("3101.00001")),
        ("title = {T}, journal = {CoRR}, volume = {abs/3101.00001}", "venue", ""),
        ("title = {T}, eprint = {hep-th/9901001}, eprinttype = {arxiv}", "ids", Ids("hep-th/9901001")),
        ("title = {T}, howpublished = {arXiv:3101.00001 [cs.CL]}", "ids", Ids("3101.00001")),
        (r"title = {T}, url = {https://openreview.net/forum?id=aBc\_D12}", "ids", Ids(openreview="aBc_D12")),
        ("title = {T}, doi = {10/abc12}", "links", (Link(LinkKind.PAPER, "https://doi.org/10/abc12"),)),
        ("title = {T}, file = {:home/crumb/bread.pdf:PDF}", "links", ()),
        (
            "title = {T}, pmid = {123}",
            "links",
            (Link(LinkKind.PAPER, "https://pubmed.ncbi.nlm.nih.gov/123"),),
        ),
        ("title = {T}, eventtitle = {BAKE}", "venue", "BAKE"),
        (r"title = {T}, booktitle = {Proc.\ of {BAKE} \& {JAM}}", "venue", "Proc. of BAKE & JAM"),
        ("title = {T}, keywords = {a, b; c, d}", "keywords", ("a, b", "c, d")),
        ("title = {T}, TITLE = {}", "title", "T"),
        ("title = {}, title = {T}", "title", "T"),
    ],
)
def test_what_exporters_write(written: str, name: str, value: Any) -> None:
    """One field at a time, without a problem."""
    reading = read(f"@misc{{key, {written}}}")
    assert reading.problems == ()
    expected = "<cup, on, table> & in vitro H₂O" if value is None and name == "title" else value
    assert getattr(reading.records[0], name) == expected


@pytest.mark.parametrize(
    ("latex", "names", "incomplete"),
    [
        ("von Last, Jr, First", ["First von Last, Jr"], False),
        ("King, Martin Luther, Jr.", ["Martin Luther King, Jr."], False),
        ("{OpenAI} and {{Barnes and Noble, Inc.}}", ["OpenAI", "Barnes and Noble, Inc."], False),
        ("A B\n  AND  C D and others", ["A B", "C D"], True),
        ("Smith, J and et al.", ["J Smith"], True),
        ("Smith, J. et al.", ["J. Smith"], True),
        ("O'Brien, Flann and 张伟 and 张, 伟 and van der Maaten, L.", None, False),
        (r"A and \"Omer X and {\'E}. Y and \.Ilker Z", ["A", "Ömer X", "É. Y", "İlker Z"], False),
        (r"Jos\'e Mart{\'\i}n and {\"O}zg{\"u}r, Ay\c{s}e", ["José Martín", "Ayşe Özgür"], False),
        (r"Erd\H{o}s, P{\'a}l and Bj\o rn Nguy{\~{\^e}}n", ["Pál Erdős", "Bjørn Nguyễn"], False),
        (r"\"{O}zg\"{u}r and {\L}ukasz Kaiser and Jos$\acute{e}$", ["Özgür", "Łukasz Kaiser", "José"], False),
        ("family=Maaten, given=Laurens, prefix=van der", ["Laurens van der Maaten"], False),
        ("Smith, John; Doe, Jane", ["John Smith", "Jane Doe"], False),
        ("John Smith, Jane Doe, Bo Li", ["John Smith", "Jane Doe", "Bo Li"], False),
        ("{NVIDIA}, : and Team, Gemini", ["NVIDIA", "Gemini Team"], False),
        (" and A and  and B and", ["A", "B"], False),
        ("Jean~Luc {de la} Fontaine", ["Jean Luc de la Fontaine"], False),
        ("", [], False),
    ],
)
def test_names(latex: str, names: list[str] | None, incomplete: bool) -> None:
    """In reading order; what stands in braces is one name."""
    whole = ["Flann O'Brien", "张伟", "张伟", "L. van der Maaten"]
    assert people(latex) == (whole if names is None else names, incomplete)


GOOD = "@misc{good, title = {On the Echo of Small Rooms}}"


@pytest.mark.parametrize(
    ("broken", "read_as"),
    [
        ("@article{b,\n title = {Open {brace,\n author = {Ann Loaf},\n year = 2031\n}", ("Open brace", 2031)),
        ("@article{b, title = {Close } brace}, year = {2031}}", ("Close brace", 2031)),
        ('@article{b, title = "Open quote, year = {2031}}', ("Open quote", 2031)),
        ("@article{b, title = {No comma} year = {2031}}", ("No comma", 2031)),
        ("@article{b, title = {No comma}\n year = 2031\n}", ("No comma", 2031)),
        ("@article{b title = {No comma after the key}, year = 2031}", ("No comma after the key", 2031)),
        ("@article{title = {No key}, year = 2031}", ("No key", 2031)),
        ("@article\n{b, title = {On two lines}, year = 2031}", ("On two lines", 2031)),
        ("@article{b, title = {Cut sho", ("Cut sho", None)),
    ],
)
def test_a_broken_entry_then_a_good_one(broken: str, read_as: tuple[str, int | None]) -> None:
    """It is read as far as it goes, told with its line, and eats nothing that follows."""
    reading = read(f"{GOOD}\n\n{broken}\n{GOOD}\n")
    assert [record.title for record in reading.records] == [
        "On the Echo of Small Rooms",
        read_as[0],
        "On the Echo of Small Rooms",
    ]
    assert reading.records[1].year == read_as[1]
    assert [(problem.code, problem.place.line, problem.entries) for problem in reading.problems] == [
        ("bibtex-broken", 3, 0)
    ]
    assert [record.place.line for record in reading.records] == [1, 3, 4 + broken.count("\n")]


def test_the_head_of_an_entry_alone_costs_nothing_else() -> None:
    """Not even where the next entry begins on the next line."""
    reading = read(f"@string{{crust\n@article{{b\n{GOOD}\n@article{{c\n@string{{d = {{e}}}}\n{GOOD}")
    assert [record.place.line for record in reading.records] == [3, 6]
    assert [problem.place.line for problem in reading.problems if problem.entries] == [2, 4]


@pytest.mark.parametrize("broken", ["@article{b}", "@article{b, year = 2031}", "@article{b, title = {}}"])
def test_an_entry_without_a_title_is_told(broken: str) -> None:
    """There is nothing to show, and the next entry is read."""
    reading = read(f"{broken}\n{GOOD}")
    assert [(problem.code, problem.place.line, problem.entries) for problem in reading.problems] == [
        ("entry-no-title", 1, 1)
    ]
    assert (reading.entries, len(reading.records)) == (2, 1)


def test_entries_share_lines_keys_and_odd_forms() -> None:
    """Two of one key, several on a line, in parentheses, with spaces, in capitals: each is an entry."""
    text = (
        '@misc{a, title={A}} @misc{a, title={B}}\n  @ MISC ( c , title = "C {"}c{"}" )\n'
        "@misc{d, title={D, year=2031} @misc{e, title={E}}"
    )
    reading = read(text)
    assert [(record.title, record.place.line) for record in reading.records] == [
        ("A", 1), ("B", 1), ('C "c"', 2), ("D", 3), ("E", 3),
    ]  # fmt: skip


def test_lines_are_right_after_a_line_that_ends_in_a_backslash() -> None:
    """A new line of LaTeX does not shift what is told of later entries."""
    reading = read("@misc{a, title = {A},\n note = {x\\\\\n y\\\n}}\n" + GOOD)
    assert [record.place.line for record in reading.records] == [1, 5]


def test_fields_that_are_given_twice_and_unknown_abbreviations_are_told() -> None:
    """The first value counts, and an abbreviation that nobody defined stands for itself."""
    reading = read("@misc{a, title = {A}, year = 2031, year = 2032, journal = jmlr}")
    assert (reading.records[0].year, reading.records[0].venue) == (2031, "jmlr")
    assert ["given twice" in reading.problems[0].message, "jmlr" in reading.problems[1].message] == [
        True,
        True,
    ]


def test_crossref_and_xdata_lend_what_is_missing() -> None:
    """Year and name of the volume are its papers'; its title and addresses are not. It is no paper."""
    text = """
@inproceedings{a, title = {A}, author = {Ann Loaf}, crossref = {VOL}}
@inproceedings{b, title = {B}, date = {2030-01}, crossref = {vol}, xdata = {com}}
@inproceedings{c, title = {C}, crossref = {nowhere}}
@proceedings{vol, title = {Proceedings of BAKE}, year = 2031, editor = {Ed Itor}, url = {https://example.org/v}}
@xdata{com, keywords = {crust}}
"""
    reading = read(text)
    assert [(record.title, record.venue, record.year, record.keywords) for record in reading.records] == [
        ("A", "Proceedings of BAKE", 2031, ()),
        ("B", "Proceedings of BAKE", 2030, ("crust",)),
        ("C", "", None, ()),
    ]
    assert not any(record.links for record in reading.records)
    assert [(problem.code, problem.place.line, problem.entries) for problem in reading.problems] == [
        ("bibtex-no-paper", 5, 1),
        ("bibtex-no-paper", 6, 1),
    ]


def test_an_entry_without_a_key_lends_nothing() -> None:
    """Nobody can refer to it, least of all those who refer to nobody."""
    reading = read("@misc{a, title = {A}}\n@misc{, title = {B}, year = 2031}")
    assert [record.year for record in reading.records] == [None, 2031]


def test_the_volume_of_a_file_of_pmlr_is_that_of_its_papers() -> None:
    """Such a file names its volume once; a @proceedings of another kind lends nothing unasked."""
    paper = "@InProceedings{a, title = {A}}\n"
    volume = "@Proceedings{V, booktitle = {Proceedings of BAKE}, year = {2031}, "
    ours = read(f"{volume}shortname = {{BAKE}}}}\n{paper}").records[0]
    other = read(f"{volume}editor = {{Ed Itor}}}}\n{paper}").records[0]
    assert (ours.venue, ours.year, ours.authority) == ("Proceedings of BAKE", 2031, Authority.PUBLISHER)
    assert (other.venue, other.year, other.authority) == ("", None, Authority.LISTING)


def test_entries_behind_a_percent_sign_are_told() -> None:
    """They are not shown, and not silently left out."""
    reading = read("% Encoding: UTF-8, not @anything{x}\n%@misc{a,\n%  title = {A},\n%}\n" + GOOD)
    assert [(record.title, reading.entries) for record in reading.records] == [
        ("On the Echo of Small Rooms", 2)
    ]
    assert [(problem.code, problem.place.line) for problem in reading.problems] == [("bibtex-no-paper", 2)]


@pytest.mark.parametrize(
    "title",
    [
        "{" * 5000,
        "\\frac{" * 2000,
        "\\" * 999,
        "$" * 999,
        r"\input{/etc/passwd}",
        "<script>alert(1)</script>",
        "\u202ea",
    ],
)
def test_security_hostile_values_cost_nothing_else(title: str) -> None:
    """Nothing is executed or opened, nothing raises, and the entry after it is whole."""
    reading = read(f"@misc{{a,\n title = {{{title} end}},\n}}\n{GOOD}")
    assert reading.records[-1].title == "On the Echo of Small Rooms"
    assert reading.entries == 2 == len(reading.records)
    assert "root:" not in reading.records[0].title


def test_security_abbreviations_of_abbreviations_do_not_fill_the_memory() -> None:
    """Each is twice the one before, sixty times over; what is lent to a value has a limit."""
    doubled = "".join(f"@string{{a{number} = a{number - 1} # a{number - 1}}}\n" for number in range(1, 60))
    reading = read(f"@string{{a0 = {{crumb }}}}\n{doubled}@misc{{a, title = a59}}")
    assert len(reading.records[0].title) < 5_000


PIECES = st.lists(
    st.sampled_from(
        [FULL, GOOD, "@", "@misc{", "title", " = ", "{", "}", '"', ",", "\n", "\\", "$", "%", "and ", "#"]
    )
    | st.text(max_size=8),
    max_size=30,
)


@given(PIECES)
@settings(deadline=None)
def test_entries_are_records_and_what_was_reported(pieces: list[str]) -> None:
    """Whatever a file holds, nothing raises and the sum is right."""
    reading = read("".join(pieces))
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)
    lines = "".join(pieces).count("\n") + 1
    assert all(1 <= problem.place.line <= lines for problem in reading.problems)


@given(st.integers(0, len(FULL)), st.integers(0, 9))
@settings(deadline=None)
def test_a_mutilated_entry_never_costs_its_neighbours(at: int, length: int) -> None:
    """Characters are cut out anywhere; the entries that begin lines before and after it are read."""
    reading = read(f"{GOOD}\n{FULL[:at]}{FULL[at + length :]}\n{GOOD}\n")
    titles = [record.title for record in reading.records]
    assert (titles[0], titles[-1]) == ("On the Echo of Small Rooms",) * 2
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)
    assert reading.entries >= 2


@pytest.mark.shared
@needs_seeds
@pytest.mark.parametrize("name", ["pmlr_v304_proceedings.bib"])
def test_real_files(name: str) -> None:
    """As many entries as a regular expression counts, names whole, and no TeX in what is shown."""
    text = (SHARED / "inputs" / name).read_text(encoding="utf-8")
    reading = read(text)
    counted = re.findall(r"(?m)^@(?!string|comment|preamble)\w+\s*\{", text, re.IGNORECASE)
    assert reading.entries == len(counted) == 80
    assert reading.entries == len(reading.records) + sum(problem.entries for problem in reading.problems)
    assert [(problem.code, problem.level.value) for problem in reading.problems] == [
        ("bibtex-no-paper", "note")
    ]
    for record in reading.records:
        shown = plain(clean_title(record.title, record.markup))
        assert not re.search(r"[\\{}$]", shown + " ".join(record.authors) + record.venue), shown
        assert record.authors and record.year == 2025 and record.venue.endswith("Machine Learning")


def _as_bibtex(records: tuple[Record, ...]) -> str:
    """Written as any small script would: accents as they are, braces around everything."""
    entries = []
    for number, record in enumerate(records):
        told = {
            "title": record.title.replace("&", r"\&").replace("%", r"\%"),
            "author": " and ".join(
                f"{{{name}}}" if "," in name or " " not in name else name for name in record.authors
            )
            + (" and others" if record.authors_incomplete else ""),
            "year": str(record.year or ""),
            "booktitle": record.venue.replace("&", r"\&"),
            "doi": record.ids.doi.replace("_", r"\_"),
            "eprint": record.ids.arxiv,
            "archiveprefix": "arXiv" if record.ids.arxiv else "",
            "url": f"https://openreview.net/forum?id={record.ids.openreview}"
            if record.ids.openreview
            else "",
            "pdf": f"https://aclanthology.org/{record.ids.acl}.pdf" if record.ids.acl else "",
        }
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in told.items() if value)
        entries.append(f"@inproceedings{{key{number},\n{fields}}}\n")
    return "\n".join(entries)


def _by_bibtexparser(text: str) -> str:
    """The same through another program's writer: other blanks, and accents as commands."""
    decode, encode = middlewares.LatexDecodingMiddleware(), middlewares.LatexEncodingMiddleware()
    library = parse_string(text, append_middleware=[decode])
    assert (len(library.entries), library.failed_blocks) == (218, [])
    return str(write_string(library, prepend_middleware=[encode]))


@pytest.mark.shared
@needs_seeds
@pytest.mark.parametrize("written", [str, _by_bibtexparser])
def test_the_seeds_joined_with_facts_as_bibtex_are_218_papers(
    tmp_path: Path, written: Callable[[str], str]
) -> None:
    """Each matched paper has the authors that the facts give for its title, and none is joined wrongly."""
    facts = json_lines.read(
        Given((SHARED / "library" / "facts.jsonl").read_text(encoding="utf-8"), "facts", "facts.jsonl")
    ).records
    listings = {"facts.bib": written(_as_bibtex(facts))}
    joined = site(tmp_path, {**listings, **{file.name: file.read_bytes() for file in SEEDS.iterdir()}})
    readings, problems = read_all(joined, Silent())
    assert problems == ()
    outcome = merge(readings, Overrides(), Silent())
    papers = list(outcome.papers.values())
    by_title = {
        re.sub(r"\W", "", plain(clean_title(fact.title, fact.markup))).lower(): fact for fact in facts
    }
    assert len(papers) == 218 == len(by_title)
    for paper in papers:
        fact = by_title[re.sub(r"\W", "", paper.title_text).lower()]
        assert (paper.authors, paper.year, paper.venue, paper.ids, paper.authors_incomplete) == (
            fact.authors, fact.year, fact.venue, fact.ids, fact.authors_incomplete,
        )  # fmt: skip
        assert {seen.listing for seen in paper.seen} > {"facts"}
