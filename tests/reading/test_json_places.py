"""Items of a JSON array with their lines: one slip costs one item, and a cut file only what was cut off."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.json_places import Item, items, value_at

CUT = "The list is not closed: the file seems to be cut short here."
VALUE = "It is not JSON: Expecting value, in line 2 at character 7."
SHORT = "The file is cut short within this entry."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("[]", []),
        ("[1, null]", [Item(1, 1), Item(1)]),
        ('\n\n[\n  {"a": 1},\n\n  {"b":\n [2]}\n]\n', [Item(4, {"a": 1}), Item(6, {"b": [2]})]),
        ('[{"a": 1} {"a": 2},, {"a": 3},]', [Item(1, {"a": 1}), Item(1, {"a": 2}), Item(1, {"a": 3})]),
        ('{"a":\n 1}\n', [Item(1, {"a": 1})]),
        ('[{"a": 1},\n {"a": 2}', [Item(1, {"a": 1}), Item(2, {"a": 2}), Item(2, wrong=CUT, entries=0)]),
        ('[{"a": 1},\n {"a": 2', [Item(1, {"a": 1}), Item(2, wrong=SHORT), Item(2, wrong=CUT, entries=0)]),
        ('["a\n\tb"]', [Item(1, "a\n\tb")]),
        ("[1]\n[2]", [Item(1, 1), Item(1, wrong="After the end of the list the file goes on.", entries=0)]),
        ('{"a": 1}\n{"a": }\n{"a": 2}', [Item(1, {"a": 1}), Item(2, wrong=VALUE), Item(3, {"a": 2})]),
        ("", []),
        ("[", [Item(1, wrong=CUT, entries=0)]),
    ],
)
def test_items_and_their_lines(text: str, read: list[Item]) -> None:
    """Lines count from 1, and are those where an item begins."""
    assert list(items(text)) == read


@pytest.mark.parametrize(
    "broken",
    [
        '{"a": 1 "b": 2}',
        '{"a": [1, {"c": }]}',
        "{'a': 1}",
        "nonsense",
        '{"a": "]}" x}',
        "[" * 100_000 + "]" * 100_000,
        "9" * 5000,
    ],
)
def test_a_broken_item_in_one_line_with_good_ones(broken: str) -> None:
    """Its brackets tell where it ends, and the next is read."""
    read = list(items(f'[{{"a": 1}}, {{"x": {broken}}}, {{"a": 2}}]'))
    assert [(item.value, bool(item.wrong)) for item in read] == [
        ({"a": 1}, False),
        (None, True),
        ({"a": 2}, False),
    ]


@pytest.mark.parametrize("broken", ['"a": "open', '"a": {', '"a": [}', '"a": "b" c": ['])
def test_a_broken_item_in_lines_of_its_own(broken: str) -> None:
    """Where items begin a line, not even a quote or bracket that is never closed costs the next."""
    read = list(items(f'[\n  {{"a": 1}},\n  {{\n    {broken}\n  }},\n  {{"a": 2}}\n]'))
    assert [(item.line, item.value, bool(item.wrong)) for item in read] == [
        (2, {"a": 1}, False),
        (3, None, True),
        (6, {"a": 2}, False),
    ]


@pytest.mark.parametrize(
    ("text", "keys", "rest"),
    [
        (' {"a": 1, "message": {"b": "}", "items": [7]}}', ("message", "items"), "[7]}}"),
        ('{"m\\u0065ssage": [7', ("message",), "[7"),
        ('{"a": {"items": [7]}}', ("items",), ""),
        ('{"a": , "items": [7]}', ("items",), ""),
        ("[7]", ("items",), ""),
        ("", ("items",), ""),
        (" [7]", (), "[7]"),
    ],
)
def test_where_a_value_begins(text: str, keys: tuple[str, ...], rest: str) -> None:
    """Only the object's own members are looked at."""
    at = value_at(text, *keys)
    assert (text[at:] if at >= 0 else "") == rest


def test_items_of_an_inner_array_end_with_it() -> None:
    """What comes after the array is not its business."""
    text = '{"total": 2,\n "notes": [\n{"a": 1},\n{"a": 2}], "more": true}'
    assert list(items(text, value_at(text, "notes"))) == [Item(3, {"a": 1}), Item(4, {"a": 2})]


VALUES = st.lists(
    st.dictionaries(
        st.text(max_size=3), st.text(max_size=5) | st.integers() | st.lists(st.none()), max_size=3
    )
)


@given(VALUES, st.sampled_from([None, 0, 1, 2]))
def test_what_json_reads_is_read(values: list[dict[str, object]], indent: int | None) -> None:
    """A whole array comes out as the language's own parser reads it."""
    text = json.dumps(values, indent=indent)
    assert [item.value for item in items(text)] == values
    assert not any(item.wrong for item in items(text))


@given(VALUES, st.data())
def test_a_cut_file_keeps_what_came_before(values: list[dict[str, object]], data: st.DataObject) -> None:
    """Every item that is whole before the cut is read, and the cut is told."""
    text = json.dumps(values, indent=1)
    cut = data.draw(st.integers(1, len(text) - 1))
    read = list(items(text[:cut]))
    whole = [item.value for item in read if not item.wrong]
    assert whole == values[: len(whole)]
    assert read[-1].wrong


@given(st.text('[]{}",:1a\n \\'))
def test_nothing_raises(text: str) -> None:
    """Any text ends, with lines that exist."""
    assert all(1 <= item.line <= text.count("\n") + 1 for item in items(f"[{text}"))


def test_a_file_of_nothing_but_faults_ends() -> None:
    """After ten thousand broken items the rest is one more."""
    read = list(items("[" + '{"a": 1 "b": 2}, ' * 20_000 + "]"))
    assert [len(read), sum(item.entries for item in read)] == [10_001, 10_000]


@pytest.mark.parametrize("text", ["][1]", '{"a" 1}]', "]]]]", "}}}}", ",]x", "[1]]"])
def test_a_bracket_too_many_is_passed(text: str) -> None:
    """Each place is looked at once: a text has no more items than letters."""
    assert len(list(items(text))) <= len(text)
