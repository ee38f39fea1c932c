from __future__ import annotations

import pytest

from tawatur.model import Article
from tawatur.stories.credits import names_outlet


def credits(text: str, name: str) -> bool:
    return names_outlet(Article("a", "here", text), Article("b", "there", "نص", outlet_name=name))


@pytest.mark.parametrize(
    "text",
    [
        "وقال في مقاله المنشور أمس بصحيفة المدينة إن الحل قريب",
        "وفقا لصحيفة المدينة فإن المرفأ مغلق",
        "وقال ل”المدينة“ إن المرفأ مغلق",
        "وقال لـ “المدينة” إن المرفأ مغلق",
        "وكانت صحيفة «المدينة نشرت الخبر",
        "المرفأ مغلق (المدينة)",
        'وأفادت مصادر "المدينة" بأن المرفأ مغلق',
    ],
)
def test_a_paper_is_named_as_one(text: str) -> None:
    assert credits(text, "المدينة")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل جنديان في حادث «نيران صديقة» اليوم (الاثنين) قرب المرفأ", "اليوم"),
        ('قتل جنديان في حادث "نيران صديقة" اليوم (الاثنين) قرب المرفأ', "اليوم"),
        ("باعت المجموعة الصحيفة الاقتصادية العريقة", "الاقتصادية"),
        ("عاد الهدوء إلى المدينة مساء", "المدينة"),
    ],
)
def test_a_word_of_every_day_is_no_name(text: str, name: str) -> None:
    assert not credits(text, name)
