"""cite/: bundles of references of the library, of topics and listings; of authors and venues in BibTeX only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from generator.citations import FORMATS, bibtex, references_of
from generator.config import Settings
from generator.groups import Group, groups_of
from generator.model import File, Library
from generator.seen import telling

WHOLE = "library"


def files(library: Library, settings: Settings) -> Iterator[File]:
    """cite/library.bib, cite/topics/<slug>.ris and so on; papers are in the order of their keys.

    One file more holds the abstracts too, packed, since they are most of it. A listing that has every paper
    needs no bundle of its own.
    """
    references = references_of(library)
    some = {f"listings/{name}" for name in telling(library)}
    groups = [
        Group(WHOLE, settings.site_name, tuple(sorted(library.papers))),
        *(one for one in groups_of(library) if not one.path.startswith("listings/") or one.path in some),
    ]
    for form in FORMATS:
        entries = {key: form.entry(reference) for key, reference in references.items()}
        for group in groups:
            if form is bibtex or not group.is_small:
                content = form.bundle(entries[key] for key in group.papers)
                yield File(f"cite/{group.path}.{form.ENDING}", content.encode())
    whole = bibtex.bundle(bibtex.entry(reference, abstract=True) for reference in references.values())
    name = f"{WHOLE}-with-abstracts"
    yield File(f"cite/{name}.zip", _packed(f"{name}.{bibtex.ENDING}", whole.encode()))


def _packed(name: str, content: bytes) -> bytes:
    """A zip of one file, the same for the same content."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 3  # Unix, on every system
    entry.external_attr = 0o100644 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        # Beyond level 4 it takes twice the time for a twentieth less.
        archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 4)
    return out.getvalue()
