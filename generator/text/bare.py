"""TeX that lost its backslashes on the way gets them back, where the words around leave no doubt.

Hugging Face's pages drop `$` and the backslash of each command inside it: `15.81times`, `mathcal{O}(d^k)`,
`rho approx 0.9`. Many commands are English words as well, so each rule asks for a neighbour that only
formulas have. The result is TeX, for `tex.read`.
"""

from __future__ import annotations

import re

# Cheap to look for, and in every text that holds one of the names below.
_TRACES_OF_NAMES = (
    "arrow", "mapsto", "leq", "geq", "neq", "cdot", "ldots", "infty", "varepsilon", "varphi", "vartheta",
    "propto", "subseteq", "supseteq", "langle", "rangle", "floor", "ceil", "Vert", "nabla", "texttimes",
)  # fmt: skip
_TRACES_OF_BOUNDS = ("(ge", "(le", " ge ", " le ", " ll ", " gg ")

_GREEK = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau"
    "|upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|ell"
)
_NUMBER = r"\d[\d.,]*\s?\\?%?"

# Names that are nothing but TeX: they may touch digits, signs and, with an argument, letters.
_NEVER_WORDS = re.compile(
    r"(?<![A-Za-z\\])(rightarrow|leftarrow|leftrightarrow|Rightarrow|Leftarrow|Leftrightarrow|longrightarrow|mapsto"
    r"|leqslant|geqslant|leq|geq|neq|cdots|cdot|ldots|infty|varepsilon|varphi|vartheta|propto|subseteq|supseteq"
    r"|langle|rangle|lfloor|rfloor|lceil|rceil|lVert|rVert|nabla|texttimes)(?![A-Za-z])"
)
_BEFORE_GROUP = re.compile(
    r"(?<![A-Za-z\\])(mathcal|mathbb|mathbf|mathrm|mathsf|mathit|mathfrak|mathscr|boldsymbol|textbf|textit|textsc"
    r"|textrm|texttt|textsf|textsl|emph|underline|widetilde|widehat|tilde|hat|bar|overline|frac|tfrac|dfrac|sqrt"
    r"|operatorname|text|mbox|footnote|url|href|cite|citep|citet|textsuperscript|textsubscript)(?=\{)"
)
_HALF_EATEN = re.compile(r"(?<![A-Za-z\\])ext(bf|it|tt|rm)(?=\{)")  # a tab took "\\t", white space the tab
_WIDE = re.compile(
    rf"(?<![A-Za-z\\])(widetilde|widehat|mathcal|mathbb|tilde)"
    rf"(?: ?(?=\\)| ?({_GREEK})(?![a-z])|(?= ?[A-Z](?![A-Za-z])))"
)
_GROUP_STYLE = re.compile(r"\{(it|em|bf|sc|tt|rm|sl|sf)(?= [^}]*\})")
_TIMES = re.compile(
    r"times(?:(?<=\dtimes)(?![a-z])|(?<=\d%times)(?=\d)|(?<=\d times)(?= \d)|(?<=\b[A-Z]times)(?=[A-Z0-9 ]))"
)
_APPROX = re.compile(
    rf"(?<![A-Za-z\\])({_GREEK}|[A-Za-z]|[\d)\]]) ?approx(?= ?[\d\\])|(?<=[(=])approx(?= ?\d)"
)
_CIRC = re.compile(r"(?<![A-Za-z\\])(?<=[\s(]\w )circ(?= \w[\s,.)])|(?<=\^)circ\b")
_PLUS_MINUS = re.compile(r"pm(?:(?<=\dpm)(?=\d+\.?\d)|(?:(?<=\d\.\d pm)|(?<=\d\.\d\d pm))(?= \d))")
_SIMILAR = re.compile(r"sim(?<![A-Za-z\\-]sim)(?=\s?\d[\d.,]*\s?(?:\\?%|[x×kKMB]\b|\\times))")
_BOUND = re.compile(rf"(?:(?<=\()|(?<=[\s(][A-Za-z] ))(ge|le|ll|gg)(?= ?{_NUMBER}|(?<=(?:ll|gg)) [A-Za-z]\b)")
_BULLET = re.compile(r"(?<=[.:?!;] )bullet(?= [A-Z])")
_AFTER_SCRIPT = re.compile(rf"(?<=[_^])({_GREEK}|star|top|dagger|prime|circ|perp|ast)(?![A-Za-z])")

