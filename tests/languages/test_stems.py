from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import skeleton, stem


def key(word: str) -> str:
    return stem(fold(word))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("والوزير", "وزير"),
        ("المطارات", "مطارين"),
        ("للمسؤولين", "مسؤول"),
        ("وسيقوم", "يقوم"),
        ("بغداد", "لبغداد"),
        ("قتلت", "قتل"),
    ],
)
def test_clitics_and_endings_come_off(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize("word", ["لبنان", "وزير", "بغداد", "فريق", "كتاب"])
def test_a_letter_of_the_word_itself_stays(word: str) -> None:
    assert key(word)[0] == word[0]


@pytest.mark.parametrize(
    ("one", "other"), [("اجتماع", "مجموعة"), ("انتخابات", "ناخبين"), ("هجوم", "مهاجمين"), ("عاصمة", "عواصم")]
)
def test_derived_forms_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(key(one)) == skeleton(key(other))


@given(st.text(max_size=20))
def test_any_text_has_a_stem_and_a_skeleton(word: str) -> None:
    folded = fold(word)
    assert bool(stem(folded)) == bool(folded)
    assert bool(skeleton(stem(folded))) == bool(folded)
