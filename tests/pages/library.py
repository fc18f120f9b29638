"""An invented library with every state that a page must bear. No paper, person or listing of it exists."""

from __future__ import annotations

from pathlib import Path

from generator.config import Settings
from generator.model import (
    Ids,
    Library,
    Link,
    LinkKind,
    Listing,
    Match,
    Paper,
    Related,
    Seen,
    Topic,
)
from generator.overrides import Naming
from generator.people import gather
from generator.problems import Place
from generator.text.rich import Rich, Span, Style, rich

SETTINGS = Settings(
    root=Path("/site"),
    site_name="Invented Shelf",
    site_description="Papers that nobody wrote, for tests.",
    site_url="https://shelf.example/",
    repo_url="https://github.com/nobody/shelf",
    docs=Path("/site/docs"),
    site=Path("/site/site"),
    library=Path("/site/library"),
    summaries=(),
)

HOSTILE = (
    '<script>alert("1")</script>',
    "</h1><img src=x onerror=alert(1)>",
    "# Not a heading",
    "1. not a list",
    "- not a list",
    "[x](javascript:alert(1))",
    "![x](http://a.example/x.png)",
    "**not strong** _not em_ `not code`",
    "{: .attr } {#id} { .x }",
    "a & b &amp; c &lt; d &#60;",
    "--- # yaml: [1, 2]",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "wzxhzdk:0 \\* \\\\ \\[",
    "<!-- comment --> <cup, on, table> ~~~ ``` |a|b|",
    "*[HTML]: abbreviation [ref]: http://a.example",
    "“quotes” 'single' \"double\" …",
    "!!! note",
    "https://auto.example/ <mail@auto.example>",
    "\\(x\\) $y$ a^2^ H~2~O :smile: (c) =/= --> ++ins++ ==mark==",
)


