"""Items of Markdown lists and rows of its tables: their title, their links, and what stands alone in brackets."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.sources.dates import date_in
from generator.sources.identifiers import clean_url
from generator.sources.mentioned import is_papers, mentions_in, of_url
from generator.sources.mentions import link, venue_in
from generator.text.links import LinkKind

_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\]\s+)?(\S.*)")
_ROW = re.compile(r"\s*\|(.+)\|\s*")
_RULE = re.compile(r"[\s|:-]+")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<img\b[^>]*>")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))+)>?(?:\s+\"[^\"]*\")?\s*\)"
)
_ANCHOR = re.compile(r"<a\b[^>]*?href=[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_BARE_URL = re.compile(r"<(https?://[^\s<>]+)>|(?<![\w(\"'=])(https?://[^\s<>\[\]()|]+(?:\([^\s()]*\))?)")
_TAG = re.compile(r"</?[a-z][a-z0-9]*\b[^<>]*>", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_QUOTED = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
_ALONE = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]|(?<!\*)\*([^*]+)\*(?!\*)|(?<!\w)_([^_]+)_(?!\w)|`([^`]+)`")
_VENUE = re.compile(
    r"(?:[A-Z][\w&+-]*(?:\s+(?:[A-Z][\w&+-]*|of|on|and)){0,5}),?\s*['’]?((?:19|20)\d\d)(?:\s+\w+)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}")
_ET_AL = re.compile(r"[,.]?\s+[^,.]{2,40}\bet\s+al\b.*", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_WORDS = {
    LinkKind.PAPER: "paper pdf arxiv abs doi openreview preprint link html abstract paperlink acl paperpdf arxivpaper "
    "arxivpreprint publisher",
    LinkKind.CODE: "code github repo implementation officialcode pytorch tensorflow jax",
    LinkKind.PROJECT: "project projectpage website homepage page web site webpage",
    LinkKind.DATASET: "data dataset datasets",
    LinkKind.DEMO: "demo",
    LinkKind.VIDEO: "video youtube talk",
    LinkKind.OTHER: "blog blogpost post slides poster model models weights huggingface hf twitter tweet supplementary "
    "appendix bibtex review here notes summary more",
}
_LABELS = {
    word: kind for kind, words in _WORDS.items() for word in words.split()
}  # texts of links that are no titles
_MARK = "\x00"  # where a link stood; no text that was read holds it


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its line, its title as text, its links with their kinds, and its text with marks for links."""

    line: int
    title: str
    is_shown_title: bool  # a link or bold, and so meant as one
    links: tuple[tuple[str, LinkKind], ...]
    text: str

    @property
    def is_paper(self) -> bool:
        """Whether something in it names a paper."""
        return any(is_papers(url) or kind is LinkKind.PAPER for url, kind in self.links)

    @property
    def is_titled(self) -> bool:
        """Whether it reads like a title with a link."""
        return self.is_shown_title and self.title.count(" ") >= 3 and bool(self.links)

    @property
    def untitled(self) -> bool:
        """Whether it names a paper and no title."""
        return not self.title

    def fields(self) -> dict[str, Any]:
        """Its fields, as `fields.FIELDS` names them."""
        named = [of_url(url) for url, _ in self.links]
        named += list(mentions_in(self.text))
        ids: dict[str, str] = {}
        for mention in named:
            if mention.field != "url":
                ids.setdefault(mention.field, mention.value)
        alone = [next(filter(None, found.groups())).strip() for found in _ALONE.finditer(self.text)]
        venue = next((text for text in alone if _VENUE.fullmatch(text)), "")
        dated = venue or next((text for text in alone if _YEAR.fullmatch(text)), "")
        year = re.search(r"(?:19|20)\d\d", dated)
        date = date_in(dated) if not venue else ""
        shown = next((mention.shown for mention in named), "")
        return {
            "title": self.title or shown,
            "venue": venue_in(venue),
            "year": int(year[0]) if year else None,
            "published": date if len(date) > 4 else "",
            "links": [link(url, kind) for url, kind in self.links],
            **ids,
        }


