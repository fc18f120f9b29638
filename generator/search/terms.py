"""The shards of terms (who holds a word, and how heavily) and of places (where in the text)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.search.acronyms import ALIAS, Acronyms, Told
from generator.search.bits import GAMMA, RICE_POSITION, ascending, following, letters, parameter, rice, units
from generator.search.collect import AUTHOR, Postings
from generator.search.shards import Shards, order, shard
from generator.search.spelling import term

HEAVY = 4  # the least weight of a heavy posting: in the title and the text, or four times in the text
_NEXT = rice(5)  # gaps between places of one paper


@dataclass(frozen=True, slots=True)
class Limits:
    """What keeps the answers of large collections light, told to the browser in the head."""

    usual: int = 8_192  # papers from which on a term is usual: its light postings are a file of their own
    enough: int = 90_000  # bits of postings after which the usual words of a query only add to scores
    common: int = 1_000  # papers from which on places are not asked for nearness, nor names for the word


@dataclass(frozen=True, slots=True)
class Terms:
    """The shards of all terms, the shard of places of each of them, the light postings of usual terms."""

    shards: Shards
    places: tuple[str, ...]
    light: tuple[str, ...]


def terms(postings: Postings, acronyms: Acronyms, usual: int) -> Terms:
    """Cut the terms into shards; of those in more than `usual` papers they hold the heavy postings only.

    The name of a word in authors' names ends in AUTHOR, that of an acronym's long form in ALIAS.
    """
    total = len(postings.lengths)
    light: dict[str, str] = {}
    number = postings.kept()
    authors = {name + AUTHOR: where for name, where in postings.authors.items()}
    aliases = {name + ALIAS: where for name, where in acronyms.holders.items()}

    def entry(word: str, before: str) -> str:
        name = following(word, before)
        if word in authors:
            return name + _of_author(authors[word], total)
        if word in aliases:
            return name + "0" + _of_papers(*aliases[word], total)
        return name + _told(acronyms.told.get(word, ()), holders) + holders(word)

    def holders(word: str) -> str:
        papers, weights = postings.papers[number[word]], postings.weights[number[word]]
        if len(papers) <= usual:
            return _of_papers(papers, weights, total)
        heavy = [(paper, weight) for paper, weight in zip(papers, weights, strict=True) if weight >= HEAVY]
        rest = [(paper, weight) for paper, weight in zip(papers, weights, strict=True) if weight < HEAVY]
        light.setdefault(word, units(_of_usual(rest, {1: "0", 2: "10", 3: "11"}, total)))
        which = list(light).index(word)
        return (
            GAMMA[len(papers)]
            + GAMMA[which + 1]
            + _of_usual(heavy, {weight: GAMMA[weight - HEAVY + 1] for _, weight in heavy}, total)
        )

    cut, held = shard(sorted([*number, *authors, *aliases], key=order), entry)
    places = tuple(
        units("".join([_places(postings.places[number[word]]) for word in words if word in number]))
        for words in held
    )
    return Terms(cut, places, tuple(light.values()))


def _of_usual(postings: list[tuple[int, int]], codes: dict[int, str], total: int) -> str:
    """Some of the postings of a usual term: their number + 1, then gaps and weights."""
    gaps = ascending([paper for paper, _ in postings], rice(parameter(len(postings), total)))
    return GAMMA[len(postings) + 1] + "".join(
        [gap + codes[weight] for gap, (_, weight) in zip(gaps, postings, strict=True)]
    )


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


def _told(long_forms: Sequence[Told], holders: Callable[[str], str]) -> str:
    """What is told of a term besides: a bit whether there is anything, then the long forms it is part of.

    The holders of an acronym follow each of its long forms, so that a browser has them at once.
    """
    if not long_forms:
        return "0"
    codes = ["1", GAMMA[len(long_forms) + 1]]
    for one in long_forms:
        codes += [letters(one.short), GAMMA[len(one.words)], *map(letters, one.words)]
        if one.short:
            codes.append(holders(term(one.short)))
    return "".join(codes)
