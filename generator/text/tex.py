"""TeX as people leave it in titles and abstracts, read into plain Unicode with marks for styles.

Reads commands, groups, exponents, accents and `$...$`. What it does not know it leaves as written. One pass;
the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.text import marks
from generator.text import tex_symbols as symbols
from generator.text.scripts import accented, subscript, superscript

_TROUBLE = re.compile(r"[\\$^_{}~]")
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?|\\(.)")
_TEXT = re.compile(r"[^\\{}^_$~]+")
_CLOSING = re.compile(r"\$\$?|\\\)|\\\]")
_MATHS_SIGN = re.compile(r"[\\^_{}=<>]|[\u0370-\u03ff]")
_PROSE_WORD = re.compile(r"[A-Za-z]{3,}\b(?!\()")
_PLAIN_WORDS = re.compile(r"[A-Za-z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*)+\Z")
# A single word in braces may be a blank to fill in ("a photo of a {class}"): only words that cannot be one.
_FUNCTION_WORD = re.compile(
    r"(?:without|with|not|only|all|any|both|no|every|each|never|always|before|after|same|must|cannot|is|are|and|or"
    r"|but|first|novel|new|one|two|single|multiple|[a-z]+ly)\Z"
)
_SINGLE_SCRIPT = re.compile(r"[*′']+|-?\d+|[^\W\d_]")
_INDEX = re.compile(r"[A-Za-z0-9](?![A-Za-z0-9_])")
_ATOM = re.compile(r"√?(?:[\w.′∗⁰-₟ᵃ-ᶿ]+|\([^()]*\))\Z")
_RADICAND = re.compile(r"(?:\d+|[^\W\d_][\u0300-\u036f]?[⁰-ₜᵃ-ᶿ₀-₉]*)\Z")
_OPERAND = re.compile(r"\{(?!\()|\\(?!left|right|[bB]ig|[{|,;:!\\ ])|[A-Za-z0-9]")
_EATEN_WHOLE = {" imes": "×", " o": "→"}  # $\times$ whose "\t" became a tab, and that a space
_DEEPEST = 30
_LONGEST_FORMULA = 600


def read(text: str) -> str:
    """The text with its TeX typeset. Raises nothing: whatever is not understood stays."""
    return _Reader(text).span(0, len(text), False, 0) if _TROUBLE.search(text) else text


class _Reader:
    """Reads one text. `match` leads from each brace that is closed to the brace that closes it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.match: dict[int, int] = {}
        stack: list[int] = []
        for found in re.finditer(r"\\.|[{}]", text):
            if found[0] == "{":
                stack.append(found.start())
            elif found[0] == "}" and stack:
                self.match[stack.pop()] = found.start()

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
        if depth >= _DEEPEST:
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
            if name.startswith(known) and depth < _DEEPEST:
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
        sign, found = "√", re.compile(r"\[([^\]]{1,9})\]").match(self.text, after, end)
        if found:
            after = found.end()
            sign = {"2": "√", "3": "∛", "4": "∜"}.get(found[1], "")
        content, rest = self.argument(after, end, True, depth)
        if not sign and found:
            return f"{_atom(content)}{superscript('1/' + found[1])}", rest
        content = content.strip()
        return sign + (content if _RADICAND.match(content) else f"({content})"), rest

    def argument(self, at: int, end: int, maths: bool, depth: int) -> tuple[str, int]:
        """One argument: a group, a command, or one character."""
        at = self.skip_spaces(at, end)
        if at >= end or depth >= _DEEPEST:
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
        if depth >= _DEEPEST:
            return self.text[at : close + 1], close + 1
        return self.span(at + 1, close, maths, depth + 1), close + 1

    def group(self, at: int, end: int, maths: bool, depth: int, last: str) -> tuple[str, int]:
        """A group of its own. In maths it is nothing to see; in prose braces may be the author's."""
        close = self.match.get(at, end)
        if close >= end:
            return "{", at + 1
        if depth >= _DEEPEST:
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
        if follower == "{" and self.match.get(at + 1, end) < end and depth < _DEEPEST:
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

    def dollar(self, at: int, end: int, maths: bool, depth: int) -> tuple[str, int]:
        """`$...$` as maths when it looks like maths; prices stay."""
        width = 2 if self.text.startswith("$$", at) else 1
        if maths or depth >= _DEEPEST:
            return ("" if maths else "$" * width), at + width
        close = self.text.find("$" * width, at + width, min(end, at + _LONGEST_FORMULA))
        while close > 0 and self.text[close - 1] == "\\":
            close = self.text.find("$" * width, close + 1, min(end, at + _LONGEST_FORMULA))
        if close > 0 and (eaten := _EATEN_WHOLE.get(self.text[at + width : close])):
            return eaten, close + width
        if close > 0 and _is_maths(
            self.text[at + width : close], self.text[close + width : close + width + 1]
        ):
            return self.span(at + width, close, True, depth + 1).strip(), close + width
        return "$" * width, at + width

    def delimited(self, at: int, end: int, maths: bool, depth: int) -> tuple[str, int] | None:
        r"""`\(...\)` and `\[...\]`."""
        closing = "\\)" if self.text[at + 1] == "(" else "\\]"
        close = self.text.find(closing, at + 2, min(end, at + _LONGEST_FORMULA))
        if close < 0 or maths or depth >= _DEEPEST:
            return None
        return self.span(at + 2, close, True, depth + 1).strip(), close + 2

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

    def skip_spaces(self, at: int, end: int) -> int:
        while at < end and self.text[at] == " ":
            at += 1
        return at

    def skip_empty(self, at: int, end: int) -> int:
        """Past `{}`, which only ends a command's name."""
        return at + 2 if self.text.startswith("{}", at) and at + 2 <= end else at

    def skip_space_as_before(self, at: int, end: int, last: str) -> int:
        at = self.skip_empty(at, end)
        if last and not last[-1].isspace() and self.text.startswith(" ", at) and at < end:
            follower = self.text[at + 1 : at + 2]
            return at + 1 if follower.isalnum() or follower in ("\\", "(", "{") else at
        return at

    def skip_terminating_space(self, name: str, at: int, end: int) -> int:
        """TeX eats the space that ends the name of a letter: `\\ss e`."""
        eats = name in ("ss", "ae", "AE", "oe", "OE", "aa", "AA", "o", "O", "l", "L", "i", "j")
        return at + 1 if eats and self.text.startswith(" ", at) and at < end else self.skip_empty(at, end)


def _is_maths(inside: str, follower: str) -> bool:
    """Is this what stands between two dollar signs of a formula, or between two prices?"""
    if not inside.strip() or "\ufdd0" in inside:
        return False
    has_sign = _MATHS_SIGN.search(inside)
    if has_sign and "\\" in inside:
        return True
    if inside[0] == " " or inside[-1] == " " or follower.isdigit():
        return False
    words = len(_PROSE_WORD.findall(inside))
    return words <= 1 and len(inside) < 200 if has_sign else words == 0 and len(inside) <= 40


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
