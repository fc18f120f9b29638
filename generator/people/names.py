"""Names of people taken apart, so that two spellings of one name can be told from two names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anyascii import anyascii

from generator.keys import title_identity

_SUFFIX = re.compile(r"jr|sr|ii|iii|iv")
_FOOTNOTES = re.compile(r"[*+#†‡§¶]+")
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_BETWEEN = re.compile(r"[^a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in reading order, and its parts, folded.

    `identity` is equal for spellings that differ in case, accents, hyphens, points and spaces only. `given`
    are the given names and what stands between them and the family name, each a word or an initial;
    without any, the name (of one word, or in a script that is not Latin) has no shorter form.
    """

    text: str
    identity: str
    family: str = ""
    given: tuple[str, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether the name does not begin with an initial."""
        return not self.given or len(self.given[0]) > 1

    @property
    def size(self) -> tuple[int, int]:
        """How much the name tells: given names, and letters in them."""
        return len(self.given), sum(map(len, self.given))


def take_apart(written: str) -> Name:
    """A name as a paper writes it: "Zhang, Wei" is "Wei Zhang", and “Łukasz Kaiser” is "Lukasz Kaiser"."""
    text = _in_reading_order(written)
    bare = _FOOTNOTES.sub("", text)
    identity = title_identity(bare) or text
    folded = anyascii(_APOSTROPHES.sub("", bare)).casefold()
    words = [word for part in _BETWEEN.split(folded) if (word := part.strip("-"))]
    if len(words) < 2 or "".join(words).replace("-", "") != identity:
        return Name(text, identity)  # transcribed letters do not tell what the characters would
    last = words.pop()
    if len(words) > 1 and _SUFFIX.fullmatch(last):
        last = f"{words.pop()} {last}"
    given = tuple(part for word in words for part in word.split("-") if part)
    return Name(text, identity, last.replace("-", ""), given)


def is_short_for(short: Name, long: Name) -> bool:
    """Whether `short` tells nothing that `long` does not: given names cut to initials or initials left out.

    A middle name written out is left out only by names of initials alone: "J. Devlin" may be short for
    "Jacob Ming Devlin", "Wei Zhang" is not for "Wei Ming Zhang".
    """
    if short.family != long.family or not short.given or short.size >= long.size:
        return False
    if not _fits(short.given[0], long.given[0]):
        return False
    of_initials = all(len(word) == 1 for word in short.given)
    wanted = list(short.given[1:])
    for word in long.given[1:]:
        if wanted and _fits(wanted[0], word):
            wanted.pop(0)
        elif len(word) > 1 and not of_initials:
            return False
    return not wanted


def _fits(short: str, long: str) -> bool:
    return short == long or (len(short) == 1 and long.startswith(short))


def _in_reading_order(written: str) -> str:
    family, comma, given = (part.strip() for part in written.partition(","))
    if not (comma and family and given) or "," in given or _SUFFIX.fullmatch(given.casefold().rstrip(".")):
        return written
    return f"{given} {family}"
