"""Search as it is meant, slow and obvious: every paper is looked at for every query, no index at all.

It follows RANKING.md, not the engine: matching over sets of terms, BM25F, phrases, filters, counts.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from generator.model import Library, LinkKind, Paper
from generator.search.lengths import STEPS
from generator.search.spelling import RUN, bare, cut, fold, term
from generator.search.terms import HEAVY, Limits
from generator.text.rich import plain
from generator.text.words import STOP_WORDS
from tests.search.meant import Meant

HAS = {
    "code": LinkKind.CODE,
    "data": LinkKind.DATASET,
    "video": LinkKind.VIDEO,
    "project": LinkKind.PROJECT,
    "demo": LinkKind.DEMO,
}


@dataclass(frozen=True)
class Asked:
    """One part: words, a phrase, or a filter."""

    kind: str
    text: str
    field: str = ""


@dataclass(frozen=True)
class Question:
    """A query: all groups, any part of each; none of `exclude`; and the filters beside the text."""

    groups: tuple[tuple[Asked, ...], ...] = ()
    exclude: tuple[Asked, ...] = ()
    filters: dict[str, list[str]] = field(default_factory=dict)
    sort: str = "relevance"
    literal: bool = True


class Shown:
    """A paper as search sees it."""

    def __init__(self, paper: Paper, library: Library) -> None:
        self.paper = paper
        self.title = cut(fold(paper.title_text))
        self.text = cut(fold(plain(paper.text)))
        self.places: dict[str, set[int]] = {}
        self.weights: Counter[str] = Counter()
        for words, start, weight, is_title in (
            (self.title, 0, 3, True),
            (self.text, len(self.title) + 8, 1, False),
        ):
            for at, word in enumerate(words):
                if is_title or bare(word) not in STOP_WORDS:
                    self._enter(term(bare(word)), at + start, weight)
                if word.endswith("-") and not (
                    bare(word) in STOP_WORDS and bare(words[at + 1]) in STOP_WORDS
                ):
                    self._enter(term(bare(word) + bare(words[at + 1])), at + 1 + start, weight)
        for text, weight in ((paper.title_text, 3), (plain(paper.text), 1)):
            for letter in set("".join(RUN.findall(fold(text)))):
                if letter not in self.places:
                    self._enter(letter, 0, weight)
        self.length = max(
            step for step in STEPS if step <= max(STEPS[0], 3 * len(self.title) + len(self.text))
        )
        self.names = [{bare(word) for word in cut(fold(name))} for name in paper.authors]
        self.topics = [match.topic for match in library.matches.get(paper.key, ())]
        self.topics += [library.topics[slug].parent for slug in self.topics if library.topics[slug].parent]
        self.listings = [seen.listing for seen in paper.seen]
        kinds = {link.kind for link in paper.links}
        self.has = {name for name, kind in HAS.items() if kind in kinds}
        self.has |= {"paper"} if LinkKind.PAPER in kinds or paper.ids.arxiv else set()
        self.has |= {"note"} if library.notes.get(paper.key) else set()
        self.has |= {"abstract"} if paper.text else set()

    def _enter(self, name: str, place: int, weight: int) -> None:
        if place not in self.places.setdefault(name, set()):
            self.places[name].add(place)
            self.weights[name] += weight


class Reference:
    """Answers questions about a library."""

    def __init__(
        self,
        library: Library,
        limits: Limits = Limits(),  # noqa: B008 - it is frozen
        acronyms: dict[str, str] | None = None,
    ) -> None:
        """`acronyms` are those the texts define, with their long forms: all in small letters."""
        self.library = library
        self.limits = limits
        self.acronyms = {short: long.split() for short, long in (acronyms or {}).items()}
        papers = sorted(
            library.papers.values(),
            key=lambda p: (
                -(p.year or -(10**6)),
                not p.venue,
                fold(p.venue),
                p.venue,
                fold(p.title_text),
                p.key,
            ),
        )
        self.shown = [Shown(paper, library) for paper in papers]
        self.often = Counter(author for paper in papers for author in set(paper.authors))
        self.told = {
            slug: {
                term(word)
                for word in map(bare, cut(fold(f"{topic.name} {topic.definition}")))
                if word not in STOP_WORDS
            }
            for slug, topic in library.topics.items()
        }
        self._of_term: dict[str, dict[int, int]] = {}

    @cached_property
    def mean(self) -> int:
        """The mean length."""
        return sum(one.length for one in self.shown) // len(self.shown)

    def idf(self, count: int) -> int:
        """The rarity of what `count` papers hold, in thousandths."""
        return math.floor(1000 * math.log(1 + (len(self.shown) - count + 0.5) / (count + 0.5)) + 0.5)

    def saturated(self, weight: int, length: int) -> int:
        """BM25's saturation with K1 1.2 and B 0.6, in thousandths."""
        return math.floor(
            (1000 * (weight * (1.2 + 1))) / (weight + 1.2 * (1 - 0.6 + (0.6 * length) / self.mean)) + 0.5
        )

    def of_term(self, name: str) -> dict[int, int]:
        """Score by number of the paper for a term of title or text."""
        if name not in self._of_term:
            self._of_term[name] = self._score(name)
        return dict(self._of_term[name])

    def _score(self, name: str) -> dict[int, int]:
        holders = [at for at, one in enumerate(self.shown) if name in one.places]
        rarity = self.idf(len(holders))
        return {
            at: self.saturated(self.shown[at].weights[name], self.shown[at].length) * rarity for at in holders
        }

    def of_word(self, word: str) -> dict[int, int]:
        """Score by paper for a word in title, text or an author's name."""
        found = self.of_term(term(word))
        if len(found) > self.limits.common:
            return found
        named = [at for at, one in enumerate(self.shown) if any(word in name for name in one.names)]
        for at in named:
            found[at] = max(found.get(at, 0), self.saturated(3, self.mean) * self.idf(len(named)))
        return found

    def of_acronym(self, word: str) -> dict[int, int]:
        """Score by paper for a word or, at 90 %, the long form it is short for in papers that lack it."""
        found = self.of_word(word)
        if term(word) not in {term(short) for short in self.acronyms} or not self.of_term(term(word)):
            return found
        long = [term(part) for part in self.acronyms[word]]
        often = {}
        for at, one in enumerate(self.shown):
            starts = one.places.get(long[0], set())
            count = sum(
                all(start + n in one.places.get(name, ()) for n, name in enumerate(long)) for start in starts
            )
            if count and term(word) not in one.places:
                often[at] = count
        for at, count in often.items():
            score = self.saturated(count, self.shown[at].length) * self.idf(len(often)) * 90 // 100
            found[at] = max(found.get(at, 0), score)
        return found

    def of_meant(self, word: str) -> dict[int, int]:
        """Score by paper for a word, or for what was meant by one that nobody writes."""
        found = self.of_acronym(word)
        if found:
            return found
        for words in self.meant.corrected(word):
            one = _both([self.of_acronym(part) for part in words.split() if part not in STOP_WORDS])
            found = {at: max(found.get(at, 0), one.get(at, 0)) for at in found | one}
        return found

    @cached_property
    def meant(self) -> Meant:
        """What unknown words may mean."""
        return Meant([(one.title, one.text, one.names) for one in self.shown])

    def of_part(self, part: Asked, all_small: bool, literal: bool = True) -> dict[int, int] | None:
        """Score by paper for a part; None when it asks nothing."""
        if part.kind == "filter":
            return {
                at: 0 for at, one in enumerate(self.shown) if self.passes(one, part.field, part.text, False)
            }
        words = cut(fold(part.text))
        if part.kind == "phrase" and len(words) > 1:
            return self.of_phrase([bare(word) for word in words])
        wanted = [bare(word) for word in words if all_small or bare(word) not in STOP_WORDS]
        if not wanted:
            return None
        found = _both([self.of_word(word) if literal else self.of_meant(word) for word in wanted])
        if len(words) == 2 and words[0].endswith("-") and len(bare(words[0])) <= 6:
            first, second = map(bare, words)
            if not (first in STOP_WORDS and second in STOP_WORDS):
                for at, score in self.of_term(term(first + second)).items():
                    found[at] = max(found.get(at, 0), score)
        return found

    def of_phrase(self, words: list[str]) -> dict[int, int]:
        """Papers with the words at these distances; a small word stands for any, unless only such ones."""
        asked = [(at, term(word)) for at, word in enumerate(words) if word not in STOP_WORDS]
        asked = asked or [(at, term(word)) for at, word in enumerate(words)]
        found = _both([self.of_term(name) for _, name in asked])
        return {
            paper: score
            for paper, score in found.items()
            if any(
                all(start + at - asked[0][0] in self.shown[paper].places[name] for at, name in asked)
                for start in self.shown[paper].places[asked[0][1]]
            )
        }

    def passes(self, one: Shown, name: str, value: str, exact: bool) -> bool:
        """Whether a paper has a value of a field; `exact` for values of facets."""
        words = [bare(word) for word in cut(fold(value))]
        if name == "year":
            if value == "unknown":
                return one.paper.year is None
            start, dots, end = value.partition("..")
            return int(start or 1) <= (one.paper.year or 0) <= int(end or (9999 if dots else start))
        if name == "venue":
            own = {bare(word) for word in cut(fold(one.paper.venue))}
            return fold(value) == fold(one.paper.venue) if exact else own >= set(words)
        if name == "author":
            return any(set(words) <= author for author in one.names)
        if name == "has":
            return value in one.has
        if name == "listing":
            return value in one.listings
        slugs = {value} & self.library.topics.keys()
        if not slugs and not exact:
            slugs = {
                slug
                for slug, topic in self.library.topics.items()
                if {term(word) for word in words} <= {term(bare(word)) for word in cut(fold(topic.name))}
            }
        return bool(slugs & set(one.topics))

    def chosen(self, one: Shown, filters: dict[str, list[str]], without: str = "") -> bool:
        """Whether the filters beside the text leave a paper."""
        for name, values in filters.items():
            known = {"subtopic": "topic"}.get(name.lstrip("-"), name.lstrip("-"))
            passing = [self.passes(one, known, value, True) for value in values]
            if name.startswith("-"):
                if any(passing):
                    return False
            elif name == "has":
                if not all(passing):
                    return False
            elif name != without and not any(passing):
                return False
        return True

    def answer(self, question: Question) -> tuple[list[str], list[str], dict[str, list[tuple[str, int]]]]:
        """Keys of papers that hold everything, of those that hold something, in order; and the facets."""
        words = [
            bare(word)
            for group in question.groups
            for part in group
            if part.kind != "filter"
            for word in cut(fold(part.text))
        ]
        all_small = all(word in STOP_WORDS for word in words)
        scores: Counter[int] = Counter()
        held: Counter[int] = Counter()
        asking = 0
        left = set(range(len(self.shown)))
        extra = self.usual_beyond(question)
        also = {} if question.literal else self.other_forms(question, all_small)
        for number, group in enumerate(question.groups):
            if number in extra:
                for at, score in self.of_term(self.alone(group)).items():
                    if self.shown[at].weights[self.alone(group)] >= HEAVY:
                        scores[at] += score
                for at, score in also.get(number, {}).items():
                    scores[at] += score
                continue
            found = [
                one for part in group if (one := self.of_part(part, all_small, question.literal)) is not None
            ]
            if not found:
                continue
            found.append(also.get(number, {}))
            best = {at: max(one[at] for one in found if at in one) for at in set().union(*found)}
            if all(part.kind == "filter" for part in group):
                left &= best.keys()
                continue
            asking += 1
            for at, score in best.items():
                scores[at] += score
                held[at] += 1
        for at, bonus in (self.together(question, all_small) + self.of_topics(question)).items():
            scores[at] += bonus
        for part in question.exclude:
            left -= (self.of_part(part, all_small) or {}).keys()
        full = [at for at in sorted(left) if held[at] == asking]
        some = [at for at in sorted(left) if 0 < held[at] < asking]
        chosen_full = [at for at in full if self.chosen(self.shown[at], question.filters)]
        chosen_some = [at for at in some if self.chosen(self.shown[at], question.filters)]
        counted = full if chosen_full or not chosen_some else some
        return (
            [self.shown[at].paper.key for at in self.sorted(chosen_full, scores, question.sort)],
            [self.shown[at].paper.key for at in self.sorted(chosen_some, scores, question.sort)],
            self.facets(counted, question.filters),
        )

    def alone(self, group: tuple[Asked, ...]) -> str:
        """The term of a group of one word, else nothing."""
        words = cut(fold(group[0].text)) if len(group) == 1 and group[0].kind == "word" else []
        return term(bare(words[0])) if len(words) == 1 and bare(words[0]) not in STOP_WORDS else ""

    def usual_beyond(self, question: Question) -> set[int]:
        """The groups whose usual word need not be held: the rarer words give enough to read."""
        known = [
            (count, number, is_alone)
            for number, word, is_alone in self.plain_words(question)
            if word not in STOP_WORDS and (count := len(self.of_term(term(word))))
        ]
        beyond = set()
        bits = 0
        for place, (count, number, is_alone) in enumerate(sorted(known, key=lambda one: one[0])):
            bits += count * ((len(self.shown) // count).bit_length() + 3)
            if place and is_alone and count > self.limits.usual and bits > self.limits.enough:
                beyond.add(number)
        return beyond

    def plain_words(self, question: Question) -> list[tuple[int, str, bool]]:
        """The words outside of OR and phrases: number of the group, word, whether it is alone there."""
        return [
            (number, bare(word), len(cut(fold(group[0].text))) == 1)
            for number, group in enumerate(question.groups)
            if len(group) == 1 and group[0].kind == "word"
            for word in cut(fold(group[0].text))
        ]

    def of_topics(self, question: Question) -> Counter[int]:
        """What words add that tell a topic of the paper."""
        added: Counter[int] = Counter()
        for name in {term(word) for _, word, _ in self.plain_words(question) if word not in STOP_WORDS}:
            slugs = {slug for slug, told in self.told.items() if name in told}
            holders = [at for at, one in enumerate(self.shown) if slugs & set(one.topics)]
            for at in holders:
                added[at] += self.idf(len(holders)) * 1000 * 40 // 100
        return added

    def other_forms(self, question: Question, all_small: bool) -> dict[int, dict[int, int]]:
        """By group: papers that write it joined to its neighbour, or as part of an acronym."""
        words = self.plain_words(question)
        ways: list[tuple[set[int], dict[int, int]]] = []
        groups = [
            number
            for number, group in enumerate(question.groups)
            if any(part.kind != "filter" for part in group)
        ]
        for (one, first, is_alone), (other, second, alone_too) in pairwise(words):
            next_to = is_alone and alone_too and groups.index(other) - groups.index(one) == 1
            if next_to and len(first) <= 6 and not (first in STOP_WORDS and second in STOP_WORDS):
                ways.append(({one, other}, self.of_term(term(first + second))))
        for short, long in self.acronyms.items():
            for start in range(len(words) - len(long) + 1):
                part = words[start : start + len(long)]
                if [term(word) for _, word, _ in part] == [term(word) for word in long]:
                    found = {at: score * 90 // 100 for at, score in self.of_term(term(short)).items()}
                    ways.append(({number for number, _, _ in part}, found))
        also: dict[int, dict[int, int]] = {}
        for numbers, found in ways:
            asking = [
                number
                for number in numbers
                if self.of_part(question.groups[number][0], all_small) is not None
            ]
            for number in asking:
                mine = also.setdefault(number, {})
                for at, score in found.items():
                    mine[at] = max(mine.get(at, 0), score // len(asking))
        return also

    def together(self, question: Question, all_small: bool) -> Counter[int]:
        """What words next to each other add, in queries of at most three words."""
        names = []
        for group in question.groups:
            if len(group) == 1 and group[0].kind == "word" and self.of_part(group[0], all_small) is not None:
                names += [
                    term(bare(word)) for word in cut(fold(group[0].text)) if bare(word) not in STOP_WORDS
                ]
        added: Counter[int] = Counter()
        for first, second in pairwise(names) if len(names) <= 3 else ():
            if first == second:
                continue
            found = [self.of_term(first), self.of_term(second)]
            if max(map(len, found)) > self.limits.common:
                continue
            for at, score in _both(found).items():
                places = self.shown[at].places
                if any(0 < end - start <= 2 for start in places[first] for end in places[second]):
                    added[at] += score * 30 // 100
        return added

    def sorted(self, papers: list[int], scores: Counter[int], order: str) -> list[int]:
        """The papers in order of relevance, date or title."""
        if order == "title":
            return sorted(
                papers,
                key=lambda at: (fold(self.shown[at].paper.title_text), self.shown[at].paper.title_text, at),
            )
        return sorted(papers, key=lambda at: -scores[at]) if order == "relevance" else papers

    def facets(self, papers: list[int], filters: dict[str, list[str]]) -> dict[str, list[tuple[str, int]]]:
        """Values and counts of each facet, in order; a facet leaves its own filter out."""
        facets: dict[str, list[tuple[str, int]]] = {}
        for name in ("topic", "subtopic", "year", "venue", "listing", "has", "author"):
            counted = [self.shown[at] for at in papers if self.chosen(self.shown[at], filters, name)]
            counts: Counter[str] = Counter()
            for one in counted:
                counts.update(self.values(one, name))
            for value in filters.get(name, []):
                if value in {item for one in self.shown for item in self.values(one, name)}:
                    counts[value] += 0
            labels = {slug: topic.name for slug, topic in self.library.topics.items()}
            labels |= {listing.name: listing.title for listing in self.library.listings} | {"": "Unknown"}
            if name == "year":
                facets[name] = sorted(
                    ((v, c) for v, c in counts.items() if c),
                    key=lambda i: 0 if i[0] == "unknown" else -int(i[0]),
                )
            else:
                facets[name] = sorted(
                    counts.items(), key=lambda item: (-item[1], labels.get(item[0], item[0]))
                )
        return facets

    def values(self, one: Shown, name: str) -> set[str]:
        """The values of a paper in a facet."""
        if name in ("topic", "subtopic"):
            return {
                slug for slug in one.topics if bool(self.library.topics[slug].parent) == (name == "subtopic")
            }
        if name == "year":
            return {str(one.paper.year) if one.paper.year else "unknown"}
        if name == "author":
            return {author for author in one.paper.authors if self.often[author] > 1}
        return {"venue": {one.paper.venue}, "listing": set(one.listings), "has": one.has}[name]


def _both(all_found: list[dict[int, int]]) -> dict[int, int]:
    first, *rest = all_found
    return {at: first[at] + sum(one[at] for one in rest) for at in first if all(at in one for one in rest)}
