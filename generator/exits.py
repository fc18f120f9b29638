"""Where a paper's page leads to outside: its identifiers, its links, or honest searches for its title."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, urlsplit

from generator.model import Ids, Link, LinkKind, Paper

_LABELS = {
    LinkKind.PAPER: "Paper",
    LinkKind.CODE: "Code",
    LinkKind.PROJECT: "Project page",
    LinkKind.DATASET: "Data",
    LinkKind.DEMO: "Demo",
    LinkKind.VIDEO: "Video",
    LinkKind.OTHER: "Link",
}


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out: what a reader sees, and where it leads."""

    label: str
    url: str


def by_id(ids: Ids) -> tuple[Exit, ...]:
    """What the identifiers lead to, nearest to the text first."""
    exits = []
    if ids.arxiv:
        exits.append(Exit("arXiv", f"https://arxiv.org/abs/{quote(ids.arxiv)}"))
        exits.append(Exit("PDF", f"https://arxiv.org/pdf/{quote(ids.arxiv)}"))
    if ids.acl:
        exits.append(Exit("ACL Anthology", f"https://aclanthology.org/{quote(ids.acl)}/"))
    if ids.openreview:
        exits.append(Exit("OpenReview", f"https://openreview.net/forum?id={quote(ids.openreview, safe='')}"))
    if ids.doi:
        exits.append(Exit("DOI", f"https://doi.org/{quote(ids.doi)}"))
    return tuple(exits)


def by_links(links: tuple[Link, ...], known: tuple[Exit, ...] = ()) -> tuple[Exit, ...]:
    """The links by kind, without those that `known` has; several of one kind say where they lead."""
    taken = {_bare(way.url) for way in known}
    order = list(LinkKind)
    links = tuple(
        sorted(
            (link for link in links if _bare(link.url) not in taken),
            key=lambda link: order.index(link.kind),
        )
    )
    kinds = Counter(link.kind for link in links)
    return tuple(
        Exit(_LABELS[link.kind] + (f": {_place(link.url)}" if kinds[link.kind] > 1 else ""), link.url)
        for link in links
    )


def exits_of(paper: Paper) -> tuple[Exit, ...]:
    """Every way out of a paper's page that is known."""
    known = by_id(paper.ids)
    return known + by_links(paper.links, known)


def searches(title: str) -> tuple[Exit, ...]:
    """Where a paper of this title may be found, when nothing leads to its text."""
    words = quote_plus(title)
    return (
        Exit("arXiv", f"https://arxiv.org/search/?searchtype=title&query={words}"),
        Exit("Hugging Face", f"https://huggingface.co/papers?q={words}"),
        Exit("Google Scholar", f"https://scholar.google.com/scholar?q={words}"),
    )


def has_text(paper: Paper) -> bool:
    """Whether an identifier or a link leads to the paper itself."""
    return bool(by_id(paper.ids)) or any(link.kind is LinkKind.PAPER for link in paper.links)


def _place(url: str) -> str:
    parts = urlsplit(url)
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")


def _bare(url: str) -> str:
    return url.rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.").casefold()
