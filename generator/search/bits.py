"""Numbers and words as bits, and bits as text that is safe in a script: sixteen to a UTF-16 unit.

A file of these begins with a byte order mark, which decides its encoding in every browser whatever the server
says (HTML, "fetch a classic script"; Encoding, "decode"). What a string in a script cannot hold as it is
(lone halves of surrogate pairs, quotes, line ends) is escaped: one unit in 32; base 64 adds a third.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

ESCAPE = "!"  # before a unit with its highest bit turned over
WIDTH = 16


class _Rice(dict[int, str]):
    """The Rice codes of one parameter, made when first asked for."""

    def __init__(self, parameter: int) -> None:
        super().__init__()
        self._parameter = parameter

    def __missing__(self, number: int) -> str:
        rest = f"{number & ((1 << self._parameter) - 1):0{self._parameter}b}" if self._parameter else ""
        code = self[number] = "1" * (number >> self._parameter) + "0" + rest
        return code


_RICE = [_Rice(parameter) for parameter in range(32)]
RICE_POSITION = _RICE[6]


class _Gamma(dict[int, str]):
    """Elias' gamma codes of numbers from 1."""

    def __missing__(self, number: int) -> str:
        binary = f"{number:b}"
        code = self[number] = "0" * (len(binary) - 1) + binary
        return code


GAMMA = _Gamma()


def parameter(count: int, total: int) -> int:
    """The Rice parameter for the gaps of `count` numbers below `total`: near log2 of the mean gap."""
    if not count:
        return 0
    return max(0, (total * 2 // (count * 3)).bit_length() - 1)


def rice(parameter: int) -> _Rice:
    """The table of Rice codes of a parameter."""
    return _RICE[parameter]


def ascending(numbers: Iterable[int], table: _Rice) -> list[str]:
    """The gaps of ascending numbers, the first counted from -1; each gap is at least 1 and written less 1."""
    codes = []
    before = -1
    for number in numbers:
        codes.append(table[number - before - 1])
        before = number
    return codes


_LETTER = {letter: f"{number:05b}" for number, letter in enumerate("\0abcdefghijklmnopqrstuvwxyz@+")}
_DIGITS = "11110"  # then four bits
_OTHER = "11111"  # then 21 bits: a code point
_LETTER |= {str(digit): _DIGITS + f"{digit:04b}" for digit in range(10)}
_END = _LETTER["\0"]


def letters(word: str) -> str:
    """A word in five bits a letter, nine a digit, and its end."""
    known = _LETTER
    return "".join([known.get(letter) or _other(letter) for letter in word]) + _END


def _other(letter: str) -> str:
    return _OTHER + f"{ord(letter):021b}"


def following(word: str, before: str) -> str:
    """A word of a sorted list: how many first letters it shares with the one before (four bits), the rest."""
    shared = 0
    for one, other in zip(word[:15], before, strict=False):
        if one != other or one > "\uffff":  # browsers count letters beyond that twice
            break
        shared += 1
    return f"{shared:04b}" + letters(word[shared:])


_UNSAFE = re.compile('[\x00\n\r!"\\\\\ud800-\udfff]')


def units(bits: str) -> str:
    """Bits as text; the last unit is filled up with zeros."""
    bits += "0" * (-len(bits) % WIDTH)
    return bytes_in_units(int(bits, 2).to_bytes(len(bits) // 8, "big")) if bits else ""


def bytes_in_units(content: bytes) -> str:
    """Bytes as text, two to a unit, highest first; a zero byte is added to an odd number of them."""
    text = (content + bytes(len(content) % 2)).decode("utf-16-be", "surrogatepass")
    return _UNSAFE.sub(_escaped, text)


def _escaped(unsafe: re.Match[str]) -> str:
    return ESCAPE + chr(ord(unsafe.group()) ^ 0x8000)
