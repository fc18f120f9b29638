"""LaTeX of reference managers to text: accents, letters, escapes and braces. Maths is left for `text.clean`.

Only for fields that are LaTeX. pylatexenc reads commands; it is asked about the words that hold one, and not
about maths, dollars, percent signs or braces that do not match, which it takes for TeX where people did not.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from itertools import pairwise

from pylatexenc import latex2text, latexwalker
from pylatexenc.macrospec import MacroSpec

from generator.text.clean import clean_title
from generator.text.rich import Markup, plain

logging.getLogger("pylatexenc").addHandler(logging.NullHandler())  # what it cannot print is printed by us

_TRACES = re.compile(r"[\\{}$~]|--|``|''")
_LONGEST_WORD = 2_000  # characters of one word with its groups; longer ones lose their commands only
# Escaped once more than BibTeX asks: \\textit\{x\}, \$\\alpha\$; PMLR's files are.
_TWICE = re.compile(r"\\\\[A-Za-z]+\s*\\\{|\\\$[^$]{0,200}?[\\^_][^$]{0,200}?\\\$")
_ESCAPED = re.compile(r"\\([\\{}$_%&#^])")
# Only the backslashes doubled: \\textit{x}, Jos\\'e, {\\L}ukasz, R\\&D; `\\` before a word is a new line.
_DOUBLE = re.compile(r"\\\\(?=[A-Za-z]+\{|[\"'`^~=.]\s?\{?\\?[A-Za-z]|[&%#_$])|(?<=\{)\\\\(?=[A-Za-z]+\})")
_TIE = re.compile(r"(?<![\\\s~/])~(?![\s~])")
_TOKEN = re.compile(
    r"(?P<maths>\$\$[^$]{1,600}\$\$|\$(?:[^$\\]|\\.){1,600}\$|\\\((?:[^\\]|\\[^)]){1,600}\\\))"
    r"|(?P<command>\\[A-Za-z]+\*?\s*|\\[\"'`^~=.]\s*)|(?P<open>\{)|(?P<close>\})|(?P<space>\s+)|\\.|[^\\{}$\s]+|.",
    re.DOTALL,
)
_TEX_SIGN = re.compile(r"[\\^_{}]")
_BARE = re.compile(r"(?<!\\)[%&#]")
_UNKNOWN = re.compile(r"\\\\|\\([A-Za-z]{2,})(?![A-Za-z]|\s*[\[{])")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*|\\(.)")
_SIGNS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("{", ""), ("}", ""))


def text_of(latex: str) -> str:
    """What `latex` prints, its formulas as written. Raises nothing; text without TeX comes back as it is."""
    if not _TRACES.search(latex):
        return latex
    if _TWICE.search(latex):
        latex = _ESCAPED.sub(r"\1", latex)
    latex = _TIE.sub(" ", _matched(_DOUBLE.sub(r"\\", latex)))
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
        return _read(latex)
    for sign, printed in _SIGNS:
        latex = latex.replace(sign, printed)
    return latex


@lru_cache(maxsize=20_000)
def _read(latex: str) -> str:
    known = _UNKNOWN.sub(
        lambda name: name[1] if name[1] and not _is_known(name[1]) else name[0], _BARE.sub(r"\\\g<0>", latex)
    )
    if len(latex) <= _LONGEST_WORD:
        try:
            nodes = latexwalker.LatexWalker(
                known, latex_context=_GRAMMAR, tolerant_parsing=True
            ).get_latex_nodes()[0]
            return str(_PRINTER.nodelist_to_text(nodes))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            pass  # an argument that is missing, or thousands of braces
    return _COMMAND.sub(lambda found: found[1] or "", known).replace("{", "").replace("}", "")


def _is_known(name: str) -> bool:
    return _PRINTED.get_macro_spec(name) is not _NO_SPEC


# What pylatexenc does not know, or leaves out.
# fmt: off
_SHOWN = (
    "texttt", "mbox", "hbox", "url", "path", "nolinkurl", "text", "textnormal", "uppercase", "lowercase",
)
_SILENT = (
    "em", "it", "bf", "sc", "tt", "rm", "sl", "sf", "itshape", "bfseries", "scshape", "ttfamily", "rmfamily",
    "sffamily", "slshape", "upshape", "mdseries", "normalfont", "selectfont", "protect", "noindent", "tiny",
    "small", "large", "Large", "normalsize", "relax", "newblock", "ignorespaces", "xspace",
)
# fmt: on
_LETTERS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbackslash": "\\",
    "textunderscore": "_",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textdollar": "$",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "LaTeXe": "LaTeX2ε",
    "slash": "/",
    "ohorn": "ơ",
    "uhorn": "ư",
    "OHORN": "Ơ",
    "UHORN": "Ư",
}  # fmt: skip
_NO_SPEC = latex2text.MacroTextSpec("")
_PRINTED = latex2text.get_default_latex_context_db()
_PRINTED.add_context_category(
    "shown",
    prepend=True,
    macros=[
        *(latex2text.MacroTextSpec(name, simplify_repl="%s") for name in _SHOWN),
        *(latex2text.MacroTextSpec(name, simplify_repl="") for name in (*_SILENT, "fontencoding")),
        *(latex2text.MacroTextSpec(name, simplify_repl=letter) for name, letter in _LETTERS.items()),
        latex2text.MacroTextSpec("href", simplify_repl="%(2)s"),
        latex2text.MacroTextSpec("footnote", simplify_repl=" (%(2)s)"),
        *(latex2text.MacroTextSpec(name, simplify_repl="[%(2)s]") for name in ("cite", "citep", "citet")),
    ],
    specials=[latex2text.SpecialsTextSpec("~", simplify_repl="~")],
)
_PRINTED.set_unknown_macro_spec(_NO_SPEC)
_GRAMMAR = latexwalker.get_default_latex_context_db()
_GRAMMAR.add_context_category(
    "shown",
    prepend=True,
    macros=[
        *(MacroSpec(name, "{") for name in (*_SHOWN, "fontencoding")),
        *(MacroSpec(name, "") for name in (*_SILENT, *_LETTERS)),
        MacroSpec("href", "{{"),
        *(MacroSpec(name, "[{") for name in ("footnote", "cite", "citep", "citet")),
    ],
)
_PRINTER = latex2text.LatexNodes2Text(
    latex_context=_PRINTED, math_mode="verbatim", keep_comments=True, strict_latex_spaces=False
)
