from __future__ import annotations

import pytest

from tawatur.writing.comparing import differences


def parted(left: str, right: str) -> list[tuple[str, str]]:
    found = differences(left, (0, len(left)), right, (0, len(right)))
    return [(left[slice(*one)] if one else "", right[slice(*other)] if other else "") for one, other in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("وصل خمسة عمال إلى الميناء", "وصل ستة عمال إلى الميناء", [("خمسة", "ستة")]),
        ("وصل العمال إلى الميناء", "وصل العمال مساء إلى الميناء", [("", "مساء")]),
        ("وصل العمال، إلى «الميناء».", "وصل العمال إلى الميناء", []),
        ("إنّ العمّال وصلوا", "ان العمال وصلوا", []),
        ("غادر الوفد ثم عاد", "عاد الوفد ثم غادر", [("غادر", "عاد"), ("عاد", "غادر")]),
    ],
)
def test_words_that_part_two_passages(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert parted(left, right) == expected


def test_only_the_passages_are_compared() -> None:
    left, right = "قبل ذلك وصل العمال", "وصل العمال بعد ذلك"
    assert differences(left, (8, len(left)), right, (0, 10)) == []
