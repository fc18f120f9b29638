"""The commands that bring in what is new: `add` a list that is there, `update` from what others publish."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from generator import config, fetch, kept, update
from generator.add import add, fetched
from generator.problems import CANNOT, CLEAN, PROBLEMS
from generator.terminal import Terminal
from generator.typed import command, shown

_SHOWN = 50  # titles of new papers


def add_list(arguments: Namespace, terminal: Terminal) -> int:
    """`papershelf add`: returns the exit code. Raises CannotGoOn and OSError."""
    settings = config.load(arguments.folder)
    client = fetch.Client(fetch.manners(update.wanted(settings).contact))
    data = fetched(arguments.source, client)
    added = add(settings, arguments.source, data, arguments.name, arguments.dry_run)
    terminal.problems(added.problems, arguments.all)
    terminal.say(added.summary(), "bold")
    if not added.is_new:
        terminal.say(f"The same list is there already: {kept.shown(settings, added.path)}")
    elif arguments.dry_run:
        terminal.say(f"It would be copied to {kept.shown(settings, added.path)}")
    else:
        terminal.say(f"Copied to {kept.shown(settings, added.path)}")
        terminal.say(f"To see it: {command()} build {shown(settings.root)}")
    return CLEAN if added.is_clean else PROBLEMS


def update_library(arguments: Namespace, terminal: Terminal) -> int:
    """`papershelf update`: returns the exit code. Raises CannotGoOn and OSError."""
    settings = config.load(arguments.folder)
    wanted = update.wanted(settings)
    client = fetch.Client(fetch.manners(wanted.contact))
    errand = update.Errand(settings, wanted, arguments.today or datetime.now(UTC).date(), client, terminal)
    if not wanted:
        terminal.problem(update.NOTHING_WANTED)
        return PROBLEMS
    if arguments.dry_run:
        terminal.result("\n".join(update.plan(errand)) or "Nothing would be asked for.")
        return CLEAN
    done = update.update(errand)
    terminal.problems(done.problems, arguments.all)
    for file in done.written:
        terminal.say(f"written: {file}")
    shown_titles = done.new if arguments.all else done.new[:_SHOWN]
    for title in shown_titles:
        terminal.say(f"new: {title}")
    if len(shown_titles) < len(done.new):
        terminal.say(f"  … and {len(done.new) - len(shown_titles):,} more: add --all to see every one", "dim")
    terminal.say(done.summary(), "bold")
    return CANNOT if done.is_in_vain else CLEAN if done.is_clean else PROBLEMS
