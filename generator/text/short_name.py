"""The name by which a paper is called, when its title begins with one."""

from __future__ import annotations

import re

_LONGEST = 40
_COINED = re.compile(r"[a-z][A-Z]|[A-Z]{2}|\d|\w-[A-Z]|\)-|[A-Za-z][+³²*!]$")
_INNER_CAPITAL = re.compile(r"[a-z-][A-Z]|[A-Z]{2,}[a-z]")
_VERSION = re.compile(r"[vV]?\d+(?:\.\d+)*\+?\Z|[IVX]+\Z|[A-Z]\Z")
# What may stand before a coined name as part of it; "The", "Beyond" and "Rethinking" may not.
_ADJECTIVE = re.compile(
    r"(?!(?:A|All|An|Beyond|Closing|Down|From|How|In|On|The|Toward|Towards|Trust|When|Why)\b)[A-Z][a-z-]+(?<!ing)\Z"
)
_WORD = re.compile(r"[A-Z][a-z]{2,}\Z")
# One ordinary word before a colon says what kind of paper it is, or its field.
_ORDINARY = frozenset(
    [
        "ai", "analysis", "answer", "attention", "background", "benchmark", "beyond", "commentary",
        "comment", "correction", "cv", "data", "dataset", "demo", "editorial", "erratum", "gan", "gans",
        "gnn", "gnns", "introduction", "language", "llm", "llms", "mathematics", "ml", "more", "nlp", "note",
        "ocr", "overview", "perspective", "position", "preface", "qa", "question", "report", "response",
        "retraction", "review", "rl", "science", "survey", "thesis", "tutorial", "update", "vision", "vlm",
        "vlms", "warning", "workshop",
    ]
)  # fmt: skip
_ABSTRACT_NOUN = re.compile(r"(?:ing|tion|sion|ment|ity|ness|ance|ence|ism|ology|ics)\Z")


def short_name(title: str) -> str:
    """The coined name before the colon ("LoRAM" of "LoRAM: ..."), or "" when there is none.

    A name is one word that is coined ("G3PT", "Only-IF", "BrainCLIP") or proper ("Synapse"), one with its
    version ("ERNIE 3.0"), or two words of which the second is coined ("Robust e-NeRF"); never an
    ordinary phrase ("Law of the Weakest Link", "Few-shot Continual Learning").
    """
    head, colon, rest = title.partition(":")
    head = head.strip()
    if not colon or not rest[:1].isspace() or not rest.strip() or len(head) > _LONGEST:
        return ""
    words = head.split()
    if len(words) == 1:
        return head if _is_name(head) else ""
    if len(words) == 2 and _VERSION.match(words[1]) and words[0][:1].isupper():
        return head
    if len(words) == 2 and _ADJECTIVE.match(words[0]) and _INNER_CAPITAL.search(words[1]):
        return head if not words[1].endswith(("s", ")")) else ""
    return ""


def _is_name(word: str) -> bool:
    if word.lower() in _ORDINARY:
        return False
    return bool(_COINED.search(word)) or bool(_WORD.match(word) and not _ABSTRACT_NOUN.search(word))
