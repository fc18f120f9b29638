"""An entry with named fields becomes a record; the formats that have fields share it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model import Authority, Ids, Markup, Record
from generator.problems import Level, Place, Problem
from generator.sources.fields import Fields


def record_of(
    value: Mapping[str, Any],
    place: Place,
    listing: str,
    position: int,
    markup: Markup = Markup.RESIDUE,
    authority: Authority | None = None,
) -> tuple[Record | None, list[Problem]]:
    """The record that `value` tells of, and what was wrong with it; no record, and an error, without a title.

    `value` names its fields as `fields.FIELDS`. `authority` is the format's, where the format settles it;
    otherwise the entry's own identifiers do.
    """
    fields = Fields(value, place)
    title = fields.text("title")
    if not title:
        return None, [no_title(place), *fields.problems]
    ids, links = fields.ids_and_links()
    venue = fields.line("venue")
    published = fields.date("published")
    record = Record(
        title=title,
        place=place,
        listing=listing,
        position=position,
        markup=markup,
        abstract=fields.text("abstract"),
        summary=fields.text("summary"),
        authors=fields.names("authors"),
        authors_incomplete=fields.flag("authors_incomplete") or fields.flag("partial"),
        year=fields.year("year") or (int(published[:4]) if published else None),
        venue=venue,
        ids=ids,
        links=links,
        keywords=fields.names("keywords"),
        published=published,
        listed=fields.date("listed"),
        authority=authority or authority_of(ids, venue),
    )
    return record, fields.problems


def authority_of(ids: Ids, venue: str) -> Authority:
    """Who speaks: the publisher where its identifier and a venue are told, arXiv by its id, else the list."""
    if venue and (ids.doi or ids.acl or ids.openreview):
        return Authority.PUBLISHER
    return Authority.ARCHIVE if ids.arxiv else Authority.LISTING


def no_title(place: Place) -> Problem:
    """The error for an entry that tells no title, and so is lost."""
    message = "The entry has no title, so there is nothing to show."
    return Problem(Level.ERROR, "entry-no-title", message, place, "Give it a title, or remove it.", entries=1)
