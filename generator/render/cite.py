"""A paper as BibTeX: what is known of it, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Listing, Paper
from generator.render.exits import Exit
from generator.text.slug import slug

NAMED = 40  # authors; styles print "et al." long before, and a crowd would double the page
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_TEX = re.compile(r"[\\{}$&#%_~^]")
_ODD_NAMES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\\{}$&#%_~^,]|\band\b")
_IN_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SMALL = re.compile(
    "an?|and|are|can|do|does|for|from|how|in|is|it|of|on|or|the|to|towards?|what|when|where|which|why|with"
)


def bibtex(paper: Paper, listings: Sequence[Listing], ways: Sequence[Exit]) -> str:
    """A @misc entry. Letters stay Unicode, as biber and today's BibTeX take them; TeX's signs are escaped.

    `listings` are those in which the paper was seen, `ways` the ways out of its page.
    """
    fields = {
        "title": f"{{{in_tex(paper.title_text)}}}",  # a second pair of braces keeps capitals
        "author": _authors(paper),
        "year": str(paper.year) if paper.year is not None else "",
        "howpublished": in_tex(paper.venue),
        "eprint": _verbatim(paper.ids.arxiv),
        "archivePrefix": "arXiv" if paper.ids.arxiv else "",
        "doi": _verbatim(paper.ids.doi),
        "url": _verbatim(ways[0].url) if ways else "",
        "note": "Listed in " + "; ".join(in_tex(listing.title) for listing in listings) if listings else "",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{citation_key(paper)},\n" + ",\n".join(lines) + "\n}"


def citation_key(paper: Paper) -> str:
    """First author, year and first telling word of the title, as far as known; else the paper's own key."""
    words = slug(paper.title_text).split("-")
    word = next((word for word in words if not _SMALL.fullmatch(word)), "")
    family = slug(_family(paper.authors[0])) if paper.authors else ""
    if not family or not word:
        return paper.key
    return "-".join(part for part in (family, str(paper.year or ""), word) if part)


def in_tex(text: str) -> str:
    """Plain text as TeX that prints exactly it, on one line."""
    return _TEX.sub(lambda match: _IN_TEX[match[0]], _CONTROL.sub(" ", text))


def _authors(paper: Paper) -> str:
    # Almost always no name holds anything odd, and one look at all of them is enough.
    named = paper.authors[:NAMED]
    odd = _ODD_NAMES.search("\n".join(named))
    written = [_author(author) for author in named] if odd else list(named)
    if written and (paper.authors_incomplete or len(paper.authors) > NAMED):
        written.append("others")
    return " and ".join(written)


def _author(name: str) -> str:
    # " and " divides authors and a comma turns names round, so a name with either of them that is no
    # "Family, Given" stands in braces.
    written = in_tex(name)
    return f"{{{written}}}" if re.search(r"\band\b|,.*,", written) else written


def _family(name: str) -> str:
    return name.partition(",")[0] if "," in name else name.split()[-1] if name.split() else ""


def _verbatim(text: str) -> str:
    # BibTeX styles print identifiers and addresses as they stand, so nothing is escaped; what would end the
    # field is written as in addresses.
    return _CONTROL.sub("", text).replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
