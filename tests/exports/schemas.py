"""JSON Schemas of the formats that we write, after their specifications, and strict about what we use of them."""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string"}
_NAME = {
    "type": "object",
    "properties": dict.fromkeys(
        ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"), _TEXT
    ),
    "additionalProperties": False,
    "minProperties": 1,
}
_PART = {"type": ["string", "number"]}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": _PART},
        }
    },
    "additionalProperties": False,
    "minProperties": 1,
}

# https://resource.citationstyles.org/schema/latest/input/json/csl-data.json, the part that fits papers:
# of its types and variables those that a paper may have; anything else it refuses, as the original does.
CSL: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {
                "enum": ["article", "article-journal", "document", "manuscript", "paper-conference", "report"]
            },
            "author": {"type": "array", "items": _NAME},
            "issued": _DATE,
            "custom": {"type": "object"},
            **dict.fromkeys(
                (
                    "title",
                    "container-title",
                    "archive",
                    "archive_location",
                    "DOI",
                    "URL",
                    "abstract",
                    "keyword",
                    "note",
                ),
                _TEXT,
            ),
        },
    },
}

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
