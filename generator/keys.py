"""What a paper is called in URLs, and when two titles are one; both depend on the title alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable
from difflib import get_close_matches
from heapq import nlargest

from generator.text.fold import fold
from generator.text.slug import slug

LIMIT = 80  # characters of a key
_HASH = 6  # hex digits, with their hyphen part of the limit
_COMPARED = 100  # keys compared letter by letter
# `index` is the start page of a folder; the others are devices on Windows, whatever their ending.
_PORTS = (f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))
RESERVED = frozenset(["index", "con", "prn", "aux", "nul", *_PORTS])
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SIGNS = re.compile(r"(?<=\w)[+#*]+")  # what C++, C# and A* are told apart by


def title_identity(title: str) -> str:
    """Equal for titles that differ only in case, accents, hyphens, punctuation and spaces.

    Never empty for a title that is not: what folding would lose (Chinese characters, signs alone, the
    signs of C++ and C#) stays.
    """
    folded = fold(title).replace(" ", "")
    if folded and title.isascii():
        return folded + "".join(_SIGNS.findall(title))
    if folded and not any(map(_foreign, title)):
        return folded + "".join(_SIGNS.findall(title))
    whole = unicodedata.normalize("NFKC", title).casefold()
    return "".join(letter for letter in whole if letter.isalnum()) or "".join(whole.split())


def _foreign(letter: str) -> bool:
    """Whether the letter is of a script that ASCII can only transcribe, so that two words become one."""
    return (
        letter > "\u024f"
        and letter.isalpha()
        and not unicodedata.name(letter, "").startswith(
            ("LATIN", "GREEK", "MATHEMATICAL", "MODIFIER", "SUPERSCRIPT", "SUBSCRIPT")
        )
    )


def paper_key(title: str, identity: str = "") -> str:
    """The slug of the title, at most 80 characters of [a-z0-9-].

    A short hash of the title follows where the slug alone does not tell: cut short, empty, a name that
    file systems reserve, or a title of which letters or signs were lost. `identity` saves the work of
    finding the title's identity again.
    """
    whole = slug(title, len(title) * 8 + LIMIT)
    identity = identity or title_identity(title)
    if whole and len(whole) <= LIMIT and whole not in RESERVED and identity == whole.replace("-", ""):
        return whole
    return with_hash(slug(title, LIMIT - _HASH - 1) or "paper", identity)


def with_hash(key: str, told_by: str) -> str:
    """The key with six hex digits of the SHA-256 of what tells it from others, within the limit."""
    digest = hashlib.sha256(told_by.encode("utf-8", "replace")).hexdigest()[:_HASH]
    return f"{key[: LIMIT - _HASH - 1].rstrip('-')}-{digest}"


def free_key(key: str, told_by: str, taken: Container[str]) -> str:
    """The key, or while that is taken one with a hash of what tells it from others."""
    while key in taken:
        key = with_hash(key, told_by + key)
    return key


def nearest(written: str, keys: Iterable[str], most: int = 3, alike: float = 0.5) -> list[str]:
    """The keys that a person may have meant, the most alike first; `alike` is 0 to 1.

    Those that share most runs of three letters are found first: comparing all by difflib takes two seconds
    for 20,000.
    """
    runs = {written[at : at + 3] for at in range(max(1, len(written) - 2))}
    nearby = nlargest(_COMPARED, sorted(keys), key=lambda key: sum(run in key for run in runs))
    return get_close_matches(written, nearby, most, alike)


def as_key(key_or_title: str) -> str:
    """The key that a person means who writes a key, or the title as it is shown."""
    written = " ".join(key_or_title.split())
    return written if _KEY.fullmatch(written) and len(written) <= LIMIT else paper_key(written)
