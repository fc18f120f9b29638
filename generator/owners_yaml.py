"""YAML that a person writes, read with the line of everything, so that every mistake can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from generator.problems import Level, Place, Problem

# libyaml where it is there: the pure loader takes ten times as long
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ENTRY = re.compile(r"[^\s:]+\.[A-Za-z0-9]+:[1-9]\d{0,8}")  # an entry of a listing: "file.txt:3"


@dataclass(frozen=True, slots=True)
class Written:
    """Something in the file, and where it stands. `text` is what a scalar says, empty for others."""

    node: yaml.Node
    place: Place
    text: str = ""


List = list[Written]  # the method `list` below hides the name


class Reader:
    """Takes the file apart; `problems` collects what is wrong. Nothing here raises but `top`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def top(self, text: str) -> Written | None:
        """The whole file; None when it says nothing. Raises yaml.YAMLError and RecursionError."""
        node = yaml.compose(text, Loader=LOADER)
        return self._written(node) if node is not None else None

    def unreadable(self, error: Exception) -> Problem:
        """The problem for a file that is no YAML, no UTF-8 or cannot be opened."""
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        what = (
            getattr(error, "problem", None) or getattr(error, "strerror", None) or "it is too deep or no text"
        )
        hint = (
            "Mend the line: names and lists are indented by spaces, and titles with a colon stand in quotes."
        )
        message = f"The overrides cannot be read ({what}), so none of them is used."
        return Problem(Level.ERROR, "overrides-unreadable", message, Place(self.file, line), hint)

    def wrong(self, message: str, place: Place, hint: str) -> None:
        """Report a part that is left out."""
        self.problems.append(Problem(Level.ERROR, "override-wrong", message, place, hint))

    def first(self, seen: dict[tuple[str, str], Place], section: str, name: str, place: Place) -> bool:
        """Whether the name stands here for the first time; reported otherwise."""
        if before := seen.get((section, name)):
            message = f"`{name}` stands under `{section}` twice; the first counts (line {before.line})."
            self.wrong(message, place, "Put the two together.")
            return False
        seen[section, name] = place
        return True

    def mapping(self, written: Written | None, known: Sequence[str], what: str) -> dict[str, Written]:
        """The named parts, of which only `known` ones are right."""
        parts: dict[str, Written] = {}
        for name, value in self.items(written, what):
            if name.text not in known:
                message = f"{what} has no part `{name.text}`; it was left out."
                self.wrong(message, name.place, f"Known: {', '.join(known)}.")
            elif name.text in parts:
                self.wrong(f"`{name.text}` stands here twice; the first counts.", name.place, "Join the two.")
            else:
                parts[name.text] = value
        return parts

    def items(self, written: Written | None, what: str) -> Iterator[tuple[Written, Written]]:
        """The pairs of a mapping whose names are plain texts."""
        if written is None or _is_nothing(written.node):
            return
        if not isinstance(written.node, yaml.MappingNode):
            hint = "Write one `name: value` on a line, indented below it."
            self.wrong(f"`{what}` must be a list of `name: value` lines.", written.place, hint)
            return
        for name, value in written.node.value:
            named = self._written(name)
            if named.text:
                yield named, self._written(value)
            else:
                self.wrong("A name must be plain text.", named.place, "Write it in quotes.")

    def list(self, written: Written | None, what: str) -> List:
        """The items of a list of texts; a single text counts as a list of one."""
        if written is None or _is_nothing(written.node):
            return []
        if isinstance(written.node, yaml.ScalarNode):
            return [written]
        items = []
        if isinstance(written.node, yaml.SequenceNode):
            items = [self._written(node) for node in written.node.value]
        if not isinstance(written.node, yaml.SequenceNode) or not all(item.text for item in items):
            self.wrong(
                f"`{what}` must be a list of texts.", written.place, f"Such as: {what}: [first, second]"
            )
            return [item for item in items if item.text]
        return items

    def lists(self, written: Written | None, what: str) -> Iterator[tuple[Place, List]]:
        """The items of a list of lists, each with its place."""
        if written is None or _is_nothing(written.node):
            return
        if not isinstance(written.node, yaml.SequenceNode):
            self.wrong(
                f"`{what}` must be a list of lists.", written.place, f"Such as: {what}: [[a, b], [c, d]]"
            )
            return
        for node in written.node.value:
            inner = self._written(node)
            yield inner.place, self.list(inner, what)

    def texts(self, written: Written | None, what: str) -> tuple[str, ...]:
        """A list of texts, none twice, in the order written."""
        return tuple(dict.fromkeys(item.text for item in self.list(written, what)))

    def text(self, written: Written | None, what: str) -> str:
        """One text; empty when missing."""
        if written is None or _is_nothing(written.node):
            return ""
        if not written.text:
            self.wrong(f"`{what}` must be one text.", written.place, f"Such as: {what}: some text")
        return written.text

    def _written(self, node: yaml.Node) -> Written:
        text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        text = text.encode("utf-8", "replace").decode("utf-8")  # YAML can spell out half a character
        return Written(node, Place(self.file, node.start_mark.line + 1), text)


def _is_nothing(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value in ("", "~", "null") and not node.style
