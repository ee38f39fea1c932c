from __future__ import annotations

import pytest

from tawatur.claims.counts import Count, comparable, compatible, counts_of
from tawatur.model import Quantity, Statement
from tawatur.statements.quantities import find_quantities


def counts(text: str) -> tuple[Count, ...]:
    span = (0, len(text))
    found = find_quantities(text, span)
    statement = Statement(
        "a.01", "a", span, span, None, None, None, ("outlet:a",), "none", "none", "fact", "+", "certain", found
    )
    return counts_of(text, statement)


def person(low: float | None, high: float | None, *, about: bool = False) -> Count:
    return Count(Quantity((0, 1), low, high, "person", "killed", about), "killed")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("كانت العبارة تقل 88 راكبا", "aboard"),
        ("نحو 140 شخصا كانوا على متن العبارة", "aboard"),
        ("حمولتها المرخصة البالغة 90 راكبا", "capacity"),
        ("بزيادة خمسين راكبا على حمولتها", "excess"),
        ("انتشلت الفرق 61 راكبا على قيد الحياة", "survived"),
        ("لقي تسعة أشخاص حتفهم", "killed"),
        ("نفذ الهجوم أربعة انتحاريين", "attackers"),
    ],
)
def test_the_words_round_a_number_tell_what_it_counts(text: str, role: str) -> None:
    assert [count.role for count in counts(text)] == [role]


def test_a_dual_and_one_more_person_are_three() -> None:
    (count,) = counts("مقتل شرطيتين وطالب في الهجوم")
    assert count.quantity.low == count.quantity.high == 3


def test_counts_of_one_role_joined_by_and_are_a_sum_and_its_parts() -> None:
    *parts, whole = counts("مقتل شرطيتين وثلاثة جنود في الهجوم")
    assert whole.quantity.low == 5
    assert all(part.part for part in parts)


def test_some_of_the_people_are_no_rival_of_all() -> None:
    (some,), (every,) = counts("قتل ثلاثة أطفال"), counts("قتل عشرة أشخاص")
    assert not comparable(some, every)
    first, inner = counts("قتل عشرة أشخاص بينهم 4 جنود")
    assert not comparable(first, inner)


def test_an_open_end_reaches_a_little_beyond_its_figure() -> None:
    assert compatible(person(9, None), person(9, 9))
    assert not compatible(person(9, None), person(17, 17))
    assert compatible(person(100, None), person(120, 120))
    assert not compatible(person(9, None), person(4, 4))


def test_vague_and_rounded_numbers_agree_with_exact_ones() -> None:
    assert compatible(person(20, 99, about=True), person(34, 34))
    assert compatible(person(1500, 1500, about=True), person(1480, 1480))
    assert not compatible(person(7, 7), person(9, 9))
