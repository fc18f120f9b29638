"""The lines of a pasted page that say something, with their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.sources.pasted.furniture import is_furniture

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_HYPHEN = re.compile(r"[^\W\d_]-\Z")
_WRAPPED = 200  # an unwrapped page has abstracts, and they are longer than this


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its text without outer space, and its number from 1.

    `glued` says that no blank line stands before it although blank lines are the rule in this file, so
    that it may be the rest of the line above. `furniture` marks what belongs to the page, not to a paper.
    """

    text: str
    number: int
    glued: bool = False
    furniture: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, in order; the paragraphs of a hard-wrapped file become one line each."""
    found = [
        (number, bare)
        for number, line in enumerate(text.split("\n"), start=1)
        if (bare := " ".join(line.translate(_INVISIBLE).split()))
    ]
    marked: list[Line] = []
    before, above = -1, ""
    for number, bare in found:
        glued = number == before + 1
        furniture = is_furniture(bare, above, glued and not marked[-1].furniture)
        marked.append(Line(bare, number, glued, furniture))
        before, above = number, bare
    if _is_wrapped(marked):
        return _unwrapped(marked)
    if sum(not line.glued for line in marked) * 3 < len(marked) * 2:
        # blank lines are not the rule here, so that their absence says nothing
        return [Line(line.text, line.number, False, line.furniture) for line in marked]
    return marked


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether an editor broke the paragraphs: many have three lines or more, all as long but the last."""
    longest = max((len(line.text) for line in lines), default=0)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if line.glued:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    broken = [paragraph[:-1] for paragraph in paragraphs if len(paragraph) >= 3]
    inner = [line for paragraph in broken for line in paragraph if not line.furniture]
    full = sum(len(line.text) * 4 >= longest * 3 for line in inner)
    return 40 <= longest <= _WRAPPED and len(broken) * 5 >= len(paragraphs) and full * 5 >= len(inner) * 4


def _unwrapped(lines: list[Line]) -> list[Line]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if line.glued and paragraphs and not paragraphs[-1][-1].furniture and not line.furniture:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [
        Line(_joined([line.text for line in paragraph]), paragraph[0].number, False, paragraph[0].furniture)
        for paragraph in paragraphs
    ]


def _joined(texts: list[str]) -> str:
    """One line of several; a word that was broken at its hyphen comes together again."""
    broken = [text[:-1] if _HYPHEN.search(text) else text + " " for text in texts[:-1]]
    return "".join((*broken, texts[-1]))
