"""cite/: a bundle of references for the library and for each topic and listing, in every citation format."""

from __future__ import annotations

from collections.abc import Iterator

from generator.citations import FORMATS, bibtex, references_of
from generator.config import Settings
from generator.model import File, Library
from generator.seen import telling

WHOLE = "library"


def files(library: Library, settings: Settings) -> Iterator[File]:
    """cite/library.bib, cite/topics/<slug>.ris and so on; papers are in the order of their keys.

    One file more holds the abstracts too: in all of them they would be most of a site's exports.
    """
    references = references_of(library)
    groups = {path: sorted(keys) for path, keys in _groups(library).items()}
    for form in FORMATS:
        entries = {key: form.entry(reference) for key, reference in references.items()}
        for path, keys in groups.items():
            content = form.bundle(entries[key] for key in keys)
            yield File(f"cite/{path}.{form.ENDING}", content.encode())
    whole = bibtex.bundle(bibtex.entry(reference, abstract=True) for reference in references.values())
    yield File(f"cite/{WHOLE}-with-abstracts.{bibtex.ENDING}", whole.encode())


def _groups(library: Library) -> dict[str, set[str]]:
    """The papers of each topic and listing that has any, by the bundle's path without ending.

    A listing that has every paper needs no bundle of its own.
    """
    some = telling(library)
    groups: dict[str, set[str]] = {WHOLE: set(library.papers)}
    groups |= {f"topics/{slug}": set() for slug in library.topics}
    groups |= {f"listings/{listing.name}": set() for listing in library.listings if listing.name in some}
    for key, paper in library.papers.items():
        for match in library.matches.get(key, ()):
            groups[f"topics/{match.topic}"].add(key)
            parent = library.topics[match.topic].parent
            if parent in library.topics:
                groups[f"topics/{parent}"].add(key)
        for seen in paper.seen:
            if seen.listing in some:
                groups[f"listings/{seen.listing}"].add(key)
    return {path: keys for path, keys in groups.items() if keys}
