from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds

TOLL = Said("قتل 400 شخص في زلزال الوادي", "الحكومة", numbers=[("400 شخص", 400, 400, "person", "killed")])
MORE = Said("عدد القتلى أكبر بثلاثة أضعاف من الرقم المعلن", "مسعفون", numbers=[("ثلاثة أضعاف", 3, 3, "اضعاف", None)])


def test_three_times_the_figure() -> None:
    assert kinds(account("a1", "hibr", [TOLL, MORE])) == [("contradiction", "number", ("a1.01", "a1.02"))]


def test_a_figure_as_high_as_that_agrees() -> None:
    words = "قتل 1200 شخص في زلزال الوادي"
    high = Said(words, "أطباء", numbers=[("1200 شخص", 1200, 1200, "person", "killed")])
    found = kinds(account("a1", "hibr", [TOLL, MORE]), account("a2", "sanabel", [high]))
    assert ("contradiction", "number", ("a1.02", "a2.01")) not in found
    assert not any(set(pair) == {"a1.02", "a2.01"} for *_, pair in found)
