"""Papers and topics of our own invention."""

from __future__ import annotations

from generator.model import Paper, Topic
from generator.text.rich import rich


def paper(key: str, title: str, abstract: str = "", summary: str = "") -> Paper:
    return Paper(key, rich(title), (), abstract=rich(abstract), summary=rich(summary))


def topic(slug: str, *words: str, without: tuple[str, ...] = (), parent: str = "") -> Topic:
    return Topic(slug, slug.replace("-", " "), "A topic.", parent, words, without)


def shelf(*papers: Paper) -> dict[str, Paper]:
    return {each.key: each for each in papers}
