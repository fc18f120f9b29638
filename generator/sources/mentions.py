"""What fields for people mention by the way: arXiv ids, addresses, and venues that are none."""

from __future__ import annotations

import re

from generator.sources.identifiers import clean_url
from generator.text.kinds import kind_of
from generator.text.links import LinkKind

_ARXIV = re.compile(
    r"(?:arxiv ?(?:preprint ?)?[:,]? ?(?:arxiv ?: ?)?|arxiv\.org/(?:abs|pdf|html)/|(?<![\w/])abs/)"
    r"(\d{4}\.\d{4,5}(?:v\d+)?(?!\d)|[a-z][a-z-]*(?:\.[a-z]{2})?/\d{7}(?:v\d+)?(?!\d))",
    re.IGNORECASE,
)
_NO_VENUE = re.compile(
    r"arxiv ?:.*|(?:arxiv(?:\.org)?|corr|abs/\d{4}\.\d{4,5})?[\s:,.()\[\]-]*"
    r"(?:e-?prints?|preprints?|cornell university)?[\s:,.()-]*"
    r"(?:(?:arxiv\s*:\s*|abs/)?(?:\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[a-z]{2})?/\d{7})(?:v\d+)?)?"
    r"[\s:,.()-]*(?:\[[\w.,; -]+\]|\d{4}|abs/\S+)?[\s.]*",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]+")


def arxiv_in(text: str) -> str:
    """The arXiv id that the text names ("arXiv:2401.01234 [cs.CL]", "abs/2401.01234"); empty if none."""
    found = _ARXIV.search(" ".join(text.split()))
    return found[1] if found else ""


def venue_in(*written: str) -> str:
    """The first that is a venue: "arXiv preprint arXiv:2401.01234" and "CoRR" are none."""
    return next((venue for venue in written if venue and not _none(venue)), "")


def _none(venue: str) -> bool:
    return len(venue) < 120 and bool(_NO_VENUE.fullmatch(venue))


def urls_in(text: str) -> list[str]:
    """The http and https addresses in a text, without the punctuation behind them."""
    return [url for found in _URL.findall(text) if (url := clean_url(found.rstrip(".,;:!?)'")))]


def link(url: str, kind: LinkKind = LinkKind.OTHER) -> dict[str, str]:
    """The address as an entry of the field `links`; `kind` is what it is where its host does not tell."""
    told = kind_of(url) if clean_url(url) else kind
    return {"url": url, "kind": kind if told is LinkKind.OTHER else told}
