"""Quotation marks, dashes and the spaces between words: what a copy editor mends without asking."""

from __future__ import annotations

import re

from generator.text import dashes, marks, quotes

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
    text = dashes.read(quotes.read(text))
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
    text = dashes.read(quotes.read(text))
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
