from __future__ import annotations

from tests.claims.invented import Number, Said, account
from tests.claims.related import kinds


def said(words: str, *numbers: Number) -> Said:
    return Said(words, numbers=numbers)


def between(one: Said, other: Said) -> list[tuple[str, str]]:
    return [found[:2] for found in kinds(account("a1", "hibr", [one]), account("a2", "sanabel", [other]))]


def killed(words: str, count: str, value: float) -> Said:
    return said(words, (count, value, value, "person", "killed"))


def test_figures_far_apart_count_two_things() -> None:
    near = killed("قتل 9 أشخاص في انهيار مبنى بحي الزيتون", "9", 9)
    far = killed("قتل 40 شخصا في انهيار مبنى بحي الزيتون", "40", 40)
    base = killed("قتل 7 أشخاص في انهيار مبنى بحي الزيتون", "7", 7)
    assert between(base, near) == [("contradiction", "number")]
    assert between(base, far) == []


def test_fighters_are_no_civilians() -> None:
    one = killed("قتل 7 مدنيين في معارك حي الزيتون", "7 مدنيين", 7)
    other = killed("قتل 9 مقاتلين في معارك حي الزيتون", "9 مقاتلين", 9)
    assert between(one, other) == []


def test_a_figure_of_a_span_of_time() -> None:
    one = killed("قتل 7 صيادين منذ بداية الموسم", "7", 7)
    other = killed("قتل 9 صيادين بداية الموسم", "9", 9)
    assert between(one, other) == []


def test_passengers_and_crew_are_the_people_aboard() -> None:
    one = said("تحطم طائرة على متنها 66 شخصا", ("66 شخصا", 66, 66, "person", None))
    other = said(
        "كانت الطائرة تقل 60 راكبا و 6 أشخاص من الطاقم",
        ("60 راكبا", 60, 60, "person", None),
        ("6 أشخاص", 6, 6, "person", None),
    )
    assert between(one, other) == []


def test_the_figure_of_another_year() -> None:
    one = killed("قتل 7 أشخاص في انهيار مبنى بحي الزيتون", "7", 7)
    other = Said(
        "في عام 2015 قتل 9 أشخاص في انهيار مبنى بحي الزيتون",
        numbers=[("9", 9, 9, "person", "killed")],
        days=[("2015", "2015")],
    )
    now = account("a1", "hibr", [one], published="2021-03-02")
    assert kinds(now, account("a2", "sanabel", [other], published="2021-03-02")) == []


def test_who_gives_both_figures_tells_of_two_things() -> None:
    earlier = said("نفذت عائلة من 6 أفراد هجوم الميناء يوم الأحد", ("6 أفراد", 6, 6, "person", None))
    now = said("نفذت عائلة من 5 أفراد هجوم الجسر", ("5 أفراد", 5, 5, "person", None))
    again = said("نفذت عائلة من 6 أفراد هجوم الميناء", ("6 أفراد", 6, 6, "person", None))
    one = account("a1", "hibr", [earlier])
    assert [f[:2] for f in kinds(one, account("a2", "sanabel", [now]), apart=True)] == [("contradiction", "number")]
    assert kinds(one, account("a2", "sanabel", [now, again]), apart=True) == []


def test_two_voices_of_one_article_may_contradict_each_other() -> None:
    told = killed("قتل 12 صيادا في غرق قوارب الميناء", "12 صيادا", 12)
    official = Said("قتل 7 صيادين في غرق قوارب الميناء", "الميناء", numbers=[("7 صيادين", 7, 7, "person", "killed")])
    one, both = account("a1", "hibr", [told]), account("a2", "sanabel", [official, told])
    assert ("a1.01", "a2.01") in [found[2] for found in kinds(one, both, apart=True)]


def test_the_subject_of_a_toll_may_stand_before_the_statement_in_its_sentence() -> None:
    whole = killed("انهيار منجم النحاس أودى بحياة 7 عمال", "7 عمال", 7)
    toll = [("12 قتيلا", 12.0, 12.0, "person", "killed")]
    clause = Said("خلف 12 قتيلا", numbers=toll, lead="شيع الأهالي ضحايا انهيار منجم النحاس الذي")
    other = Said("خلف 12 قتيلا", numbers=toll, lead="شيع الأهالي ضحايا حريق الغابة الذي")
    most = Said("قتل 60 سائحا في الموسم", "النقابة", numbers=[("60 سائحا", 60, 60, "person", "killed")])
    least = Said("قتل 90 نازحا في الشتاء", "الهيئة", numbers=[("90 نازحا", 90, 90, "person", "killed")])
    first = account("a1", "hibr", [whole, most])
    assert kinds(first, account("a2", "sanabel", [clause, least]), apart=True) != []
    assert kinds(first, account("a2", "sanabel", [other, least]), apart=True) == []
    named = Said("12 قتيلا في القرية", numbers=toll, lead=clause.lead)
    assert kinds(first, account("a2", "sanabel", [named, least]), apart=True) == []


def test_a_number_that_is_the_subject_needs_no_other() -> None:
    whole = killed("انهيار منجم النحاس أودى بحياة 7 عمال", "7 عمال", 7)
    toll = [("12 عاملا", 12.0, 12.0, "person", "killed")]
    lead = "تحدث الوزير عن انهيار منجم النحاس فيما"
    other = Said("قتل 12 عاملا حرقا على متن حافلة", numbers=toll, lead=lead)
    bare = Said("قتل 12 عاملا", numbers=toll, lead=lead)
    most = Said("قتل 60 سائحا في الموسم", "النقابة", numbers=[("60 سائحا", 60, 60, "person", "killed")])
    least = Said("قتل 90 نازحا في الشتاء", "الهيئة", numbers=[("90 نازحا", 90, 90, "person", "killed")])
    first = account("a1", "hibr", [whole, most])
    assert kinds(first, account("a2", "sanabel", [bare, least]), apart=True) != []
    assert kinds(first, account("a2", "sanabel", [other, least]), apart=True) == []


def test_an_earlier_toll_told_again_is_no_other_thing() -> None:
    one = killed("قتل 5 عمال في انهيار منجم النحاس قرب رملاء", "5 عمال", 5)
    now = killed("ارتفع قتلى انهيار منجم النحاس إلى 7 عمال", "7 عمال", 7)
    before = killed("قتل 5 عمال في انهيار منجم النحاس صباحا", "5 عمال", 5)
    early, late = "2021-03-05T08:00:00Z", "2021-03-05T19:00:00Z"
    first = account("a1", "hibr", [one], published=early)
    found = kinds(first, account("a2", "sanabel", [now, before], published=late), apart=True)
    assert found == [("update", "number", ("a1.01", "a2.01"))]
    elsewhere = killed("قتل 7 عمال في انهيار منجم الفضة", "7 عمال", 7)
    assert kinds(first, account("a2", "sanabel", [elsewhere, before], published=late), apart=True) == []