def items_of(text: str) -> Iterator[Item]:
    """The items that have a link or name a paper; what is indented below one and no entry itself belongs to it."""
    lines = text.split("\n")
    fenced = False
    at = 0
    while at < len(lines):
        fenced ^= bool(_FENCE.match(lines[at]))
        found = None if fenced else _ITEM.fullmatch(lines[at])
        row = None if fenced or found else _ROW.fullmatch(lines[at])
        start = at + 1
        if found:
            written = [found[2]]
            while start < len(lines) and _belongs(lines[start], len(found[1].expandtabs())):
                written.append(lines[start].strip().lstrip("-*+ "))
                start += 1
            item = _item(" ".join(written), at + 1)
        elif row and not _RULE.fullmatch(row[1]):
            item = _item(" · ".join(cell.strip() for cell in row[1].split("|")), at + 1)
        else:
            item = None
        if item and (item.links or (item.title and any(True for _ in mentions_in(item.text)))):
            yield item
        at = start


def _belongs(line: str, indent: int) -> bool:
    """Whether a line goes on with an item: indented deeper, and no entry by itself."""
    inner = len(line.expandtabs()) - len(line.expandtabs().lstrip())
    if not line.strip() or inner <= indent or _FENCE.match(line):
        return False
    found = _ITEM.fullmatch(line)
    if not found:
        return True
    own = _item(found[2], 0)
    return not (own.is_shown_title and own.links)


def _item(written: str, line: int) -> Item:
    links: list[tuple[str, LinkKind]] = []
    titles: list[str] = []

    def take(label: str, url: str) -> str:
        name = _plain(label)
        kind = _LABELS.get(re.sub(r"[\W_]+", "", name).lower())
        address = clean_url(html.unescape(url))
        if address:
            links.append((address, kind or LinkKind.OTHER))
            if kind is None and name and not name.startswith("http") and not _is_date(name):
                titles.append(name)
        return f" {_MARK} " if address or url.startswith("#") else f" {name} "

    text = _IMAGE.sub(" ", written)
    text = _ANCHOR.sub(lambda found: take(found[2], found[1]), text)
    text = _LINK.sub(lambda found: take(found[1], found[2]), text)
    text = _BARE_URL.sub(lambda found: take("link", (found[1] or found[2]).rstrip(".,;:")), text)
    text = _TAG.sub(" ", text)
    bold = next((_plain(found[1] or found[2]) for found in _BOLD.finditer(text) if _MARK not in found[0]), "")
    bold = bold if re.sub(r"[\W_]+", "", bold).lower() not in _LABELS and not _is_date(bold) else ""
    shown = next((title for title in titles if " " in title), "") or bold or next(iter(titles), "")
    quoted = _QUOTED.search(text)
    title = shown or (_plain(quoted[1]) if quoted else _before_links(text))
    return Item(line, title.strip(" ,.;:-–—|·") if not shown else title, bool(shown), tuple(links), text)


def _is_date(text: str) -> bool:
    return bool(_YEAR.fullmatch(text.strip("[]() ")) or _VENUE.fullmatch(text))


def _before_links(text: str) -> str:
    """The text before the first link, without authors that "et al." gives away, years and brackets."""
    head = text.split(_MARK)[0]
    head = _ALONE.sub(" ", head) if not head.strip().startswith(("*", "_")) else head
    head = _plain(_ET_AL.sub("", head))
    first = re.split(r"(?<=[a-z)])\.\s", head, maxsplit=1)[0]
    title = first if first.count(" ") >= 2 else head
    return title if title.count(" ") >= 1 else ""


def _plain(text: str) -> str:
    """Text without Markdown's marks, HTML and emoji, on one line."""
    text = _TAG.sub(" ", _EMOJI.sub(" ", text))
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    return " ".join(html.unescape(_ESCAPE.sub(r"\1", text)).replace(_MARK, " ").split())
