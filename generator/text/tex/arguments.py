"""What a command or a script takes: a group, a command, one character; and the spaces and braces around."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

DEEPEST = 30  # groups within groups that are read


class Arguments(ABC):
    """One text. `match` leads from each brace that is closed to the brace that closes it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.match: dict[int, int] = {}
        stack: list[int] = []
        for found in re.finditer(r"\\.|[{}]", text):
            if found[0] == "{":
                stack.append(found.start())
            elif found[0] == "}" and stack:
                self.match[stack.pop()] = found.start()

    @abstractmethod
    def span(self, at: int, end: int, maths: bool, depth: int) -> str:
        """What stands from `at` to before `end`, read."""

    @abstractmethod
    def command(self, at: int, end: int, maths: bool, depth: int, last: str) -> tuple[str, int]:
        """A command at `at`, and where the text goes on after it and its arguments."""

    def argument(self, at: int, end: int, maths: bool, depth: int) -> tuple[str, int]:
        """One argument: a group, a command, or one character."""
        at = self.skip_spaces(at, end)
        if at >= end or depth >= DEEPEST:
            return "", at
        if self.text[at] == "{":
            return self.braced(at, end, maths, depth)
        if self.text[at] == "\\":
            # Counts as eight levels, since \frac\frac\frac... would branch at each.
            return self.command(at, end, maths, depth + 8, "")
        if self.text[at] in "}$^_~":
            return "", at
        return self.text[at], at + 1

    def braced(self, at: int, end: int, maths: bool, depth: int) -> tuple[str, int]:
        """The content of the group that opens at `at`; an unclosed brace is an empty argument and stays."""
        close = self.match.get(at, end)
        if close >= end:
            return "", at
        if depth >= DEEPEST:
            return self.text[at : close + 1], close + 1
        return self.span(at + 1, close, maths, depth + 1), close + 1

    def skip_spaces(self, at: int, end: int) -> int:
        """Past the spaces before an argument."""
        while at < end and self.text[at] == " ":
            at += 1
        return at

    def skip_empty(self, at: int, end: int) -> int:
        """Past `{}`, which only ends a command's name."""
        return at + 2 if self.text.startswith("{}", at) and at + 2 <= end else at

    def skip_space_as_before(self, at: int, end: int, last: str) -> int:
        """Past the space after an operator that has none before it: both sides look alike."""
        at = self.skip_empty(at, end)
        if last and not last[-1].isspace() and self.text.startswith(" ", at) and at < end:
            follower = self.text[at + 1 : at + 2]
            return at + 1 if follower.isalnum() or follower in ("\\", "(", "{") else at
        return at

    def skip_terminating_space(self, name: str, at: int, end: int) -> int:
        """TeX eats the space that ends the name of a letter: `\\ss e`."""
        eats = name in ("ss", "ae", "AE", "oe", "OE", "aa", "AA", "o", "O", "l", "L", "i", "j")
        return at + 1 if eats and self.text.startswith(" ", at) and at < end else self.skip_empty(at, end)
