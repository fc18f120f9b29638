"""Names of people in the parts that bibliographies ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"[,&\d{}()]|\band\b", re.IGNORECASE
)  # "Barnes and Noble", "Family, Given": left whole
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts. A name of one word, and one without Latin letters, is all `family`."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def whole(self) -> str:
        """The name in reading order, as the paper has it."""
        name = f"{self.given} {self.family}".strip()
        return f"{name}, {self.suffix}" if self.suffix else name


@lru_cache(maxsize=1 << 16)
def name_of(written: str) -> Name:
    """The parts of a name in reading order, as BibTeX finds them: the family name begins at the first word in
    small letters ("van der Maaten"), and is the last word where there is none."""
    name, comma, suffix = written.rpartition(", ")
    if not comma or not _SUFFIX.fullmatch(suffix):
        name, suffix = written, ""
    words = name.split()
    if len(words) < 2 or _NO_PERSON.search(name) or not _LATIN.search(name):
        return Name(" ".join(words) if not suffix else name, "", suffix)
    at = next((place for place, word in enumerate(words[1:-1], 1) if word[0].islower()), len(words) - 1)
    return Name(" ".join(words[at:]), " ".join(words[:at]), suffix)
