"""Related papers share terms and topics, and say which terms."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Match, Paper
from generator.progress import Silent
from generator.relate import MOST, relate
from generator.text.rich import rich
from tests.topics.invented import paper, shelf, topic

BIRDS = shelf(
    paper(
        "a",
        "Song learning in sparrows",
        "Young sparrows learn a song from tutors. All song learning takes a mixture of memories.",
    ),
    paper(
        "b",
        "Song Learning without Tutors",
        "Sparrows in silence; a mixture of memories remains. Song learning fails.",
    ),
    paper("c", "Bridge inspection", "Steel corrodes. Cameras look at bridges."),
    paper("d", "Corroding steel", "Bridges of steel, seen by cameras."),
    paper("e", "Untouched", ""),
)


def test_near_papers_are_related_by_the_terms_they_share() -> None:
    related = relate(BIRDS, Silent())
    assert {key: [each.key for each in near] for key, near in related.items()} == {
        "a": ["b"],
        "b": ["a"],
        "c": ["d"],
        "d": ["c"],
        "e": [],
    }
    assert related["a"][0].terms == ("song learning", "sparrows", "tutors")


def test_terms_that_tell_nothing_are_not_shown() -> None:
    related = relate(
        shelf(
            paper(
                "a",
                "Birds that sing",
                "We achieve significant gains, publicly hindered. Our methods pave new ways.",
            ),
            paper(
                "b",
                "Owls that sing",
                "We achieve significant gains, publicly hindered. Our methods pave new ways.",
            ),
            paper(
                "c", "Of steel", "We achieve significant gains, publicly hindered. Our methods pave new ways."
            ),
        ),
        Silent(),
    )
    assert {key: {each.key: each.terms for each in near} for key, near in related.items()} == {
        "a": {"b": ("sing",), "c": ()},
        "b": {"a": ("sing",), "c": ()},
        "c": {"a": (), "b": ()},
    }


def test_words_of_topics_are_always_shown() -> None:
    papers = shelf(
        paper("a", "Red", "A scaling law."), paper("b", "Blue", "One scaling law. We leverage it.")
    )
    shown = {
        topics: relate(papers, Silent(), None, {"t": topic("t", topics)})["a"][0].terms
        for topics in ("birds", "scaling laws")
    }
    assert shown == {"birds": (), "scaling laws": ("scaling law",)}


def test_a_large_library_is_related_by_its_heaviest_terms_first() -> None:
    birds = [
        f"{start}{end}" for start in "bdfgklmnprst" for end in ("ird", "owl", "ark", "ult", "ink", "ost")
    ]
    papers = [
        paper(
            f"p{number:03}",
            f"{birds[number % 72]} {birds[number // 9]}",
            f"{birds[number // 72]} sings songs",
        )
        for number in range(600)
    ]
    related = relate(shelf(*papers), Silent())
    assert related == relate(shelf(*reversed(papers)), Silent())
    assert all(near and len(near) <= MOST for near in related.values())
    assert all(
        each.score == back.score
        for key, near in related.items()
        for each in near
        for back in related[each.key]
        if back.key == key
    )


def test_shared_topics_bring_papers_nearer() -> None:
    match = (Match("steel", "because", 3.0),)
    alone, helped = relate(BIRDS, Silent()), relate(BIRDS, Silent(), {"c": match, "d": match})
    assert helped["a"] == alone["a"]
    assert round(helped["c"][0].score - alone["c"][0].score, 4) == 0.15
    assert helped["c"][0].terms == alone["c"][0].terms


def test_the_same_paper_twice_is_not_related_to_itself() -> None:
    twice = shelf(
        paper("a", "Song learning", "Sparrows sing."), paper("b", "song LEARNING", "Sparrows sing.")
    )
    assert relate(twice, Silent()) == {"a": (), "b": ()}


def test_an_empty_library_has_no_relations() -> None:
    assert relate({}, Silent()) == {}


WORDS = st.lists(
    st.sampled_from([f"{a}{b}" for a in "brmst" for b in ("ird", "one", "ulb", "ill")]), max_size=15
).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=14))
def test_relations_hold_for_any_library(texts: list[tuple[str, str]]) -> None:
    papers = [paper(f"p{number:02}", *text) for number, text in enumerate(texts)]
    related = relate(shelf(*papers), Silent())
    assert related == relate(shelf(*reversed(papers)), Silent())
    for each in papers:
        near = related[each.key]
        assert len(near) <= MOST
        assert each.key not in {other.key for other in near}
        assert len({other.key for other in near}) == len(near)
        assert [other.score for other in near] == sorted((other.score for other in near), reverse=True)
        read = f"{each.title_text} {each.text[0].text if each.text else ''}".casefold()
        assert all(all(term.split()[0].casefold() in read for term in other.terms) for other in near)


def test_a_stand_in_for_a_title_relates_to_nothing() -> None:
    """Two bare identifiers share letters, not a subject."""
    bare = {key: Paper(key, rich(f"arXiv:{key}"), (), untitled=True) for key in ("3101.00001", "3101.00002")}
    assert relate(bare, Silent()) == {key: () for key in bare}
