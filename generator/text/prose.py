"""Quotation marks, dashes and the spaces between sentences: what a copy editor mends without asking."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.text import marks

_M = marks.ANY

# Words that begin sentences, so that a full stop glued to one of them ends the sentence before.
_STARTERS = (
    "A|According|Additionally|After|All|Also|Although|An|Another|As|At|Based|Because|Before|Besides|Both|But|By|Code"
    "|Codes|Combined|Compared|Concretely|Consequently|Conversely|Crucially|Current|Despite|Due|During|Each|Empirical"
    "|Empirically|Even|Existing|Experimental|Experiments|Extensive|Finally|First|Firstly|Following|For|From"
    "|Further|Furthermore|Given|Hence|Here|How|However|If|Importantly|In|Indeed|Inspired|Instead|It|Its|Lastly|Many"
    "|Meanwhile|Moreover|Most|Motivated|Namely|Nevertheless|Notably|Next|On|Once|One|Our|Overall|Particularly"
    "|Previous|Prior|Project|Rather|Recent|Recently|Remarkably|Results|Second|Secondly|See|Several|Similarly|Since"
    "|So|Some|Specifically|Still|Subsequently|Such|Surprisingly|That|The|Their|Then|Theoretically|There|Therefore"
    "|These|They|Third|This|Those|Though|Through|Thus|To|Together|Traditional|Two|Typically|Ultimately|Under"
    "|Unfortunately|Unlike|Using|We|What|When|Whereas|Which|While|Why|With|Without|Yet|You"
)
_GLUED = re.compile(r"[.?!][A-Z]")
_AFTER_STOP = re.compile(
    rf"(?P<left>[a-z]{{2}}|[A-Z]{{2}}|[\d%)\]”’\"'{_M}])(?P<stop>[.?!])"
    rf"(?P<right>(?P<starter>(?:{_STARTERS})(?=[ ,;:'’])(?!\.))"
    rf"|[A-Z][A-Za-z]*[a-z][A-Za-z-]*(?=[ ,:][a-zA-Z(])|[A-Z]{{2,}}[A-Za-z-]*(?= [a-z]))"
)
# File types, suffixes of names and parts of programs that follow a full stop without beginning a sentence.
_NOT_A_SENTENCE = re.compile(
    r"(?:NET|Net|Js|JS|Io|AI|Ai|Com|Org|Py|Inc|Ltd|Tensor|Module|Function|Array|DataFrame)\b"
)
_CODE_BEFORE = re.compile(
    r"(?:[_/.\d]\w*|\b(?:torch|np|tf|nn|jax|sklearn|java|keras|numpy|pandas|scipy|ASP|vs|cf))\Z"
)
_COMMA = re.compile(r",(?<=[a-z]{3},)(?=[a-z]{2,}[ ,.;])")
_TOKEN = re.compile(r"[^\s]*\Z")

_OPEN_QUOTES = re.compile(r"``|''|\"")
_SINGLE_QUOTES = re.compile(r"(?<![\w`'])`([^\s`'](?:[^`']{0,98}[^\s`'])?)'(?![\w'])")

_EM_DASH = re.compile(r" ?(?<!-)---(?!-) ?")
_SPACED_DASH = re.compile(rf"(?<=[\w.,;:!?%)\]”’\"'{_M}]) ?--(?!-) (?=\S)")
_LEFT_DASH = re.compile(rf"(?<=[\w.,;:!?%)\]”’\"'{_M}]) --(?=[A-Z])(?![A-Z-]+\b)")
_TIGHT_DASH = re.compile(rf"(?P<left>[\w.%)\]”’\"'{_M}])(?<!-)--(?=(?P<right>[\w(\[“‘\"'{_M}$]))")
_BREAK_WORD = re.compile(
    r"(?:and|as|at|but|by|for|from|he|however|i|if|in|including|is|it|namely|no|not|often|one|or|our|she|so|such|that"
    r"|the|their|there|these|they|this|to|we|what|when|where|which|while|who|with|without|yet|you)\b"
)

_DOUBLED = re.compile(r"  +")
_BEFORE_COMMA = re.compile(r"(?<=\w|[)\]”’\"%–]) ,(?= )")
_AFTER_LINK = re.compile(rf" (?<={marks.LINK} )(?=[.,;](?:\s|\Z))")
_ACRONYM_AFTER = re.compile(r"\((?<=[a-z]\()(?=[A-Z]{2,7}s?\))")
_ACRONYM_BEFORE = re.compile(r"(\((?<= \()[A-Z][A-Za-z]{0,9}[A-Z][A-Za-z]{0,9}\))(?=[a-z]{3,})")
_TITLE_COLON = re.compile(r"(?<=[A-Za-z\d])(?<!\b[A-Za-z])([:?!])(?=[A-Z][a-z]|[A-Z] )")
_TITLE_GLUE = re.compile(
    r"\b(using|with|from|through|towards|under|between|based|into|over|via)([A-Z][a-z]{4,})\b"
)
_COLON_GLUE = re.compile(rf":(?<=[a-z]{{3}}:)(?=(?:{_STARTERS}) )")


def read(text: str) -> str:
    """An abstract's prose, mended. Works on marked text."""
    if "`" in text or "''" in text:
        text = _quotes(text)
    if "--" in text:
        text = _dashes(text)
    if _GLUED.search(text):
        text = _AFTER_STOP.sub(_come_apart, text)
    text = _COMMA.sub(_comma, text)
    if "(" in text:
        text = _ACRONYM_AFTER.sub(_acronym, text)
        text = _ACRONYM_BEFORE.sub(r"\1 ", text)
    if ":" in text:
        text = _COLON_GLUE.sub(": ", text)
    if " ," in text:
        text = _BEFORE_COMMA.sub(",", text)
    text = _AFTER_LINK.sub("", text)
    return _single_spaced(text)


