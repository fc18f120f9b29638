"""What a person sees is plain, sorted by what to do first, and cannot be steered by what is shown."""

from __future__ import annotations

import pytest

from generator.problems import Level, Place, Problem
from generator.terminal import Terminal, visible


def problem(code: str = "a-b", line: int = 1, level: Level = Level.WARNING, hint: str = "Do it.") -> Problem:
    return Problem(level, code, "It happened.", Place("library/x.txt", line), hint)


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


def test_a_problem_is_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """How bad, where, what happened, its code; and what to do."""
    Terminal().problem(problem())
    assert shown(capsys) == ["warning library/x.txt:1: It happened. [a-b]", "  → Do it."]


def test_errors_come_first_and_a_hint_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A list reads from what to do first."""
    Terminal().problems([problem(line=2), problem(line=1), problem("z", level=Level.ERROR, hint="")])
    assert shown(capsys) == [
        "error library/x.txt:1: It happened. [z]",
        "warning library/x.txt:1: It happened. [a-b]",
        "warning library/x.txt:2: It happened. [a-b]",
        "  → Do it.",
    ]


def test_of_many_the_first_ten_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """And how to see the rest."""
    many = [problem(line=line) for line in range(1, 31)]
    Terminal().problems(many)
    lines = shown(capsys)
    assert len(lines) == 12
    assert lines[-1] == "  … and 20 more [a-b]: add --all to see every one"
    Terminal().problems(many, everything=True)
    assert len(shown(capsys)) == 31


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\rb\x07\x00", "a\\rb\\x07\\x00"),
        ("\x9b2J", "\\x9b2J"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("a\u061cb", "a\\u061cb"),
        ("lone \udc80", "lone \\udc80"),
        ("two\nlines", "two\\nlines"),
        ("plain – λ 深度 🙂", "plain – λ 深度 🙂"),
    ],
)
def test_security_nothing_shown_steers_the_terminal(text: str, expected: str) -> None:
    """Control characters, turners of direction and broken characters are shown as escapes."""
    assert visible(text) == expected


def test_security_markup_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Brackets in a title are brackets."""
    Terminal().say("[bold red]E[Y|X][/bold] [link=file:///x]y[/link] :smile: http://x.y")
    assert shown(capsys) == ["[bold red]E[Y|X][/bold] [link=file:///x]y[/link] :smile: http://x.y"]


def test_without_a_terminal_each_stage_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """And every item goes through."""
    assert list(Terminal().track([1, 2], "Counting", 2)) == [1, 2]
    assert shown(capsys) == ["Counting …"]


def test_results_go_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    """Where another program may read them; line ends stay, escapes do not."""
    Terminal().result("a\n\x1b[0mb")
    assert capsys.readouterr() == ("a\n\\x1b[0mb\n", "")
