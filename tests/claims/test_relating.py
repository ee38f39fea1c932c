from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.claims import align, relate
from tawatur.settings import DEFAULT
from tests.claims.invented import Said, account
from tests.claims.related import related, text


def toll(words: str, count: str, value: float) -> Said:
    return Said(words, numbers=[(count, value, value, "person", "killed")])


def test_two_tolls_at_one_time_contradict_and_point_at_the_numbers() -> None:
    accounts = (
        account("a1", "hibr", [toll("قتل 7 أشخاص في انهيار مبنى بحي الزيتون", "7", 7)]),
        account("a2", "sanabel", [toll("انهيار مبنى في حي الزيتون يودي بحياة 9 أشخاص", "9", 9)]),
    )
    (relation,) = related(*accounts)
    assert (relation.type, relation.slot) == ("contradiction", "number")
    assert (text(accounts, relation, 0), text(accounts, relation, 1)) == ("7", "9")
    assert relation.reason.code == "claims.contradiction_number"


def test_a_larger_toll_published_later_is_an_update() -> None:
    words = "قتل {} أشخاص في انهيار مبنى بحي الزيتون"
    (relation,) = related(
        account("a1", "hibr", [toll(words.format(7), "7", 7)], published="2021-03-02T08:00:00Z"),
        account("a2", "sanabel", [toll(words.format(9), "9", 9)], published="2021-03-02T15:00:00Z"),
    )
    assert (relation.type, relation.slot) == ("update", "number")


def test_numbers_of_different_things_do_not_conflict() -> None:
    one = toll("قتل 7 أشخاص في انهيار مبنى بحي الزيتون", "7", 7)
    other = Said("أصيب 9 أشخاص في انهيار مبنى بحي الزيتون", numbers=[("9", 9, 9, "person", "wounded")])
    assert related(account("a1", "hibr", [one]), account("a2", "sanabel", [other])) == ()


def test_a_number_far_above_at_least_is_an_update_and_no_agreement() -> None:
    one = Said("قتل 7 أشخاص على الأقل في انهيار مبنى بحي الزيتون", numbers=[("7", 7, None, "person", "killed")])
    other = toll("قتل 9 أشخاص في انهيار مبنى بحي الزيتون", "9", 9)
    (relation,) = related(account("a1", "hibr", [one]), account("a2", "sanabel", [other]))
    assert (relation.type, relation.slot) == ("update", "number")


def test_some_of_a_bodys_own_people_are_no_rival_of_the_toll() -> None:
    one = toll("مقتل 107 أشخاص في تحطم طائرة الفجر", "107", 107)
    other = toll("مقتل اثنين من مواطنيها في تحطم طائرة الفجر", "اثنين من مواطنيها", 2)
    assert related(account("a1", "hibr", [one]), account("a2", "sanabel", [other])) == ()


def test_one_speakers_later_count_takes_the_place_of_the_earlier_whatever_the_words() -> None:
    one = Said("انتشلت الفرق 61 راكبا أحياء", "الدفاع_المدني", numbers=[("61 راكبا", 61, 61, "person", "survived")])
    other = Said("عدد الناجين بلغ 98 شخصا", "الدفاع_المدني", numbers=[("98 شخصا", 98, 98, "person", "survived")])
    (relation,) = related(
        account("a1", "hibr", [one], published="2021-03-02"), account("a2", "sanabel", [other], published="2021-03-03")
    )
    assert (relation.type, relation.slot) == ("update", "number")


def test_a_denial_that_points_back_finds_the_accusation_before_it() -> None:
    said = [
        Said("الوزير أخفى تقارير المختبر عن القمح الفاسد", "النيابة", kind="accusation"),
        Said("الجلسة المقبلة تعقد الشهر المقبل في العاصمة"),
        Said("أي مخالفات من هذا النوع", "الوزير", polarity="-", lead="ونفى الوزير ارتكاب"),
    ]
    (relation,) = related(account("a1", "hibr", said))
    assert relation.statements == ("a1.01", "a1.03")


