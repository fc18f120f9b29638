"""Spellings of one name are one, different names are not, and what a short form may stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.people.names import Name, is_short_for, take_apart


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Ada Moss", Name("Ada Moss", "adamoss", "moss", ("ada",))),
        ("Moss, Ada", Name("Ada Moss", "adamoss", "moss", ("ada",))),
        ("A. B. Moss", Name("A. B. Moss", "abmoss", "moss", ("a", "b"))),
        ("J.-L. Dupont-Lys", Name("J.-L. Dupont-Lys", "jldupontlys", "dupontlys", ("j", "l"))),
        ("Łukasz Kettle", Name("Łukasz Kettle", "lukaszkettle", "kettle", ("lukasz",))),
        ("Seán O’Baker", Name("Seán O’Baker", "seanobaker", "obaker", ("sean",))),
        ("Ina van der Lamp", Name("Ina van der Lamp", "inavanderlamp", "lamp", ("ina", "van", "der"))),
        ("Bo King, Jr.", Name("Bo King, Jr.", "bokingjr", "king jr", ("bo",))),
        ("Ada Moss*†", Name("Ada Moss*†", "adamoss", "moss", ("ada",))),
        ("Wei Clock 0001", Name("Wei Clock 0001", "weiclock0001", "0001", ("wei", "clock"))),
        ("OpenLamp", Name("OpenLamp", "openlamp")),
        ("张伟", Name("张伟", "张伟")),
        ("Анна Лампа", Name("Анна Лампа", "анналампа")),
        ("a, b, c", Name("a, b, c", "abc", "c", ("a", "b"))),
        ("?!", Name("?!", "?!")),
        (",", Name(",", ",")),
        ("*", Name("*", "*")),
    ],
)
def test_a_name_is_taken_apart(written: str, wanted: Name) -> None:
    assert take_apart(written) == wanted


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Müller", "ANA MULLER", True),
        ("Wei-Ming Clock", "Weiming Clock", True),
        ("J.D. Moss", "J. D. Moss", True),
        ("Wei Clock", "Wen Clock", False),
        ("张伟", "章伟", False),
        ("张伟", "Zhang Wei", False),
        ("Bo King", "Bo King, Jr.", False),
        ("Wei Clock 0001", "Wei Clock 0002", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert (take_apart(one).identity == take_apart(other).identity) is same


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("J. Moss", "Jane Moss", True),
        ("J. Moss", "Jane Ming Moss", True),
        ("J. M. Moss", "Jane Ming Moss", True),
        ("J. M. Moss", "Jane Moss", False),
        ("J. B. Moss", "Jane Ming Moss", False),
        ("Jane Moss", "Jane M. Moss", True),
        ("Jane M. Moss", "Jane Ming Moss", True),
        ("Wei Clock", "Wei Ming Clock", False),
        ("Wei Clock", "Wen Clock", False),
        ("S. Kevin Lamp", "Shao Kevin Lamp", True),
        ("Kevin Lamp", "Shao Kevin Lamp", False),
        ("I. van der Lamp", "Ina van der Lamp", True),
        ("J. Moss", "Jane Lamp", False),
        ("J. Moss", "J. Moss", False),
        ("J. King", "Jane King, Jr.", False),
        ("Moss", "Jane Moss", False),
        ("张", "张伟", False),
    ],
)
def test_what_a_short_form_may_stand_for(short: str, long: str, fits: bool) -> None:
    assert is_short_for(take_apart(short), take_apart(long)) is fits
    assert not fits or not is_short_for(take_apart(long), take_apart(short))


@given(st.text(max_size=40).filter(str.strip))
def test_any_text_is_a_name(written: str) -> None:
    """It never fails, and a name is no short form of itself."""
    name = take_apart(written)
    assert name.text and name.identity
    assert not is_short_for(name, name)
