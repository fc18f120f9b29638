"""JSON Schemas of the formats that we write, after their specifications."""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string"}
_NUMBER = {"type": ["string", "number"]}
_FLAG = {"type": ["string", "number", "boolean"]}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}


# CSL-JSON: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json, as of CSL 1.0.2.
# All of its types and variables, by kind; it allows no others. Ours is stricter: a name or a date is not empty.
_NAME = _object(
    {
        **dict.fromkeys(("family", "given", "suffix", "literal"), _TEXT),
        **dict.fromkeys(("dropping-particle", "non-dropping-particle"), _TEXT),
        **dict.fromkeys(("comma-suffix", "static-ordering", "parse-names"), _FLAG),
    }
)
_PARTS = {"type": "array", "minItems": 1, "maxItems": 3, "items": _NUMBER}
_DATE = _object(
    {
        "date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": _PARTS},
        "season": _NUMBER,
        "circa": _FLAG,
        "literal": _TEXT,
        "raw": _TEXT,
    }
)
_TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
"""
_NAMES = """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator
"""
_DATES = "accessed available-date event-date issued original-date submitted"
_NUMBERS = """
    id chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part printing supplement volume
"""
_TEXTS = """
    abstract annote archive archive-place archive_collection archive_location authority call-number citation-key
    citation-label collection-title container-title container-title-short dimensions division DOI event event-place
    event-title genre ISBN ISSN journalAbbreviation jurisdiction keyword language medium note original-publisher
    original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre
    reviewed-title scale section shortTitle source status title title-short URL version volume-title volume-title-short
    year-suffix
"""
_ITEM = _object(
    {
        "type": {"enum": _TYPES.split()},
        "categories": {"type": "array", "items": _TEXT},
        "custom": {"type": "object"},
        **{name: {"type": "array", "items": _NAME} for name in _NAMES.split()},
        **{name: _DATE for name in _DATES.split()},
        **{name: _NUMBER for name in _NUMBERS.split()},
        **{name: _TEXT for name in _TEXTS.split()},
    }
)
CSL: dict[str, Any] = {"type": "array", "items": _ITEM | {"required": ["type", "id"]}}

# https://www.jsonfeed.org/version/1.1/
_AUTHOR = {
    "type": "object",
    "properties": {"name": _TEXT, "url": _TEXT, "avatar": _TEXT},
    "additionalProperties": False,
    "minProperties": 1,
}
_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
JSON_FEED: dict[str, Any] = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **dict.fromkeys(
            ("title", "home_page_url", "feed_url", "description", "language", "next_url", "icon"), _TEXT
        ),
        "authors": {"type": "array", "items": _AUTHOR},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "additionalProperties": False,
                "properties": {
                    **dict.fromkeys(
                        ("id", "url", "external_url", "title", "content_text", "content_html"), _TEXT
                    ),
                    **dict.fromkeys(("summary", "image", "language"), _TEXT),
                    "date_published": _TIME,
                    "date_modified": _TIME,
                    "authors": {"type": "array", "minItems": 1, "items": _AUTHOR},
                    "tags": {"type": "array", "items": _TEXT},
                },
            },
        },
    },
}
