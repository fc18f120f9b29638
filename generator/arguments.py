"""The commands and their options; every help text starts with two examples."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

# name, what it does, two examples each with what it does
_COMMANDS = {
    "build": (
        "make the pages and the site",
        ("papershelf build", "build the site in this folder"),
        ("papershelf build mine --all", "build the site in mine, and show every problem"),
    ),
    "init": (
        "start a new site",
        ("papershelf init mine", "start a site in the folder mine"),
        ("papershelf init .", "start one here; files that exist are kept"),
    ),
    "serve": (
        "show the site and rebuild it as things change",
        ("papershelf serve", "show this folder's site at http://127.0.0.1:8000/"),
        ("papershelf serve mine --port 8080", "show the site in mine at another port"),
    ),
    "check": (
        "read the built site back and compare it with the library",
        ("papershelf check", "check the site in this folder"),
        ("papershelf check mine --all", "show every difference"),
    ),
    "explain": (
        "tell where a paper came from, why it has its topics, what is related and why",
        ("papershelf explain some-paper", "by the key at the end of its page's address"),
        ("papershelf explain 'low-rank' mine", "by a part of its title, in the site in mine"),
    ),
    "topics": (
        "suggest topics for the papers that have none, as lines for topics.yml",
        ("papershelf topics suggest", "what papers in this folder's site share"),
        ("papershelf topics suggest mine", "the same for the site in mine"),
    ),
    "zip": (
        "pack the built site for reading without a network",
        ("papershelf zip mine", "pack the site in mine into mine.zip"),
        ("papershelf zip . library.zip", "pack this folder's site into library.zip"),
    ),
    "add": (
        "read a list of papers and copy it into the library",
        ("papershelf add refs.bib mine", "a file, into the site in mine; - is the standard input"),
        ("papershelf add https://example.org/list.json", "what an address holds, into this folder's site"),
    ),
    "update": (
        "ask the sources named in mkdocs.yml for what is new",
        ("papershelf update", "for the site in this folder; then build it"),
        ("papershelf update mine --dry-run", "only say what would be asked for and written"),
    ),
}


def parser() -> argparse.ArgumentParser:
    """What turns arguments into a namespace with `command`, `folder` and the command's own options."""
    top = argparse.ArgumentParser(
        prog="papershelf",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="papershelf COMMAND [options]",
        description=_described(
            "Turns any list of research papers into a searchable library.",
            ("papershelf init mine", "start a new site in the folder mine"),
            ("papershelf build mine", "make mine/site/index.html of what lies in mine/library/"),
        ),
        epilog="Exit code: 0 clean, 1 problems to look at, 2 cannot go on.  More: papershelf COMMAND --help",
    )
    top.add_argument("--version", action="version", version=f"papershelf {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="papershelf")
    build, init, serve, check, explain, topics, pack, add, update = (
        _command(commands, name) for name in _COMMANDS
    )
    explain.add_argument("key", metavar="KEY", help="a paper's key, its title, or a part of either")
    topics.add_argument("action", choices=["suggest"], metavar="suggest", help="the only thing it does")
    add.add_argument("source", type=_text, metavar="FILE|URL|-", help="the list: a file, an address, or -")
    for command in (build, serve, check, explain, topics, pack, add, update):
        _folder(command, "the folder of the site (default: this one)", nargs="?")
    _folder(init, "the folder of the new site")
    for command in (add, update):
        command.add_argument("--dry-run", action="store_true", help="say what would be done; do nothing")
    add.add_argument("--name", type=_text, default="", help="what to call the copy")
    update.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="take this for today (default: UTC)")
    for command in (build, check, add, update):
        command.add_argument("--all", action="store_true", help="show every problem, not ten of a kind")
    build.add_argument("--no-site", action="store_true", help="only make the pages, for another publisher")
    build.add_argument("--replace", action="store_true", help="move files in the way to replaced/")
    serve.add_argument("--port", type=_port, default=8000, help="where to listen (default: 8000)")
    pack.add_argument(
        "out", type=Path, nargs="?", metavar="FILE", help="the zip (default: here, named as DIR)"
    )
    return top


def _command(commands: Commands, name: str) -> argparse.ArgumentParser:
    does, *examples = _COMMANDS[name]
    return commands.add_parser(
        name,
        help=does,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=_described(f"{does[0].upper()}{does[1:]}.", *examples),
    )


def _described(does: str, *examples: tuple[str, str]) -> str:
    width = max(len(command) for command, _ in examples)
    return "\n".join((does, "", *(f"  {command:<{width}}  {what}" for command, what in examples)))


def _folder(command: argparse.ArgumentParser, text: str, nargs: str | None = None) -> None:
    command.add_argument("folder", type=_path, nargs=nargs, default=".", metavar="DIR", help=text)


def _path(text: str) -> Path:
    return Path(_text(text)).absolute()


def _text(text: str) -> str:
    if "\0" in text:
        raise argparse.ArgumentTypeError("a name cannot hold a NUL character")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; a day is written 2026-05-13") from None


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; a port is a number from 1 to 65535")
    return int(text)
