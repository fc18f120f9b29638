"""Everything a person sees while it works. Results go to stdout; bars, problems, the summary to stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from itertools import groupby
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from generator.problems import Level, Problem

Item = TypeVar("Item")
PATIENCE = 0.3  # seconds before a bar appears: what is done at once needs none
SHOWN = 10  # problems of one kind shown before "and more"
_STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "cyan"}


class Terminal:
    """A person's window: a `Progress` for the stages, and the places where problems and results are said."""

    def __init__(self) -> None:
        self.console = Console(file=sys.stderr, highlight=False, soft_wrap=True)

    def track(self, items: Iterable[Item], label: str, total: int) -> Iterable[Item]:
        """Yield every item; on a terminal a bar moves meanwhile (total 0: it is not known how many)."""
        if not self.console.is_terminal:
            self.say(f"{label} …")
            yield from items
            return
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        bar = Progress(*columns, console=self.console, transient=True)
        task = bar.add_task(f"{visible(label):<28}", total=total or None)
        is_shown, start = False, time.monotonic()
        try:
            for item in items:
                yield item
                bar.advance(task)
                if not is_shown and time.monotonic() - start > PATIENCE:
                    is_shown = True
                    bar.start()
        finally:
            bar.stop()

    def say(self, text: str, style: str = "") -> None:
        """A line for a person, or a few."""
        for line in text.split("\n"):
            self.console.print(Text(visible(line), style=style))

    def result(self, text: str) -> None:
        """What was asked for, on stdout, where another program may read it."""
        sys.stdout.write("".join(f"{visible(line)}\n" for line in text.split("\n")))

    def problems(self, problems: Iterable[Problem], everything: bool = False) -> None:
        """Every problem, from what to do first; of many of one kind the first few unless `everything`."""
        ordered = sorted(
            problems,
            key=lambda problem: (list(Level).index(problem.level), problem.code, *problem.sort_key()),
        )
        for (_, code), same in groupby(ordered, key=lambda problem: (problem.level, problem.code)):
            group = list(same)
            shown = group if everything else group[:SHOWN]
            for index, problem in enumerate(shown):
                alike = index + 1 < len(shown) and shown[index + 1].hint == problem.hint
                self.problem(problem, with_hint=not alike)
            if len(group) > len(shown):
                self.say(
                    f"  … and {len(group) - len(shown)} more [{code}]: add --all to see every one", "dim"
                )

    def problem(self, problem: Problem, with_hint: bool = True) -> None:
        """One problem: how bad, where, what happened, its permanent code, and what to do."""
        line = Text()
        line.append(problem.level.value, _STYLES[problem.level])
        line.append(f" {visible(str(problem.place))}: ", "bold")
        line.append(visible(problem.message))
        line.append(f" [{problem.code}]", "dim")
        self.console.print(line)
        if problem.hint and with_hint:
            self.say(f"  → {problem.hint}", "dim")


def visible(text: str) -> str:
    """The text with every character shown that could steer a terminal or turn the order of what is read."""
    return "".join(character if _is_harmless(character) else _shown(character) for character in text)


def _is_harmless(character: str) -> bool:
    code = ord(character)
    return (
        code >= 0x20
        and not 0x7F <= code <= 0x9F
        and not 0x202A <= code <= 0x202E
        and not 0x2066 <= code <= 0x2069
        and not 0xD800 <= code <= 0xDFFF
        and code not in (0x061C, 0x200E, 0x200F, 0x2028, 0x2029)
    )


def _shown(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