_GREEK_WITH_INDEX = re.compile(rf"(?<![A-Za-z\\_-])({_GREEK})(?=[_^][\w{{*+\\-])")  # pi_0, alpha^2
_GREEK_IN_SUM = re.compile(rf"(?P<sign>[\d)(][-+*/])(?:{_GREEK})(?![A-Za-z-])")  # (1-xi), 1/epsilon
_GREEK_BEFORE_SIGN = re.compile(  # \xi \cdot
    rf"(?<![A-Za-z\\-])({_GREEK})"
    r"(?= ?\\(?:approx|cdot|leq|geq|neq|in|sim|times|le|ge|ll|gg|rightarrow|propto)\b)"
)
_GREEK_BEFORE_VALUE = re.compile(rf"(?<![A-Za-z\\'-])(?<!'s )({_GREEK})(?= ?[=<>] ?[\d.])")  # epsilon = 0.1
_EPSILON = re.compile(r"(?<![A-Za-z\\-])epsilon(?=-[a-z]{3,})|(?<=\()epsilon(?=, ?delta\))")
_DELTA = re.compile(r"(?<=\(\\epsilon, )delta(?=\))|(?<=\(\\epsilon,)delta(?=\))")
_COMPLEXITY = re.compile(r"(?<![A-Za-z\\])(Theta|Omega)(?=\([a-z\d\\])")  # Omega(n log n)
_IN_SET = re.compile(r"(?<=[\s(][A-Za-z] )in(?= ?\\mathbb)")


def restore(text: str) -> str:
    """The text with backslashes before the commands that have lost theirs; plain text comes back as it is."""
    if any(trace in text for trace in _TRACES_OF_NAMES):
        text = _NEVER_WORDS.sub(r"\\\1", text)
    if "{" in text:
        text = _HALF_EATEN.sub(r"\\text\1", text)
        text = _BEFORE_GROUP.sub(r"\\\1", text)
        text = _GROUP_STYLE.sub(r"{\\\1", text)
    if "tilde" in text or "math" in text or "widehat" in text:
        text = _WIDE.sub(_wide, text)
        text = _IN_SET.sub(r"\\in", text)
    if "times" in text:
        text = _TIMES.sub(r"\\times", text)
    if "approx" in text:
        text = _APPROX.sub(_approx, text)
    if "circ" in text:
        text = _CIRC.sub(r"\\circ", text)
    if "pm" in text:
        text = _PLUS_MINUS.sub(r"\\pm", text)
    if "sim" in text:
        text = _SIMILAR.sub(r"\\sim", text)
    if "bullet" in text:
        text = _BULLET.sub(r"\\bullet", text)
    if any(trace in text for trace in _TRACES_OF_BOUNDS):
        text = _BOUND.sub(r"\\\1", text)
    if "^" in text or "_" in text:
        text = _AFTER_SCRIPT.sub(r"\\\1", text)
        text = _GREEK_WITH_INDEX.sub(r"\\\1", text)
    return _greek(text)


def _greek(text: str) -> str:
    text = _GREEK_IN_SUM.sub(lambda found: f"{found['sign']}\\{found[0][2:]}", text)
    if "\\" in text:
        text = _GREEK_BEFORE_SIGN.sub(r"\\\1", text)
    if "=" in text or "<" in text or ">" in text:
        text = _GREEK_BEFORE_VALUE.sub(r"\\\1", text)
    if "epsilon" in text:
        text = _EPSILON.sub(r"\\epsilon", text)
        text = _DELTA.sub(r"\\delta", text)
    if "Theta(" in text or "Omega(" in text:
        text = _COMPLEXITY.sub(r"\\\1", text)
    return text


def _wide(found: re.Match[str]) -> str:
    return f"\\{found[1]}\\{found[2]}" if found[2] else f"\\{found[0]}"


def _approx(found: re.Match[str]) -> str:
    before = found[1] or ""
    greek = "\\" if len(before) > 1 else ""
    gap = " " if " approx" in found[0] else ""
    return f"{greek}{before}{gap}\\approx"
