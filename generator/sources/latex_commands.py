"""What the commands of LaTeX print, told to pylatexenc; it leaves some out, and some it does not know."""

from __future__ import annotations

import logging
import re
from functools import lru_cache

from pylatexenc import latex2text, latexwalker
from pylatexenc.macrospec import MacroSpec

logging.getLogger("pylatexenc").addHandler(logging.NullHandler())  # what it cannot print is printed by us

_LONGEST = 2_000  # characters of one word with its groups; longer ones lose their commands only
_BARE = re.compile(r"(?<!\\)[%&#]")
_UNKNOWN = re.compile(r"\\\\|\\([A-Za-z]{2,})(?![A-Za-z]|\s*[\[{])")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*|\\(.)")

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


@lru_cache(maxsize=20_000)
def printed(latex: str) -> str:
    """What one word prints, whose braces match. A command that nobody knows prints its name."""
    known = _UNKNOWN.sub(
        lambda name: name[1] if name[1] and not _is_known(name[1]) else name[0], _BARE.sub(r"\\\g<0>", latex)
    )
    if len(latex) <= _LONGEST:
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