def test_at_least_agrees_with_its_own_figure() -> None:
    one = Said("قتل 7 أشخاص على الأقل في انهيار مبنى بحي الزيتون", numbers=[("7", 7, None, "person", "killed")])
    assert related(account("a1", "hibr", [one]), account("a2", "sanabel", [toll(one.words, "7", 7)])) == ()


def test_an_accusation_and_its_denial() -> None:
    (relation,) = related(
        account("a1", "hibr", [Said("تورط الوزير في صفقة القمح الفاسد", "النيابة", kind="accusation")]),
        account("a2", "sanabel", [Said("تورطه في صفقة القمح الفاسد", "الوزير", polarity="-", lead="نفى الوزير")]),
    )
    assert (relation.type, relation.slot) == ("contradiction", "polarity")


def test_a_denial_that_points_back() -> None:
    (relation,) = related(
        account(
            "a1",
            "hibr",
            [
                Said("الشركة رشت أعضاء المجلس البلدي لتمرير العقد", "النيابة", kind="accusation"),
                Said("ذلك", "الشركة", polarity="-", lead="ونفت الشركة"),
            ],
        )
    )
    assert relation.statements == ("a1.01", "a1.02")
    assert relation.slot == "polarity"


def test_the_same_happening_on_two_days() -> None:
    (relation,) = related(
        account("a1", "hibr", [Said("ضرب إعصار نسيم جزيرة المرجان الأربعاء", days=[("الأربعاء", "2021-03-03")])]),
        account("a2", "sanabel", [Said("ضرب إعصار نسيم جزيرة المرجان الخميس", days=[("الخميس", "2021-03-04")])]),
    )
    assert relation.slot == "time"


def test_different_people_at_one_secret_meeting() -> None:
    one = "التقى في جنيف وفد بلوري ضم ممثلين عن وزارة الزراعة وهيئة المياه مع وفد زمردي بوساطة نرويجية"
    other = "اللقاء الذي عقد في جنيف جمع بين الوزير الزمردي نبيل الساري ونظيره البلوري هاني الوردي بوساطة نرويجية"
    (relation,) = related(account("a1", "hibr", [Said(one)]), account("a2", "sanabel", [Said(other)]))
    assert (relation.type, relation.slot) == ("divergent", "participant")


def test_a_count_that_a_statement_tells_by_the_way_is_no_rival() -> None:
    numbers = [("7", 7.0, 7.0, "person", "killed"), ("12", 12.0, 12.0, "person", "wounded")]
    one = Said("قتل 7 أشخاص وأصيب 12 في انهيار مبنى بحي الزيتون", numbers=numbers)
    other = Said("إصابة 15 شخصا في انهيار مبنى بحي الزيتون", numbers=[("15", 15, 15, "person", "wounded")])
    assert related(account("a1", "hibr", [one]), account("a2", "sanabel", [other])) == ()


def test_a_toll_is_told_by_the_claims_that_open_with_it() -> None:
    five = [
        toll("فرق الإسعاف نقلت إلى مستشفى الزيتون 5 قتلى", "5 قتلى", 5),
        toll("مقتل 5 عمال في انهيار مبنى بحي الزيتون صباح الأحد", "5 عمال", 5),
    ]
    six = toll("مقتل 6 عمال في انهيار مبنى بحي الزيتون", "6 عمال", 6)
    found = related(account("a1", "hibr", five), account("a2", "sanabel", [six]), apart=True)
    assert [relation.statements for relation in found] == [("a1.02", "a2.01")]


@given(st.lists(st.lists(st.text(min_size=1, max_size=40), max_size=4), max_size=3))
def test_any_text_gives_relations_between_claims_that_exist(lines: list[list[str]]) -> None:
    accounts = [account(f"a{n}", "hibr", [Said(text) for text in article]) for n, article in enumerate(lines)]
    claims = align(accounts, (), (), DEFAULT)
    owner = {member: claim.id for claim in claims for member in claim.members}
    for relation in relate(accounts, (), claims, DEFAULT):
        assert [owner[s] for s in relation.statements] == [relation.a, relation.b]
