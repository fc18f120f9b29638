"""A record with its title cleaned: what grouping looks at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.keys import paper_key, title_identity
from generator.model import Ids, Record
from generator.text.clean import clean_title
from generator.text.rich import Markup, Rich, plain

KINDS = ("arxiv", "doi", "acl", "openreview")


@dataclass(frozen=True, slots=True)
class Told:
    """A record, its cleaned title, and what the title amounts to."""

    record: Record
    title: Rich
    identity: str
    key: str
    entry: str  # "file:position", the file relative to listings/, as overrides name it


def told(records: Iterable[Record]) -> list[Told]:
    """One for each record, sorted by file and position, so that no order of reading shows later."""
    known: dict[tuple[str, Markup], tuple[Rich, str, str]] = {}
    found = []
    for record in sorted(records, key=lambda record: (record.place.file, record.position)):
        asked = (record.title, record.markup)
        if asked not in known:
            title = clean_title(record.title, record.markup)
            text = plain(title)
            identity = title_identity(text)
            known[asked] = (title, identity, paper_key(text, identity))
        file = record.place.file.rsplit("listings/", 1)[-1]
        title, identity, key = known[asked]
        entry = f"{file}:{record.position}"
        if record.untitled:  # what stands in for a title joins nothing
            identity = f"{identity} {sorted(ids_of(record.ids))} {record.links}"
        found.append(Told(record, title, identity, key, entry))
    return found


def ids_of(ids: Ids) -> list[tuple[str, str]]:
    """The identifiers that are known, with their kinds."""
    return [(kind, value) for kind in KINDS if (value := getattr(ids, kind))]
