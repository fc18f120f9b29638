"""TeX commands and what they look like. Names without their backslash."""

from __future__ import annotations

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "eps": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ",
    "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ",
    "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "hbar": "ℏ",
}  # fmt: skip

# Relations and operators: the space after the command is kept only where there is one before it.
BINARY = {
    "times": "×", "texttimes": "×", "cdot": "·", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "•", "oplus": "⊕", "otimes": "⊗", "odot": "⊙", "wedge": "∧", "vee": "∨",
    "land": "∧", "lor": "∨", "cap": "∩", "cup": "∪", "setminus": "∖", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "leqslant": "≤", "geqslant": "≥", "neq": "≠", "ne": "≠", "equiv": "≡", "approx": "≈",
    "sim": "∼", "simeq": "≃", "cong": "≅", "asymp": "≍", "propto": "∝", "ll": "≪", "gg": "≫",
    "lesssim": "≲", "gtrsim": "≳", "prec": "≺", "succ": "≻", "preceq": "⪯", "succeq": "⪰", "in": "∈",
    "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "mid": "|",
    "parallel": "∥", "perp": "⊥", "models": "⊨", "vdash": "⊢", "to": "→", "rightarrow": "→",
    "longrightarrow": "→", "xrightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔",
    "Rightarrow": "⇒", "implies": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⇔",
    "mapsto": "↦", "uparrow": "↑", "downarrow": "↓", "nearrow": "↗", "searrow": "↘", "colon": ":",
    "triangleq": "≜", "coloneqq": "≔", "defeq": "≔", "hookrightarrow": "↪", "rightharpoonup": "⇀",
    "rightleftharpoons": "⇌", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁", "diamond": "⋄",
    "circledast": "⊛", "dagger": "†", "ddagger": "‡",
}  # fmt: skip

SYMBOLS = {
    "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "forall": "∀",
    "exists": "∃", "nexists": "∄", "emptyset": "∅", "varnothing": "∅", "neg": "¬", "lnot": "¬",
    "angle": "∠", "triangle": "△", "prime": "′", "top": "⊤", "intercal": "⊤", "bot": "⊥", "ldots": "…",
    "dots": "…", "cdots": "⋯", "vdots": "⋮", "textellipsis": "…", "langle": "⟨", "rangle": "⟩",
    "lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋", "lvert": "|", "rvert": "|", "vert": "|",
    "lVert": "‖", "rVert": "‖", "Vert": "‖", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]",
    "degree": "°", "textdegree": "°", "checkmark": "✓", "cmark": "✓", "xmark": "✗", "dag": "†",
    "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "euro": "€", "texteuro": "€", "aleph": "ℵ",
    "Re": "ℜ", "Im": "ℑ", "R": "ℝ", "RR": "ℝ", "bbR": "ℝ", "Real": "ℝ", "reals": "ℝ", "cO": "O",
    "cA": "A", "cN": "N", "cH": "H", "cF": "F", "bigO": "O", "bigo": "O", "Otilde": "Õ", "bigOtil": "Õ",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "lq": "‘",
    "rq": "’", "textquotedblleft": "“", "textquotedblright": "”", "textasciitilde": "~",
    "textasciicircum": "^", "textbackslash": "\\", "backslash": "\\", "textunderscore": "_",
    "textless": "<", "textgreater": ">", "textbar": "|", "textregistered": "®", "texttrademark": "™",
    "textmu": "µ", "textbullet": "•", "item": "•", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð",
    "th": "þ", "LaTeX": "LaTeX", "TeX": "TeX", "square": "□", "blacksquare": "■", "qed": "∎",
}  # fmt: skip

# Names of functions, set upright: a letter right before them needs a space.
FUNCTIONS = frozenset(
    [
        "arccos", "arcsin", "arctan", "arg", "argmax", "argmin", "cos", "cosh", "cot", "cov", "Cov", "deg",
        "det", "diag", "dim", "E", "exp", "gcd", "hom", "inf", "ker", "KL", "lg", "lim", "liminf", "limsup",
        "ln", "log", "max", "min", "mod", "OPT", "opt", "poly", "polylog", "Pr", "rank", "sign", "sgn",
        "sin", "sinh", "softmax", "Span", "sup", "supp", "tan", "tanh", "Tr", "tr", "Var", "var", "vol",
    ]
)  # fmt: skip

# Abbreviations that styles of conferences define, and what they print.
ABBREVIATIONS = {
    "eg": "e.g.", "ie": "i.e.", "Eg": "E.g.", "Ie": "I.e.", "etal": "et al.", "etc": "etc.", "vs": "vs.",
    "cf": "cf.", "wrt": "w.r.t.", "aka": "a.k.a.", "iid": "i.i.d.", "viz": "viz.", "resp": "resp.",
    "dof": "d.o.f.",
}  # fmt: skip

EMPHASIS = frozenset(["emph", "textit", "textsl", "it", "em", "sl", "itshape", "emphh", "underline", "uline"])
STRONG = frozenset(["textbf", "bf", "bfseries"])
# The command goes, its content stays.
TRANSPARENT = frozenset(
    [
        "mathcal", "mathscr", "mathfrak", "mathrm", "mathit", "mathsf", "mathtt", "mathnormal", "mathbf",
        "boldsymbol", "bm", "pmb", "text", "textrm", "textnormal", "textsf", "texttt", "textsc", "textup",
        "textmd", "mbox", "hbox", "ensuremath", "operatorname", "mathop", "mathbin", "mathrel", "mathcal",
        "vcenter", "mathds", "cal", "rm", "tt", "sf", "sc",
    ]
)  # fmt: skip
DOUBLE = {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"}
# Accents over maths and text letters, as combining characters.
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "Tilde": "\u0303",
    "wt": "\u0303", "bar": "\u0304", "overline": "\u0304", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300", "mathring": "\u030a",
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
# Sizes and breaks: nothing for a reader to see.
SILENT = frozenset(
    [
        "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr",
        "middle", "limits", "nolimits", "displaystyle", "textstyle", "scriptstyle", "small", "footnotesize",
        "scriptsize", "tiny", "normalsize", "large", "noindent", "centering", "xspace", "protect", "!", "/",
        "-", "hfill", "unskip",
    ]
)  # fmt: skip
SPACES = frozenset(
    [
        ",", ";", ":", ">", "quad", "qquad", "thinspace", "enspace", "space", "newline", "par", "linebreak",
        "smallskip", "medskip", " ", "\\",
    ]
)  # fmt: skip
CITATIONS = frozenset([
    "cite", "citep", "citet", "citealp", "citeauthor", "citeyear", "ref", "eqref", "autoref", "cref", "Cref",
])  # fmt: skip
# Printed names swallowed by the letters after them when a source lost its braces: \sqrtT, \emphstrongly.
SPLIT_FIRST = (
    "widetilde",
    "tilde",
    "widehat",
    "hat",
    "bar",
    "mathcal",
    "mathbb",
    "mathbf",
    "mathsf",
    "sqrt",
    "log",
)
SPLIT_WORD = ("emph", "textit", "textbf", "textsc", "textsf", "texttt")
