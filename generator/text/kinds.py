"""What a link leads to, told by its host and by the words before it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.text.links import LinkKind

_CODE_HOSTS = (
    "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "anonymous.4open.science",
    "sourceforge.net", "pypi.org", "cran.r-project.org", "npmjs.com", "codalab.org",
)  # fmt: skip
_VIDEO_HOSTS = (
    "youtube.com",
    "youtu.be",
    "vimeo.com",
    "bilibili.com",
    "slideslive.com",
    "youtube-nocookie.com",
)
_PAPER_HOSTS = (
    "arxiv.org", "doi.org", "openreview.net", "aclanthology.org", "semanticscholar.org", "biorxiv.org",
    "medrxiv.org",
    "proceedings.mlr.press", "ieeexplore.ieee.org", "dl.acm.org", "openaccess.thecvf.com", "papers.nips.cc",
    "proceedings.neurips.cc", "jmlr.org", "link.springer.com", "sciencedirect.com", "hal.science", "ssrn.com",
)  # fmt: skip
_DATASET_HOSTS = (
    "zenodo.org",
    "figshare.com",
    "dataverse.harvard.edu",
    "physionet.org",
    "ieee-dataport.org",
    "osf.io",
)
_DEMO_HOSTS = ("colab.research.google.com", "replicate.com", "mybinder.org")
_PROJECT_HOSTS = ("github.io", "gitlab.io", "sites.google.com", "netlify.app", "vercel.app", "readthedocs.io")

_WORDS = re.compile(
    r"(?P<project>\b(?:project|home|web) ?-?(?:page|site|homepage)\b|\bhomepage\b"
    r"|\bmore (?:information|details|results)\b)"
    r"|(?P<code>\b(?:codes?|codebase|implementations?|repositor(?:y|ies)|source|scripts?|toolkits?|toolbox|library"
    r"|package|software|open-sourced?|models?|weights|checkpoints?)\b)"
    r"|(?P<dataset>\b(?:data ?sets?|data|corpus|corpora)\b)"
    r"|(?P<demo>\b(?:(?<!video )demos?|live demo|playground|demo page)\b)"
    r"|(?P<video>\bvideos?\b)"
    r"|(?P<paper>\b(?:preprint|full paper|extended version|full version)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z(])")
_RELEASED = re.compile(
    r"(?:\b[Ww]e (?:publicly )?(?:release|open-source|share|provide|publish) (?:the )?"
    r"(?P<object>[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*){0,2}) (?:at|on|in|under|via)\b"
    r"|(?P<subject>[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*){0,2}) (?:is|will be|are)"
    r" (?:now |made |publicly |freely |openly )*"
    r"(?:available|released|accessible))"
)


def _is_at(host: str, known: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith("." + name) for name in known)


def kind_of(url: str, text: str = "", at: int = 0) -> LinkKind:
    """The kind of the link that begins at position `at` of `text`; without a text the host decides alone."""
    parts = urlsplit(url)
    host, path = (parts.hostname or "").removeprefix("www."), parts.path.strip("/")
    words = _words_before(text, at)
    if _is_at(host, _VIDEO_HOSTS):
        return LinkKind.VIDEO
    if _is_at(host, _PAPER_HOSTS) or path.endswith(".pdf"):
        return LinkKind.PAPER
    if (
        _is_at(host, _DEMO_HOSTS)
        or (host == "huggingface.co" and path.startswith("spaces/"))
        or host.endswith(".hf.space")
    ):
        return LinkKind.DEMO
    if (host in ("huggingface.co", "kaggle.com") and path.startswith("datasets/")) or _is_at(
        host, _DATASET_HOSTS
    ):
        return LinkKind.DATASET if words[:1] != ["code"] or host == "huggingface.co" else LinkKind.CODE
    if _is_at(host, _CODE_HOSTS) or host in ("huggingface.co", "kaggle.com"):
        return LinkKind.DATASET if _only_data(words, text, at) else LinkKind.CODE
    if _is_at(host, _PROJECT_HOSTS) or "project" in words:
        return LinkKind.PROJECT
    return LinkKind(words[0]) if words else LinkKind.OTHER


def _words_before(text: str, at: int) -> list[str]:
    """The kinds that the sentence before the link names, in its order."""
    window = text[max(0, at - 260) : at]
    begins = max((end.end() for end in _SENTENCE_END.finditer(window)), default=0)
    return [str(found.lastgroup) for found in _WORDS.finditer(window[begins:])]


def _only_data(words: list[str], text: str, at: int) -> bool:
    """Is it data alone that a code host holds: by the sentence, or by what the thing was called before?"""
    if words:
        return "dataset" in words and "code" not in words and "project" not in words
    window = text[max(0, at - 160) : at]
    released = list(_RELEASED.finditer(window))
    if not released:
        return False
    thing = re.escape(released[-1]["object"] or released[-1]["subject"])
    called = (
        rf"\bdata ?sets?\b[^.;:]{{0,30}} {thing}(?![\w-])"
        rf"|{thing}(?:,? an?)? (?:[\w-]+ ){{0,4}}(?:data ?set|corpus)\b"
    )
    return re.search(called, text) is not None
