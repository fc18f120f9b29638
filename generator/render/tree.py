"""The two-level tree of topics with counts, for the home page and the index of topics."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Topic
from generator.render.numbers import count
from generator.render.page import Safe
from generator.render.shelf import Shelf
from generator.text.markdown import escape


@dataclass(frozen=True, slots=True)
class Branch:
    """A topic as a list shows it: link, count with a bar, definition, and the topics below it."""

    link: Safe
    count: Safe
    definition: Safe
    below: tuple[Branch, ...]


def tree_of(shelf: Shelf, root: str, parent: str = "", longest: int = 0) -> tuple[Branch, ...]:
    """The topics below `parent` that have papers, on a page from which `root` leads up to docs/.

    `longest` is the number of papers that fills a bar: by default that of the largest upper topic.
    """
    topics = [topic for topic in shelf.orders.below.get(parent, ()) if shelf.orders.topics[topic.slug]]
    longest = longest or max((len(shelf.orders.topics[topic.slug]) for topic in topics), default=0)
    return tuple(
        Branch(
            shelf.rows.topic(topic.slug, root),
            bar(len(shelf.orders.topics[topic.slug]), longest),
            Safe(escape(topic.definition)),
            tree_of(shelf, root, topic.slug, longest),
        )
        for topic in topics
    )


def bar(papers: int, longest: int) -> Safe:
    """How many papers, as a number and as a bar (whose length a style sheet draws from two numbers)."""
    drawn = f'<span class="ps-bar" style="--n:{papers};--max:{longest}" aria-hidden="true"></span>'
    return Safe(amount(papers) + drawn)


def amount(papers: int) -> Safe:
    """How many papers, as a number; the word is there for whoever does not see the list."""
    number, noun = count(papers, "paper").split(" ")
    return Safe(f'<span class="ps-count">{number}<span class="ps-sr"> {noun}</span></span>')


def used_topics(shelf: Shelf) -> int:
    """How many topics papers have; an upper topic counts only when a paper has it itself."""
    return len({match.topic for matches in shelf.library.matches.values() for match in matches})


def empty_topics(shelf: Shelf) -> tuple[Topic, ...]:
    """The topics without a paper."""
    return tuple(topic for slug, topic in shelf.library.topics.items() if not shelf.orders.topics[slug])