def read_title(text: str) -> str:
    """A title's prose, mended: a title has no sentences, but its colon wants a space."""
    if "`" in text or "''" in text:
        text = _quotes(text)
    if "--" in text:
        text = _dashes(text)
    text = _TITLE_COLON.sub(r"\1 ", text)
    text = _TITLE_GLUE.sub(r"\1 \2", text)
    return _single_spaced(text)


def _single_spaced(text: str) -> str:
    return (_DOUBLED.sub(" ", text) if "  " in text else text).strip()


def _come_apart(found: re.Match[str]) -> str:
    """A space after the full stop of `space.In the`; none in `torch.Tensor objects`."""
    whole, start = found[0], found.start()
    before = found.string[max(0, start - 30) : start + len(found["left"])]
    if not found["starter"]:
        careful = found["left"].isupper() or found["left"].isdigit() or found["stop"] != "."
        if careful or _NOT_A_SENTENCE.match(found["right"]):
            return whole
    elif len(found["right"]) == 1 and found["left"].isupper():
        return whole
    if found["left"][-1].isalpha() and _CODE_BEFORE.search(before):
        return whole
    return f"{found['left']}{found['stop']} {found['right']}"


def _comma(found: re.Match[str]) -> str:
    """A space after the comma of `However,it`; none in `(feature,value)` and `g(q,qdot,u)`."""
    token = _TOKEN.search(found.string[max(0, found.start() - 40) : found.start()])
    inside = token is not None and any(char in token[0] for char in "([{<|=,/_@")
    return "," if inside else ", "


def _acronym(found: re.Match[str]) -> str:
    """`networks(CNN)`: the acronym's last letter is the word's first. `softmax(QK)` is a formula."""
    text, at = found.string, found.start()
    word = re.search(r"[A-Za-z-]+\Z", text[max(0, at - 40) : at])
    acronym = text[at + 1 : text.index(")", at)].removesuffix("s")
    initial = word[0].rpartition("-")[2][:1] if word else ""
    return " (" if word and len(word[0]) > 3 and initial.upper() == acronym[-1:] else "("


def _quotes(text: str) -> str:
    """``x'' is “x”; a quotation opened by one straight mark is closed by one: "x'' is "x"."""
    open_mark = ""

    def turn(found: re.Match[str]) -> str:
        nonlocal open_mark
        mark, before, after = (
            found[0],
            text[max(0, found.start() - 1) : found.start()],
            text[found.end() : found.end() + 1],
        )
        starts = (not before or before in " ([{-–—/") and after not in ("", " ")
        if mark == '"':
            if open_mark == "“" and not starts:  # opened by ``
                open_mark = ""
                return "”"
            open_mark = "" if open_mark else '"'
            return mark
        if mark == "``" or (starts and not open_mark):
            open_mark = "“"
            return "“"
        closing = {"“": "”", '"': '"'}.get(open_mark, "''")
        open_mark = ""
        return closing

    text = _OPEN_QUOTES.sub(turn, text) if "``" in text or "''" in text else text
    return _SINGLE_QUOTES.sub(r"‘\1’", text) if "`" in text else text


def _dashes(text: str) -> str:
    """A spaced double hyphen is a spaced en dash; a tight one is a range, a pair of names, or a break."""
    if "---" in text:
        text = _EM_DASH.sub(
            lambda found: " — " if found[0].startswith(" ") and found[0].endswith(" ") else "—", text
        )
    text = _SPACED_DASH.sub(" – ", text)
    text = _LEFT_DASH.sub(" – ", text)
    breaks = [found.start() for found in _TIGHT_DASH.finditer(text)]
    if not breaks:
        return text
    near = {
        at
        for first, second in pairwise(breaks)
        if second - first < 300 and ". " not in text[first:second]
        for at in (first, second)
    }

    def turn(found: re.Match[str]) -> str:
        left, right = found["left"], found["right"]
        if left.isdigit() and right.isdigit():
            return left + "–"
        word_before = re.search(r"\w+\Z", text[max(0, found.start() - 30) : found.end() - 2])
        if right.isupper() and word_before and word_before[0][0].isupper():
            return left + "–"
        breaks_off = found.start() in near or left in ")]”’\"'" or _BREAK_WORD.match(text, found.end())
        return left + ("—" if breaks_off else "–")

    return _TIGHT_DASH.sub(turn, text)
