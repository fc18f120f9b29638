"""The shards of terms (who holds a word, and how heavily) and of places (where in the text)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.search.acronyms import ALIAS, Acronyms, Told
from generator.search.bits import GAMMA, RICE_POSITION, ascending, following, letters, parameter, rice, units
from generator.search.collect import AUTHOR, Postings
from generator.search.shards import Shards, order, shard

_NEXT = rice(4)  # gaps between places of one paper


def terms(postings: Postings, acronyms: Acronyms) -> tuple[Shards, tuple[str, ...]]:
    """The shards of all terms, and for each of them the shard of its places.

    The name of a word in authors' names ends in AUTHOR, that of an acronym's long form in ALIAS.
    """
    total = len(postings.lengths)
    number = postings.kept()
    authors = {name + AUTHOR: where for name, where in postings.authors.items()}
    aliases = {name + ALIAS: where for name, where in acronyms.holders.items()}

    def entry(word: str, before: str) -> str:
        name = following(word, before)
        if word in authors:
            return name + _of_author(authors[word], total)
        if word in aliases:
            return name + "0" + _of_papers(*aliases[word], total)
        at = number[word]
        return (
            name
            + _told(acronyms.told.get(word, ()))
            + _of_papers(postings.papers[at], postings.weights[at], total)
        )

    cut, held = shard(sorted([*number, *authors, *aliases], key=order), entry)
    places = tuple(
        units("".join([_places(postings.places[number[word]]) for word in words if word in number]))
        for words in held
    )
    return cut, places


def _of_papers(papers: list[int], weights: list[int], total: int) -> str:
    gaps = ascending(papers, rice(parameter(len(papers), total)))
    gamma = GAMMA
    return gamma[len(papers)] + "".join(
        [gap + gamma[weight] for gap, weight in zip(gaps, weights, strict=True)]
    )


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
            codes += [later[place - before - 1] for before, place in pairwise(where)]
    return "".join(codes)


def _told(long_forms: Sequence[Told]) -> str:
    """What is told of a term besides: a bit whether there is anything, then the long forms it is part of."""
    if not long_forms:
        return "0"
    codes = ["1", GAMMA[len(long_forms) + 1]]
    for one in long_forms:
        codes += [letters(one.short), GAMMA[len(one.words)], *map(letters, one.words)]
    return "".join(codes)
