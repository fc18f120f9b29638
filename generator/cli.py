"""Arguments in, exit code out: 0 clean, 1 problems to look at, 2 cannot go on."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from generator import __version__, bundle, config, explain, serve, starter
from generator.build import build, shelve
from generator.check import check
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.terminal import Terminal
from generator.told import Told

CLEAN, PROBLEMS, CANNOT, STOPPED = 0, 1, 2, 130


def run() -> None:
    """The command `papershelf`."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Do what `argv` asks (without the program's name) and return the exit code; never a traceback for bad input."""
    terminal = Terminal()
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return int(stop.code or 0)
    try:
        return int(arguments.command(arguments, terminal))
    except CannotGoOn as stop:
        terminal.problem(stop.problem)
        return CANNOT
    except KeyboardInterrupt:
        terminal.say("Stopped. Nothing of yours was touched; the next build puts right what is unfinished.")
        return STOPPED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - whoever read our result has gone
        return CLEAN
    except OSError as error:
        terminal.problem(_of_system(error))
        return CANNOT


def _build(arguments: argparse.Namespace, terminal: Terminal) -> int:
    start = time.perf_counter()
    settings = config.load(arguments.folder)
    told = build(settings, terminal, with_site=not arguments.no_site, replace=arguments.replace)
    return _tell(told, terminal, arguments, start, settings)


def _tell(
    told: Told, terminal: Terminal, arguments: argparse.Namespace, start: float, settings: config.Settings
) -> int:
    terminal.problems(told.problems, arguments.all)
    if not told.is_fresh:
        terminal.say("Nothing has changed since the last build.")
    terminal.say(f"{told.summary()}; {time.perf_counter() - start:.1f} s", "bold")
    if not arguments.no_site:
        site = os.path.relpath(settings.site / "index.html")
        terminal.say(
            f"Open {site} in a browser, or see changes as you make them: papershelf serve {os.path.relpath(settings.root)}"
        )
    return CLEAN if told.is_clean else PROBLEMS


def _check(arguments: argparse.Namespace, terminal: Terminal) -> int:
    settings = config.load(arguments.folder)
    shelved = shelve(settings, terminal)
    problems = check(settings, shelved.library, terminal)
    terminal.problems(problems, arguments.all)
    papers = len(shelved.library.papers)
    terminal.say(f"{papers:,} papers read back; {len(problems):,} problems", "bold")
    return PROBLEMS if problems else CLEAN


def _explain(arguments: argparse.Namespace, terminal: Terminal) -> int:
    shelved = shelve(config.load(arguments.folder), terminal)
    terminal.result(explain.explain(arguments.key, shelved.library))
    return CLEAN


def _init(arguments: argparse.Namespace, terminal: Terminal) -> int:
    made = starter.init(arguments.folder)
    shown = os.path.relpath(arguments.folder)
    for path in made.kept:
        terminal.say(f"kept as it is: {path}")
    terminal.say(f"{len(made.written)} files written to {shown}", "bold")
    terminal.say(f"Next: paste a listing into {shown}/library/listings/, then run: papershelf build {shown}")
    return CLEAN


def _serve(arguments: argparse.Namespace, terminal: Terminal) -> int:
    serve.serve(config.load(arguments.folder), arguments.port, terminal.say)
    return CLEAN


def _zip(arguments: argparse.Namespace, terminal: Terminal) -> int:
    target, size = bundle.bundle(config.load(arguments.folder), arguments.out)
    terminal.say(f"{target}: {size / 1e6:.1f} MB; unpack it and open index.html, no network needed", "bold")
    return CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="papershelf",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
        description=_examples(
            "papershelf init mine            start a new site in the folder mine",
            "papershelf build mine           make mine/site/index.html of what is in mine/library/",
        )
        + "\n\nTurns any list of research papers into a searchable library.",
        epilog="Exit code: 0 clean, 1 problems to look at, 2 cannot go on. `papershelf COMMAND --help` tells more.",
    )
    parser.add_argument("--version", action="version", version=f"papershelf {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    command = _command(
        commands,
        "build",
        _build,
        "make the pages and the site",
        [
            "papershelf build                build the site in this folder",
            "papershelf build mine --all     build the site in mine, and show every problem",
        ],
    )
    _folder(command)
    command.add_argument("--all", action="store_true", help="show every problem, not the first ten of a kind")
    command.add_argument(
        "--no-site", action="store_true", help="make the pages in docs/ only, for another publisher"
    )
    command.add_argument(
        "--replace", action="store_true", help="move files that stand in the way to replaced/"
    )

    command = _command(
        commands,
        "init",
        _init,
        "start a new site",
        [
            "papershelf init mine            start a site in the folder mine",
            "papershelf init .               start one here; files that exist are kept",
        ],
    )
    command.add_argument("folder", type=_path, metavar="DIR", help="the folder of the new site")

    command = _command(
        commands,
        "serve",
        _serve,
        "show the site and rebuild it as things change",
        [
            "papershelf serve                show this folder's site at http://127.0.0.1:8000/",
            "papershelf serve mine --port 8080",
        ],
    )
    _folder(command)
    command.add_argument("--port", type=int, default=8000, help="where to listen (default: 8000)")

    command = _command(
        commands,
        "check",
        _check,
        "read the built site back and compare it with the library",
        [
            "papershelf check                check the site in this folder",
            "papershelf check mine --all     show every difference",
        ],
    )
    _folder(command)
    command.add_argument("--all", action="store_true", help="show every problem, not the first ten of a kind")

    command = _command(
        commands,
        "explain",
        _explain,
        "tell where a paper came from, why its topics, what is related",
        [
            "papershelf explain lora-low-rank-adaptation          by its key",
            "papershelf explain 'low-rank adaptation' mine        by a part of its title",
        ],
    )
    command.add_argument("key", metavar="KEY", help="the paper's key, its title, or a part of it")
    _folder(command)

    command = _command(
        commands,
        "zip",
        _zip,
        "pack the built site for reading offline",
        [
            "papershelf zip mine             pack mine/site into mine.zip",
            "papershelf zip . library.zip    pack this folder's site into library.zip",
        ],
    )
    _folder(command)
    command.add_argument(
        "out", type=Path, nargs="?", metavar="FILE", help="the zip to write (default: here, named as DIR)"
    )
    return parser


def _command(commands, name, does, helps, examples):  # type: ignore[no-untyped-def]
    command = commands.add_parser(
        name,
        help=helps,
        usage=argparse.SUPPRESS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=_examples(*examples) + f"\n\n{helps[0].upper()}{helps[1:]}.",
    )
    command.set_defaults(command=does)
    return command


def _examples(*lines: str) -> str:
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)


def _folder(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder",
        type=_path,
        nargs="?",
        default=".",
        metavar="DIR",
        help="the site's folder (default: this one)",
    )


def _path(text: str) -> Path:
    return Path(text).absolute()


def _of_system(error: OSError) -> Problem:
    what = error.strerror or str(error)
    return Problem(
        Level.ERROR,
        "system",
        f"The system refused: {what}.",
        Place(str(error.filename or "?")),
        "Look at the file's permissions and the space left on the disk, then run the command again.",
    )


if __name__ == "__main__":
    run()
