"""A library of invented papers: random words, so that every query meets every kind of paper."""

from __future__ import annotations

import random

from generator.model import Ids, Library, Link, LinkKind, Listing, Match, Paper, Seen, Topic
from generator.problems import Place
from generator.text.rich import rich

WORDS = [
    "soup",
    "soups",
    "bread",
    "breads",
    "baking",
    "baked",
    "gardens",
    "garden",
    "gardening",
    "rose",
    "roses",
    "pond",
    "ponds",
    "heron",
    "herons",
    "frog",
    "frogs",
    "kettle",
    "kettles",
    "simmer",
    "simmering",
    "simmered",
    "crust",
    "crusty",
    "flour",
    "oven",
    "ovens",
    "yeast",
    "pollen",
    "bees",
    "beekeeping",
    "honey",
    "hive",
    "compost",
    "soil",
    "soils",
    "pruning",
    "hedge",
    "hedges",
    "orchard",
    "apple",
    "apples",
    "cider",
    "press",
    "pressing",
    "barrel",
    "barrels",
    "cooper",
    "lantern",
    "multi-grain",
    "slow-cooked",
    "half-baked",
    "gluten-free",
    "X1-Y2",
    "QR-7z",
    "crème",
    "brûlée",
    "Łódź",
    "naïve",
    "café",
    "大きな庭園",
    "面包",
    "정원",
    "the",
    "of",
    "and",
    "with",
    "for",
    "to",
    "in",
    "on",
    "a",
    "we",
]
NAMES = (
    "Ann Lee",
    "Anna Leigh",
    "José García",
    "Łukasz Nowak",
    "Wei Zhang",
    "Zhang Wei",
    "Maria da Silva",
    "李 小龙",
    "Bo",
    "Rose Gardener",
)
VENUES = ("", "Journal of Soups", "Bread Letters", "Pond Conference", "Annals of Ponds")
TOPICS = {
    "kitchen": Topic("kitchen", "Kitchen", "What is cooked."),
    "soups": Topic("soups", "Soups and stews", "Hot and wet.", "kitchen"),
    "breads": Topic("breads", "Breads", "Baked.", "kitchen"),
    "outside": Topic("outside", "Outside", "Under the sky."),
    "ponds": Topic("ponds", "Ponds", "Wet and cold.", "outside"),
}


def invented(papers: int, seed: int) -> Library:
    """A library of so many papers, always the same for a seed."""
    chance = random.Random(seed)  # noqa: S311 - chosen words, not secrets
    made = {}
    matches = {}
    for number in range(papers):
        key = f"paper-{number}"
        title = " ".join(chance.choices(WORDS, k=chance.randint(1, 6)))
        text = " ".join(
            word + chance.choice(["", "", "", ",", "."])
            for word in chance.choices(WORDS, k=chance.choice([0, 3, 12, 40]))
        )
        seen = [
            Seen(name, 1, Place(f"{name}.txt", 1), title)
            for name in chance.sample(["fair", "market"], chance.randint(1, 2))
        ]
        kinds = chance.sample(list(LinkKind), chance.randint(0, 3))
        made[key] = Paper(
            key=key,
            title=rich(title),
            seen=tuple(seen),
            abstract=rich(text),
            authors=tuple(chance.sample(NAMES, chance.randint(0, 4))),
            year=chance.choice([None, 1999, 2020, 2021, 2023, 2024]),
            venue=chance.choice(VENUES),
            ids=Ids(arxiv="2401.00001") if chance.random() < 0.2 else Ids(),
            links=tuple(Link(kind, f"https://example.org/{kind}/{number}") for kind in kinds),
        )
        slugs = chance.sample(list(TOPICS), chance.randint(0, 2))
        matches[key] = tuple(Match(slug, "a reason", 1.0) for slug in slugs)
    return Library(
        papers=dict(sorted(made.items())),
        listings=(
            Listing("fair", "The fair", "", "fair.txt", "x"),
            Listing("market", "The market", "", "market.txt", "x"),
        ),
        topics=TOPICS,
        matches=matches,
        notes={key: "A note." for number, key in enumerate(sorted(made)) if number % 9 == 0},
    )
