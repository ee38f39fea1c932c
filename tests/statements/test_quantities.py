from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.languages.ar.script import words
from tawatur.statements.counts import find_counts
from tawatur.statements.quantities import find_quantities


def read(text: str) -> list[tuple[float | None, float | None, str]]:
    return [(q.low, q.high, q.unit) for q in find_quantities(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استغرقت الرحلة ساعة ونصف", [(1.5, 1.5, "hour")]),
        ("سجن المدير ثلاث سنوات ونصف السنة", [(3.5, 3.5, "year")]),
        ("غاب شهرين ونصف شهر عن الملعب", [(2.5, 2.5, "month")]),
        ("توقف القطار نصف ساعة", [(0.5, 0.5, "hour")]),
        ("بلغت الحرارة ست درجات تحت الصفر", [(-6, -6, "degree")]),
        ("هبطت الأسهم إلى سالب خمسة بالمئة", [(-5, -5, "percent")]),
        ("تراجع النمو -3% هذا العام", [(-3, -3, "percent")]),
        ("ينتظر بين 40 إلى 50 مخرجا", [(40, 50, "مخرج")]),
        ("تنتج الحقول 200 ألف إلى 300 ألف برميل", [(200_000, 300_000, "barrel")]),
        ("تصل المنحة إلى ما يصل إلى 700 دولار", [(None, 700, "usd")]),
        ("شارك على الأقل 20 طالبا", [(20, None, "person")]),
        ("لا يقل عن 30 يوما ولا يزيد على 60 يوما", [(30, 60, "day")]),
        ("حضر حوالي 500 طالب أو أكثر", [(500, None, "person")]),
        ("غرامة 3،000 ريال", [(3000, 3000, "riyal")]),
        ("بلغت النسبة 5ر49 بالمئة", [(49.5, 49.5, "percent")]),
        ("لمدة (5) أيام بمبلغ (42) مليون ريال", [(5, 5, "day"), (42_000_000, 42_000_000, "riyal")]),
        ("أصدر المجلس القرار (31) بهدف الحماية", []),
        ("بلغت 129.3 مليون دولار", [(129_300_000, 129_300_000, "usd")]),
        ("سلم 20 ألف ورقة إلى المحكمة", [(20_000, 20_000, "ورقه")]),
        ("مدة عامين ونصف وأكثر من 8 أعوام", [(2.5, 2.5, "year"), (8, None, "year")]),
    ],
)
def test_quantities(text: str, expected: list[tuple[float | None, float | None, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق 3 - صفر يوم الخميس",
        "في مباراة نصف نهائي الكأس",
        "نتائج الربع الثالث من الموسم",
        "أعلنت ساعة الصفر",
        "فقد الدينار نصف قيمته",
        "أدى نصف السكان الواجب",
        "تعادل نادي ميلان مع ضيفه",
        "في مونديال 1998 بين البلدين",
        "قتل في 27 منه",
        "تعادل وست هام يونايتد مع ضيفه",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert read(text) == []


def test_bare_numbers_are_counts_with_their_bounds() -> None:
    found = find_counts(words("أكثر من عشرين وأقل من ثلاثين"))
    assert [(c.low, c.high) for c in found] == [(20, 30)]
    found = find_counts(words("يتراوح العدد من ألف إلى ألف وخمسمئة"))
    assert [(c.low, c.high) for c in found] == [(1000, 1500)]


@given(
    st.lists(
        st.sampled_from(
            [
                "و",
                "ونصف",
                "ساعة",
                "صفر",
                "-",
                "3",
                "تحت",
                "الصفر",
                "سالب",
                "من",
                "إلى",
                "أكثر",
                "أقل",
                "5%",
                "،",
                "مليون",
                "ثلاثة",
                "أرباع",
            ]
        )
    )
)
def test_any_run_of_such_words_is_read_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_quantities(text, (0, len(text)))
    assert all(0 <= q.span[0] < q.span[1] <= len(text) for q in found)
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)


def test_what_is_left_of_a_date_that_a_proposition_cuts_counts_nothing() -> None:
    text = "افتتح الجسر قبل شهرين"
    cut = text.index("شهرين")
    assert [q.unit for q in find_quantities(text, (cut, len(text)))] == ["month"]
    assert find_quantities(text, (cut, len(text)), dates=[(text.index("قبل"), len(text))]) == ()
    assert [q.unit for q in find_quantities(text, (cut, len(text)), dates=[(0, 5)])] == ["month"]
