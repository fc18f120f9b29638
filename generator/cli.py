"""Arguments in, exit code out: 0 clean, 1 problems to look at, 2 cannot go on."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Sequence

from generator import bundle, config, explain, serve, starter, suggest
from generator.arguments import parser
from generator.build import REPORT, build, shelve
from generator.check import check
from generator.faults import of_ours, of_system
from generator.problems import CANNOT, CLEAN, PROBLEMS, CannotGoOn
from generator.terminal import Terminal
from generator.typed import command, shown

STOPPED = 130

_HOW_TO_BEGIN = """\
There is nothing to read yet. Paste a list of papers into a text file in {folder}/, for example:

    Daily Papers

    Jan 1

    The Title of a Paper on a Line of Its Own

    Its abstract on the next line but one, as long as it likes. The next title follows after an empty line.
"""


def run() -> None:
    """The command `papershelf`."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # being told to end is as good as Ctrl-C
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a title may hold what a terminal cannot show
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Do what `argv` asks (without the program's name); returns the exit code. Bad input never raises."""
    terminal = Terminal()
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return int(stop.code or 0)
    try:
        return _COMMANDS[arguments.command](arguments, terminal)
    except CannotGoOn as stop:
        terminal.problem(stop.problem)
        return CANNOT
    except KeyboardInterrupt:
        terminal.say("Stopped. Nothing of yours was touched; the next build finishes what is unfinished.")
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read our result has gone
        return CLEAN
    except OSError as error:
        terminal.problem(of_system(error))
        return CANNOT
    except Exception as error:
        if os.environ.get("PAPERSHELF_DEBUG"):
            raise
        terminal.problem(of_ours(error))
        return CANNOT


def _build(arguments: Namespace, terminal: Terminal) -> int:
    start = time.perf_counter()
    settings = config.load(arguments.folder)
    gc.disable()  # all values live to the end; looking for cycles among them costs a seventh of the time
    try:
        told = build(settings, terminal, with_site=not arguments.no_site, replace=arguments.replace)
    finally:
        gc.enable()
    terminal.problems(told.problems, arguments.all)
    if not told.counts.entries:
        terminal.say(_HOW_TO_BEGIN.format(folder=shown(settings.library / "listings")))
    if not told.is_fresh:
        terminal.say("Nothing has changed since the last build.")
    terminal.say(f"{told.summary()}; {time.perf_counter() - start:.1f} s", "bold")
    if not arguments.no_site:
        terminal.say(f"What was merged, and what nearly was: {shown(settings.root / REPORT)}")
        terminal.say(f"To read: open {shown(settings.site / 'index.html')}")
        terminal.say(f"To see changes as you make them: {command()} serve {shown(settings.root)}")
    return CLEAN if told.is_clean else PROBLEMS


def _init(arguments: Namespace, terminal: Terminal) -> int:
    started = starter.init(arguments.folder)
    folder = shown(arguments.folder)
    for path in started.kept:
        terminal.say(f"kept as it was: {path}")
    terminal.say(f"A new site in {folder}: {len(started.written)} files.", "bold")
    terminal.say(
        f"Paste a list of papers into a file in {folder}/library/listings/ (example.txt shows how), then:"
    )
    terminal.say(f"  {command()} build {folder}")
    return CLEAN


def _serve(arguments: Namespace, terminal: Terminal) -> int:
    serve.serve(config.load(arguments.folder), arguments.port, terminal.say)
    return CLEAN


def _check(arguments: Namespace, terminal: Terminal) -> int:
    settings = config.load(arguments.folder)
    library = shelve(settings, terminal).library
    problems = check(settings, library, terminal)
    terminal.problems(problems, arguments.all)
    count = len(problems)
    terminal.say(
        f"{len(library.papers):,} papers read back; {count:,} problem{'' if count == 1 else 's'}", "bold"
    )
    return PROBLEMS if problems else CLEAN


def _explain(arguments: Namespace, terminal: Terminal) -> int:
    library = shelve(config.load(arguments.folder), terminal).library
    terminal.result(explain.explain(arguments.key, library))
    return CLEAN


def _topics(arguments: Namespace, terminal: Terminal) -> int:
    library = shelve(config.load(arguments.folder), terminal).library
    found = suggest.suggest(library)
    if not found:
        terminal.say("No words are shared by three papers without a topic, so there is nothing to suggest.")
        return CLEAN
    terminal.result(suggest.as_yaml(found, library))
    return CLEAN


def _zip(arguments: Namespace, terminal: Terminal) -> int:
    target, size = bundle.bundle(config.load(arguments.folder), arguments.out)
    terminal.say(f"{shown(target)}: {size / 1e6:.1f} MB", "bold")
    terminal.say("To read it anywhere, without a network: unpack it and open index.html")
    return CLEAN


def _add(arguments: Namespace, terminal: Terminal) -> int:
    from generator import news  # only when asked for: a build has no need of the network

    return news.add_list(arguments, terminal)


def _update(arguments: Namespace, terminal: Terminal) -> int:
    from generator import news

    return news.update_library(arguments, terminal)


_COMMANDS = {
    "build": _build,
    "init": _init,
    "serve": _serve,
    "check": _check,
    "explain": _explain,
    "topics": _topics,
    "zip": _zip,
    "add": _add,
    "update": _update,
}


if __name__ == "__main__":
    run()
