"""TeX that lost its backslashes on the way gets them back, where the words around leave no doubt.

Hugging Face's pages drop `$` and the backslash of each command inside it: `15.81times`, `mathcal{O}(d^k)`,
`rho approx 0.9`. Many commands are English words as well, so each rule asks for a neighbour that only
formulas have. The result is TeX, for `tex.read`.
"""

from __future__ import annotations

import re

# What is cheap to look for first. One of these stands in every text that a rule below could change.
_TRACES = (
    "times", "arrow", "approx", "cdot", "cdots", "circ", "leq", "geq", "neq", "infty", "mapsto", "subseteq",
    "propto", "ldots", "nabla", "langle", "rangle", "lfloor", "lceil", "varepsilon", "varphi", "epsilon",
    "bullet", "pm", "sim", "(ge", "(le", " ge ", " le ", "{", "tilde", "mathbb", "mathcal", "mathbf", "mathrm",
    "^", "_", "cdot", " = ", "/", "Omega(", "Theta(", "- xi", "xi",
)  # fmt: skip
_TRACE = re.compile("|".join(map(re.escape, sorted(set(_TRACES), key=len, reverse=True))))

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
_WIDE = re.compile(
    rf"(?<![A-Za-z\\])(widetilde|widehat|mathcal|mathbb|tilde|hat)(?: ?(?=\\)| ?({_GREEK})(?![a-z])|(?= ?[A-Z](?![A-Za-z])))"
)
_GROUP_STYLE = re.compile(r"\{(it|em|bf|sc|tt|rm|sl|sf)(?= [^}]*\})")
_TIMES = re.compile(r"(?<=\d)times(?![a-z])|(?<=\d%)times(?=\d)|(?<=\d )times(?= \d)|(?<![A-Za-z])(?<=[A-Z])times(?=[A-Z0-9 ])")
_APPROX = re.compile(
    rf"(?<![A-Za-z\\])({_GREEK}|[A-Za-z]|[\d)\]]) ?approx(?= ?[\d\\])|(?<=[(=])approx(?= ?\d)"
)
_CIRC = re.compile(r"(?<![A-Za-z\\])(?<=[\s(]\w )circ(?= \w[\s,.)])|(?<=\^)circ\b")
_PLUS_MINUS = re.compile(r"(?<=\d)pm(?=\d+\.?\d)|(?<=\d\.\d )pm(?= \d)|(?<=\d\.\d\d )pm(?= \d)")
_SIMILAR = re.compile(r"(?<![A-Za-z\\-])sim(?=\s?\d[\d.,]*\s?(?:\\?%|[x×kKMB]\b|\\times))")
_BOUND = re.compile(rf"(?:(?<=\()|(?<=[\s(][A-Za-z] ))(ge|le|ll|gg)(?= ?{_NUMBER}|(?<=(?:ll|gg)) [A-Za-z]\b)")
_BULLET = re.compile(r"(?<=[.:?!;] )bullet(?= [A-Z])")
_AFTER_SCRIPT = re.compile(rf"(?<=[_^])({_GREEK}|star|top|dagger|prime|circ|perp|ast)(?![A-Za-z])")

_GREEK_HERE = re.compile(
    rf"(?<![A-Za-z\\_-])({_GREEK})(?=[_^][\w{{*+\\-])"  # pi_0, alpha^2
    rf"|(?<=[\d)(][-+*/])({_GREEK})(?![A-Za-z-])"  # (1-xi), 1/epsilon
    rf"|(?<![A-Za-z\\-])({_GREEK})(?= ?(?:\\(?:approx|cdot|leq|geq|neq|in|sim|times|le|ge|ll|gg|to|rightarrow|propto|infty)\b))"
    rf"|(?<![A-Za-z\\'-])(?<!'s )({_GREEK})(?= ?[=<>] ?[\d.])"  # epsilon = 0.1
    r"|(?<![A-Za-z\\-])(epsilon)(?=-[a-z]{3,})"  # epsilon-approximate
    r"|(?<=\()(epsilon)(?=, ?delta\))|(?<=\(\\epsilon, )(delta)(?=\))"
    r"|(?<![A-Za-z\\])(Theta|Omega)(?=\([a-z\d\\])"  # Omega(n log n)
)
_IN_SET = re.compile(r"(?<=[\s(][A-Za-z] )in(?= ?\\mathbb)")


def restore(text: str) -> str:
    """The text with backslashes before the commands that have lost theirs; plain text comes back as it is."""
    if not _TRACE.search(text):
        return text
    text = _NEVER_WORDS.sub(r"\\\1", text)
    text = _BEFORE_GROUP.sub(r"\\\1", text)
    if "tilde" in text or "math" in text or "hat" in text:
        text = _WIDE.sub(_wide, text)
        text = _IN_SET.sub(r"\\in", text)
    if "{" in text:
        text = _GROUP_STYLE.sub(r"{\\\1", text)
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
    text = _BOUND.sub(r"\\\1", text)
    if "bullet" in text:
        text = _BULLET.sub(r"\\bullet", text)
    if "^" in text or "_" in text:
        text = _AFTER_SCRIPT.sub(r"\\\1", text)
    return _GREEK_HERE.sub(lambda found: "\\" + found[0], text)


def _wide(found: re.Match[str]) -> str:
    return f"\\{found[1]}\\{found[2]}" if found[2] else f"\\{found[0]}"


def _approx(found: re.Match[str]) -> str:
    before = found[1] or ""
    greek = "\\" if len(before) > 1 else ""
    gap = " " if " approx" in found[0] else ""
    return f"{greek}{before}{gap}\\approx"
