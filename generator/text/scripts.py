"""Exponents, indices and accents in Unicode, or on the line where Unicode has no good character."""

from __future__ import annotations

import re
import unicodedata

_UP = dict(
    zip(
        "0123456789+-=abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ−∗′°⊤",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ⁻∗′°ᵀ",
        strict=True,
    )
)
_DOWN = dict(zip("0123456789+-=aehijklmnoprstuvxβγρφχ−", "₀₁₂₃₄₅₆₇₈₉₊₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋", strict=True))
_ALONE = str.maketrans({"*": "∗", "'": "′", "∘": "°"})
_WORD = re.compile(r"[^\W_]+\Z")


def superscript(text: str) -> str:
    """`k` is ᵏ, `-2` is ⁻²; what has no such characters stays readable on the line: `^(kq)`, `^q`."""
    text = text.strip().translate(_ALONE)
    if text and all(char in _UP for char in text):
        return "".join(_UP[char] for char in text)
    if not text:
        return ""
    return f"^{text}" if len(text) == 1 else f"^({text})"


def subscript(text: str) -> str:
    """`0` is ₀, `ij` is ᵢⱼ; what has no such characters stays on the line: `_T`, `_inf`, `_(d,k)`."""
    text = text.strip()
    if text and all(char in _DOWN for char in text):
        return "".join(_DOWN[char] for char in text)
    if not text:
        return ""
    return f"_{text}" if _WORD.match(text) or len(text) == 1 else f"_({text})"


def accented(letters: str, accent: str) -> str:
    """One letter with an accent, as one character where there is one; "" when it is not one letter."""
    if len(letters) != 1 or not (letters.isalpha() or letters in "0123456789"):
        return ""
    letter = {"ı": "i", "ȷ": "j"}.get(letters, letters)
    return unicodedata.normalize("NFC", letter + accent)
