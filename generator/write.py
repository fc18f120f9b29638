"""Write only what changed, only what is ours.

The order makes it safe to be killed at any moment: first the manifest learns every content that may soon
be ours, then files change one by one (each by a temporary file and a rename), then the manifest forgets
what is gone. So at every moment a file is either known as ours or it is the owner's.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator import manifest as ledger
from generator.manifest import Manifest
from generator.model import File
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.progress import Progress, Silent

HOME = "index.md"  # a home page written by hand is a choice, not an accident
_SILENT = Silent()
SHOWN = 3  # files named when there are many


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
    wanted = _wanted(files)
    known = ledger.load(manifest)
    new = {path: hashlib.sha256(content).hexdigest() for path, content in wanted.items()}
    if not known.finished:
        _remove_leftovers(root, {*known.files, *wanted})
    changed, foreign = _compare(wanted, root, known)
    if aside is not None:
        changed, foreign = sorted({*changed, *_moved_aside(foreign, root, aside)}), []
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
        _put(root, path, wanted[path])
    removed = [path for path in gone if _remove(root, path, known.files[path])]
    _remove_empty_folders(root, known.files, wanted)
    after = Manifest({**ours, **edited})
    if changed or gone or after != known:
        ledger.save(manifest, after)
    return Written(
        written=len(changed),
        unchanged=len(ours) - len(changed),
        removed=len(removed),
        problems=tuple(_problems(foreign, root, known)),
    )


def _wanted(files: Iterable[File]) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    spelled: dict[str, str] = {}  # as a file system sees it that knows no case and one form of accents
    wrong: list[str] = []
    for file in files:
        same = unicodedata.normalize("NFC", file.path).casefold()
        if not ledger.is_safe(file.path):
            wrong.append(f"{file.path!r} is no path below the folder")
        elif same in spelled:
            wrong.append(f"{file.path} is wanted twice (the other is {spelled[same]})")
        else:
            spelled[same] = file.path
            wanted[file.path] = file.content
    folders = {unicodedata.normalize("NFC", str(up)).casefold() for path in wanted for up in _folders(path)}
    wrong += [
        f"{spelled[same]} is wanted as a file and as a folder" for same in sorted(folders & spelled.keys())
    ]
    if wrong:
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "write-collision",
                "Nothing was written: " + "; ".join(wrong) + ".",
                Place("docs"),
                "Give one of them another name: a paper or topic in library/, or the file of a listing.",
            )
        )
    return dict(sorted(wanted.items()))


def _compare(wanted: Mapping[str, bytes], root: Path, known: Manifest) -> tuple[list[str], list[str]]:
    """The paths to write, and the paths where something stands that we do not know."""
    changed: list[str] = []
    foreign: list[str] = []
    blocked = {
        folder
        for folder in {up for path in wanted for up in _folders(path)}
        if (root / folder).is_symlink() or ((root / folder).exists() and not (root / folder).is_dir())
    }
    for path, content in wanted.items():
        target = root / path
        if blocked and not blocked.isdisjoint(_folders(path)):
            foreign.append(path)
            continue
        try:
            if target.is_symlink():
                foreign.append(path)
            elif (there := target.read_bytes()) != content:
                is_ours = hashlib.sha256(there).hexdigest() in known.files.get(path, ())
                (changed if is_ours else foreign).append(path)
        except FileNotFoundError:
            changed.append(path)
        except IsADirectoryError:
            foreign.append(path)
    return changed, foreign


def _put(root: Path, path: str, content: bytes) -> None:
    temporary = root / _temporary(path)
    try:
        temporary.write_bytes(content)
    except FileNotFoundError:
        temporary.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
    temporary.replace(root / path)


def _temporary(path: str) -> str:
    """The one name under which `path` may lie while it is written; so a leftover is known for certain."""
    name = f".papershelf-tmp-{hashlib.sha256(path.encode()).hexdigest()[:16]}"
    return PurePosixPath(path).with_name(name).as_posix()


def _remove_leftovers(root: Path, paths: Iterable[str]) -> None:
    for path in paths:
        if not _behind_a_link(root, path):
            (root / _temporary(path)).unlink(missing_ok=True)


def _remove(root: Path, path: str, hashes: frozenset[str]) -> bool:
    target = root / path
    if _behind_a_link(root, path) or target.is_symlink() or not target.is_file():
        return False
    if hashlib.sha256(target.read_bytes()).hexdigest() not in hashes:
        return False  # changed by hand, so it is the owner's now
    target.unlink()
    return True


def _remove_empty_folders(root: Path, known: Iterable[str], wanted: Iterable[str]) -> None:
    kept = {up for path in wanted for up in _folders(path)}
    for folder in sorted({up for path in known for up in _folders(path)} - kept, reverse=True):
        place = root / folder
        if not _behind_a_link(root, folder + "/x") and place.is_dir() and not any(place.iterdir()):
            place.rmdir()


def _folders(path: str) -> list[str]:
    """Every folder above `path`, the root left out."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]


def _behind_a_link(root: Path, path: str) -> bool:
    return any((root / folder).is_symlink() or (root / folder).is_file() for folder in _folders(path))


def _moved_aside(foreign: Iterable[str], root: Path, aside: Path) -> list[str]:
    moved = []
    for path in foreign:
        target = root / path
        if _behind_a_link(root, path):
            raise CannotGoOn(
                Problem(
                    Level.ERROR,
                    "write-behind-link",
                    "A link, or a file, stands where a folder is needed.",
                    Place(f"{root.name}/{path}"),
                    "Move it away by hand.",
                )
            )
        place, number = aside / root.name / path, 1
        while place.exists() or place.is_symlink():
            number += 1
            place = (aside / root.name / path).with_name(f"{target.name}.{number}")
        place.parent.mkdir(parents=True, exist_ok=True)
        target.rename(place)
        moved.append(path)
    return moved


def _problems(foreign: list[str], root: Path, known: Manifest) -> Iterable[Problem]:
    if HOME in foreign:
        yield Problem(
            Level.NOTE,
            "write-own-home",
            "This home page is yours, so none is made.",
            Place(f"{root.name}/{HOME}"),
            "To have the generated one, move it away.",
        )
    others = [path for path in foreign if path != HOME]
    if len(others) > SHOWN:
        yield Problem(
            Level.ERROR,
            "write-in-the-way",
            f"{len(others)} files stand where pages are made, and are not known as made by Papershelf:"
            f" {', '.join(others[:SHOWN])} …",
            Place(root.name),
            "`papershelf build --replace` moves them all to replaced/ and puts the pages in their place.",
        )
        return
    for path in others:
        edited = path in known.files
        yield Problem(
            Level.ERROR,
            "write-in-the-way",
            "This page was changed by hand; your text is kept, and the page is no longer made."
            if edited
            else "Your own file stands where a page is made; it is kept, and the page is not made.",
            Place(f"{root.name}/{path}"),
            "`papershelf build --replace` moves it to replaced/; your own words belong into library/notes/.",
        )
