"""Papers that a text names by an identifier or an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.sources import identifiers
from generator.sources.mentions import urls_in

_BARE = re.compile(
    r"(?<![\w/.-])(?:arxiv:\s*)?(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?)(?![\w/-])(?!\.\d)"
    r"|arxiv:\s*([a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)"
    r"|(?<![\w/.])(?:doi:\s*)?(10\.\d{4,9}/[^\s\"<>{}\\^`|]+)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")
_KINDS = {"arxiv": "arxiv_id", "doi": "doi", "acl": "acl_id", "openreview": "openreview_id"}
# Where papers are published and read; addresses there lead to papers more often than not.
_HOSTS = re.compile(
    r"(?:^|\.)(?:arxiv\.org|openreview\.net|aclanthology\.org|aclweb\.org|doi\.org|biorxiv\.org|medrxiv\.org|ssrn\.com"
    r"|semanticscholar\.org|mlr\.press|jmlr\.org|neurips\.cc|nips\.cc|thecvf\.com|ecva\.net|ieee\.org|acm\.org|aaai\.org"
    r"|ijcai\.org|usenix\.org|nature\.com|science\.org|sciencedirect\.com|springer\.com|wiley\.com|oup\.com|mit\.edu"
    r"|pnas\.org|plos\.org|mdpi\.com|cell\.com|isca-speech\.org|isca-archive\.org|hal\.science|zenodo\.org|osf\.io"
    r"|ncbi\.nlm\.nih\.gov|europepmc\.org|tandfonline\.com|sagepub\.com|frontiersin\.org|iop\.org|aps\.org|roboticsproceedings\.org)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A field of `fields.FIELDS` that names the paper, and its value; `url` where no identifier is known."""

    field: str
    value: str

    @property
    def shown(self) -> str:
        """What stands in for the title that is not told."""
        prefix = {"arxiv_id": "arXiv:", "doi": "doi:"}.get(self.field, "")
        return f"{prefix}{self.value}"


def mentions_in(text: str) -> Iterator[Mention]:
    """All that a text names, in order, each once."""
    found: dict[Mention, None] = {}
    for url in urls_in(text):
        found.setdefault(of_url(url))
    for match in _BARE.finditer(_ADDRESS.sub(" ", text)):
        written = match[1] or match[2] or match[3].rstrip(".,;:)'\"!?]")
        kind, value = identifiers.parse("doi" if match[3] else "arxiv_id", written)
        if value:
            found.setdefault(Mention(_KINDS[kind], value))
    yield from found


def of_url(url: str) -> Mention:
    """The identifier that an address spells out, else the address."""
    kind, value = identifiers.from_url(url)
    return Mention(_KINDS[kind], value) if value else Mention("url", url)


def is_papers(url: str) -> bool:
    """Whether an address is likely a paper's: a PDF, or on a host where papers are."""
    if of_url(url).field != "url":
        return True
    host, _, path = url.partition("://")[2].partition("/")
    is_read = host.removeprefix("www.") == "huggingface.co" and path.startswith("papers/")
    return is_read or bool(_HOSTS.search(host.lower())) or path.lower().partition("?")[0].endswith(".pdf")
