"""BibTeX: read by LaTeX with bibtex or biber, Zotero, JabRef and most other programs.

Fields: https://ctan.org/pkg/bibtex, and https://info.arxiv.org/help/hypertex/bibstyles/ for eprint. What is
not ASCII is written in TeX where TeX has a way, so that pdflatex with the oldest styles prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.citations.names import Name
from generator.citations.reference import Kind, Reference
from generator.citations.tex import in_tex, preamble

NAME = "BibTeX"
ENDING = "bib"
ON_PAGE = 40  # authors; styles print "et al." long before, and a crowd would double the page
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
# Beginnings of words of which biber (signs) or BibTeX (letters of several bytes) makes initials that stop LaTeX.
_SIGN = re.compile(r"(?:^|[\s-])[\\{}$&#%_~^<>|]")
_LETTER = re.compile(r"(?:^|[\s-])[^\x00-\x7f]")
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
        "doi": _verbatim(reference.ids.doi).replace("%", r"\%"),  # plainnat gives it to a command of its own
        "acl": _verbatim(reference.ids.acl),  # styles pass by what they do not know
        "openreview": _verbatim(reference.ids.openreview),
        "url": _verbatim(reference.url),
        "abstract": in_tex(reference.abstract) if abstract else "",
        "note": in_tex(reference.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{_TYPES[reference.kind]}{{{reference.key},\n" + ",\n".join(lines) + "\n}"


def bundle(entries: Iterable[str]) -> str:
    """A .bib file, which begins with what pdfLaTeX must be told of its signs, if anything."""
    text = "".join(f"{entry}\n\n" for entry in entries)
    return preamble(text) + text


def _authors(reference: Reference, most: int) -> str:
    named = [_author(name) for name in reference.authors[:most]]
    if named and (reference.authors_incomplete or len(reference.authors) > most):
        named.append("others")
    return " and ".join(named)


@lru_cache(maxsize=1 << 16)
def _author(name: Name) -> str:
    whole = in_tex(name.whole)
    if name.given and (_SIGN.search(name.whole) or _LETTER.search(whole)):
        return f"{{{whole}}}"
    family = in_tex(name.family)
    if name.family.casefold() == "others":  # which would be "et al.", for biber in braces too
        family = f"{name.family[:3]}{{{name.family[3:]}}}"
    elif not name.given and not name.suffix:
        # "and" divides authors, a comma turns names round, and a space divides what is one name
        is_one = not re.search(r"[\s,{}]", name.family) and name.family.casefold() != "and"
        family = family if is_one else f"{{{family}}}"
    elif name.family[:1].islower() and " " not in name.family:  # not the "van" of a name that is missing
        family = f"{{{family}}}"
    return ", ".join(part for part in (family, in_tex(name.suffix), in_tex(name.given)) if part)


def _verbatim(text: str) -> str:
    # Styles print identifiers and addresses as they stand, so nothing is escaped; what would end the field is
    # written as in addresses.
    return _CONTROL.sub("", text).replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
