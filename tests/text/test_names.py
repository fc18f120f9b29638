"""Names made of titles: for URLs, for comparing, for people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.fold import fold
from generator.text.short_name import short_name
from generator.text.slug import slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("LoRAM: Train Small", "LoRAM"),
        ("Only-IF: Something", "Only-IF"),
        ("G3PT: Something", "G3PT"),
        ("OMEGA: Can It?", "OMEGA"),
        ("Med-R³: Something", "Med-R³"),
        ("Tower+: Something", "Tower+"),
        ("Synapse: Something", "Synapse"),
        ("ERNIE 3.0: Something", "ERNIE 3.0"),
        ("Uni-Perceiver v2: Something", "Uni-Perceiver v2"),
        ("Robust e-NeRF: Something", "Robust e-NeRF"),
        ("Super(ficial)-alignment: Something", "Super(ficial)-alignment"),
        ("Law of the Weakest Link: Something", ""),
        ("On Path to Something: Else", ""),
        ("Few-shot Continual Learning: Something", ""),
        ("Weak-to-Strong Generalization: Something", ""),
        ("The Coverage Principle: Something", ""),
        ("Less is more: Something", ""),
        ("Beyond CNNs: Something", ""),
        ("Position: Something Must Change", ""),
        ("Segmentation: Something", ""),
        ("Recommendation as Language Processing (RLP): Something", ""),
        ("LoRAM and nothing else", ""),
        ("LoRAM:", ""),
        ("std::vector", ""),
        ("", ""),
    ],
)
def test_a_short_name_is_a_name(title: str, name: str) -> None:
    """What is coined or proper is a name; an ordinary phrase is not."""
    assert short_name(title) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LoRAM: Train Small, Infer Large", "loram-train-small-infer-large"),
        ("Über Nyström – 中文", "uber-nystrom-zhongwen"),
        ("  ", ""),
        ("a" * 100, "a" * 80),
        ("word " * 30, "word-" * 15 + "word"),
    ],
)
def test_a_slug_is_fit_for_a_file(text: str, expected: str) -> None:
    """Small letters, digits and hyphens, cut between words."""
    assert slug(text) == expected


@given(st.text(), st.integers(min_value=1, max_value=90))
def test_any_slug_is_safe(text: str, limit: int) -> None:
    """A slug holds nothing but `[a-z0-9-]`, begins and ends with neither hyphen, and obeys its limit."""
    made = slug(text, limit)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert len(made) <= limit
    assert slug(made, limit) == made


@given(st.text())
def test_folding_is_final(text: str) -> None:
    """Folded text is single-spaced ASCII letters and digits, and folds to itself."""
    folded = fold(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?: [a-z0-9]+)*)?", folded)
    assert fold(folded) == folded


def test_titles_that_differ_in_marks_fold_alike() -> None:
    """Case, accents, dashes and quotation marks do not make another paper."""
    assert fold("“Nyström” — a Method") == fold('"Nystrom" -- A METHOD') == "nystrom a method"
