"""BibTeX: read by LaTeX with bibtex or biber, Zotero, JabRef and most other programs.

Fields: https://ctan.org/pkg/bibtex, and https://info.arxiv.org/help/hypertex/bibstyles/ for eprint. What is
not ASCII is written in TeX where TeX has a way, so that pdflatex with the oldest styles prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pylatexenc.latexencode import UnicodeToLatexEncoder

from generator.citations.names import Name
from generator.citations.reference import Kind, Reference

NAME = "BibTeX"
ENDING = "bib"
ON_PAGE = 40  # authors; styles print "et al." long before, and a crowd would double the page
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_TEX = re.compile(r"[\\{}$&#%_~^<>|]|-(?=-)|`(?=`)|'(?=')|[?!](?=`)")  # also what TeX draws together
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
    "^": r"{\string^}",  # read back as the sign; \textasciicircum is read as the accent
    "<": r"\ensuremath{<}",  # in the oldest encoding of fonts the bare sign is another one
    ">": r"\ensuremath{>}",
    "|": r"\ensuremath{|}",
    **{sign: sign + "{}" for sign in "-`'?!"},
}
_TYPES = {Kind.MEETING: "inproceedings", Kind.JOURNAL: "article", Kind.UNKNOWN: "misc"}
_VENUES = {Kind.MEETING: "booktitle", Kind.JOURNAL: "journal", Kind.UNKNOWN: "howpublished"}


def entry(reference: Reference, abstract: bool = False, most: int = 0) -> str:
    """One entry; of more than `most` authors (0: no limit) the last are "others"."""
    fields = {
        "title": f"{{{in_tex(reference.title)}}}",  # a second pair of braces keeps capitals
        "author": _authors(reference, most or len(reference.authors)),
        "year": str(reference.year) if reference.year is not None else "",
        _VENUES[reference.kind]: in_tex(reference.venue),
        "eprint": _verbatim(reference.ids.arxiv),
        "archivePrefix": "arXiv" if reference.ids.arxiv else "",
        "doi": _verbatim(reference.ids.doi),
        "url": _verbatim(reference.url),
        "abstract": in_tex(reference.abstract) if abstract else "",
        "note": in_tex(reference.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{_TYPES[reference.kind]}{{{reference.key},\n" + ",\n".join(lines) + "\n}"


def bundle(entries: Iterable[str]) -> str:
    """A .bib file."""
    return "".join(f"{entry}\n\n" for entry in entries)


def in_tex(text: str) -> str:
    """Plain text as TeX that prints exactly it, on one line."""
    text = _CONTROL.sub(" ", text)
    if text.isascii():
        return _TEX.sub(lambda match: _IN_TEX[match[0]], text)
    return "".join(
        _TEX.sub(lambda match: _IN_TEX[match[0]], part) if part.isascii() else _letters(part)
        for part in re.split(r"([^\x00-\x7f]+)", text)
    )


def _letters(text: str) -> str:
    """Letters that TeX can write as TeX writes them, in braces; all others as they are."""
    return "".join(map(_letter, text))


@cache
def _letter(letter: str) -> str:
    written: str = _encoder().unicode_to_latex(letter)
    if written == letter:
        return letter
    return written if written.startswith("{") else f"{{{written}}}"


@cache
def _encoder() -> UnicodeToLatexEncoder:
    return UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)


def _authors(reference: Reference, most: int) -> str:
    named = [_author(name) for name in reference.authors[:most]]
    if named and (reference.authors_incomplete or len(reference.authors) > most):
        named.append("others")
    return " and ".join(named)


def _author(name: Name) -> str:
    if not name.given and not name.suffix:
        # "and" divides authors, a comma turns names round, and a space divides what is one name
        return f"{{{in_tex(name.family)}}}" if re.search(r"[\s,]", name.family) else in_tex(name.family)
    return ", ".join(in_tex(part) for part in (name.family, name.suffix, name.given) if part)


def _verbatim(text: str) -> str:
    # Styles print identifiers and addresses as they stand, so nothing is escaped; what would end the field is
    # written as in addresses.
    return _CONTROL.sub("", text).replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
