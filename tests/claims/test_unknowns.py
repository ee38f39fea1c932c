from __future__ import annotations

import pytest

from tests.claims.invented import Said, account
from tests.claims.related import kinds, related

OPEN = Said("وقع انفجار في مصنع الورق ولم يعرف سبب الانفجار")
TOLD = Said("انفجار مصنع الورق ناجم عن تسرب الغاز", "الدفاع_المدني")


def test_a_later_report_tells_the_cause() -> None:
    one = account("a1", "hibr", [OPEN], published="2021-03-02T08:00:00Z")
    other = account("a2", "sanabel", [TOLD], published="2021-03-02T15:00:00Z")
    (relation,) = related(one, other, apart=True)
    assert (relation.type, relation.slot, relation.reason.code) == ("update", "cause", "claims.update_cause")


def test_beside_a_report_that_is_not_later_it_is_another_answer() -> None:
    one = account("a1", "hibr", [OPEN], published="2021-03-02T15:00:00Z")
    other = account("a2", "sanabel", [TOLD], published="2021-03-02T08:00:00Z")
    (relation,) = related(one, other, apart=True)
    assert (relation.type, relation.slot, relation.reason.code) == ("divergent", "cause", "claims.divergent_open")


def test_a_bare_question_is_about_what_stands_before_it() -> None:
    one = account("a1", "hibr", [Said("انفجار في مصنع الورق"), Said("السبب مجهول")])
    assert ("divergent", "cause", ("a1.02", "a2.01")) in kinds(one, account("a2", "sanabel", [TOLD]), apart=True)


def test_the_answer_to_another_question_is_none() -> None:
    other = Said("تأخر قطار السنابل ناجم عن عطل الإشارات", "الشركة")
    assert kinds(account("a1", "hibr", [OPEN]), account("a2", "sanabel", [other]), apart=True) == []


def test_of_two_open_questions_an_answer_meets_the_nearer() -> None:
    far = Said("لم يعرف سبب حريق آخر في مصنع الورق")
    one = account("a1", "hibr", [far, OPEN])
    other = account("a2", "sanabel", [TOLD])
    assert [found[2] for found in kinds(one, other, apart=True)] == [("a1.02", "a2.01")]


def test_of_two_answers_the_one_that_shares_more_of_the_matter_is_kept() -> None:
    far = Said("حريق الورق ناجم عن عطل كهربائي", "الشركة")
    one = account("a1", "hibr", [OPEN])
    other = account("a2", "sanabel", [far, TOLD])
    assert [found[2] for found in kinds(one, other, apart=True)] == [("a1.01", "a2.02")]


def test_who_is_silent_may_stand_before_what_is_asked() -> None:
    silent = Said("لم يكشف المصنع حتى الآن عن سبب الانفجار", polarity="-")
    one = account("a1", "hibr", [silent], published="2021-03-02T08:00:00Z")
    other = account("a2", "sanabel", [TOLD], published="2021-03-02T15:00:00Z")
    assert ("update", "cause", ("a1.01", "a2.01")) in kinds(one, other, apart=True)


def test_an_owner_who_was_not_named() -> None:
    unnamed = Said("سفينة الشحن الجانحة لم تحدد هوية مالكها", polarity="-")
    one = account("a1", "hibr", [unnamed])
    owned = account("a2", "sanabel", [Said("سفينة الشحن الجانحة تملكها شركة زمردية")])
    assert ("divergent", "participant", ("a1.01", "a2.01")) in kinds(one, owned, apart=True)
    crew = account("a2", "sanabel", [Said("كشفت هوية بحارة سفينة الشحن الجانحة")])
    assert kinds(one, crew, apart=True) == []


@pytest.mark.parametrize("words", ["أجرت الشرطة تفتيشا في سفينة الشحن الجانحة", "زار الملك سفينة الشحن الجانحة"])
def test_what_only_looks_like_owning_names_no_owner(words: str) -> None:
    unnamed = Said("سفينة الشحن الجانحة لم تحدد هوية مالكها", polarity="-")
    assert kinds(account("a1", "hibr", [unnamed]), account("a2", "sanabel", [Said(words)]), apart=True) == []


def test_a_date_that_was_not_told() -> None:
    unset = Said("لم يعلن حتى الآن عن موعد قمة المرجان", polarity="-")
    one = account("a1", "hibr", [unset])
    told = Said("تنعقد قمة المرجان يوم 9 مارس 2021", "الأمين", days=[("9 مارس 2021", "2021-03-09")])
    assert ("divergent", "time", ("a1.01", "a2.01")) in kinds(one, account("a2", "sanabel", [told]), apart=True)
    named = Said("حددنا موعد قمة المرجان", "الأمين")
    assert kinds(one, account("a2", "sanabel", [named]), apart=True) == []
    day = [("9 مارس 2021", "2021-03-09")]
    other = Said("غادر نائب وزير الزراعة العاصمة يوم 9 مارس 2021 للإعداد لحضور قمة المرجان", "الأمين", days=day)
    assert kinds(one, account("a2", "sanabel", [other]), apart=True) == []
