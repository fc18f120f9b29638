"""How we behave towards a host, as data: who we say we are, how long we wait, how much we take."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, fields, replace

from generator import __version__
from generator.problems import CannotGoOn, Level, Place, Problem

VARIABLE = "PAPERSHELF_ASKING"


@dataclass(frozen=True, slots=True)
class Manners:
    """Addresses of the services, and limits. Times are seconds, sizes bytes.

    Rests: arXiv asks for one request in three seconds (https://info.arxiv.org/help/api/tou.html); the others
    name no figure that a slow client could pass, and get one request a second.
    """

    daily_papers: str = "https://huggingface.co/api/daily_papers"
    arxiv: str = "https://export.arxiv.org/api/query"
    crossref: str = "https://api.crossref.org/works"
    arxiv_rest: float = 3.0
    rest: float = 1.0  # between two requests to any other host
    tries: int = 4
    first_wait: float = 2.0  # before the second try; doubled before each further one
    longest_wait: float = 120.0  # a host that asks for a longer pause is left for the next run
    connect: float = 10.0
    silence: float = 30.0  # the longest time without a byte
    whole: float = 180.0  # the longest time for one answer
    largest: int = 50_000_000
    redirects: int = 5
    contact: str = ""  # where whoever runs a service can find us: an address of the web, of mail, or both

    @property
    def name(self) -> str:
        """The User-Agent."""
        return f"papershelf/{__version__}" + (f" (+{self.contact})" if self.contact else "")


def manners(contact: str = "") -> Manners:
    """As they are, but for what the environment says: PAPERSHELF_ASKING, a JSON object of fields of `Manners`.

    It is for mirrors and for tests. Raises CannotGoOn when it says something else.
    """
    ours = Manners(contact=contact)
    kinds = {field.name: type(getattr(ours, field.name)) for field in fields(ours)}
    try:
        told = json.loads(os.environ.get(VARIABLE) or "{}")
        return replace(ours, **{name: kinds[name](value) for name, value in told.items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        message = f"The variable {VARIABLE} of the environment cannot be read."
        hint = 'It is a JSON object such as {"arxiv": "https://mirror.example.org/api/query"}; or remove it.'
        raise CannotGoOn(Problem(Level.ERROR, "asking-wrong", message, Place(VARIABLE), hint)) from None
