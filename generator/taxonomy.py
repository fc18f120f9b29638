"""Topics as the owner keeps them: library/topics.yml, upper topics with their topics below.

    - name: Learning to adapt
      definition: Making one model do more, or something else.
      topics:
        - name: Model merging
          definition: Combining trained models in weight space.
          words: [model merging, task vectors]
          without: [merge sort]

An upper topic may have words of its own; it needs none. Singular and plural, hyphens and spaces are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.config import Settings
from generator.model import Topic
from generator.owners_yaml import LOADER
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.text.slug import slug
from generator.text.words import stems

FILE = "topics.yml"
_LEAF = ("name", "definition", "words", "without")
_UPPER = ("name", "definition", "topics", "words", "without")
_FORM = "`papershelf init` shows the form: name, definition, and below `topics:` the topics with their words."


def load_taxonomy(settings: Settings) -> tuple[Mapping[str, Topic], tuple[Problem, ...]]:
    """Read library/topics.yml into topics by slug, in the file's order, each upper topic before its own.

    A wrong entry costs that entry and is a problem with its line. Without the file there are no topics and
    a note. Raises CannotGoOn when the file is there and cannot be read at all.
    """
    file = settings.library / FILE
    shown = settings.shown(file)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        hint = "To have topics, write one; `papershelf init` makes a site with a good one to start from."
        return {}, (Problem(Level.NOTE, "topics-missing", "There is no list of topics.", Place(shown), hint),)
    except (OSError, UnicodeDecodeError) as error:
        raise _stop(f"{FILE} cannot be read: {error}.", shown, 0, "Save it as UTF-8 text.") from None
    return parse(text, shown)


def parse(text: str, shown: str) -> tuple[Mapping[str, Topic], tuple[Problem, ...]]:
    """The topics a taxonomy file tells, and what is wrong in it; `shown` names the file in problems."""
    try:
        root = yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "it is not YAML"
        hint = "Mend the line; indentation is by spaces, and a text with `: ` in it needs quotes."
        raise _stop(f"{FILE} cannot be read: {what}.", shown, mark.line + 1 if mark else 0, hint) from None
    if root is None:
        return {}, ()
    if not isinstance(root, SequenceNode):
        raise _stop(f"{FILE} must be a list of topics, each beginning with `- name:`.", shown, 1, _FORM)
    reader = _Reader(shown)
    for node in root.value:
        reader.upper(node)
    return reader.topics, tuple(reader.problems)


@dataclass(frozen=True, slots=True)
class _Entry:
    values: Mapping[str, Node]
    name: str
    slug: str
    definition: str
    line: int


class _Reader:
    """Goes through the nodes of the file and keeps topics and problems."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.topics: dict[str, Topic] = {}
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def upper(self, node: Node) -> None:
        entry = self._entry(node, _UPPER)
        if entry is None:
            return
        below = entry.values.get("topics")
        leaves = below.value if isinstance(below, SequenceNode) else []
        if below is not None and not isinstance(below, SequenceNode):
            self._problem(below, "topics-wrong", f"`topics` of “{entry.name}” is not a list.", _FORM)
        topic = self._add(entry, "")
        if not leaves and not topic.words:
            self._wordless(entry)
        for leaf in leaves:
            found = self._entry(leaf, _LEAF)
            if found is not None and not self._add(found, entry.slug).words:
                self._wordless(found)

    def _add(self, entry: _Entry, parent: str) -> Topic:
        spoken = tuple(self._phrases(entry, "words"))
        against = tuple(self._phrases(entry, "without"))
        topic = Topic(entry.slug, entry.name, entry.definition, parent, spoken, against)
        self.topics[entry.slug] = topic
        self.lines[entry.slug] = entry.line
        return topic

    def _entry(self, node: Node, keys: tuple[str, ...]) -> _Entry | None:
        if not isinstance(node, MappingNode):
            self._problem(node, "topics-wrong", "This is not a topic: it has no `name: …`.", _FORM)
            return None
        values: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode) or key.value not in keys:
                hint = f"Known here: {', '.join(keys)}."
                shown = key.value if isinstance(key, ScalarNode) else "…"
                self._problem(key, "topics-unknown-key", f"A topic has no `{shown}`.", hint)
            elif key.value in values:
                self._problem(key, "topics-wrong", f"`{key.value}` stands twice in one topic.", "Keep one.")
            else:
                values[key.value] = value
        name, definition = self._text(values, "name"), self._text(values, "definition")
        if not (key := slug(name)):
            self._problem(node, "topics-no-name", "A topic has no name that can be read.", "Add: name: …")
            return None
        if key in self.topics:
            hint = f"“{self.topics[key].name}” is on line {self.lines[key]}; rename one, or join their words."
            self._problem(node, "topics-duplicate", f"The topic “{name}” stands twice.", hint)
            return None
        if not definition:
            hint = "Add one line: definition: …"
            self._problem(node, "topics-no-definition", f"The topic “{name}” has no definition.", hint)
        return _Entry(values, name, key, definition, _line(node))

    def _text(self, values: Mapping[str, Node], key: str) -> str:
        node = values.get(key)
        if node is None or isinstance(node, ScalarNode):
            return " ".join(str(node.value).split()) if node else ""
        self._problem(node, "topics-wrong", f"`{key}` must be a line of text.", _FORM)
        return ""

    def _phrases(self, entry: _Entry, key: str) -> Iterator[str]:
        node = entry.values.get(key)
        if node is None or (isinstance(node, ScalarNode) and not node.value):
            return
        if not isinstance(node, SequenceNode):
            hint = f"Write: {key}: [one phrase, another phrase]"
            self._problem(node, "topics-wrong", f"`{key}` of “{entry.name}” is not a list.", hint)
            return
        seen: set[tuple[str, ...]] = set()
        for item in node.value:
            said = " ".join(str(item.value).split()) if isinstance(item, ScalarNode) else ""
            wanted = tuple(stems(said))
            if not wanted:
                hint = "Write words in quotes when they hold special characters."
                self._problem(item, "topics-wrong", f"`{key}` of “{entry.name}” holds no word here.", hint)
            elif wanted not in seen:
                seen.add(wanted)
                yield said

    def _wordless(self, entry: _Entry) -> None:
        self.problems.append(
            Problem(
                Level.WARNING,
                "topics-no-words",
                f"The topic “{entry.name}” has no words, so no paper can be found for it.",
                Place(self.shown, entry.line),
                "Add words that speak for it: words: [a phrase, another phrase]",
            )
        )

    def _problem(self, node: Node, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Level.WARNING, code, message, Place(self.shown, _line(node)), hint))


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _stop(message: str, shown: str, line: int, hint: str) -> CannotGoOn:
    return CannotGoOn(Problem(Level.ERROR, "topics-unreadable", message, Place(shown, line), hint))
