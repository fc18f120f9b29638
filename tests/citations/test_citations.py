"""Citations say what is known and nothing else, and other programs read back exactly that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.citations import bibtex, csl_json, markdown, ris
from generator.citations.names import Name, name_of
from generator.citations.reference import Kind, Reference, citation_key, kind_of, reference_of, references_of
from generator.citations.tex import in_tex
from generator.model import Ids, Library, Listing
from tests.pages.library import HOSTILE, LISTINGS, paper

PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
LISTING = Listing("l", "50% of {it}", "", "l.txt", "x")


def reference(title: str = "A_b", authors: Sequence[str] = (), **more: Any) -> Reference:
    return reference_of(paper("the-key", title, authors=tuple(authors), **more), [LISTING])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ada Crumb", Name("Crumb", "Ada")),
        ("Laurens van der Maaten", Name("van der Maaten", "Laurens")),
        ("Martin Luther King, Jr.", Name("King", "Martin Luther", "Jr.")),
        ("OpenAI", Name("OpenAI")),
        ("张伟", Name("张伟")),
        ("山田 太郎", Name("山田 太郎")),
        ("Barnes and Noble", Name("Barnes and Noble")),
        ("Rock & Roll Co", Name("Rock & Roll Co")),
        ("José Łukasz O'Brien", Name("O'Brien", "José Łukasz")),
    ],
)
def test_names_have_parts(written: str, name: Name) -> None:
    """A name is taken apart where that is certain, and always reads as it was written."""
    assert (name_of(written), name_of(written).whole) == (name, written)


def test_an_entry_of_which_all_is_known() -> None:
    """Every format tells all there is, in its own words."""
    one = reference(
        "Łódź: 50% of <b> & {it}",
        ("José Łukasz", "OpenAI"),
        year=2021,
        venue="Proceedings of Bread",
        ids=Ids(arxiv="2101.00001", doi="10.1/x"),
    )
    assert bibtex.entry(one).splitlines() == [
        "@inproceedings{lukasz-2021-lodz,",
        r"  title = {{{\L}{\'o}d{\'z}: 50\% of \ensuremath{<}b\ensuremath{>} \& \{it\}}},",
        r"  author = {{\L}ukasz, Jos{\'e} and OpenAI},",
        "  year = {2021},",
        "  booktitle = {Proceedings of Bread},",
        "  eprint = {2101.00001},",
        "  archivePrefix = {arXiv},",
        "  doi = {10.1/x},",
        "  url = {https://arxiv.org/abs/2101.00001}",
        "}",
    ]
    assert ris.entry(one).splitlines() == [
        "TY  - CONF",
        "ID  - lukasz-2021-lodz",
        "TI  - Łódź: 50% of <b> & {it}",
        "AU  - Łukasz, José",
        "AU  - OpenAI",
        "PY  - 2021",
        "T2  - Proceedings of Bread",
        "DO  - 10.1/x",
        "UR  - https://arxiv.org/abs/2101.00001",
        "AN  - arXiv:2101.00001",
        "ER  - ",
    ]
    assert csl_json.item(one) == {
        "id": "lukasz-2021-lodz",
        "type": "paper-conference",
        "title": "Łódź: 50% of <b> & {it}",
        "author": [{"family": "Łukasz", "given": "José"}, {"literal": "OpenAI"}],
        "issued": {"date-parts": [[2021]]},
        "container-title": "Proceedings of Bread",
        "archive": "arXiv",
        "archive_location": "2101.00001",
        "DOI": "10.1/x",
        "URL": "https://arxiv.org/abs/2101.00001",
    }
    assert markdown.entry(one) == (
        r"[Łódź: 50% of \<b\> \& \{it\}](<https://arxiv.org/abs/2101.00001>). "
        "José Łukasz, OpenAI. Proceedings of Bread. 2021."
    )


def test_what_is_not_known_is_not_said() -> None:
    """A title alone is a title alone, with the place where it was seen."""
    bare = reference()
    assert bibtex.entry(bare) == (
        "@misc{the-key,\n  title = {{A\\_b}},\n  note = {Listed in 50\\% of \\{it\\}}\n}"
    )
    assert ris.entry(bare) == "TY  - GEN\nID  - the-key\nTI  - A_b\nN1  - Listed in 50% of {it}\nER  - "
    assert csl_json.item(bare).keys() == {"id", "type", "title", "note"}
    assert markdown.entry(bare) == r"A\_b."


def test_a_crowd_is_cut_on_a_page_only() -> None:
    """On a page the last of many authors are "others"; a file has them all."""
    crowd = reference(authors=[f"N {chr(65 + number % 26)}umber{'x' * number}" for number in range(50)])
    assert bibtex.entry(crowd, most=bibtex.ON_PAGE).count(" and ") == bibtex.ON_PAGE
    assert "others" not in bibtex.entry(crowd)


TEXT = PRINTABLE.map(lambda text: " ".join(text.split()))


@given(TEXT.filter(bool), st.lists(TEXT.filter(bool), max_size=3))
def test_ris_reads_back(title: str, authors: list[str]) -> None:
    """An independent reader of RIS finds the same title and names."""
    one = reference(title, authors)
    [entry] = rispy.loads(ris.bundle([ris.entry(one)]))
    assert entry["title"] == title
    assert len(entry.get("authors", [])) == len(authors)


@pytest.mark.parametrize(
    "title", [*HOSTILE, "Łódź & 张伟: 50% of <b>x</b> {y} $z$ a_b #1 ~ ^ \\ 😀 ]]> </script>"]
)
def test_bibtex_reads_back(title: str) -> None:
    """An independent reader of BibTeX and of TeX finds the same title."""
    title = " ".join(title.split())
    written = bibtex.bundle([bibtex.entry(reference(title))])
    library = parse_string(written, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    assert library.entries[0]["title"] == title


@given(PRINTABLE)
def test_tex_is_balanced(text: str) -> None:
    """What stands in a BibTeX field cannot end it, whatever the text."""
    depth = 0
    for sign in re.sub(r"\\.", "", in_tex(text)):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("authors", "year", "title", "wanted"),
    [
        (("Swati Mis-ra",), 2022, "Cross-Task what?", "mis-ra-2022-cross"),
        (("Müller, Anna",), 2022, "The Use of It", "muller-2022-use"),
        ((), 2022, "The Use of It", "the-key"),
        (("A B",), None, "Can we?", "b-we"),
        (("A B",), None, "石头", "b-shitou"),
        (("A B",), 2020, "?!", "the-key"),
        ((" ",), 2020, "Use", "the-key"),
    ],
)
def test_citation_key(authors: tuple[str, ...], year: int | None, title: str, wanted: str) -> None:
    """First author, year and first telling word; the paper's key where one of the names is missing."""
    assert citation_key(paper("the-key", title, authors=authors, year=year)) == wanted


