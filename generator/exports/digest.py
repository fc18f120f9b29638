"""weeks/<week>.txt and .email.html: what came in during a week, to be sent as an e-mail.

Mail programs run no scripts and load no styles, so the HTML has neither; its links are absolute where the site
knows its own address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from generator.config import Settings
from generator.feeds.entries import address
from generator.model import File, Library, Paper
from generator.weeks import Week, weeks_of

NAMED = 3  # authors of a paper
_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FACE = "font-family:Georgia,serif;line-height:1.45;color:#1a1a1a"


def files(library: Library, settings: Settings) -> Iterator[File]:
    """Two files for each week."""
    for week in weeks_of(library):
        yield File(f"weeks/{week.name}.txt", _text(week, library, settings).encode())
        yield File(f"weeks/{week.name}.email.html", _html(week, library, settings).encode())


def _text(week: Week, library: Library, settings: Settings) -> str:
    lines = [_head(week, settings), week.days]
    for slug, keys in week.groups:
        lines += ["", "", _topic(slug, library).upper()]
        for paper in map(library.papers.__getitem__, keys):
            told = (_line(paper.title_text), _about(paper), _address(paper, week, settings))
            lines += ["", *(line for line in told if line)]
    return "\n".join((*lines, ""))


def _html(week: Week, library: Library, settings: Settings) -> str:
    head = escape(_head(week, settings))
    lines = [
        "<!doctype html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{head}</title></head>',
        f'<body style="margin:0 auto;max-width:40em;padding:1em;{_FACE}">',
        f'<h1 style="font-size:1.5em">{head}</h1>',
        f'<p style="color:#555">{week.days}</p>',
    ]
    for slug, keys in week.groups:
        lines.append(f'<h2 style="font-size:1.15em;margin-top:2em">{escape(_topic(slug, library))}</h2>')
        for paper in map(library.papers.__getitem__, keys):
            link = escape(_address(paper, week, settings))
            about = f'<br><span style="color:#555">{escape(_about(paper))}</span>' if _about(paper) else ""
            lines.append(
                f'<p><a href="{link}" style="color:#1a4f8a">{escape(_line(paper.title_text))}</a>{about}</p>'
            )
    return "\n".join((*lines, "</body></html>", ""))


def _head(week: Week, settings: Settings) -> str:
    return _line(f"{settings.site_name}: {week.title}")


def _topic(slug: str, library: Library) -> str:
    return _line(library.topics[slug].name) if slug else "Without a topic"


def _about(paper: Paper) -> str:
    """Who wrote it, where and when it appeared, as far as known."""
    authors = ", ".join(paper.authors[:NAMED])
    if len(paper.authors) > NAMED or (authors and paper.authors_incomplete):
        authors += " and others"
    return _line(" · ".join(part for part in (authors, paper.venue, str(paper.year or "")) if part))


def _address(paper: Paper, week: Week, settings: Settings) -> str:
    return address(f"papers/{paper.key}.html", f"weeks/{week.name}.txt", settings)


def _line(text: str) -> str:
    return _LINE.sub(" ", text).strip()
