"""What papers speak of: phrases of their titles and texts and keywords of their sources, synonyms as one.

A phrase counts where it would give a paper a topic by itself: in the title, or three times in the text. The
phrase that most papers share is the first, then the one that most of the others share, and so on; phrases of
several words count four times, since they say more, and keywords twice, since somebody chose them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.classify import AGAIN, AT_LEAST
from generator.model import Paper, Topic
from generator.search.acronyms import defined
from generator.text.filler import EMPTY, UNFINISHED, WEAK
from generator.text.phrases import Phrases
from generator.text.rich import plain
from generator.text.words import Text, is_content, stem, stems, words_and_stops

LEAST = 3  # papers that share a phrase
LONGEST = 3  # words of a phrase that is no keyword
MENTIONS = 1 + round((AT_LEAST - 1) / AGAIN)  # of a phrase in a text, that give a paper a topic
PHRASE, KEYWORD = 4, 2  # how often they count
NEARLY = 0.7  # of the papers with a phrase, that have a longer one: then the longer is meant

Key = tuple[str, ...]  # the stems of a phrase; an acronym stands in capitals, since only these are found


class Spoken:
    """Papers by the phrases that they share, but not by those of `topics`."""

    def __init__(self, papers: Mapping[str, Paper], topics: Iterable[Topic]) -> None:
        self._papers: dict[Key, set[str]] = defaultdict(set)
        self._written: dict[Key, Counter[str]] = defaultdict(Counter)
        self._heads: dict[Key, Counter[bool]] = defaultdict(Counter)  # by word: how often it ends a phrase
        self._long_forms: dict[Key, Counter[Key]] = defaultdict(Counter)
        keywords = sorted({word for paper in papers.values() for word in paper.keywords})
        self._keywords = {_key(word): word for word in reversed(keywords)}
        asked = Phrases((word, [word], ()) for word in self._keywords.values())
        for name, paper in papers.items():
            title, text = paper.title_text, plain(paper.text)
            self._read(name, title, text)
            self._find(name, asked, title, text)
        known = {said for topic in topics for said in (topic.name, *topic.words, *topic.without)}
        self._known = {form for said in known for form in (_key(said), tuple(stems(said)))}

    def phrases(self) -> Iterator[tuple[str, ...]]:
        """Each phrase as papers write it, and after it its acronym."""
        left = {group: set().union(*(self._papers[key] for key in group)) for group in self._groups()}
        while left := {group: papers for group, papers in left.items() if len(papers) >= LEAST}:
            best = max(left, key=lambda group: (self._weight(group) * len(left[group]), group))
            taken = left.pop(best)
            yield tuple(map(self._usual, sorted(best, key=lambda key: (-len(key), key))))
            for papers in left.values():
                papers -= taken

    def _read(self, name: str, title: str, text: str) -> None:
        """Enter the phrases of a paper, and the acronyms it defines."""
        in_text = Counter(_phrases(text))
        often: Counter[Key] = Counter()
        for (phrase, _), times in in_text.items():
            often[_key(phrase)] += times
        titled = Counter(_phrases(title))
        in_title = {_key(phrase): phrase for phrase, _ in titled}
        for (phrase, ends), times in (in_text + titled).items():
            if " " not in phrase:
                self._heads[_key(phrase)][ends] += times
        for key in {*in_title, *(key for key, times in often.items() if times >= MENTIONS)}:
            self._papers[key].add(name)
        for (phrase, _), times in in_text.items():
            if (key := _key(phrase)) in self._papers:
                hyphened = phrase.replace(" ", "-")
                self._written[key][hyphened if hyphened in text else phrase] += times
        for key, phrase in in_title.items():
            self._written[key][_within_a_sentence(phrase)] += 1
        for short, words in set(defined(text)) if "(" in text else ():
            self._long_forms[(short.upper(),)][tuple(map(stem, words))] += 1

    def _find(self, name: str, asked: Phrases, title: str, text: str) -> None:
        """Enter the keywords that a paper speaks of, whoever has listed them."""
        in_title, in_text = asked.find(Text(title)), asked.find(Text(text))
        for word in {*in_title, *in_text}:
            mentions = sum(hit.count for hit in in_text.get(word, {}).values())
            if word in in_title or mentions >= MENTIONS:
                self._papers[_key(word)].add(name)
                self._written[_key(word)][_within_a_sentence(word)] += 1

    def _groups(self) -> list[tuple[Key, ...]]:
        """New phrases, each with its acronym; what is mostly a part of a longer one is none of its own."""
        telling = {key for key in self._papers if key in self._known or self._tells(key)}
        groups: dict[Key, list[Key]] = {key: [key] for key in telling}
        for short in sorted(telling & self._long_forms.keys()):
            forms = self._long_forms[short]
            long = min(forms, key=lambda form: (-forms[form], form))
            if long in groups and short in groups and 2 * forms[long] > forms.total():
                groups[long] += groups.pop(short)
        shared = {
            key: len(set().union(*(self._papers[one] for one in group))) for key, group in groups.items()
        }
        parts = {
            part
            for key, number in shared.items()
            for size in range(1, len(key))
            for at in range(len(key) - size + 1)
            if (part := key[at : at + size]) in shared and number >= NEARLY * shared[part]
        }
        return [tuple(sorted(group)) for key, group in groups.items() if key not in parts | self._known]

    def _tells(self, key: Key) -> bool:
        """Whether a phrase says what a paper is about; a word that mostly stands before others does not."""
        if key in self._keywords:
            return True
        if not key or EMPTY.intersection(key) or key[-1] in UNFINISHED or WEAK.issuperset(key):
            return False
        heads = self._heads[key]
        return len(key) > 1 or heads[True] >= heads[False]

    def _weight(self, group: tuple[Key, ...]) -> int:
        is_phrase = any(len(key) > 1 for key in group)
        is_keyword = any(key in self._keywords for key in group)
        return (PHRASE if is_phrase else 1) * (KEYWORD if is_keyword else 1)

    def _usual(self, key: Key) -> str:
        written = self._written[key]
        return min(written, key=lambda form: (-written[form], form))


def _phrases(text: str) -> Iterator[tuple[str, bool]]:
    """Every run of one to three words that say something, also with "of" within; whether it ends there."""
    words = words_and_stops(text)
    says = [is_content(word) and word[0].isalnum() for word in words] + [False]
    for start, word in enumerate(words):
        if not says[start]:
            continue
        yield word, not says[start + 1]
        for end in range(start + 1, min(start + LONGEST, len(words))):
            if says[end]:
                yield " ".join(words[start : end + 1]), not says[end + 1]
            elif words[end] != "of" or end == start + LONGEST - 1:
                break


def _key(phrase: str) -> Key:
    words = Text(phrase).words
    if len(words) == 1 and words[0].removesuffix("s").isupper():
        return (words[0].removesuffix("s"),)
    return tuple(filter(None, map(stem, words)))


def _within_a_sentence(phrase: str) -> str:
    """A phrase of a title or a keyword in small letters, but for acronyms and names with capitals within."""
    return " ".join(word.lower() if word[1:].islower() or not word[1:] else word for word in phrase.split())
