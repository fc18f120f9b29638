"""A built site, its kinds of page, and someone who visits them and notes what the browser complains of."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, Route

REPOSITORY = Path(__file__).parent.parent.parent
KINDS = (
    "home", "paper", "crowded paper", "topic", "topics", "listing", "listings", "a-z", "code",
    "author", "authors", "venue", "venues", "year", "years",
    "data", "search", "reading-list", "about", "help", "404",
)  # fmt: skip
WIDTHS = (1280, 360)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@dataclass(frozen=True)
class Site:
    """A site on disk and its two addresses, both with a slash at the end."""

    folder: Path
    http: str
    file: str

    @cached_property
    def papers(self) -> tuple[Path, ...]:
        """The pages of papers, by name."""
        return tuple(sorted((self.folder / "papers").glob("*.html")))

    def path(self, kind: str) -> str:
        """A page of that kind, relative to the site."""
        match kind:
            case "home":
                return "index.html"
            case "paper":
                return f"papers/{self.papers[0].name}"
            case "crowded paper":
                return f"papers/{max(self.papers, key=lambda page: page.stat().st_size).name}"
            case "topic":
                topics = (self.folder / "topics").glob("*.html")
                return f"topics/{max(topics, key=lambda page: page.stat().st_size).name}"
            case "listing":
                listings = sorted((self.folder / "listings").glob("*.html"))
                return f"listings/{next(page.name for page in listings if page.name != 'index.html')}"
            case "author" | "venue" | "year":
                gathered = (
                    page for page in (self.folder / f"{kind}s").glob("*.html") if page.name != "index.html"
                )
                return f"{kind}s/{max(gathered, key=lambda page: page.stat().st_size).name}"
            case "topics" | "listings" | "a-z" | "code" | "data" | "authors" | "venues" | "years":
                return f"{kind}/index.html"
            case _:
                return f"{kind}.html"


def small_site(root: Path, listing: str, exports: str = "{}", script: str = "") -> Site:
    """A site on disk of one listing in JSON Lines, with the settings of the shipped library and a script of its own."""
    (root / "library" / "listings").mkdir(parents=True)
    (root / "library" / "listings" / "small.jsonl").write_text(listing, encoding="utf-8")
    (root / "docs").mkdir()
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").replace("  - About: about.md\n", "")
    config = config.replace("  papershelf:\n", f"  papershelf:\n    exports: {exports}\n")
    if script:
        (root / "docs" / "mine.js").write_text(script, encoding="utf-8")
        config = config.replace("\nextra_javascript:\n", "\nextra_javascript:\n  - mine.js\n")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    command = [sys.executable, "-m", "generator.cli", "build", str(root)]
    subprocess.run(command, cwd=REPOSITORY, capture_output=True)
    return Site(root / "site", "", f"{(root / 'site').as_uri()}/")


class Visitor:
    """Opens pages. `heard`: what the console said; `asked`: requests that would have left the site."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.browser, self.site = browser, site
        self.heard: list[str] = []
        self.asked: list[str] = []
        self._contexts: list[BrowserContext] = []

    def open(
        self,
        path: str,
        on_disk: bool = False,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
    ) -> Page:
        """A page of the site in a browser of its own, loaded. On disk, the browser is off line."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            is_mobile=width < 500,
            has_touch=width < 500,
            offline=on_disk,
        )
        self._contexts.append(context)
        home = self.site.file if on_disk else self.site.http
        context.route(lambda url: not url.startswith(home), self._refuse)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: self.heard.append(f"{path}: {said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.heard.append(f"{path}: {error}"))
        page.goto(home + path)
        if scripts:
            page.wait_for_function("document.fonts.status === 'loaded' && document.readyState === 'complete'")
        return page

    def close(self) -> None:
        """Leave."""
        for context in self._contexts:
            context.close()

    def _refuse(self, route: Route) -> None:
        if not route.request.url.startswith(("data:", "blob:", "about:")):
            self.asked.append(route.request.url)
        route.abort()
