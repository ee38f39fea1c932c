"""Where a noun phrase ends, on sentences written for these tests."""

from __future__ import annotations

import pytest

from tawatur.statements.nominals import his_talk
from tawatur.statements.parsing import parse
from tawatur.statements.phrase_breaks import not_counted_in, shown_in_film
from tawatur.statements.phrases import phrase_end
from tawatur.statements.sentences import Sentence


def phrase(text: str, *, strict: bool = True) -> str:
    """The noun phrase that begins at the second word."""
    parsed = parse(text, Sentence((0, len(text)), title=False, opens_paragraph=True))
    return parsed.form(1, phrase_end(parsed, 1, len(parsed), strict=strict))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وقال المدير محمد علي الدربي إن العمل بدأ", "المدير محمد علي الدربي"),
        ("وقال الشيخ أحمد بن علي إن العمل بدأ", "الشيخ أحمد بن علي"),
        ("كشف عمر باخشوين أن العمل بدأ", "عمر باخشوين"),
        ("ووصف الباحثون مشتري الأجهزة بالغرباء", "الباحثون"),
        ("كشفت إمارة منطقة مكة المكرمة عن الجدول", "إمارة منطقة مكة المكرمة"),
        ("ودعت الصحيفة فرنسا إلى الهدوء", "الصحيفة"),
        ("ودعت وزارة السياحة اليمنية الإمارات للتوقف عن تدمير الجزيرة.", "وزارة السياحة اليمنية"),
        ("انتقد المتحدث باسم الرئاسة وصف الرئيس لنظيره", "المتحدث باسم الرئاسة"),
        ("تقاطع المعارضة لأنها غاضبة", "المعارضة"),
        ("وقال بيسكوف لـCNN إن العمل بدأ", "بيسكوف"),
    ],
)
def test_a_phrase_ends(text: str, found: str) -> None:
    assert phrase(text) == found


def test_what_somebody_goes_on_with_is_his_talk() -> None:
    text = "وختم حديثه وتصريحاتها وحوارهم والحديث وكلامنا"
    parsed = parse(text, Sentence((0, len(text))))
    assert [his_talk(parsed, k) for k in range(len(parsed))] == [False, True, True, True, False, False]


def test_what_a_film_shows_is_no_part_of_its_name() -> None:
    text = "ونشرت الصحيفة مقطع فيديو لحظة الهجوم وزار دبلوماسيون غربيون موسكو"
    parsed = parse(text, Sentence((0, len(text))))
    assert [k for k in range(1, len(parsed)) if shown_in_film(parsed, k)] == [4]
    assert [k for k in range(1, len(parsed)) if not_counted_in(parsed, k)] == [9]
