"""The shards of terms (who holds a word, and how heavily) and of places (where in the text)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.search.bits import GAMMA, RICE_POSITION, ascending, following, letters, parameter, rice, units
from generator.search.collect import AUTHOR, Postings
from generator.search.shards import Shards, order, shard

_NEXT = rice(4)  # gaps between places of one paper


def terms(postings: Postings, beside: Mapping[str, str]) -> tuple[Shards, tuple[str, ...]]:
    """The shards of all terms, and for each of them the shard of its places.

    `beside` is what else is told of a term, as bits; for most terms there is nothing.
    """
    total = len(postings.lengths)
    number = {name: at for at, name in enumerate(postings.terms)}
    authors = {name + AUTHOR: where for name, where in postings.authors.items()}

    def entry(word: str, before: str) -> str:
        name = following(word, before)
        if word in authors:
            return name + _of_author(authors[word], total)
        at = number[word]
        extra = beside.get(word)
        told = "1" + extra if extra else "0"
        return name + told + _of_papers(postings.papers[at], postings.weights[at], total)

    cut, held = shard(sorted([*number, *authors], key=order), entry)
    places = tuple(
        units("".join([_places(postings.places[number[word]]) for word in words if word in number]))
        for words in held
    )
    return cut, places


def _of_papers(papers: list[int], weights: list[int], total: int) -> str:
    gaps = ascending(papers, rice(parameter(len(papers), total)))
    gamma = GAMMA
    return gamma[len(papers)] + "".join([gap + gamma[weight] for gap, weight in zip(gaps, weights, strict=True)])


def _of_author(where: list[tuple[int, int]], total: int) -> str:
    table = rice(parameter(len(where), total))
    codes = [GAMMA[len(where)]]
    before = 0
    for paper, which in where:
        codes.append(table[paper - before] + GAMMA[which + 1])
        before = paper
    return "".join(codes)


def _places(places: list[tuple[int, ...]]) -> str:
    first, later = RICE_POSITION, _NEXT
    codes = []
    for where in places:
        if len(where) == 1:
            codes.append("0" + first[where[0]])
        else:
            codes.append("1" * (len(where) - 1) + "0" + first[where[0]])
            codes += [later[place - before - 1] for before, place in zip(where, where[1:], strict=False)]
    return "".join(codes)


def told_beside(near: list[tuple[str, int]], long_forms: list[tuple[str, tuple[str, ...]]]) -> str:
    """What is told of a term: its nearest words with their likeness in fifteenths, and long forms beginning with it."""
    codes = [GAMMA[len(near) + 1]]
    codes += [letters(word) + f"{likeness:04b}" for word, likeness in near]
    codes.append(GAMMA[len(long_forms) + 1])
    for short, words in long_forms:
        codes += [letters(short), GAMMA[len(words)], *map(letters, words)]
    return "".join(codes)
