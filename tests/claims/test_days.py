from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds


def between(one: Said, other: Said) -> list[tuple[str, str]]:
    return [found[:2] for found in kinds(account("a1", "hibr", [one]), account("a2", "sanabel", [other]))]


def test_one_word_for_the_day_in_articles_of_two_days() -> None:
    words = "ضرب إعصار نسيم جزيرة المرجان الأربعاء"
    one, other = (Said(words, days=[("الأربعاء", day)]) for day in ("2021-03-03", "2021-03-10"))
    assert between(one, other) == []


def test_a_day_whose_year_is_not_said() -> None:
    one = Said("تجري انتخابات بلوريا في 10 مايو", days=[("10 مايو", "2020-05-10")])
    other = Said("تجري انتخابات بلوريا في العاشر من مايو", days=[("العاشر من مايو", "2021-05-10")])
    assert between(one, other) == []


def test_the_days_of_two_things_in_like_sentences() -> None:
    one = "بحث المبعوث في زيارة مفاجئة للعاصمة الثلاثاء تهديدات بلوريا بالرد على حريق مخازن القمح في ميناء المرجان"
    other = "هددت بلوريا بالرد على حريق مخازن القمح الذي اندلع ليلا السبت في ميناء المرجان"
    assert between(Said(one, days=[("الثلاثاء", "2021-03-09")]), Said(other, days=[("السبت", "2021-03-06")])) == []


def test_others_are_another_happening() -> None:
    one = Said("غرق ثلاثة صيادين قرب جزيرة المرجان الجمعة", days=[("الجمعة", "2021-03-05")])
    other = Said("غرق آخرين قرب جزيرة المرجان السبت", days=[("السبت", "2021-03-06")])
    assert between(one, other) == []


def test_other_numbers_on_other_days_are_two_happenings() -> None:
    five = [("5 صيادين", 5.0, 5.0, "person", "killed")]
    nine = [("9 صيادين", 9.0, 9.0, "person", "killed")]
    one = Said("قتل 5 صيادين في انفجار مرجل قرب الميناء الجمعة", numbers=five, days=[("الجمعة", "2021-03-05")])
    same = Said("قتل 5 صيادين في انفجار مرجل قرب الميناء الأحد", numbers=five, days=[("الأحد", "2021-03-07")])
    more = Said("قتل 9 صيادين في انفجار مرجل قرب الميناء الأحد", numbers=nine, days=[("الأحد", "2021-03-07")])
    assert between(one, same) == [("contradiction", "time")]
    assert between(one, more) == []


def test_other_lengths_and_spans_are_no_other_happening() -> None:
    three, four = [("3 سنوات", 3.0, 3.0, "year", None)], [("4 سنوات", 4.0, 4.0, "year", None)]
    one = Said("افتتح جسر الوادي الجديد السبت بعد تأخير 3 سنوات", numbers=three, days=[("السبت", "2021-03-06")])
    other = Said("افتتح جسر الوادي الجديد الخميس بعد تأخير 4 سنوات", numbers=four, days=[("الخميس", "2021-03-04")])
    assert between(one, other) == [("contradiction", "time")]
