"""Papers near one another, by the terms and topics they share, and which terms these are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from itertools import islice

from generator.model import Match, Paper, Related, Topic
from generator.progress import Progress
from generator.text.nearest import Nearest
from generator.text.rich import plain
from generator.text.shared import Shared
from generator.text.terms import IN_TITLE, UNIT, Terms, Weights, weigh, with_pairs

MOST = 8  # related papers
TOPICS = 0.15  # what sharing all topics adds to a likeness between 0 and 1
LEAST = 0.06  # likeness with topics, below which papers are not related


def relate(
    papers: Mapping[str, Paper],
    progress: Progress,
    matches: Mapping[str, tuple[Match, ...]] | None = None,
    topics: Mapping[str, Topic] | None = None,
) -> Mapping[str, tuple[Related, ...]]:
    """Up to 8 papers near each paper, by its key, nearest first; fewer or none where nothing is near.

    Likeness is the cosine of weighted terms (generator/text/terms.py), and a part for shared topics, rarer
    topics more. What the words of topics say is always shown.
    Papers with the same title are taken for one work and never related.
    """
    keys = sorted(papers)
    texts = [(_told_title(papers[key]), plain(papers[key].text)) for key in keys]
    terms = Terms()
    numbers = [(terms.of(title), terms.of(text)) for title, text in texts]
    weights = weigh([Counter(with_pairs(title) * IN_TITLE + with_pairs(text)) for title, text in numbers])
    phrases = [phrase for topic in (topics or {}).values() for phrase in topic.words]
    shared = Shared(terms, texts, numbers, phrases)
    for each, theirs in zip(weights, _topics(keys, matches or {}), strict=True):
        each.update(theirs)
    nearest = Nearest(weights)
    titles = [title.casefold() for title, _ in texts]
    related: dict[str, tuple[Related, ...]] = {}
    for own, key in enumerate(progress.track(keys, "Finding related papers", len(keys))):
        near = (
            (score, other)
            for score, other in nearest.to(own)
            if score >= LEAST and titles[own] != titles[other]
        )
        related[key] = tuple(
            Related(keys[other], round(score, 4), shared.terms(own, weights[own], weights[other]))
            for score, other in islice(near, MOST)
        )
    return related


def _told_title(paper: Paper) -> str:
    """The title, if it is one: an identifier that stands in for a title relates to nothing."""
    return "" if paper.untitled else paper.title_text


def _topics(keys: list[str], matches: Mapping[str, tuple[Match, ...]]) -> list[Weights]:
    """The topics of each paper as terms below 0, weighted by how rare they are, all to one length."""
    counts = Counter(match.topic for key in keys for match in matches.get(key, ()))
    terms = {topic: -number for number, topic in enumerate(sorted(counts), 1)}
    rare = {topic: math.log((len(keys) + 1) / count) for topic, count in counts.items()}
    weighted = []
    for key in keys:
        own = {match.topic: rare[match.topic] for match in matches.get(key, ())}
        length = math.sqrt(math.fsum([weight * weight for weight in own.values()])) or 1.0
        unit = math.sqrt(TOPICS) * UNIT / length
        weighted.append({terms[topic]: float(round(weight * unit)) for topic, weight in own.items()})
    return weighted
