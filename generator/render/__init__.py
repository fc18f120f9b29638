"""Pages into files: Jinja2 templates that escape by default, and front matter at the head."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.model import File
from generator.render.front import with_front
from generator.render.html import html
from generator.render.page import Page as Page
from generator.render.page import Safe as Safe
from generator.text.markdown import destination, escape, markdown
from generator.text.rich import Rich

TEMPLATES = Path(__file__).parent.parent / "templates"


def render(page: Page) -> File:
    """The file of a page. Raises jinja2.UndefinedError for a value that a template misses."""
    body = fill(page.template, page.context)
    return File(page.path, with_front(page.front, body).encode())


def fill(template: str, context: Any) -> Safe:
    """A template of generator/templates/ with its values, without white space at either end."""
    return Safe(_template(template).render(context).strip("\n"))


def _finalize(value: object) -> object:
    """Everything that a template writes passes here: unless it was made safe, it is text to be escaped."""
    if value.__class__ is Safe or isinstance(value, int):
        return value
    if value is None:
        raise TypeError("a template writes a value that is not known; ask `if` first")
    return escape(str(value))


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name + ".md.j2")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,  # noqa: S701 - Markdown is escaped by finalize, for which HTML's rules are wrong
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["html"] = html
    environment.filters["url"] = lambda url: Safe(destination(url))
    environment.filters["rich"] = _rich
    return environment


def _rich(rich: Rich) -> Safe:
    return Safe(markdown(rich))