def _words(seed: int, number: int) -> str:
    """Invented words, the same for the same seed."""
    bits = ("mer", "lo", "vin", "ta", "qua", "sel", "or", "min", "ba", "ke", "ru", "dan")
    words = []
    for place in range(number):
        value = seed * 31 + place * place * 7 + place
        words.append(bits[value % 12] + bits[value // 5 % 12] + (bits[value // 11 % 12] if value % 3 else ""))
    return " ".join(words).capitalize()


TOPICS = (
    Topic("kitchens", "Kitchens", "Where things are cooked."),
    Topic("soups", "Soups & stews", "Wet dishes, eaten with a spoon.", "kitchens", ("soup",)),
    Topic("breads", "Breads", "Dough that was baked.", "kitchens", ("bread",)),
    Topic("gardens", "Gardens", "Where things grow."),
    Topic("roses", "Roses <i>red</i>", "One *rose* is a rose.", "gardens", ("rose",)),
    Topic("ponds", "Ponds", "No paper is about these.", "gardens", ("pond",)),
)

LISTINGS = (
    Listing(
        "2024-01-02-market", "Market of 2024-01-02", "", "library/listings/2024-01-02-market.txt", "daily"
    ),
    Listing("2024-03-04-fair", "Fair", "Mar 4", "library/listings/2024-03-04-fair.txt", "daily"),
    Listing("catalogue", "A catalogue <b>of</b> *many*", "", "library/listings/catalogue.bib", "bibtex"),
)


def seen(listing: str, position: int, title: str = "") -> Seen:
    """A place in one of the listings."""
    return Seen(listing, position, Place(f"library/listings/{listing}.txt", position * 3), title)


def paper(key: str, title: str | Rich, *places: Seen, **more: object) -> Paper:
    """A paper seen in the given places."""
    written = rich(title) if isinstance(title, str) else title
    return Paper(key, written, places or (seen("catalogue", 1),), **more)  # type: ignore[arg-type]


SPECIAL = (
    paper(
        "soup-stone",
        (Span("StoneSoup: "), Span("Cooking", Style.EMPHASIS), Span(" from 0 to x² with <cup, on, table>")),
        seen("2024-01-02-market", 1),
        seen("2024-03-04-fair", 2),
        seen("2024-03-04-fair", 7),
        short_name="StoneSoup",
        abstract=(
            Span("We cook a stone for 15.81× as long as E[Y|X] and "),
            Span("nothing", Style.STRONG),
            Span(" happens. " + _words(3, 60) + ". See "),
            Span("the kitchen", Style.LINK, "https://kitchen.example/stone_(soup)"),
            Span(" for " + _words(5, 20) + "."),
        ),
        authors=("Ann Example", "Bo Sample & Sons", "Čeněk Ukázka", "Dee Test", "Ed Trial"),
        year=2021,
        venue="Proc. of Soups & Stews",
        ids=Ids(arxiv="2101.00001", doi="10.1000/a_b%c", acl="2021.soup-1.2", openreview="a-B_c"),
        links=(
            Link(LinkKind.CODE, "https://github.com/nobody/stone-soup"),
            Link(LinkKind.CODE, "https://github.com/nobody/stone-soup-2"),
            Link(LinkKind.PROJECT, "https://stone-soup.example/"),
            Link(LinkKind.DATASET, "https://data.example/stones"),
            Link(LinkKind.DEMO, "https://demo.example/?a=1&b=2"),
            Link(LinkKind.VIDEO, "https://video.example/watch?v=1"),
            Link(LinkKind.OTHER, "https://other.example/(x)_[y]"),
            Link(LinkKind.PAPER, "http://arxiv.org/abs/2101.00001"),
        ),
        keywords=("stones", "<b>soup</b>", "water"),
    ),
    paper("only-a-title", "Only a title", seen("2024-01-02-market", 2)),
    paper(
        "crowd",
        "A paper by a crowd",
        seen("2024-01-02-market", 3),
        abstract=rich("Short."),
        authors=tuple(f"Person {_words(number, 1)} {number}" for number in range(450)),
        authors_incomplete=True,
        year=2020,
        ids=Ids(arxiv="cs/0101001"),
    ),
    paper("long-title", "On " + _words(17, 24)[:196].strip() + ".", seen("2024-03-04-fair", 1)),
    paper(
        "chinese",
        "石头汤的烹饪方法",
        seen("2024-03-04-fair", 3),
        authors=("王小明",),
        abstract=rich("我们煮石头。"),
    ),
    paper(
        "arabic",
        "طبخ حساء الحجر (StoneSoup)",
        seen("2024-03-04-fair", 4),
        authors=("محمد أحمد", "Ann Example"),
        venue="مجلة",
        abstract=rich("نطبخ الحجر <b> ونأكله."),
    ),
    paper(
        "summary",
        "A paper whose abstract is not ours",
        seen("2024-03-04-fair", 5),
        summary=rich("What it says, in our words. " + _words(9, 70) + "."),
        year=2023,
        ids=Ids(arxiv="2303.00003"),
    ),
    paper(
        "summary-without-id",
        "A summary of something & nothing",
        seen("2024-03-04-fair", 6),
        summary=rich("In our words."),
    ),
    paper("only-rose", "The only rose", seen("2024-01-02-market", 4), abstract=rich("A rose is a rose.")),
)


def hostile() -> tuple[Paper, ...]:
    """Papers whose every field tries to be something else."""
    return tuple(
        paper(
            f"hostile-{number:02}",
            text,
            seen("catalogue", 300 + number, text),
            short_name=text,
            abstract=rich(text + " " + _words(number, 50) + " " + text),
            authors=(text, "Ann Example"),
            venue=text,
            keywords=(text,),
            ids=Ids(arxiv=text, doi=text, acl=text, openreview=text),
        )
        for number, text in enumerate(HOSTILE)
    )


def breads() -> tuple[Paper, ...]:
    """250 papers of one topic, of every first letter."""
    return tuple(
        paper(
            f"bread-{number:03}",
            f"{chr(65 + number % 26) if number % 27 else number}{_words(number, 4)[1:]}",
            seen("catalogue", number + 1),
            abstract=rich(_words(number, 40) + ".") if number % 4 else (),
            authors=tuple(f"Baker {_words(number + step, 1)}" for step in range(number % 5)),
            year=1990 + number % 35 if number % 3 else None,
            links=(Link(LinkKind.CODE, f"https://github.com/nobody/bread-{number}"),) if number % 2 else (),
        )
        for number in range(250)
    )


def library(attacks: tuple[Paper, ...] | None = None) -> Library:
    """The whole of it; `attacks` are the hostile papers in it, all of them by default."""
    attacks = hostile() if attacks is None else attacks
    papers = {paper.key: paper for paper in sorted((*SPECIAL, *attacks, *breads()), key=lambda one: one.key)}
    matches: dict[str, tuple[Match, ...]] = {
        key: (Match("breads", "“bread” in the text", 1 + int(key[-3:]) % 7),)
        for key in papers
        if key.startswith("bread")
    }
    matches["soup-stone"] = (
        Match("soups", "“soup” in the title; “stone_soup” <twice> in the text", 9.5),
        Match("breads", "“bread” in the text", 2),
        Match("roses", "“rose” in the text", 1),
    )
    matches["summary"] = (Match("soups", "“soup” in the text", 3),)
    matches["crowd"] = (Match("soups", "“soup” in the text", 4), Match("breads", "“bread” in the text", 1))
    matches["only-rose"] = (Match("roses", "“rose” in the title", 5),)
    for one in attacks[:3]:
        matches[one.key] = (Match("soups", HOSTILE[0], 1),)
    return Library(
        papers=papers,
        listings=LISTINGS,
        topics={topic.slug: topic for topic in TOPICS},
        matches=matches,
        related={
            "soup-stone": (
                Related("crowd", 0.5, ("stone soup", "water & <fire>")),
                Related("arabic", 0.4, ("stone",)),
                *(Related(one.key, 0.3, ("x_y", one.title_text)) for one in attacks[:6]),
            ),
            "crowd": (Related("soup-stone", 0.5, ("stone soup",)),),
        },
        notes={"soup-stone": "Read **this** one first.\n\n- with bread\n- and a spoon\n"},
        people=gather(papers, Naming()).people,
    )
