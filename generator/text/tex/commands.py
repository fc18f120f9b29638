"""Commands: symbols, spaces, styles, accents, fractions and roots, and names that nobody knows."""

from __future__ import annotations

import re

from generator.text import marks
from generator.text.scripts import accented, subscript, superscript
from generator.text.tex import symbols
from generator.text.tex.arguments import DEEPEST
from generator.text.tex.formulas import Formulas

_COMMAND = re.compile(r"\\([A-Za-z]+)\*?|\\(.)")
_ATOM = re.compile(r"√?(?:[\w.′∗⁰-₟ᵃ-ᶿ]+|\([^()]*\))\Z")
_RADICAND = re.compile(r"(?:\d+|[^\W\d_][\u0300-\u036f]?[⁰-ₜᵃ-ᶿ₀-₉]*)\Z")
_OPERAND = re.compile(r"\{(?!\()|\\(?!left|right|[bB]ig|[{|,;:!\\ ])|[A-Za-z0-9]")
_INDEX_OF_ROOT = re.compile(r"\[([^\]]{1,9})\]")


class Commands(Formulas):
    """Reads what begins with a backslash."""

    def command(self, at: int, end: int, maths: bool, depth: int, last: str) -> tuple[str, int]:
        """A command at `at`, and where the text goes on after it and its arguments."""
        found = _COMMAND.match(self.text, at, end)
        if not found:
            return "\\", at + 1
        name, after = found[1] or found[2], found.end()
        if name in "([" and (formula := self.delimited(at, end, maths, depth)):
            return formula
        if name in "#$%&_{}":
            return name, after
        if name == "|":
            return ("‖", after) if maths else ("\\|", after)
        if (name in symbols.SPACES or name in symbols.SILENT) and (
            name not in "!/-;:,>" or maths or name in ",;:"
        ):
            return self.space(name, after, end, last)
        if name in symbols.GREEK:
            return symbols.GREEK[name], self.skip_empty(after, end)
        if name in symbols.BINARY:
            rest = self.skip_space_as_before(after, end, last) if maths else self.skip_empty(after, end)
            return symbols.BINARY[name], rest
        if name in symbols.FUNCTIONS:
            gap = " " if last[-1:].isalnum() or last[-1:] in (")", "}", "]") else ""
            return gap + name + (" " if _OPERAND.match(self.text, after, end) else ""), after
        if name in symbols.ABBREVIATIONS:
            return self.abbreviation(name, after, end)
        if name in symbols.SYMBOLS and not (maths and name in "SPOLolij"):
            return symbols.SYMBOLS[name], self.skip_terminating_space(name, after, end)
        return self.with_arguments(name, at, after, end, maths, depth)

    def with_arguments(
        self, name: str, at: int, after: int, end: int, maths: bool, depth: int
    ) -> tuple[str, int]:
        """Commands that say something about what follows; unknown ones stay as written."""
        if depth >= DEEPEST:
            return self.text[at:after], after
        if name in symbols.EMPHASIS or name in symbols.STRONG or name in symbols.TRANSPARENT:
            return self.styled(name, after, end, maths, depth)
        if name in symbols.ACCENTS:
            letters, rest = self.argument(
                after, end, True if name.isalpha() and len(name) > 1 else maths, depth
            )
            over = accented(letters.strip(), symbols.ACCENTS[name])
            if over:
                return over, rest
            if name.isalpha() and len(name) > 1 and letters:
                return (f"{name.removeprefix('wide')}({letters})" if len(letters) > 1 else letters), rest
            return self.text[at:after], after
        if name == "mathbb":
            letters, rest = self.argument(after, end, True, depth)
            return "".join(symbols.DOUBLE.get(letter, letter) for letter in letters), rest
        if name in ("frac", "tfrac", "dfrac", "nicefrac", "sfrac"):
            above, rest = self.argument(after, end, True, depth)
            below, rest = self.argument(rest, end, True, depth)
            if above and below:
                return f"{_atom(above)}/{_atom(below)}", rest
        elif name == "binom":
            above, rest = self.argument(after, end, True, depth)
            below, rest = self.argument(rest, end, True, depth)
            if above and below:
                return f"C({above}, {below})", rest
        elif name == "sqrt":
            return self.root(after, end, depth)
        elif name in ("textsuperscript", "textsubscript"):
            raised, rest = self.argument(after, end, maths, depth)
            return (superscript(raised) if name == "textsuperscript" else subscript(raised)), rest
        elif name == "footnote" and self.text.startswith("{", after):
            note, rest = self.argument(after, end, False, depth)
            return f" ({note.strip()})", rest
        elif name in symbols.CITATIONS and self.text.startswith("{", after):
            key, rest = self.argument(after, end, False, depth)
            return f"[{', '.join(part.strip() for part in key.split(','))}]", rest
        elif name in ("begin", "end") and self.text.startswith("{", after):
            return "", self.match.get(after, after - 1) + 1
        return self.unknown(name, at, after, end, maths, depth)

    def unknown(self, name: str, at: int, after: int, end: int, maths: bool, depth: int) -> tuple[str, int]:
        """A name nobody knows: perhaps one whose braces were lost (`\\sqrtT`), else left as written."""
        for known in symbols.SPLIT_FIRST:
            if name.startswith(known) and depth < DEEPEST:
                start = at + 1 + len(known)
                return (
                    self.with_arguments(known, at, start, end, True, depth)
                    if known != "log"
                    else ("log ", start)
                )
        for known in symbols.SPLIT_WORD:
            if name.startswith(known):
                word = name[len(known) :]
                on, off = _marks(known)
                return on + word + off, after
        while self.text.startswith("{", after) and after in self.match and self.match[after] < end:
            after = self.match[after] + 1
        return self.text[at:after], after

    def styled(self, name: str, after: int, end: int, maths: bool, depth: int) -> tuple[str, int]:
        """`\\emph{...}` styles its argument, `{\\em ...}` the rest of the group it stands in."""
        on, off = _marks(name)
        takes_argument = len(name) > 3 and not name.endswith(("shape", "series"))
        if takes_argument or self.text.startswith("{", after):
            if maths and name in symbols.TRANSPARENT and not self.text.startswith("{", after):
                content, rest = self.argument(after, end, maths, depth)
            elif self.text.startswith("{", self.skip_spaces(after, end)):
                start = self.skip_spaces(after, end)
                upright = name.startswith(("text", "em")) or name in ("mbox", "hbox")
                content, rest = self.braced(start, end, maths and not upright, depth)
            else:
                return "", after
            if name in ("text", "mbox", "hbox", "textrm", "mathrm", "operatorname") or not maths:
                return on + content + off, rest
            return on + content.strip() + off, rest
        start = self.skip_spaces(after, end)
        return on + self.span(start, end, maths, depth + 1) + off, end

    def root(self, after: int, end: int, depth: int) -> tuple[str, int]:
        """√x, √(x+1), and ∛ and ∜ for the third and fourth."""
        sign, found = "√", _INDEX_OF_ROOT.match(self.text, after, end)
        if found:
            after = found.end()
            sign = {"2": "√", "3": "∛", "4": "∜"}.get(found[1], "")
        content, rest = self.argument(after, end, True, depth)
        if not sign and found:
            return f"{_atom(content)}{superscript('1/' + found[1])}", rest
        content = content.strip()
        return sign + (content if _RADICAND.match(content) else f"({content})"), rest

    def abbreviation(self, name: str, after: int, end: int) -> tuple[str, int]:
        r"""`\eg` prints "e.g." and takes care of the space after it."""
        printed = symbols.ABBREVIATIONS[name]
        after = self.skip_empty(after, end)
        if self.text.startswith(".", after):
            after += 1
        if self.text.startswith("\\ ", after):
            after += 1
        gap = " " if self.text[after : after + 1].isalnum() else ""
        return printed + gap, after

    def space(self, name: str, after: int, end: int, last: str) -> tuple[str, int]:
        """A command for white space, or for none."""
        if name in symbols.SILENT:
            follows = self.text[after : after + 1]
            return "", after if len(name) == 1 or not follows.isspace() or not last[
                -1:
            ].isspace() else after + 1
        return " ", after


def _marks(name: str) -> tuple[str, str]:
    if name in symbols.EMPHASIS:
        return marks.EMPHASIS_ON, marks.EMPHASIS_OFF
    if name in symbols.STRONG:
        return marks.STRONG_ON, marks.STRONG_OFF
    return "", ""


def _atom(text: str) -> str:
    """The text in parentheses unless it already is one thing."""
    text = text.strip()
    return text if _ATOM.match(text) else f"({text})"
