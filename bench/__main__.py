"""The table of costs. `python -m bench [PAPERS]` (5,000 unless said); needs the corpus beside the project."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from bench.collection import make_site
from bench.cost import cost
from bench.stages import stages

LIMIT_OF_PAGE = 20_480  # bytes of HTML beyond a paper page's own text


def main(papers: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        make_site(site, papers)
        print(f"{papers:,} papers\n\nCPU of each stage (milliseconds a paper)")
        each = stages(site)
        for name, seconds in each.items():
            print(f"  {name:<14}{seconds:7.2f} s {1000 * seconds / papers:7.3f} ms")
        for made in (site / ".papershelf", site / "docs" / "papers"):
            shutil.rmtree(made)
        build = ("-m", "generator.cli", "build", site)
        fresh = cost((*build, "--no-site"), site)
        publisher = cost(("-m", "mkdocs", "build", "-d", site / "by-mkdocs"), site)
        whole, again = cost(build, site), cost(build, site)
        writing = _write_again(site / "by-mkdocs", Path(folder) / "copy")
        print("\nCPU as a share of MkDocs' own on the same pages                      bar")
        print(f"  MkDocs                       {publisher.cpu:8.2f} s    1.00   {publisher.memory:5.0f} MB")
        _row("everything before MkDocs", fresh.cpu, publisher.cpu, fresh.memory, 1 / 4)
        _row("the index of the search", each["search"], publisher.cpu, 0, 1 / 10)
        _row("all exports", each["exports"], publisher.cpu, 0, None)
        _row("unchanged rebuild, all of it", again.cpu, publisher.cpu, again.memory, 1 / 8)
        _row("whole build", whole.cpu, publisher.cpu, whole.memory, None)
        _row("writing the same bytes", writing, publisher.cpu, 0, None)
        weight = _weights(sorted((site / "by-mkdocs" / "papers").glob("*.html")))
        print(
            f"\nHTML of a paper page beyond its own text: mean {sum(weight) / len(weight):,.0f} bytes, "
            f"most {max(weight):,} (bar {LIMIT_OF_PAGE:,})"
        )
        total = sum(file.stat().st_size for file in (site / "by-mkdocs").rglob("*") if file.is_file())
        print(f"Site: {total / 1e6:,.0f} MB")


def _row(name: str, cpu: float, publisher: float, memory: float, bar: float | None) -> None:
    print(
        f"  {name:<28} {cpu:8.2f} s    {cpu / publisher:4.2f}   {memory:5.0f} MB"
        + (f"   at most {bar:.3f}" if bar else "")
    )


def _write_again(source: Path, target: Path) -> float:
    """CPU seconds of plain Python writing the bytes of `source` anew: the physical limit of a publisher."""
    files = [(file.relative_to(source), file.read_bytes()) for file in source.rglob("*") if file.is_file()]
    start = time.process_time()
    for path, content in files:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return time.process_time() - start


def _weights(pages: list[Path]) -> list[int]:
    weights = []
    for page in pages:
        html = page.read_bytes()
        article = LexborHTMLParser(html).css_first("article")
        weights.append(len(html) - len(article.text().encode()) if article else len(html))
    return weights


main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
