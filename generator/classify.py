"""Topics for papers: words and phrases of the taxonomy found in title and text, and the reason in words.

A phrase counts by where it stands and how often; a topic is given when what speaks for it is enough, by
itself and beside the paper's strongest topic. Nothing is forced: a paper may have no topic.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Match, Paper, Topic
from generator.overrides import Overrides, TopicChange
from generator.progress import Progress
from generator.text.phrases import Hits, Phrases
from generator.text.rich import plain
from generator.text.words import Text

IN_TITLE = 3.0  # a phrase in the title; a phrase in the text counts 1
AGAIN = 0.5  # each further phrase in the title, and each further mention in the text
MENTIONS = 5  # of one phrase in the text, at most
ENOUGH = 3.0  # a topic with this much is given
AT_LEAST = 2.0  # the strongest topic of a paper is given with this much
BESIDE = 0.3  # of the strongest topic's score
BY_OWNER = "added by the owner"


def classify(
    papers: Mapping[str, Paper], topics: Mapping[str, Topic], overrides: Overrides, progress: Progress
) -> Mapping[str, tuple[Match, ...]]:
    """The topics of each paper by its key, the primary one first; papers without a topic have none.

    The owner's changes have the last word; those that name an unknown topic do nothing here.
    """
    phrases = Phrases((slug, topic.words, topic.without) for slug, topic in topics.items())
    ranks = {slug: rank for rank, slug in enumerate(topics)}
    found: dict[str, tuple[Match, ...]] = {}
    for key, paper in progress.track(papers.items(), "Finding topics", len(papers)):
        matches = sorted(_matches(paper, phrases), key=lambda match: (-match.score, ranks[match.topic]))
        change = overrides.topics.get(key)
        found[key] = _changed(matches, change, topics) if change else tuple(matches)
    return found


def _matches(paper: Paper, phrases: Phrases) -> list[Match]:
    title, text = Text(paper.title_text), Text(plain(paper.text))
    where = "abstract" if paper.abstract else "summary"
    in_title, in_text = phrases.find(title), phrases.find(text)
    scores = {
        topic: _score(in_title.get(topic, {}), in_text.get(topic, {}))
        for topic in dict.fromkeys((*in_title, *in_text))
    }
    best = max(scores.values(), default=0.0)
    matches = []
    for topic, score in scores.items():
        if (score >= ENOUGH and score >= BESIDE * best) or (score == best and score >= AT_LEAST):
            reason = _reason(in_title.get(topic, {}), in_text.get(topic, {}), title, text, where)
            matches.append(Match(topic, reason, score))
    return matches


def _score(in_title: Hits, in_text: Hits) -> float:
    titled = sum(hit.sign for hit in in_title.values())
    score = IN_TITLE * min(titled, 1) + AGAIN * max(titled - 1, 0)
    for hit in in_text.values():
        score += hit.sign * (1.0 + AGAIN * (min(hit.count, MENTIONS) - 1))
    return score


def _reason(in_title: Hits, in_text: Hits, title: Text, text: Text, where: str) -> str:
    """At most three phrases as they are written in the paper, those of the title first."""
    parts = [
        f"“{title.written(hit.start, hit.end)}” in the title" for hit in in_title.values() if hit.sign > 0
    ]
    told = sorted((-hit.count, hit.start, number) for number, hit in in_text.items() if hit.sign > 0)
    for count, start, number in told[:3]:
        if number not in in_title:
            times = "" if count == -1 else f"{-count} times "
            parts.append(f"“{text.written(start, in_text[number].end)}” {times}in the {where}")
    return ", ".join(parts[:3])


def _changed(matches: list[Match], change: TopicChange, topics: Mapping[str, Topic]) -> tuple[Match, ...]:
    kept = [match for match in matches if match.topic not in change.remove]
    have = {match.topic for match in kept}
    for slug in dict.fromkeys((*change.add, change.primary)):
        if slug in topics and slug not in have:
            kept.append(Match(slug, BY_OWNER, 0.0))
    return tuple(sorted(kept, key=lambda match: match.topic != change.primary))
