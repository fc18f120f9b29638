"""From the bytes of a file to text with plain line ends; what cannot be right is reported with its line."""

from __future__ import annotations

import codecs
import re

from generator.problems import Level, Place, Problem

_SIXTEEN = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile(rb"\r\n|\r|\n")
# Control characters mean nothing in a listing and are forbidden in HTML and XML; tab and line end stay.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|[\ud800-\udfff]|[\ufdd0-\ufdef]|[\ufffe\uffff]")
# UTF-8 read as Windows-1252 and saved again: an A or an a with an accent, then what was a trailing byte.
_TWICE = re.compile(
    "[\u00c2\u00c3\u00e2\u00ce\u00cf][\u0080-\u00bf\u20ac\u201a\u201e\u2026\u2020-\u2022\u0152-\u0178]"
)
_TOLD = 10  # lines reported one by one; a whole file in a wrong encoding is one mistake, not a thousand


class NotText(Exception):
    """The bytes are not text; carries a sentence that says what they are."""


def decode(data: bytes, shown_file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, lines ended by "\\n" alone. Raises NotText for binary files.

    UTF-8 and UTF-16 with a byte order mark are read as they are. A line that is not UTF-8 is read as
    Windows-1252, which every byte sequence of an old editor is, and reported; other lines do not suffer.
    """
    for mark, encoding in _SIXTEEN:
        if data.startswith(mark):
            text = data[2:].decode(encoding, errors="replace")
            return _checked(re.sub("\r\n?", "\n", text), shown_file)
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        raise NotText("It holds binary data, not text.")
    try:
        return _checked(re.sub("\r\n?", "\n", data.decode("utf-8")), shown_file)
    except UnicodeDecodeError:
        return _line_by_line(data, shown_file)


def printable(text: str) -> str:
    """The text with control characters and halves of characters made into spaces."""
    return _CONTROL.sub(" ", text) if _CONTROL.search(text) else text


def _line_by_line(data: bytes, shown_file: str) -> tuple[str, tuple[Problem, ...]]:
    lines, wrong = [], []
    for number, line in enumerate(_LINE_END.split(data), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            # latin-1 knows the five bytes that Windows-1252 leaves open
            lines.append(b"".join(map(_western, line.split(b" "))).decode("utf-8")[:-1])
            wrong.append(number)
    text, problems = _checked("\n".join(lines), shown_file)
    told = _told(
        wrong, shown_file, "encoding-not-utf8", "is not UTF-8; it was read as Windows-1252", "Save as UTF-8."
    )
    return text, (*told, *problems)


def _western(word: bytes) -> bytes:
    for encoding in ("utf-8", "cp1252", "latin-1"):
        try:
            return (word.decode(encoding) + " ").encode()
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 reads every byte")


def _checked(text: str, shown_file: str) -> tuple[str, tuple[Problem, ...]]:
    """Mend text that was decoded twice, and report characters that are lost for good."""
    problems: tuple[Problem, ...] = ()
    if _TWICE.search(text):
        lines = text.split("\n")
        mended = [number for number, line in enumerate(lines, start=1) if _TWICE.search(line)]
        for number in list(mended):
            once = _undone(lines[number - 1])
            if once is None:
                mended.remove(number)
            else:
                lines[number - 1] = once
        text = "\n".join(lines)
        message = "was saved in a wrong encoding (as in “Ã©” for “é”); it was put right"
        problems += _told(mended, shown_file, "encoding-twice", message, "Check the line and save as UTF-8.")
    if "\ufffd" in text:
        lost = [number for number, line in enumerate(text.split("\n"), start=1) if "\ufffd" in line]
        message = "holds characters that were lost (�)"
        problems += _told(
            lost, shown_file, "encoding-lost", message, "Copy the entry again from where it came."
        )
    return printable(text), problems


def _undone(line: str) -> str | None:
    for encoding in ("cp1252", "latin-1"):  # which of the two it was read as, its control characters tell
        try:
            return line.encode(encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    return None


def _told(lines: list[int], file: str, code: str, what: str, hint: str) -> tuple[Problem, ...]:
    told = [
        Problem(Level.WARNING, code, f"Line {line} {what}.", Place(file, line), hint)
        for line in lines[:_TOLD]
    ]
    if more := lines[_TOLD:]:
        message = f"Line {more[0]} and {len(more) - 1} more: each {what}."
        told.append(Problem(Level.WARNING, code, message, Place(file, more[0]), hint))
    return tuple(told)
