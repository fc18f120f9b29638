"""Identifiers of papers, as people write them and as they are compared. None is ever made up.

Forms: arXiv https://info.arxiv.org/help/arxiv_identifier.html; DOI https://www.crossref.org/blog/dois-and-matching-regular-expressions/;
ACL https://aclanthology.org/info/ids/.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_ARXIV = re.compile(
    r"(?:arxiv:\s*)?((?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})|(?:[a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7}))(?:v\d+)?",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/[^\s\"<>{}\\^`|]+)", re.IGNORECASE)
_ACL = re.compile(r"(\d{4}\.[a-z0-9_]+(?:-[a-z0-9_]+)?\.\d+|[A-Z]\d{2}-\d{4,5})", re.IGNORECASE)
_ARXIV_PATHS = {
    "arxiv.org": re.compile(r"(?:abs|pdf|html)/(.+?)(?:\.pdf)?"),
    "huggingface.co": re.compile(r"papers/([\d.]+)"),
}
_OPENREVIEW = re.compile(r"([A-Za-z0-9_-]{6,32})")
_OF_ARXIV = "10.48550/arxiv."
_OLD_CLASS = re.compile(r"\.[A-Z]{2}/", re.IGNORECASE)


def parse(name: str, written: str) -> tuple[str, str]:
    """The kind of identifier ("arxiv", "doi", "acl", "openreview") and its value, empty when it is none.

    `name` is the field it stands in; a URL that holds it will do. A version is dropped, and arXiv's own
    DOI is its arXiv id.
    """
    kind = name.removesuffix("_id")
    if "://" in written:
        found, value = from_url(written)
        return (found, value) if found == kind or (kind, found) == ("doi", "arxiv") else (kind, "")
    if kind == "arxiv":
        match = _ARXIV.fullmatch(written)
        return kind, _OLD_CLASS.sub("/", match[1]).lower() if match else ""
    if kind == "doi":
        match = _DOI.fullmatch(written)
        doi = match[1].lower() if match else ""  # a DOI is the same in any case
        return parse("arxiv_id", doi.removeprefix(_OF_ARXIV)) if doi.startswith(_OF_ARXIV) else (kind, doi)
    match = (_ACL if kind == "acl" else _OPENREVIEW).fullmatch(written)
    if not match:
        return kind, ""
    old = kind == "acl" and match[1][0].isalpha()
    return kind, match[1].upper() if old else match[1].lower() if kind == "acl" else match[1]


def from_url(url: str) -> tuple[str, str]:
    """The identifier that the address of a paper spells out, with its kind; ("", "") when there is none."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("export.")
    except ValueError:
        return "", ""
    path = unquote(parts.path).strip("/")
    found = ("", "")
    if shape := _ARXIV_PATHS.get(host):
        match = shape.fullmatch(path)
        found = parse("arxiv_id", match[1]) if match else found
    elif host in ("doi.org", "dx.doi.org"):
        found = parse("doi", path)
    elif host in ("aclanthology.org", "aclweb.org"):  # the second until 2021, as /anthology/P19-1001
        found = parse("acl_id", path.removeprefix("anthology/").removesuffix(".pdf"))
    elif host == "openreview.net" and path in ("forum", "pdf"):
        match = re.search(r"(?:^|&)id=([^&]+)", parts.query)
        found = parse("openreview_id", match[1]) if match else found
    return found if found[1] else ("", "")


def clean_url(written: str) -> str:
    """The address without outer white space; empty unless it is http or https and safe to put into a page."""
    url = written.strip()
    if len(url) > 2000 or not url.isprintable() or re.search(r"[\s\"<>\\^`{|}]", url):
        return ""
    try:
        parts = urlsplit(url)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return url if good and "@" not in parts.netloc else ""
