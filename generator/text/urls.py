"""URLs in running text: found, freed of what stuck to them, and let through only when they are safe."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from generator.text.marks import Found, link_mark

_HOSTS = (
    r"github\.com|gitlab\.com|bitbucket\.org|huggingface\.co|youtu\.be|youtube\.com|sites\.google\.com|arxiv\.org"
    r"|doi\.org|zenodo\.org|kaggle\.com|[A-Za-z0-9-]{1,63}\.github\.io|[A-Za-z0-9-]{1,63}\.gitlab\.io"
)
_START = re.compile(
    r"\\?(?:url|href|footnote)\s?\{(?=\s?(?:\\?url\{)?\s?(?:https?:|www\.))"
    rf"|(?i:https?)://|(?<![\w@/.:-])www\.(?=[a-z0-9-]+\.)|(?<![\w@/.:-])(?:{_HOSTS})/(?=[\w~@.-])",
)
_TRACE = re.compile(r"://|www\.|\.(?:com|org|io|co|be)/")
_BODY = re.compile(r"(?:\\[_%#&~$-]|[^\s<>\"\\^`{}|\u201c\u201d\u3000-\u303f\uff00-\uffef]){1,2048}")
_INNER = re.compile(r"\s|\\?url\{|\{")
_TEX_ESCAPE = re.compile(r"\\([_%#&~$-])")
_MARKDOWN = re.compile(r"\[([^\[\]]{1,200})\]\((https?://[^\s()<>\"\\]{3,500})\)")
_TRAILING = ".,;:!?'*_~\u2019\u2026"
_LABEL = re.compile(r"\{([^{}]{1,200})\}")
_GLUED_SENTENCE = re.compile(r"\.(?=(?:Our|We|The|This|In|It|To|Code|A|All|Moreover|See|For)(?:\Z|[.,;]?\s))")
_HOST = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\Z")
_GIT_HOST = re.compile(r"(?:github|gitlab|bitbucket|codeberg|gitee)\.")
_LONGEST = 2000
_PAIRS = {")": "(", "]": "[", "}": "{"}


def clean_url(raw: str) -> str:
    """The URL as it may be linked, or "" when it may not.

    Only http and https with an ordinary host name come through: no user names, no addresses in brackets, no
    control characters, at most 2,000 characters. `www.` and well-known hosts may come without a scheme.
    """
    url = raw.strip()
    if not url or len(url) > _LONGEST or not url.isprintable() or any(char in url for char in ' \\<>"`{}|^'):
        return ""
    if "://" not in url[:10]:
        if not re.match(rf"(?i:www\.|(?:{_HOSTS})/)", url):
            return ""
        url = "https://" + url
    scheme, _, rest = url.partition("://")
    url = f"{scheme.lower()}://{rest}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return ""
    host = (parts.hostname or "").rstrip(".")
    if not _HOST.match(host) or parts.netloc.lower() not in (host, f"{host}:{port}"):
        return ""
    path = parts.path
    if _GIT_HOST.match(host):
        path = (
            path.removesuffix("/").removesuffix(".git") if path.removesuffix("/").endswith(".git") else path
        )
    url = f"{scheme.lower()}://{parts.netloc}{path}"
    url += f"?{parts.query}" if parts.query else ""
    url += f"#{parts.fragment}" if parts.fragment else ""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~._-")


def cut_out(text: str, as_written: bool = False) -> tuple[str, list[Found], list[int]]:
    """Text with a mark in place of each link, the links, and where in the text each of them began.

    `as_written` keeps every visible character of a text that already reads as it should.
    """
    if not _TRACE.search(text):
        return text, [], []
    out: list[str] = []
    found: list[Found] = []
    places: list[int] = []
    at = 0
    while start := _START.search(text, at):
        begin = start.start()
        link, end = _as_it_stands(text, begin) if as_written else _take(text, start)
        if not as_written and begin and text[begin - 1] == "(" and (labelled := _labelled(text, at, begin)):
            link, begin, end = labelled
        if link is None:
            end = max(end, start.end())
            out.append(text[at:end])
            at = end
            continue
        out.append(text[at:begin])
        before = text[begin - 1 : begin]
        if not as_written and (before.isalnum() or before in tuple(":,;.")):
            out.append(" ")
        mark = link_mark(len(found))
        out.append(f"({mark})" if "footnote" in start[0] else mark)
        places.append(begin)
        found.append(link)
        at = end
    out.append(text[at:])
    return "".join(out), found, places


def _labelled(text: str, at: int, begin: int) -> tuple[Found, int, int] | None:
    """`[label](url)` around the URL that begins at `begin`, not before `at`."""
    bracket = text.rfind("[", max(at, begin - 202), begin)
    whole = _MARKDOWN.match(text, bracket) if bracket >= 0 else None
    if not whole or whole.start(2) != begin or not (url := clean_url(whole[2])):
        return None
    return Found(url, whole[1]), bracket, whole.end()


def _as_it_stands(text: str, at: int) -> tuple[Found | None, int]:
    body = _BODY.match(text, at)
    raw = _without_trailing(body[0]) if body else ""
    url = clean_url(raw)
    return (Found(url, raw) if url else None), at + len(raw)


def _take(text: str, start: re.Match[str]) -> tuple[Found | None, int]:
    """The link that begins with this match, or None, and where the text goes on after it."""
    at = start.start()
    closing = 0
    if "{" in start[0]:
        at, closing = start.end(), 1
        while inner := _INNER.match(text, at):
            closing += inner[0].endswith("{")
            at = inner.end()
    body = _BODY.match(text, at)
    if not body:
        return None, at
    raw, end = body[0], body.end()
    while closing and text[end : end + 1] in ("}", " "):
        closing -= text[end] == "}"
        end += 1
    if "{" not in start[0]:
        if glued := _GLUED_SENTENCE.search(raw):
            raw = raw[: glued.start()]
        raw = _without_trailing(raw)
        end = at + len(raw)
    label = ""
    if braces := _LABEL.match(text, end):  # \href{url}{label}, or what is left of it
        label, end = braces[1].strip(), braces.end()
    elif text.startswith("}", end) and "{" not in text[max(0, at - 300) : at]:
        end += 1  # it closed a \url{ that is gone
    url = clean_url(_TEX_ESCAPE.sub(r"\1", raw))
    if not url:
        return None, end
    return Found(url, label or (url if "://" in raw[:10] else url.partition("://")[2])), end


def _without_trailing(raw: str) -> str:
    """Without the punctuation of the sentence, and without a bracket that was opened before the URL."""
    while raw:
        last = raw[-1]
        if last in _TRAILING or (last in _PAIRS and raw.count(last) > raw.count(_PAIRS[last])):
            raw = raw[:-1]
        else:
            break
    return raw
