"""Every address on the site leads somewhere, from disk too, and nothing is fetched from another host."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from generator.check.built_page import BuiltPage, urls_of_css
from generator.check.report import fault
from generator.config import Settings
from generator.problems import Problem

_ELSEWHERE = "asks another host"


def links(settings: Settings, files: Set[str], built: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """What is wrong with the addresses of the pages; `files` are all paths of the site, `built` its pages."""
    base = urlsplit(settings.site_url).path.rstrip("/") + "/"
    site = _Site(files, built, base)
    for name, page in built.items():
        for address in sorted(page.loads | page.leads):
            if wrong := site.wrong(name, address, address in page.loads):
                yield _problem(settings, name, address, wrong)


def style_sheets(settings: Settings, files: Set[str]) -> Iterator[Problem]:
    """The same for what style sheets load."""
    site = _Site(files, {}, "/")
    for name in sorted(name for name in files if name.endswith(".css")):
        css = (settings.site / name).read_text(encoding="utf-8", errors="replace")
        for address in sorted(set(urls_of_css(css))):
            if wrong := site.wrong(name, address, is_loaded=True):
                yield _problem(settings, name, address, wrong)


def _problem(settings: Settings, name: str, address: str, wrong: str) -> Problem:
    code = "check-other-host" if wrong == _ELSEWHERE else "check-dead-link"
    return fault(code, f"“{address[:200]}” {wrong}.", settings.shown(settings.site / name))


@dataclass(frozen=True, slots=True)
class _Site:
    files: Set[str]
    pages: Mapping[str, BuiltPage]
    base: str  # the path at which the site is published
    known: dict[tuple[str, str, bool], str] = field(
        default_factory=dict
    )  # most addresses recur on every page

    def wrong(self, name: str, address: str, is_loaded: bool) -> str:
        """What is wrong with an address on a page; empty when nothing is."""
        if address.startswith("#"):
            return "" if self._has_anchor(name, address[1:]) else "names no place on this page"
        folder = name if name == "404.html" or not address else posixpath.dirname(name)
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
            return _ELSEWHERE if is_loaded else ""
        if parts.scheme:
            is_fine = parts.scheme == ("data" if is_loaded else "mailto")
            return "" if is_fine else f"is of a kind that is not wanted ({parts.scheme}:)"
        path = unquote(parts.path)
        if name == "404.html" and path.startswith(
            self.base
        ):  # shown at any depth, so it counts from the root
            target = path.removeprefix(self.base) or "index.html"
        elif path.startswith("/"):
            return "counts from the root of the host, so it works neither from disk nor below a folder"
        else:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        if target not in self.files:
            return "leads to no file"
        if not is_loaded and not self._has_anchor(target, parts.fragment):
            return f"leads to no such place on {target}"
        return ""

    def _has_anchor(self, name: str, fragment: str) -> bool:
        page = self.pages.get(name)
        if page is None or not fragment or fragment == "top" or ":~:" in fragment:
            return True
        return fragment in page.anchors or unquote(fragment) in page.anchors
