"""What a host says, and how it can fail to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Validators:
    """By these a host knows the answer that it gave us last (RFC 9110, section 8.8); empty when it gave none."""

    etag: str = ""
    modified: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.modified)


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: its bytes, decompressed. `unchanged`: it is the one that we hold, and `content` is empty."""

    content: bytes
    validators: Validators = Validators()
    unchanged: bool = False


class Unusable(Exception):
    """An answer came, but it is not what was asked for; says why in a sentence without a subject."""


class Unanswered(Exception):
    """No usable answer, after all tries; says who did what, in a sentence.

    `lasting` is whether the next question to this host would fare no better. `missing`: it knows of no such thing.
    """

    def __init__(self, sentence: str, lasting: bool = False, missing: bool = False) -> None:
        super().__init__(sentence)
        self.lasting = lasting
        self.missing = missing
