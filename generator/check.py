"""Read our own output back: what a reader sees on the built site equals what went in, and every link leads on."""

from __future__ import annotations

import html
import json
import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

import yaml

from generator.config import Settings
from generator.model import Library, Paper
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.progress import Progress
from generator.readback import BuiltPage, collapsed, read_page, urls_of_css
from generator.text.rich import plain

_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ALWAYS = ("title", "key")  # what no paper page can be without


def check(settings: Settings, library: Library, progress: Progress) -> tuple[Problem, ...]:
    """Everything on the built site that differs from the library, leads nowhere or asks another host.

    Raises CannotGoOn when there is no site.
    """
    if not (settings.site / "index.html").is_file():
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "check-no-site",
                "There is no built site to read.",
                Place(settings.shown(settings.site)),
                f"Build it first: papershelf build {settings.root}",
            )
        )
    files = {
        path.relative_to(settings.site).as_posix() for path in settings.site.rglob("*") if path.is_file()
    }
    names = sorted(name for name in files if name.endswith(".html"))
    keys = {f"papers/{key}.html": key for key in library.papers}
    built = {
        name: read_page(settings.site / name, name in keys)
        for name in progress.track(names, "Reading the site back", len(names))
    }
    where = _Where(settings, files, {name: page.anchors for name, page in built.items()})
    found: list[Problem] = []
    for name, page in built.items():
        found += where.problems(name, page)
        if name in keys:
            found += _differences(library.papers[keys[name]], page, settings.shown(settings.site / name))
    found += _in_style_sheets(settings, files)
    found += _numbers(settings, library, built)
    found += _front_matter(settings, library)
    return tuple(found)


def _differences(paper: Paper, page: BuiltPage, shown: str) -> Iterator[Problem]:
    for what, seen, wanted in (
        ("title", page.title, paper.title_text),
        ("abstract", page.abstract, plain(paper.text)),
    ):
        wanted = collapsed(wanted)
        if (seen or "") != wanted:
            yield _problem("check-text", f"The {what} reads {_around(seen or '', wanted)}.", shown)


def _around(seen: str, wanted: str) -> str:
    start = len(os.path.commonprefix([seen, wanted]))
    first = max(0, start - 15)
    return (
        f"“{seen[first : start + 25]}” instead of “{wanted[first : start + 25]}” (from character {start + 1})"
    )


class _Where:
    """What the site has, to tell whether an address leads somewhere."""

    def __init__(self, settings: Settings, files: set[str], anchors: Mapping[str, frozenset[str]]) -> None:
        self.shown = lambda name: settings.shown(settings.site / name)
        self.files = files
        self.anchors = anchors
        self.base = urlsplit(settings.site_url).path.rstrip("/") + "/"
        self.known: dict[tuple[str, str, bool], str] = {}

    def problems(self, name: str, page: BuiltPage) -> Iterator[Problem]:
        for address in sorted(page.loads | page.leads):
            wrong = self.wrong(name, address, address in page.loads)
            if wrong:
                code = "check-other-host" if "another host" in wrong else "check-dead-link"
                yield _problem(code, f"“{address[:200]}” {wrong}.", self.shown(name))

    def wrong(self, name: str, address: str, is_loaded: bool) -> str:
        """What is wrong with the address on that page; empty when nothing is."""
        if address.startswith("#"):
            return "" if self._is_anchor(name, address[1:]) else "names no place on this page"
        folder = posixpath.dirname(name) if name != "404.html" else "404.html"
        key = (folder, address, is_loaded)
        if key not in self.known:
            self.known[key] = self._wrong(name, address, is_loaded)
        return self.known[key]

    def _wrong(self, name: str, address: str, is_loaded: bool) -> str:
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return "is no address"
        if parts.scheme in ("http", "https") or parts.netloc:
            return "asks another host" if is_loaded else ""
        if parts.scheme:
            fine = ("data",) if is_loaded else ("mailto",)
            return "" if parts.scheme in fine else f"is of a kind that is not wanted ({parts.scheme}:)"
        path = unquote(parts.path)
        if name == "404.html" and path.startswith(
            self.base
        ):  # shown at any depth, so it counts from the root
            target = path.removeprefix(self.base) or "index.html"
        elif path.startswith("/"):
            return "counts from the root of the host, so it does not work from disk or below a folder"
        else:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        if target not in self.files:
            return "leads to no file"
        if parts.fragment and not is_loaded and not self._is_anchor(target, parts.fragment):
            return f"leads to no such place on {target}"
        return ""

    def _is_anchor(self, name: str, fragment: str) -> bool:
        known = self.anchors.get(name)
        return (
            not fragment
            or known is None
            or fragment in known
            or unquote(fragment) in known
            or ":~:" in fragment
        )


