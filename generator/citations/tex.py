"""Plain text as TeX that prints exactly it, in pdfLaTeX as in XeLaTeX, and that other programs read back.

Latin letters with accents are written in TeX, since BibTeX sorts and shortens names by it. Every other
letter stays as it is. Of these pdfLaTeX knows a few; `preamble` tells it what to do about the rest.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_TEX = re.compile(r"[\\{}$&#%_~^<>|]|-(?=-)|`(?=`)|'(?=')|[?!](?=`)")  # also what TeX draws together
_ASKS = re.compile(r"[^A-Za-z0-9 .,:;/()+*=\[\]@\"]")  # without any of these, a text is its own TeX
_IN_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",  # while they are balanced: BibTeX counts braces, and does not see what stands before them
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"{\protect\string^}",  # read back as the sign; \textasciicircum is read as the accent
    "<": r"\ensuremath{<}",  # in the oldest encoding of fonts the bare sign is another one
    ">": r"\ensuremath{>}",
    "|": r"\ensuremath{|}",
    **{sign: sign + "{}" for sign in "-`'?!"},
}
_UNBALANCED = {"{": r"\ensuremath{\lbrace}", "}": r"\ensuremath{\rbrace}"}
_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u ", "\u0307": ".",
    "\u0308": '"', "\u030a": "r ", "\u030b": "H ", "\u030c": "v ", "\u0323": "d ", "\u0327": "c ", "\u0328": "k ",
}  # fmt: skip
_LETTERS = {
    "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "ß": "ss", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "ı": "i",
    "Đ": "DJ", "đ": "dj", "Ð": "DH", "ð": "dh", "Þ": "TH", "þ": "th", "Ŋ": "NG", "ŋ": "ng",
}  # fmt: skip
# Also into the .aux file, since labels with authors' names are printed long before the bibliography.
_PREAMBLE = (
    '@preamble{{"\\gdef\\ShelfSigns{{\n{}}}\\ShelfSigns '
    '\\immediate\\write\\csname @auxout\\endcsname{{\\unexpanded\\expandafter{{\\ShelfSigns}}}}"}}\n\n'
)
# What LaTeX of 2018 and later prints without help: Latin-1 and common punctuation.
_KNOWN = re.compile(
    "[\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u20ac\u2122]"
)
_GREEK = re.compile(
    "GREEK (SMALL|CAPITAL) LETTER (ALPHA|BETA|GAMMA|DELTA|EPSILON|ZETA|ETA|THETA|IOTA|KAPPA|LAMDA"
    "|MU|NU|XI|PI|RHO|SIGMA|TAU|UPSILON|PHI|CHI|PSI|OMEGA)"
)
_MATHS = {
    "∈": "in", "∉": "notin", "∞": "infty", "∑": "sum", "∏": "prod", "∫": "int", "√": "surd", "∂": "partial",
    "∇": "nabla", "∀": "forall", "∃": "exists", "≤": "leq", "≥": "geq", "≠": "neq", "≈": "approx", "≡": "equiv",
    "∼": "sim", "≪": "ll", "≫": "gg", "∝": "propto", "→": "to", "←": "leftarrow", "↔": "leftrightarrow",
    "⇒": "Rightarrow", "↦": "mapsto", "⊂": "subset", "⊆": "subseteq", "∪": "cup", "∩": "cap", "∧": "wedge",
    "∨": "vee", "⊕": "oplus", "⊗": "otimes", "⟨": "langle", "⟩": "rangle", "‖": "Vert", "ℓ": "ell", "⋅": "cdot",
    "∅": "emptyset", "∗": "ast", "∘": "circ", "ϵ": "epsilon", "ϕ": "phi", "ε": "varepsilon", "φ": "varphi",
    "⊤": "top", "⊥": "perp", "′": "prime",
}  # fmt: skip


def in_tex(text: str) -> str:
    """Plain text as TeX, on one line."""
    if not _ASKS.search(text):
        return text
    signs = _IN_TEX if _is_balanced(text) else _IN_TEX | _UNBALANCED
    text = _TEX.sub(lambda match: signs[match[0]], _CONTROL.sub(" ", text))
    return text if text.isascii() else "".join(map(_letter, text))


def preamble(text: str) -> str:
    """An @preamble for a file of this text, empty where all of it is ASCII or known to LaTeX.

    For each sign that pdfLaTeX would stop at, it says what to print in its place: its TeX, or its number in
    Unicode. A document that declares the sign itself, and XeLaTeX, LuaLaTeX and biber, are not affected.
    """
    if text.isascii():
        return ""
    lines = [_declared(sign) for sign in sorted(set(text)) if sign > "~" and not _KNOWN.match(sign)]
    return _PREAMBLE.format("\n".join(lines)) if lines else ""


def _is_balanced(text: str) -> bool:
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for sign in re.findall("[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0


@cache
def _letter(letter: str) -> str:
    """A Latin letter with accents in TeX, in braces; any other as it is."""
    if letter in _LETTERS:
        return f"{{\\{_LETTERS[letter]}}}"
    base, *marks = list(unicodedata.normalize("NFD", letter))
    # one accent: biber does not read an accent on another, nor one on an i without its dot
    if len(marks) == 1 and marks[0] in _ACCENTS and base.isascii() and base.isalpha():
        return f"{{\\{_ACCENTS[marks[0]]}{base}}}"
    return letter


@cache
def _declared(sign: str) -> str:
    name = rf"u8:\detokenize{{{sign}}}\endcsname"  # under which LaTeX looks a sign up
    return rf"\ifcsname {name}\else\expandafter\gdef\csname {name}{{{_instead(sign)}}}\fi"


def _instead(sign: str) -> str:
    # \csname, since biber would make the sign of its command, and the sign would stand for itself without end
    if greek := _GREEK.fullmatch(unicodedata.name(sign, "")):
        size, name = greek.groups()
        name = {"LAMDA": "LAMBDA"}.get(name, name)
        name = name.lower() if size == "SMALL" else name.capitalize()
        name = _MATHS.get(sign, name)
        return _maths(name)
    if sign in _MATHS:
        return _maths(_MATHS[sign])
    base, *marks = list(unicodedata.normalize("NFD", sign))
    if marks and base.isascii() and base.isalpha() and all(mark in _ACCENTS for mark in marks):
        for mark in marks:
            base = rf"\csname\string{_ACCENTS[mark].strip()}\endcsname{{{base}}}"
        return base
    number = f"[U+{ord(sign):04X}]"
    plain = unicodedata.normalize("NFKC", sign)
    if plain != sign and plain.isascii() and plain.isalnum():
        # superscripts, subscripts, ligatures and letters of other shapes
        kind = unicodedata.decomposition(sign).partition(" ")[0]
        if kind in ("<super>", "<sub>"):
            return rf"\text{kind[1:-1]}script{{{plain}}}"
        return plain
    return number


def _maths(name: str) -> str:
    return rf"\ensuremath{{\csname {name}\endcsname}}"
