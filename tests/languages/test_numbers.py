from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.languages.ar.numbers import read_number
from tawatur.languages.ar.ordinals import read_ordinal
from tawatur.languages.ar.script import words

ONES = ["صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
SCALES = (("مليار", "ملياران", "مليارات"), ("مليون", "مليونان", "ملايين"), ("ألف", "ألفان", "آلاف"))


def _below_thousand(n: int) -> list[str]:
    parts = [HUNDREDS[n // 100 - 1]] if n >= 100 else []
    n %= 100
    if n > 20 and n % 10:
        parts += [ONES[n % 10], TENS[n // 10 - 2]]
    elif n >= 20:
        parts.append(TENS[n // 10 - 2])
    elif n > 10:
        parts.append({11: "أحد عشر", 12: "اثنا عشر"}.get(n) or f"{ONES[n % 10]} عشر")
    elif n:
        parts.append(ONES[n])
    return parts


def spell(n: int, joint: str = " و") -> str:
    """The number in words, as a careful writer has it."""
    if n == 0:
        return "صفر"
    parts: list[str] = []
    for power, (one, two, many) in zip((10**9, 10**6, 10**3), SCALES, strict=True):
        group, n = divmod(n, power)
        if group == 1:
            parts.append(one)
        elif group == 2:
            parts.append(two)
        elif group:
            scale = many if 3 <= group % 100 <= 10 else one
            parts.append(f"{joint.join(_below_thousand(group))} {scale}")
    return joint.join(parts + _below_thousand(n))


def value(text: str) -> float | None:
    number = read_number(words(text), 0)
    return number.low if number and number.exact and number.last == len(words(text)) else None


@given(st.integers(0, 999_999_999_999), st.sampled_from((" و", " و ")))
def test_numbers_in_words_come_back(n: int, joint: str) -> None:
    assert value(spell(n, joint)) == n


@given(st.integers(0, 10**12), st.sampled_from((",", "٬", " ", "،")))
def test_grouped_digits_come_back(n: int, sign: str) -> None:
    assert value(f"{n:,}".replace(",", sign)) == n


@given(st.integers(0, 999))
def test_numbers_below_zero(n: int) -> None:
    assert value(f"سالب {spell(n)}") == -n == value(f"-{n}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نصف", 0.5),
        ("ثلثي", 2 / 3),
        ("ثلاثة أرباع", 0.75),
        ("خمسة أثمان", 0.625),
        ("أربعة ونصف", 4.5),
        ("مئة وثلاثة أرباع", 100.75),
        ("ثلاثمئة وستون وربع", 360.25),
        ("مليون ونصف المليون", 1_500_000),
        ("مليون وثلاثة أرباع المليون", 1_750_000),
        ("سبعة ونصف مليون", 7_500_000),
        ("ثلثي مليون", 2e6 / 3),
        ("أربعة فاصلة سبعة", 4.7),
        ("اثنان فاصلة خمسة وعشرون", 2.25),
        ("6 فاصلة 05", 6.05),
        ("2,5 مليار", 2_500_000_000),
        ("٣٤٠٫٥", 340.5),
        ("1 250 300,75", 1250300.75),
    ],
)
def test_fractions_and_decimals(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["الربع الأخير", "أرباع", "سالب", "ناقص شيء"])
def test_what_is_no_number(text: str) -> None:
    assert read_number(words(text), 0) is None


def test_a_hyphen_between_words_is_no_sign() -> None:
    found = words("جولة-5")
    assert read_number(found, 1) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الثالث", 3),
        ("الحادي عشر", 11),
        ("التاسعة والأربعون", 49),
        ("الواحد والثلاثون", 31),
        ("السبعون", 70),
        ("المئة", 100),
        ("المئتان", 200),
        ("المئة والخامسة والعشرون", 125),
        ("الثلاثمئة والثاني عشر", 312),
    ],
)
def test_ordinals(text: str, expected: int) -> None:
    assert read_ordinal(words(text), 0) == (expected, len(words(text)))


@pytest.mark.parametrize("text", ["الواحد", "ثلاثة", "مئة", "عشرون"])
def test_cardinals_are_no_ordinals(text: str) -> None:
    assert read_ordinal(words(text), 0) is None
