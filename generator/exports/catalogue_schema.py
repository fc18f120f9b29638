"""The JSON Schema (draft 2020-12) of one line of data/papers.jsonl, with a sentence for each field."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def _of(kind: str, text: str, **more: Any) -> Schema:
    return {"type": kind, "description": text, **more}


def _maybe(text: str, kind: str = "string") -> Schema:
    return {"type": [kind, "null"], "description": text}


def _object(text: str, **properties: Schema) -> Schema:
    return {
        "type": "object",
        "description": text,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(text: str, items: Schema) -> Schema:
    return {"type": "array", "description": text, "items": items}


_KINDS = ["paper", "code", "project", "dataset", "demo", "video", "other"]

SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A paper of a Papershelf library",
    **_object(
        "One line of papers.jsonl. A value that is not known is null or an empty list.",
        key=_of("string", "The paper's stable key; its page is papers/<key>.html.", pattern="^[a-z0-9-]+$"),
        title=_of("string", "The title, as a reader sees it.", minLength=1),
        short_name=_maybe("The name the paper gives to its method or data, where the title has one."),
        abstract=_maybe("The authors' abstract as plain text, as a reader sees it."),
        summary=_maybe("A summary by the owner of the library, in place of the abstract."),
        authors=_list("The authors, in order.", {"type": "string"}),
        authors_complete=_of("boolean", "False where the source says that authors are missing."),
        year=_maybe("The year of first appearance.", "integer"),
        published=_maybe("When it appeared: YYYY, YYYY-MM or YYYY-MM-DD."),
        venue=_maybe("Where it was published, as the source writes it."),
        ids=_object(
            "What the paper is known by elsewhere.",
            arxiv=_maybe("arXiv id without version."),
            doi=_maybe("DOI."),
            acl=_maybe("ACL Anthology id."),
            openreview=_maybe("OpenReview forum id."),
        ),
        links=_list(
            "Links of the paper, in the order in which they are shown.",
            _object(
                "A link.",
                kind={"enum": _KINDS, "description": "What it leads to."},
                url=_of("string", "An http or https address.", pattern="^https?://"),
            ),
        ),
        keywords=_list("The authors' keywords, where the source has them.", {"type": "string"}),
        topics=_list(
            "The topics of the paper, the primary one first.",
            _object(
                "A topic.",
                slug=_of("string", "The topic's page is topics/<slug>.html."),
                name=_of("string", "The topic's name."),
                parent=_maybe("The slug of the upper topic."),
                reason=_of("string", "Why the paper has this topic."),
            ),
        ),
        seen_in=_list(
            "Every place where the paper was seen.",
            _object(
                "An entry of a listing.",
                listing=_of("string", "The listing's page is listings/<listing>.html."),
                title=_of("string", "The listing's title."),
                date=_maybe("The listing's date as written there; not the paper's."),
                listed=_maybe("When the paper came into the listing, as the listing says: YYYY-MM-DD."),
                position=_of("integer", "Which entry of the listing, from 1.", minimum=1),
                file=_of("string", "The file of the listing."),
                line=_of("integer", "The line of the entry in it, from 1.", minimum=0),
                as_written=_of("string", "The title as written there."),
            ),
        ),
    ),
}
