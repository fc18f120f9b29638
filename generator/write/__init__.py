"""Write only what changed, only what is ours.

The order makes it safe to be killed at any moment: first the manifest learns every content that may soon
be ours, then files change one by one (each by a temporary file and a rename), then the manifest forgets
what is gone. So at every moment a file is either known as ours or it is the owner's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import manifest as ledger
from generator.manifest import Manifest
from generator.model import File
from generator.problems import Problem
from generator.progress import Progress, Silent
from generator.write.changes import put, remove, remove_empty_folders, remove_leftovers
from generator.write.in_the_way import compare, moved_aside, problems_of
from generator.write.wanted import wanted_of

_SILENT = Silent()


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, unchanged and removed, and what stood in the way."""

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...]


def write(
    files: Iterable[File],
    root: Path,
    manifest: Path,
    aside: Path | None = None,
    progress: Progress = _SILENT,
) -> Written:
    """Make the folder `root` hold exactly `files` beside the owner's own files.

    `manifest` is where we keep what is ours. A file of the owner's at a wanted path is never overwritten: it
    is reported, or moved below `aside` if that is given. Raises CannotGoOn, before anything is touched, when
    two files want one path or a path leads out of `root`; OSError when the disk refuses.
    """
    wanted = wanted_of(files)
    known = ledger.load(manifest)
    new = {path: hashlib.sha256(content).hexdigest() for path, content in wanted.items()}
    if not known.finished:
        remove_leftovers(root, {*known.files, *wanted})
    changed, foreign = compare(wanted, root, known)
    if aside is not None:
        changed, foreign = sorted({*changed, *moved_aside(foreign, root, aside)}), []
    in_the_way = set(foreign)
    ours = {path: frozenset([new[path]]) for path in wanted if path not in in_the_way}
    edited = {path: known.files[path] for path in foreign if path in known.files}
    gone = [path for path in known.files if path not in wanted]
    if changed or gone:
        both = {
            path: known.files.get(path, frozenset()) | ours.get(path, frozenset())
            for path in {*known.files, *ours}
        }
        ledger.save(manifest, Manifest(both, finished=False))
    for path in progress.track(changed, "Writing", len(changed)) if changed else ():
        put(root, path, wanted[path])
    removed = [path for path in gone if remove(root, path, known.files[path])]
    remove_empty_folders(root, known.files, wanted)
    after = Manifest({**ours, **edited})
    if changed or gone or after != known:
        ledger.save(manifest, after)
    return Written(
        written=len(changed),
        unchanged=len(ours) - len(changed),
        removed=len(removed),
        problems=tuple(problems_of(foreign, root, known)),
    )
