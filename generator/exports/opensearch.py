"""opensearch.xml: the site's search as an engine of the browser's own search box (OpenSearch 1.1, draft 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from generator.config import Settings
from generator.model import File, Library

PATH = "opensearch.xml"
_SHORT = 16  # characters that the format allows the name
_LONG = 1024  # and the description
_FORBIDDEN = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, on one line


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The description, where the site knows its address: a browser asks for an absolute one."""
    if not settings.site_url:
        return
    name = settings.site_name[:_SHORT].strip()
    about = (settings.site_description or settings.site_name)[:_LONG]
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{_text(name)}</ShortName>",
        f"<Description>{_text(about)}</Description>",
        "<InputEncoding>UTF-8</InputEncoding>",
        f'<Url type="text/html" template="{_text(settings.address("search.html"))}?q={{searchTerms}}"/>',
        "</OpenSearchDescription>",
        "",
    )
    yield File(PATH, "\n".join(lines).encode())


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub(" ", text), {'"': "&quot;"})
