from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds

MORNING, EVENING = "2021-03-05T08:00:00Z", "2021-03-05T19:00:00Z"
EXPECTED = Said("يضرب إعصار مرجان ساحل الوادي فجر السبت", "الأرصاد", kind="prediction")
CAME = Said("ضرب إعصار مرجان ساحل الوادي مساء اليوم")


def found(*said: Said, later: str = EVENING) -> list[tuple[str, str, tuple[str, str]]]:
    first = account("a1", "hibr", [said[0]], published=MORNING)
    return kinds(first, account("a2", "sanabel", list(said[1:]), published=later), apart=True)


def test_what_was_expected_came() -> None:
    assert found(EXPECTED, CAME) == [("update", "other", ("a1.01", "a2.01"))]


def test_a_plan_was_carried_out() -> None:
    plan = Said("تعتزم الوزارة هدم برج الميناء القديم", "الوزارة")
    assert found(plan, Said("هدمت الوزارة برج الميناء القديم")) == [("update", "other", ("a1.01", "a2.01"))]
    assert found(plan, Said("هدمت الوزارة أكواخ الصيادين المهجورة")) == []


def test_what_came_near_arrived() -> None:
    near = Said("يقترب إعصار مرجان من ساحل الوادي")
    assert found(near, CAME) == [("update", "other", ("a1.01", "a2.01"))]


def test_what_an_earlier_report_tells_is_no_fulfilment() -> None:
    assert found(EXPECTED, CAME, later="2021-03-04T19:00:00Z") == []


def test_what_happened_on_a_day_before_is_another_happening() -> None:
    before = Said("ضرب إعصار مرجان ساحل الوادي يوم 3 مارس 2021", days=[("3 مارس 2021", "2021-03-03")])
    assert found(EXPECTED, before) == []


def test_of_two_happenings_that_is_meant_which_agrees_best() -> None:
    elsewhere = Said("ضرب إعصار مرجان جزيرة السنابل الشمالية")
    assert found(EXPECTED, elsewhere, CAME) == [("update", "other", ("a1.01", "a2.02"))]


def test_two_days_make_it_a_matter_of_time() -> None:
    dated = Said(EXPECTED.words, "الأرصاد", kind="prediction", days=[("السبت", "2021-03-06")])
    came = Said("ضرب إعصار مرجان ساحل الوادي الجمعة", days=[("الجمعة", "2021-03-05")])
    assert found(dated, came) == [("update", "time", ("a1.01", "a2.01"))]
