from __future__ import annotations

import pytest

from tests.claims.invented import Said, account
from tests.claims.related import kinds, related

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


@pytest.mark.parametrize(
    ("coming", "came"),
    [
        ("الوفد في طريقه إلى مدينة رملاء", "ضرب زلزال مدينة رملاء"),
        ("الوفد في طريقه إلى مدينة رملاء", "ضرب زلزال مدينة رملاء قبيل وصول الوفد"),
        ("الوفد في طريقه إلى مدينة رملاء", "بلغت الحرارة في مدينة رملاء أربعين"),
        ("الوفد في طريقه إلى مدينة رملاء", "دخلت قوات الجيش مدينة رملاء"),
        ("الوفد في طريقه إلى مدينة رملاء", "وصل الوفد إلى مدينة زمردة"),
        ("أغلقت الشرطة الطريق إلى مدينة رملاء", "دخلت الشرطة مدينة رملاء"),
        ("يتجه البرلمان إلى إقرار قانون العمل", "بلغ عدد العاطلين عن العمل مليونا"),
        ("سيلتقي الأمين العام وزير الخارجية", "التقى الأمين العام رئيس البرلمان"),
        ("سيفتتح الوزير جسر الوادي", "افتتح الحاكم جسر الوادي"),
        ("تعتزم الوزارة هدم برج الميناء القديم", "هدم الحاكم برج الميناء القديم"),
    ],
)
def test_another_happening_of_some_of_the_same_words_is_no_fulfilment(coming: str, came: str) -> None:
    assert found(Said(coming), Said(came)) == []


def test_who_was_on_the_way_arrived() -> None:
    near = Said("الوفد في طريقه إلى مدينة رملاء")
    assert found(near, Said("وصل الوفد إلى مدينة رملاء")) == [("update", "other", ("a1.01", "a2.01"))]
    assert found(near, Said("وصل رئيس الوفد مروان السنابل الجمعة إلى مدينة رملاء")) != []


def test_whom_somebody_was_to_meet_was_met() -> None:
    meeting = Said("سيلتقي الأمين العام وزير الخارجية")
    assert found(meeting, Said("التقى الأمين العام وزير الخارجية")) == [("update", "other", ("a1.01", "a2.01"))]


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (MORNING, EVENING, "claims.update_came"),
        ("2021-03-05", "2021-03-05", "claims.update_came"),
        (None, EVENING, "claims.divergent_came"),
        (MORNING, None, "claims.divergent_came"),
        (None, None, "claims.divergent_came"),
    ],
)
def test_what_came_takes_the_place_of_what_was_expected_only_where_both_days_are_known(
    first: str | None, second: str | None, code: str
) -> None:
    one, other = account("a1", "hibr", [EXPECTED], published=first), account("a2", "sanabel", [CAME], published=second)
    (relation,) = related(one, other, apart=True)
    assert (f"claims.{relation.type}_came", relation.reason.code) == (code, code)


def test_when_it_was_expected_is_not_what_must_have_come() -> None:
    early = Said("يضرب إعصار ساحل الوادي خلال الساعات القادمة وفي وقت متأخر", "الأرصاد", kind="prediction")
    assert found(early, Said("ضرب إعصار قرى الوادي")) == [("update", "other", ("a1.01", "a2.01"))]


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


def test_what_one_said_they_would_do_is_not_what_another_did() -> None:
    plan = Said("سيدخل بلدة الصافي خلال أيام", "الجيش", kind="position", lead="أعلن الجيش أنه")
    assert found(plan, Said("دخل الجيش بلدة الصافي")) == [("update", "other", ("a1.01", "a2.01"))]
    assert found(plan, Said("دخل وفد الصيادين بلدة الصافي")) == []
