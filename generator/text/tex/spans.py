"""A text from end to end: what stands between commands and formulas, its groups, scripts and ties."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.text.scripts import subscript, superscript
from generator.text.tex.arguments import DEEPEST
from generator.text.tex.commands import Commands

_TEXT = re.compile(r"[^\\{}^_$~]+")
_PLAIN_WORDS = re.compile(r"[A-Za-z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*)+\Z")
# A single word in braces may be a blank to fill in ("a photo of a {class}"): only words that cannot be one.
_FUNCTION_WORD = re.compile(
    r"(?:without|with|not|only|all|any|both|no|every|each|never|always|before|after|same|must|cannot|is|are|and|or"
    r"|but|first|novel|new|one|two|single|multiple|[a-z]+ly)\Z"
)
_SINGLE_SCRIPT = re.compile(r"[*′']+|-?\d+|[^\W\d_]")
_INDEX = re.compile(r"[A-Za-z0-9](?![A-Za-z0-9_])")


class Spans(Commands):
    """Reads one text."""

    def span(self, at: int, end: int, maths: bool, depth: int) -> str:
        """What stands from `at` to before `end`, read."""
        out: list[str] = []
        last = ""  # the last piece that is not empty: what a script or an operator leans on
        while at < end:
            char = self.text[at]
            if char == "\\":
                piece, at = self.command(at, end, maths, depth, last)
            elif char == "{":
                piece, at = self.group(at, end, maths, depth, last)
            elif char == "}":
                piece, at = "}", at + 1
            elif char == "$":
                piece, at = self.dollar(at, end, maths, depth)
            elif char in "^_":
                piece, at = self.script(at, end, maths, depth, last)
            elif char == "~":
                piece, at = self.tie(at, end, maths, last)
            else:
                found = _TEXT.match(self.text, at, end)
                piece = found[0] if found else char
                at += len(piece)
            if piece:
                out.append(piece)
                last = piece
        return "".join(out)

    def group(self, at: int, end: int, maths: bool, depth: int, last: str) -> tuple[str, int]:
        """A group of its own. In maths it is nothing to see; in prose braces may be the author's."""
        close = self.match.get(at, end)
        if close >= end:
            return "{", at + 1
        if depth >= DEEPEST:
            return self.text[at : close + 1], close + 1
        raw = self.text[at + 1 : close]
        content = self.span(at + 1, close, maths, depth + 1)
        if maths or not raw.strip():
            return content, close + 1
        follower = self.text[close + 1 : close + 2]
        glued = last[-1:].isalpha() or follower.isalpha() or follower in ("_", "^", "-")
        if (
            raw.startswith("\\")
            or (glued and raw.replace("-", "").isalnum())
            or (len(raw) == 1 and (raw.isupper() or not raw.isalnum()))
            or _PLAIN_WORDS.match(raw)
            or _FUNCTION_WORD.match(raw)
        ):
            return content, close + 1
        return "{" + content + "}", close + 1

    def script(self, at: int, end: int, maths: bool, depth: int, last: str) -> tuple[str, int]:
        """`^` or `_` and what it raises or lowers, if it leans on something that can carry it."""
        sign = self.text[at]
        raise_or_lower: Callable[[str], str] = superscript if sign == "^" else subscript
        base, follower = last[-1:], self.text[at + 1 : at + 2]
        if maths:
            content, rest = self.argument(at + 1, end, True, depth)
            return (raise_or_lower(content), rest) if content else (sign, at + 1)
        if not (base.isalnum() or base in tuple(")]}|′∗") or base in tuple("∑∏∫∞∇")) or not base:
            return sign, at + 1
        if follower == "{" and self.match.get(at + 1, end) < end and depth < DEEPEST:
            content, rest = self.braced(at + 1, end, True, depth)
            return raise_or_lower(content), rest
        if follower == "\\":
            content, rest = self.argument(at + 1, end, True, depth)
            return raise_or_lower(content), rest
        if sign == "^":
            found = _SINGLE_SCRIPT.match(self.text, at + 1, end)
            if found and not (found[0].isalpha() and self.text[found.end() : found.end() + 1].isalpha()):
                return superscript(found[0]), found.end()
            return sign, at + 1
        found = _INDEX.match(self.text, at + 1, end)
        lone = len(last) == 1 or not (last[-2:-1].isalnum() or last[-2:-1] in ("_", "-", ".", "/"))
        if found and lone and base.isalpha():
            return subscript(found[0]), found.end()
        return sign, at + 1

    def tie(self, at: int, end: int, maths: bool, last: str) -> tuple[str, int]:
        """`experts~(MoE)` is a space, ` ~3%` and `10~20` are the author's own sign."""
        follower = self.text[at + 1 : at + 2]
        if maths:
            return " ", at + 1
        before = last[-1:]
        if at + 1 >= end or not before or before.isspace() or follower.isspace() or follower in ("", "~"):
            return "~", at + 1
        if before.isdigit() and follower.isdigit():
            return "~", at + 1
        if (
            before.isalpha()
            or before in tuple(".,;:)]’'”\"")
            or (before in "0123456789%" and follower.isalpha())
        ):
            return " ", at + 1
        return "~", at + 1
