"""LaTeX of reference managers to text: accents, letters, escapes and braces. Maths is left for `text.clean`.

Only for fields that are LaTeX. pylatexenc reads commands; it is asked about the words that hold one, and not
about maths, dollars, percent signs or braces that do not match, which it takes for TeX where people did not.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.sources.latex_commands import printed
from generator.text.clean import clean_title
from generator.text.rich import Markup, plain

_TRACES = re.compile(r"[\\{}$~]|--|``|''")
# Escaped once more than BibTeX asks: \\textit\{x\}, \$\\alpha\$; PMLR's files are.
_TWICE = re.compile(r"\\\\[A-Za-z]+\s*\\\{|\\\$[^$]{0,200}?[\\^_][^$]{0,200}?\\\$")
_ESCAPED = re.compile(r"\\([\\{}$_%&#^])")
# Only the backslashes doubled: \\textit{x}, Jos\\'e, {\\L}ukasz, R\\&D; `\\` before a word is a new line.
_DOUBLE = re.compile(r"\\\\(?=[A-Za-z]+\{|[\"'`^~=.]\s?\{?\\?[A-Za-z]|[&%#_$])|(?<=\{)\\\\(?=[A-Za-z]+\})")
_TIE = re.compile(r"(?<![\\\s~/])~(?![\s~])")
_ALONE = re.compile(r"\\([~^])(?:\{\}|\{ \})")  # an accent on nothing is the sign itself
_NAMED = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TOKEN = re.compile(
    r"(?P<maths>\$\$[^$]{1,600}\$\$|\$(?:[^$\\]|\\.){1,600}\$|\\\((?:[^\\]|\\[^)]){1,600}\\\))"
    r"|(?P<command>\\[A-Za-z]+\*?\s*|\\[\"'`^~=.]\s*)|(?P<open>\{)|(?P<close>\})|(?P<space>\s+)|\\.|[^\\{}$\s]+|.",
    re.DOTALL,
)
_TEX_SIGN = re.compile(r"[\\^_{}]")
_SIGNS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("{", ""), ("}", ""))


def text_of(latex: str) -> str:
    """What `latex` prints, its formulas as written. Raises nothing; text without TeX comes back as it is."""
    if not _TRACES.search(latex):
        return latex
    if _TWICE.search(latex):
        latex = _ESCAPED.sub(r"\1", latex)
    latex = _TIE.sub(" ", _matched(_DOUBLE.sub(r"\\", latex)))
    latex = _ALONE.sub(lambda sign: _NAMED[sign[1]], latex)
    done: list[str] = []
    word: list[str] = []
    depth = 0
    for token in _TOKEN.finditer(latex):
        kind, written = token.lastgroup, token[0]
        depth += (kind == "open") - (kind == "close")
        if kind == "maths" and not _TEX_SIGN.search(written.strip("$")):
            done += (_word("".join(word)), written)  # $5 and $6, or $n$: the same either way
            word = []
        elif depth == 0 and kind in ("space", "maths"):
            done += (_word("".join(word)), re.sub(r"\\\\(?=[A-Za-z]{2})", r"\\", written))
            word = []
        else:
            word.append("\\$" if written == "$" else written)
    done.append(_word("".join(word)))
    return "".join(done)


def line_of(latex: str) -> str:
    """The same as one line to be read, for what is no title or abstract: formulas are typeset."""
    text = " ".join(text_of(latex).split())
    return plain(clean_title(text, Markup.RESIDUE)) if "$" in text or "\\" in text else text


def address_of(latex: str) -> str:
    r"""An address or identifier without what LaTeX asks to put around it: `\url{…}`, `{\_}`, `\%`."""
    bare = re.sub(r"\\(?:url|href|path|nolinkurl)\b\s*|\\(?=[_%&#~$])", "", latex)
    return re.sub(r"\\textasciitilde\s*|\\~\s*", "~", bare).replace("{", "").replace("}", "").strip()


def _matched(latex: str) -> str:
    """Without the braces that have no partner."""
    lone: list[int] = []
    opened: list[int] = []
    for found in re.finditer(r"\\.|[{}]", latex, re.DOTALL):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            opened.pop()
        elif found[0] == "}":
            lone.append(found.start())
    cuts = [-1, *sorted([*lone, *opened]), len(latex)]
    return "".join(latex[before + 1 : after] for before, after in pairwise(cuts))


def _word(latex: str) -> str:
    if "\\" in latex:
        return printed(latex)
    for sign, shown in _SIGNS:
        latex = latex.replace(sign, shown)
    return latex
