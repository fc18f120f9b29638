"""robots.txt: everything may be read, and where the sitemap is (RFC 9309; https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Settings
from generator.model import File, Library


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The file, where the site knows its address: the line of the sitemap wants an absolute one."""
    if settings.site_url:
        text = f"User-agent: *\nAllow: /\n\nSitemap: {settings.address('sitemap.xml')}\n"
        yield File("robots.txt", text.encode())
