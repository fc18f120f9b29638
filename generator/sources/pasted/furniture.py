"""Lines that belong to the web page and not to a paper: headings, buttons, counts, dates, footers."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\.?"
    r"|january|february|march|april|june|july|august|september|october|november|december"
    r"|januar|februar|märz|mai|juni|juli|oktober|dezember|okt\.?|dez\.?|mär\.?"
    r"|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|janv\.?|févr?\.?|avr\.?|juil\.?|déc\.?"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_DAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_DATE = re.compile(
    rf"{_DAY}(?:(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?(?: of| de)? (?:{_MONTH})(?:,?(?: de)? \d{{4}})?"
    rf"|(?:{_MONTH}),? \d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)"
    r"|(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?[日号]|week \d{1,2}(?:,? \d{4})?|\d{4}-w\d\d)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"daily papers|(?:trending|weekly|monthly) papers|by ?ak(?: and the research community)?"
    r"|get trending papers in your email inbox[!.]?",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:company )?(?:©.*|tos|terms|privacy|careers|company)|.*© ?hugging ?face.*", re.IGNORECASE
)
_BAR = re.compile(  # words on top of the page, which may also end a title that was split
    r"hugging face(?:'s logo)?|models?|datasets?|spaces?|buckets?|posts|docs|documentation|enterprise|pricing"
    r"|log ?in|sign ?up|sign in|solutions|community|website|search(?: models.*)?|menu|collections?"
    r"|skip to (?:main )?content"
    r"|about|jobs|(?:system )?theme|papers|back to (?:papers|articles|top)"
    # what to show, and since when
    r"|new|hot|top|trending|latest|today|yesterday|daily|weekly|monthly|this (?:week|month)|all time"
    r"|previous|next"
    r"|code|html|share|votes?|likes?",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    # around each paper
    r"submit(?: a)?(?: paper)?|submitted by.*|posted by.*|published (?:on|at) .*|add to collection"
    r"|[▲△]? ?upvoted?(?: \d+)?|\w+'s avatar|video|image|thumbnail|avatar"
    r"|[-+·•~]? ?\d[\d,.]* ?[km]? ?(?:more )?(?:author|comment|upvote|like|vote|star)s?"
    r"|github(?: repo| page)?(?: ?\d[\d.,]* ?k?)?|arxiv(?: page| link)?|(?:project|paper) page|pdf|abstract"
    r"|view (?:arxiv|pdf|html|paper|project|on github)(?: page)?"
    # what any page has
    r"|(?:load|read|show|see|view) (?:more|less|all)(?: \d+)?(?: papers| comments)?|loading\W*"
    r"|subscribed?|advertisement|sponsored|cookie settings|accept(?: all)?(?: cookies)?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[^\w]*\d[\d,.]* ?[kKmM]?[^\w]*|[^\w]+")


def is_date(text: str) -> bool:
    """Whether the whole line is a date or a week as a page shows it ("Sep 3", "Week 36")."""
    return len(text) <= 40 and _DATE.fullmatch(text) is not None


def is_heading(text: str) -> bool:
    """Whether the line is the heading of a Daily Papers page, whatever its spacing."""
    return len(text) <= 60 and _HEADING.fullmatch(text) is not None


def is_footer(text: str) -> bool:
    """Whether the line stands below the papers of a page."""
    return len(text) <= 80 and _FOOTER.fullmatch(text) is not None


def is_furniture(text: str, above: str = "", glued: bool = False) -> bool:
    """Whether the line belongs to the page.

    `above` is the line before: a name follows "Submitted by". `glued` says that the line may be the rest of
    a line that does not belong to the page, so that a mere word is none of the page's.
    """
    if len(text) > 80:
        return False
    if not glued and _BAR.fullmatch(text):
        return True
    if _BUTTON.fullmatch(text) or _COUNT.fullmatch(text):
        return True
    if is_date(text) or is_heading(text) or is_footer(text):
        return True
    return above.casefold() in ("submitted by", "posted by") and " " not in text