def _in_style_sheets(settings: Settings, files: set[str]) -> Iterator[Problem]:
    for name in sorted(name for name in files if name.endswith(".css")):
        css = (settings.site / name).read_text(encoding="utf-8", errors="replace")
        for address in sorted(set(urls_of_css(css))):
            parts = urlsplit(address)
            shown = settings.shown(settings.site / name)
            if parts.scheme in ("http", "https") or parts.netloc:
                yield _problem("check-other-host", f"“{address[:200]}” asks another host.", shown)
            elif not parts.scheme and parts.path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                if target not in files:
                    yield _problem("check-dead-link", f"“{address[:200]}” leads to no file.", shown)


def _numbers(settings: Settings, library: Library, built: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Papers of the library = pages = lines of the catalogue = the number that the home page tells."""
    wanted = set(library.papers)
    pages = {name[len("papers/") : -len(".html")] for name in built if name.startswith("papers/")}
    for key in sorted(wanted - pages):
        yield _problem(
            "check-no-page", "This paper has no page.", settings.shown(settings.site / f"papers/{key}.html")
        )
    for key in sorted(pages - wanted):
        place = settings.shown(settings.docs / "papers" / f"{key}.md")
        yield _problem(
            "check-stray-page", "There is no paper for this page.", place, "If it is not yours, delete it."
        )
    data = settings.site / "data" / "papers.jsonl"
    try:
        lines = [json.loads(line)["key"] for line in data.read_text(encoding="utf-8").split("\n") if line]
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield _problem("check-catalogue", f"The catalogue cannot be read ({error}).", settings.shown(data))
    else:
        if lines != sorted(wanted):
            message = (
                f"The catalogue has {len(lines)} papers, the library {len(wanted)}, or their keys differ."
            )
            yield _problem("check-catalogue", message, settings.shown(data))
    told = built["index.html"].papers
    if told is not None and told != len(wanted):
        message = f"The home page tells of {told} papers; there are {len(wanted)}."
        yield _problem("check-count", message, settings.shown(settings.site / "index.html"))


def _front_matter(settings: Settings, library: Library) -> Iterator[Problem]:
    """The publisher takes front matter that is not valid YAML for text, silently; so we look ourselves."""
    for key, paper in library.papers.items():
        file = settings.docs / "papers" / f"{key}.md"
        try:
            match = _FRONT.match(file.read_text(encoding="utf-8"))
            values = yaml.load(match[1], Loader=_LOADER) if match else None  # noqa: S506 - a SafeLoader
        except (OSError, UnicodeDecodeError):
            yield _problem("check-front-matter", "The page cannot be read.", settings.shown(file))
            continue
        except yaml.YAMLError as error:
            text = f"The front matter is not YAML: {getattr(error, 'problem', error)}."
            yield _problem("check-front-matter", text, settings.shown(file))
            continue
        wrong = _wrong_values(values, key, paper, library)
        if wrong:
            yield _problem(
                "check-front-matter",
                f"The front matter is wrong or lacks: {', '.join(wrong)}.",
                settings.shown(file),
            )


def _wrong_values(values: object, key: str, paper: Paper, library: Library) -> list[str]:
    if not isinstance(values, dict):
        return ["everything"]
    topics = [match.topic for match in library.matches.get(key, ())]
    wanted = {
        "title": html.escape(paper.title_text),
        "key": key,
        "authors": list(paper.authors) or None,
        "year": paper.year,
        "topics": topics or None,
        "tags": [library.topics[topic].name for topic in topics] or None,
    }
    return [
        name for name, value in wanted.items() if (values.get(name) or None) != value and name != "tags"
    ] + [name for name in ("tags",) if len(values.get(name) or ()) != len(topics)]


def _problem(code: str, message: str, file: str, hint: str = "") -> Problem:
    hint = hint or "Build again; if it stays, this is a fault of Papershelf: please report it with this line."
    return Problem(Level.ERROR, code, message, Place(file), hint)
