"""Search in a real browser, beside Pagefind on the same papers: `python -m bench.browser [PAPERS [RUNS]]`.

10,000 papers and 7 runs unless said; each run is a browser of its own with an empty profile, the engines in turn.
Needs the corpus beside the project, a Chromium, and `pip install 'pagefind[bin]==1.5.2'`; without the last only
ours is measured. `search.html?q=...` is opened, the page that MkDocs makes; it draws five papers, then five more.
Pagefind answers in the same page in place of our scripts, twice: asked by its API at once, for five papers without
filters; and in its own interface as its manual sets it up, which draws five too. "40 ms away" is a server at 10
Mbit/s; what a worker asks for, as Pagefind's does, comes as from near. Times are of the browser's own clock, from
the start of the navigation to the first paper in the document; bytes are of bodies, uncompressed.
"""

from __future__ import annotations

import gzip
import html
import importlib.util
import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Request, sync_playwright

from bench.collection import CORPUS, make_site
from bench.search import FIRST, NEXT

PAGEFIND = "by-pagefind"
KEPT = ("assets", "find", "index.md", "search.md", "about.md", "help.md")
OURS = re.compile(r"/(find/.*|assets/papershelf/[^/]*)\.js$")
THEIRS = re.compile(r"/pagefind/")
ROW = ".ps-rows > li, .pagefind-ui__result"
BYTES = 1_250_000  # a second: 10 Mbit/s
FAR = {"offline": False, "latency": 40, "downloadThroughput": BYTES, "uploadThroughput": BYTES}
ARRIVAL = f"""new MutationObserver((_, self) => {{
  if (document.querySelector("{ROW}")) {{ window.arrival = performance.now(); self.disconnect(); }}
}}).observe(document, {{childList: true, subtree: true}});"""
NEXT_ANSWER = """text => new Promise(done => {
  const start = performance.now(), form = document.querySelector("form[data-ps-page]");
  new MutationObserver((_, self) => { self.disconnect(); done(performance.now() - start); })
    .observe(document.querySelector(".ps-rows"), {childList: true});
  form.querySelector("input").value = text;
  form.requestSubmit();
})"""
ASK_PAGEFIND = """<ul class="ps-rows"></ul><script type="module">
import * as pagefind from "./pagefind/pagefind.js";
const rows = document.querySelector(".ps-rows"), form = document.querySelector("form[data-ps-page]");
const input = form.querySelector("input");
async function ask() {
  const { results } = await pagefind.search(input.value);
  const shown = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  rows.replaceChildren(...shown.map(({ url, meta, excerpt }) => {
    const row = document.createElement("li"), link = document.createElement("a"), peek = document.createElement("p");
    [link.href, link.textContent, peek.innerHTML] = [url, meta.title, excerpt];
    row.append(link, peek);
    return row;
  }));
}
form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
input.value = new URLSearchParams(location.search).get("q");
ask();
</script>"""
THEIR_OWN = """<link href="./pagefind/pagefind-ui.css" rel="stylesheet">
<script src="./pagefind/pagefind-ui.js"></script>
<div id="by-pagefind"></div><script>
addEventListener("DOMContentLoaded", () => {
  const ui = new PagefindUI({ element: "#by-pagefind", showImages: false });
  ui.triggerSearch(new URLSearchParams(location.search).get("q"));
});
</script>"""


