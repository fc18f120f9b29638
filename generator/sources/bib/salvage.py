"""An entry whose braces, quotes or commas do not match: its fields, told by the names that begin them.

Nothing is made up: a field goes from its name to the next name. What stands between may be too much, never
another entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.sources.bib.values import expression

_HEAD = re.compile(
    r"@\s*([A-Za-z]+)\s*[{(]\s*([^\s,={}\"()@]*)(?:[ \t]*(?=[,\n])|[ \t]+(?=[A-Za-z]+[ \t]*=))"
)
_NAMES = (
    "title|subtitle|shorttitle|author|editor|year|date|month|booktitle|journal|journaltitle|eventtitle|doi|eprint|url"
    "|archiveprefix|eprinttype|primaryclass|pages|volume|number|publisher|abstract|keywords|note|howpublished|series"
    "|address|organization|institution|school|isbn|issn|pdf|file|urldate|timestamp|language|crossref|eprintclass|type"
)
_NO_KEY = re.compile(r"\A@\s*([A-Za-z]*)\s*[{(]?()")
# At the beginning of a line any name begins a field; elsewhere only one that is known, after a sign.
_FIELD = re.compile(
    rf"(?:(?:^|\n)[ \t,%]*([A-Za-z][\w:.+-]{{0,40}})|[,}}\"\d(][ \t]*({_NAMES}))[ \t]*=[ \t]*(?=[\"{{\w])",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\s*,?\s*[})]?\s*")


def salvage(raw: str, strings: Mapping[str, str]) -> Iterator[tuple[str, str, dict[str, str], int]]:
    """Type, key, fields and the place, within `raw`, of each entry that begins in `raw`."""
    heads = list(_HEAD.finditer(raw)) or list(_NO_KEY.finditer(raw))
    ends = [*(head.start() for head in heads), len(raw)][1:]
    for head, end in zip(heads, ends, strict=True):
        fields = _fields(raw[head.end() : end], strings)
        yield head[1].lower(), head[2], fields, head.start()


def _fields(text: str, strings: Mapping[str, str]) -> dict[str, str]:
    found = list(_FIELD.finditer(text))
    fields: dict[str, str] = {}
    for number, name in enumerate(found):
        after = found[number + 1].start() + 1 if number + 1 < len(found) else len(text)
        value = _value(text[name.end() : after], strings)
        key = (name[1] or name[2]).lower()
        fields[key] = fields.get(key) or value
    return fields


def _value(written: str, strings: Mapping[str, str]) -> str:
    value, rest, _ = expression(written, strings)
    if value and (_ENDED.fullmatch(rest) or rest.lstrip().startswith((",", "}"))):
        return value
    return written.strip().rstrip(",}) \n\t").lstrip('{"').rstrip('"').strip()
