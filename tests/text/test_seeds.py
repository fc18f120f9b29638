"""The seeds as a whole: 218 papers read right, and their 54 links are the right ones."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import markdown as python_markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.text.clean import Cleaned, clean_abstract, clean_title
from generator.text.markdown import markdown
from generator.text.rich import Markup, Rich, Style, plain
from generator.text.short_name import short_name

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared/seeds is not beside the project"),
]
_DATE = re.compile(r"[A-Z][a-z]{2} \d{1,2}\Z")


@cache
def papers() -> dict[str, str]:
    """Title -> abstract as listed, in the order of first appearance."""
    found: dict[str, str] = {}
    for file in sorted((SHARED / "seeds").glob("*.txt")):
        blocks = [block.strip() for block in re.split(r"\n\s*\n", file.read_text("utf-8")) if block.strip()]
        date = next(number for number, block in enumerate(blocks) if _DATE.match(block))
        for title, abstract in zip(blocks[date + 1 :: 2], blocks[date + 2 :: 2], strict=True):
            found.setdefault(title, abstract)
    return found


@cache
def cleaned() -> list[tuple[Rich, Cleaned]]:
    return [
        (clean_title(title, Markup.RESIDUE), clean_abstract(abstract, Markup.RESIDUE))
        for title, abstract in papers().items()
    ]


@cache
def summaries() -> list[dict[str, object]]:
    lines = (SHARED / "library" / "summaries.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_the_links_are_those_found_by_hand() -> None:
    """All 54 abstracts with an address give the link and the kind that a person gave."""
    by_hand = [
        [(str(link["url"]), str(link["kind"])) for link in paper["links"]]  # type: ignore[attr-defined]
        for paper in summaries()
    ]
    ours = [[(link.url, str(link.kind)) for link in abstract.links] for _, abstract in cleaned()]
    assert ours == by_hand
    assert sum(map(bool, ours)) == 54


def test_titles_are_those_mended_by_hand() -> None:
    """The titles read as a person would have them, with dashes and exponents typeset."""
    by_hand = [str(paper["title"]).replace(" -- ", " – ").replace("R^3", "R³") for paper in summaries()]
    assert [plain(title) for title, _ in cleaned()] == by_hand


RESIDUE = re.compile(
    r"\\(?!1)|\$|``|''|--|\*\*|\^(?!\(kq\))|(?<=\d)times|rightarrow|\bapprox\b|mathcal|tilde|cdot|\bcirc\b|\bbullet\b"
    r"|[{}](?!S|, to)|\w~|[a-z)]\.[A-Z]|  |\b[gl]e \d|\bpi_|\.git\b|textbf"
)


def test_no_known_residue_is_left() -> None:
    """None of the defects that stand in the seeds is left, outside of addresses."""
    left = []
    for title, abstract in cleaned():
        for rich in (title, abstract.text):
            text = "".join(span.text for span in rich if span.style is not Style.LINK)
            left += [found[0] for found in RESIDUE.finditer(text)]
    assert left == ["}"]  # of min{S, ...}


STAYS = [
    "<cup, on, table>", "<cup, on, surfboard>", "~3%", "~18%", "~23%", ">97%", ">2000x", ">450x",
    "roughly \\1 and",
    "E[Y|X]", "Var(Y|X)", "[HOSPITAL]", "pass@N", "Pass@1", "PASS@100", "k=3", "k=5 and 6", "k=1",
    "color > size >",
    "MNIST < CIFAR10 <", "(MDPs) <", "(>100,000 examples)", "matrix times the", "and 15 times",
    "150 times bigger",
    "20 times larger", "GPT-4V(ision)", "eg., ChatDev", "datasets, eg,", "28LLMs", "balance/ tradeoff",
    "de-designed",
    "v.s. harmlessness", "fast / slow", "(1.3B - 175B)", "threshold - referred", "AMC23:+27.5%", "I.I.D",
    "(1).", "1.)",
    "et al., (2022)", "a version of to", "the (PHM)", "%question", "g: R →", "L2 regularization", "(FST)",
    "student & aligned",
    "Mind2Web & Visual", "Node2Vec", "MiniWoB++", "2.9x", "100x more", "+6.87%", "(July 3, 2021)", "a.k.a.",
    "e.g. <cup",
    "'repair'", "'on'", "P(True)", "P(IK)", "18-25%", "50%-75%", "10.2%-14.3%", "(Fig. 1(c))", "4-5 MATH",
    "at HERE.",
    "available on GitHub.", "scalibility", "GNNs's", "effectivenss", "prompt(s)", "architecture-known",
    "OMEGA-Out-of-",
    "min{S, T/(n T)}", "Question, Answer", "I.I.D", "36.3%→47.2%", "O(dᵏ)", "Θ̃(d^(kq))", "Θ̃(d⁴)", "Rᵈ → R",
    "g ∘ p",
]  # fmt: skip


def test_what_must_stay_stays() -> None:
    """What only looks like a defect is still there, as often as it was."""
    before = "\n".join(papers().values())
    after = "\n".join(plain(abstract.text) for _, abstract in cleaned())
    assert [fragment for fragment in STAYS if fragment not in after] == []
    as_written = [fragment for fragment in STAYS if fragment in before]
    assert [fragment for fragment in as_written if before.count(fragment) != after.count(fragment)] == []


def test_one_abstract_has_keywords() -> None:
    """The one list of keywords is set apart, and no sentence is taken for one."""
    listed = [abstract.keywords for _, abstract in cleaned() if abstract.keywords]
    assert [(len(keywords), keywords[2], keywords[4]) for keywords in listed] == [
        (5, "LLMs and CNNs", "VLMs")
    ]


def test_styles_are_those_the_authors_meant() -> None:
    """Emphasis and strong text stand where TeX or Markdown asked for them, and nowhere else."""
    styled = [
        (span.style.value[0], span.text)
        for _, abstract in cleaned()
        for span in abstract.text
        if span.style in (Style.EMPHASIS, Style.STRONG)
    ]
    assert styled == [
        ("s", "specialist"), ("s", "generalist"), ("e", "misaligned"), ("e", "decreases"), ("s", "Med-R³"),
        ("s", "Med"), ("s", "R"), ("s", "R"), ("s", "R"), ("s", "Med-R³"), ("e", "finite sample"),
    ]  # fmt: skip


def test_every_page_reads_back() -> None:
    """What Python-Markdown makes of the 218 titles and abstracts reads exactly as the cleaned text."""
    extensions = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition"]
    for title, abstract in cleaned():
        source = f"# {markdown(title)}\n\n{markdown(abstract.text)}\n"
        tree = LexborHTMLParser(python_markdown.Markdown(extensions=extensions).convert(source))
        assert [node.text(deep=True) for node in tree.css("h1, p")] == [plain(title), plain(abstract.text)]


def test_short_names_are_names() -> None:
    """81 of the 218 titles begin with a name; no phrase is taken for one."""
    names = [name for title, _ in cleaned() if (name := short_name(plain(title)))]
    assert {"BrainCLIP", "G3PT", "ERNIE 3.0", "Only-IF", "JiuZhang 2.0", "Chameleon", "Resa"} <= set(names)
    assert not [name for name in names if len(name.split()) > 2]
    assert len(names) == 81
