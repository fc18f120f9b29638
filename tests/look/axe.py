"""axe-core in a page."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# It asks for the styles again, which pages on disk may not read.
_FAULTS = """tags => axe.run(document, {
        runOnly: {type: 'tag', values: tags}, preload: location.protocol !== 'file:',
    })
    .then(told => told.violations.map(fault => [fault.id, fault.nodes.map(node => node.html)]))"""


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """What breaks WCAG 2.2 AA or axe-core's best practices now: the rule, and the elements."""
    page.evaluate(_AXE)
    return [(rule, elements) for rule, elements in page.evaluate(_FAULTS, _TAGS)]
