from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds


def between(one: str, other: str) -> list[tuple[str, str]]:
    first, second = account("a1", "hibr", [Said(one)]), account("a2", "sanabel", [Said(other)])
    return [found[:2] for found in kinds(first, second)]


def test_two_statements_that_open_with_opposites() -> None:
    one, other = "ارتفاع سعر القمح في أسواق مدينة السنابل", "انخفاض سعر القمح في أسواق مدينة السنابل"
    assert between(one, other) == [("contradiction", "polarity")]


def test_one_side_wins_what_the_other_loses() -> None:
    one = "فاز فريق الميناء على فريق الوادي في نهائي كأس السنابل"
    other = "خسر فريق الوادي أمام فريق الميناء في نهائي كأس السنابل"
    assert between(one, other) == []


def test_opposites_with_nothing_in_common_beside() -> None:
    assert between("رفض المجلس", "وافق المجلس على فتح سوق السمك الجديد") == []