def main(papers: int, runs: int) -> None:
    """Build, measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = build(Path(folder), papers)
        has_pagefind = importlib.util.find_spec("pagefind") is not None
        if has_pagefind:
            add_pagefind(site, papers)
        before = os.getloadavg()[0]
        figures = measure(site, runs, has_pagefind)
        after = os.getloadavg()[0]
    print(f"{papers:,} papers, medians of {runs} runs; load average {before:.1f} before, {after:.1f} after")
    print(f"  {'':<26}{'first answer':>13}{'bytes':>10}{'next answer':>13}{'bytes':>10}{'JS heap':>10}")
    for name, values in figures.items():
        first, size, later, later_size, heap = (median(column) for column in zip(*values, strict=True))
        print(
            f"  {name:<26}{first:>10,.0f} ms{size:>10,.0f}{later:>10,.0f} ms{later_size:>10,.0f}{heap / 1e6:>7.1f} MB"
        )
    print(f"  {'bar':<26}{'half of theirs':>13}{150_000:>9,}{100:>10} ms{40_000:>10,}{60:>7} MB")
    if has_pagefind:
        for ours, theirs in (
            ("ours, http", "Pagefind, http"),
            ("ours, from disk", "Pagefind, http"),
            ("ours, http", "its interface, http"),
            ("ours, 40 ms away", "Pagefind, 40 ms away"),
        ):
            print(f"  {ours}: {_first(figures[ours]) / _first(figures[theirs]):.2f} of the time of {theirs}")
    else:
        print("  Pagefind is not installed: pip install 'pagefind[bin]==1.5.2'")


def _first(values: list[tuple[float, ...]]) -> float:
    return median(value[0] for value in values)


def build(folder: Path, papers: int) -> Path:
    """A site whose index holds `papers` papers, with the search page and few others, as MkDocs makes them."""
    source = folder / "source"
    make_site(source, papers)
    subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", source, "--no-site"],
        capture_output=True,
        check=False,
    )
    for made in (source / "docs").iterdir():
        if made.name not in KEPT and made.is_dir():
            shutil.rmtree(made)
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=source,
        check=True,
        env=quiet,
        capture_output=True,
    )
    return source / "site"


def add_pagefind(site: Path, papers: int) -> None:
    """The same papers for Pagefind, and our search page with its scripts in place of ours."""
    root = site / PAGEFIND
    pages = root / "papers"
    pages.mkdir(parents=True)
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, papers)):
            paper: dict[str, Any] = json.loads(line)
            title, text = html.escape(paper["title"]), html.escape(paper.get("abstract") or "")
            names = html.escape(", ".join(paper.get("authors") or []))
            (pages / f"{number}.html").write_text(
                f'<!doctype html><html lang="en"><title>{title}</title><body data-pagefind-body>'
                f"<h1>{title}</h1><p>{names}</p><p>{text}</p>",
                encoding="utf-8",
            )
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", root, "--silent"], check=True, capture_output=True
    )
    shutil.copytree(site / "assets", root / "assets")
    page = (site / "search.html").read_text(encoding="utf-8")
    page = re.sub(
        r'<script src="(find/|assets/papershelf/search)[^>]*></script>|<script>\s*window\.papershelf(?s:.*?)</script>',
        "",
        page,
    )
    for name, asking in (("search", ASK_PAGEFIND), ("interface", THEIR_OWN)):
        (root / f"{name}.html").write_text(
            page.replace("</form>\n", f"</form>{asking}\n", 1), encoding="utf-8"
        )


def measure(site: Path, runs: int, has_pagefind: bool) -> dict[str, list[tuple[float, ...]]]:
    """For each engine and run: time and bytes of the first answer, median time and most bytes of the next, heap."""
    figures: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    with served(site) as http:
        visits = [
            ("ours, http", f"{http}search", OURS, False),
            ("ours, from disk", f"{site.as_uri()}/search", OURS, False),
            ("Pagefind, http", f"{http}{PAGEFIND}/search", THEIRS, False),
            ("its interface, http", f"{http}{PAGEFIND}/interface", THEIRS, False),
            ("ours, 40 ms away", f"{http}search", OURS, True),
            ("Pagefind, 40 ms away", f"{http}{PAGEFIND}/search", THEIRS, True),
        ]
        for run in range(runs):
            for name, page, counted, is_far in visits:
                if counted is THEIRS and not has_pagefind:
                    continue
                figures[name].append(visit(page, site, counted, is_far))
                print(f"  run {run + 1} of {runs}, {name}: {figures[name][-1][0]:,.0f} ms", file=sys.stderr)
    return figures


def visit(address: str, site: Path, counted: re.Pattern[str], is_far: bool) -> tuple[float, ...]:
    """One fresh browser that opens the page and asks on, where it has our form and is not far."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        sizes = bodies(page, site, counted)
        page.add_init_script(ARRIVAL)
        session = page.context.new_cdp_session(page)
        if is_far:
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", FAR)
        page.set_default_timeout(30_000)
        page.goto(f"{address}.html?q={FIRST.replace(' ', '+')}")
        page.wait_for_function("window.arrival")
        page.wait_for_load_state("networkidle")
        first, total = page.evaluate("window.arrival"), sum(sizes)
        times, later = [0.0], [0]
        for text in NEXT if page.query_selector(".ps-rows") and not is_far else ():
            before = sum(sizes)
            times.append(page.evaluate(NEXT_ANSWER, text))
            # The counts of the filters are read after the papers.
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(100)
            later.append(sum(sizes) - before)
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")["usedSize"]
        browser.close()
    return first, total, median(times[1:] or times), max(later), heap


def bodies(page: Page, site: Path, counted: re.Pattern[str]) -> list[int]:
    """A list that gains the size of each file whose address is `counted`, asked for by the page or its workers."""
    sizes: list[int] = []

    def asked(request: Request) -> None:
        path = unquote(urlsplit(request.url).path)
        if counted.search(path):
            sizes.append((site / path.removeprefix(site.as_posix()).lstrip("/")).stat().st_size)

    page.on("request", asked)
    return sizes


class _Pages(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or small files wait 40 ms for an acknowledgement

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of `folder` in a process of its own: uncompressed, with connections that stay open."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(folder))) as server:
        process = multiprocessing.Process(target=server.serve_forever, daemon=True)
        process.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        process.terminate()
        process.join()


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(*given, *(10_000, 7)[len(given) :])