WORDS = st.sampled_from(("Moss", "moss", "Clock", "石", "The", "", "Łódź", "50%"))
CITED = st.tuples(st.lists(WORDS, min_size=1, max_size=3), st.sampled_from((None, 2020, 2021)), st.booleans())


@settings(deadline=None)
@given(st.lists(CITED, max_size=8), CITED)
def test_citation_keys_are_unique_and_stay(cited: list[Any], more: Any) -> None:
    """No bundle has a key twice; another paper changes no key but those that would equal its own."""
    papers = {
        f"p-{number}": paper(
            f"p-{number}", " ".join(words), authors=("Ada Crumb",) if has_author else (), year=year
        )
        for number, (words, year, has_author) in enumerate([*cited, more])
    }
    fewer = {key: one for key, one in papers.items() if key != f"p-{len(cited)}"}
    keys = {key: one.key for key, one in references_of(Library(papers, LISTINGS)).items()}
    before = {key: one.key for key, one in references_of(Library(fewer, LISTINGS)).items()}
    assert len(set(keys.values())) == len(keys)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", key) for key in keys.values())
    new = citation_key(papers[f"p-{len(cited)}"])
    assert {key for key in fewer if before[key] != keys[key]} <= {
        key for key in fewer if citation_key(papers[key]) == new
    }


@pytest.mark.parametrize(
    ("venue", "ids", "kind"),
    [
        ("", Ids(acl="2020.acl-main.1"), Kind.UNKNOWN),
        ("ACL 2020", Ids(acl="2020.acl-main.1"), Kind.MEETING),
        ("TACL", Ids(acl="2020.tacl-1.1"), Kind.JOURNAL),
        ("Journal of Bread", Ids(), Kind.JOURNAL),
        ("Proceedings of Bread", Ids(), Kind.MEETING),
        ("ICLR 2024", Ids(openreview="abc"), Kind.MEETING),
        ("Bread", Ids(), Kind.UNKNOWN),
        ("arXiv", Ids(arxiv="2101.00001"), Kind.UNKNOWN),
    ],
)
def test_meeting_or_journal_only_where_that_is_certain(venue: str, ids: Ids, kind: Kind) -> None:
    """Everything else is @misc."""
    assert kind_of(paper("k", "T", venue=venue, ids=ids)) is kind
