"""From text as a source wrote it to text as its author meant it.

What is certain is mended, what cannot be known is left alone, and authors keep their own mistakes. Each step
works on one string, in which styles and links are single marks (see `marks`):

    tidy -> links cut out -> emphasis -> backslashes restored -> TeX read -> keywords set apart -> prose
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.text import bare, emphasis, keywords, marks, prose, tex, urls
from generator.text.kinds import kind_of
from generator.text.links import Link
from generator.text.rich import Markup, Rich
from generator.text.tidy import give_back_eaten_backslashes, tidy

LONGEST_TITLE = 1_000  # characters; the longest title among 20,000 papers has fewer than 300
LONGEST_ABSTRACT = 20_000  # characters; the longest abstract among 20,000 papers has fewer than 6,000


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An abstract as a reader should see it, and what was found in it."""

    text: Rich
    links: tuple[Link, ...] = ()
    keywords: tuple[str, ...] = ()


def clean_title(raw: str, markup: Markup) -> Rich:
    """The title as it should read, on one line. Titles carry no links."""
    if markup is Markup.PLAIN:
        text = tidy(raw, LONGEST_TITLE)
        return marks.unmark(text, [])
    text = tidy(give_back_eaten_backslashes(raw), LONGEST_TITLE)
    text = tex.read(bare.restore(emphasis.read(text)))
    return marks.unmark(prose.read_title(text), [])


def clean_abstract(raw: str, markup: Markup) -> Cleaned:
    """The abstract as it should read, as one paragraph, with its links and keywords."""
    if markup is Markup.PLAIN:
        whole = tidy(raw, LONGEST_ABSTRACT)
        text, found, places = urls.cut_out(whole, as_written=True)
        listed: tuple[str, ...] = ()
    else:
        whole = tidy(give_back_eaten_backslashes(raw), LONGEST_ABSTRACT)
        text, found, places = urls.cut_out(whole)
        found = [_completed(link, whole) for link in found]
        text = tex.read(bare.restore(emphasis.read(text)))
        text, listed = keywords.set_apart(text)
        text = prose.read(text)
    links: dict[str, Link] = {}
    for link, place in zip(found, places, strict=True):
        links.setdefault(link.url, Link(kind_of(link.url, whole, place), link.url))
    rich = marks.unmark(text, found)
    return Cleaned(rich, tuple(links.values()), listed)


def _completed(link: marks.Found, text: str) -> marks.Found:
    """A repository's name that lost its last letter gets it back: `Twin-Mergin` of Twin-Merging.

    Only for a name of at least eight characters with a hyphen or an inner capital that the abstract
    spells out and never writes in the short form.
    """
    name = link.url.rpartition("/")[2]
    if (
        len(name) < 8
        or not (("-" in name) or any(char.isupper() for char in name[1:]))
        or "github.com/" not in link.url
    ):
        return link
    longer = {
        text[at + len(name)]
        for at in _places(text, name)
        if text[at + len(name) : at + len(name) + 1].isalpha()
        and not text[at + len(name) + 1 : at + len(name) + 2].isalnum()
        and text[at - 1 : at] != "/"
    }
    same = any(
        text[at - 1 : at] != "/" and not text[at + len(name) : at + len(name) + 1].isalnum()
        for at in _places(text, name)
    )
    if same or len(longer) != 1:
        return link
    letter = longer.pop()
    if letter == "s":
        return link
    return marks.Found(link.url + letter, link.shown + letter if link.shown.endswith(name) else link.shown)


def _places(text: str, name: str) -> list[int]:
    places, at = [], text.find(name)
    while at >= 0:
        places.append(at)
        at = text.find(name, at + 1)
    return places
