"""Names of columns and keys as people choose them, and the field that each stands for.

Compared without case, spaces and signs ("Paper Title" is "paper_title"). For each field the first name that has a
value counts. The owner's own names (`extra: papershelf: columns:`) come before all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

_SIGNS = re.compile(r"[\W_]+")

# field -> names, the surest first. What is no field of a paper's is not here: ratings, affiliations, sessions.
_NAMES = {
    "title": "title papertitle articletitle documenttitle paper name",
    "authors": "authors author authornames authorlist authorsnames fullauthors creators creator writers",
    "abstract": "abstract abstractnote abstracttext description summary",
    "year": "year publicationyear pubyear publishedyear conferenceyear",
    "published": "published publisheddate publicationdate publishdate datepublished publishedat publishedon date",
    "listed": "listed dateseen dateadded addedon datelisted",
    "venue": "venue conference journal booktitle publicationtitle sourcetitle containertitle publication "
    "conferencename venuename proceedingstitle proceedings",
    "arxiv_id": "arxivid arxiv eprint",
    "doi": "doi",
    "acl_id": "aclid anthologyid",
    "openreview_id": "openreviewid openreview",
    "paper": "url link paperurl paperlink pdf pdfurl pdflink externalurl sourceurl site arxivurl arxivlink "
    "openreviewurl openreviewlink html htmlurl links urls",
    "code": "code codeurl codelink github githuburl githublink githubrepo repo repository repositoryurl",
    "project": "project projecturl projectpage projectlink website",
    "dataset": "dataset dataseturl data dataurl",
    "video": "video videourl videolink youtube",
    "keywords": "keywords keyword authorkeywords manualtags tags tag subjects",
    "id": "id paperid uid",
}
_FIELDS = {name: (field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names.split())}
FIELDS = tuple(
    field for field in _NAMES if field not in ("id", "paper", "code", "project", "dataset", "video")
)
LINKS = ("paper", "code", "project", "dataset", "video")
OWNERS = (*FIELDS, *LINKS)  # the fields that an owner may name a column for


def folded(name: str) -> str:
    """The name as it is compared."""
    return _SIGNS.sub("", name).lower()


def meant(names: Iterable[str], owners: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """By field the columns that stand for it, the surest first; columns that mean nothing here are missing."""
    return _meant(tuple(names), tuple(sorted(owners.items())))


@cache
def _meant(names: tuple[str, ...], owners: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    chosen = {folded(column): field for field, column in owners}
    found: dict[str, list[tuple[int, int, str]]] = {}
    for place, name in enumerate(names):
        key = folded(name)
        if key in chosen:
            found.setdefault(chosen[key], []).append((-1, place, name))
        elif key in _FIELDS:
            field, rank = _FIELDS[key]
            found.setdefault(field, []).append((rank, place, name))
    return {field: tuple(name for _, _, name in sorted(columns)) for field, columns in found.items()}
