"""cite/: a bundle of references for the library and for each topic and listing, in every citation format."""

from __future__ import annotations

from collections.abc import Iterator

from generator.citations import FORMATS, references_of
from generator.config import Settings
from generator.model import File, Library

WHOLE = "library"


def files(library: Library, settings: Settings) -> Iterator[File]:
    """cite/library.bib, cite/topics/<slug>.ris and so on; papers are in the order of their keys.

    The library's own bundles hold the abstracts too: in all the others they would be the larger part of a
    site's exports.
    """
    references = references_of(library)
    groups = {path: sorted(keys) for path, keys in _groups(library).items()}
    for form in FORMATS:
        whole = form.bundle(form.entry(reference, abstract=True) for reference in references.values())
        yield File(f"cite/{WHOLE}.{form.ENDING}", whole.encode())
        entries = {key: form.entry(reference) for key, reference in references.items()}
        for path, keys in groups.items():
            content = form.bundle(entries[key] for key in keys)
            yield File(f"cite/{path}.{form.ENDING}", content.encode())


def _groups(library: Library) -> dict[str, set[str]]:
    """The papers of each topic and listing that has any, by the bundle's path without ending."""
    groups: dict[str, set[str]] = {f"topics/{slug}": set() for slug in library.topics}
    groups |= {f"listings/{listing.name}": set() for listing in library.listings}
    for key, paper in library.papers.items():
        for match in library.matches.get(key, ()):
            groups[f"topics/{match.topic}"].add(key)
            parent = library.topics[match.topic].parent
            if parent in library.topics:
                groups[f"topics/{parent}"].add(key)
        for seen in paper.seen:
            groups[f"listings/{seen.listing}"].add(key)
    return {path: keys for path, keys in groups.items() if keys}
