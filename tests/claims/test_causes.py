from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import related, text


def test_one_happening_with_two_causes() -> None:
    accounts = (
        account("a1", "hibr", [Said("انهار السد بسبب أمطار غزيرة", "الوزارة")]),
        account("a2", "sanabel", [Said("سبب انهيار السد هو غش المقاول", "مهندسون")]),
    )
    (relation,) = related(*accounts, apart=True)
    assert (relation.type, relation.slot) == ("divergent", "cause")
    assert text(accounts, relation, 0) == "أمطار غزيرة"
    assert relation.reason.code == "claims.divergent_cause"


def test_one_cause_in_other_words_is_no_second_one() -> None:
    one = account("a1", "hibr", [Said("انهار السد بسبب أمطار غزيرة", "الوزارة")])
    other = account("a2", "sanabel", [Said("انهيار السد جراء أمطار لم تتوقف أسبوعا", "مهندسون")])
    assert [r for r in related(one, other, apart=True) if r.slot == "cause"] == []


def test_two_means_of_one_killing_are_two_claims() -> None:
    one = account("a1", "hibr", [Said("مقتل صياد برصاص خفر السواحل قرب جزيرة المرجان")])
    other = account("a2", "sanabel", [Said("مقتل صياد بقصف من خفر السواحل قرب جزيرة المرجان")])
    (relation,) = related(one, other)
    assert (relation.type, relation.slot) == ("divergent", "cause")


def test_what_is_added_to_a_cause_is_no_other_one() -> None:
    one = account("a1", "hibr", [Said("إغلاق السد يهدف إلى حماية القرى", "الوزارة")])
    other = account("a2", "sanabel", [Said("إغلاق السد يهدف كذلك إلى ترميم البوابات", "مهندسون")])
    assert related(one, other, apart=True) == ()
    again = account("a2", "sanabel", [Said("إغلاق السد يهدف إلى ترميم البوابات", "مهندسون")])
    assert [r.slot for r in related(one, again, apart=True)] == ["cause"]


def test_the_cause_of_what_befell_others_is_no_second_cause() -> None:
    one = account("a1", "hibr", [Said("قضى صيادون في الميناء إثر انهيار رصيف", "الوزارة")])
    same = account("a2", "sanabel", [Said("قضى صيادون في الميناء بسبب البرد", "الأهالي")])
    others = account("a2", "sanabel", [Said("قضى صيادون آخرون في الميناء بسبب البرد", "الأهالي")])
    assert [r.slot for r in related(one, same, apart=True)] == ["cause"]
    assert related(one, others, apart=True) == ()


def test_again_and_the_last_moment_are_of_nobody_else() -> None:
    one = account("a1", "hibr", [Said("تأجلت رحلات المطار في رملاء بسبب الضباب", "الهيئة")])
    again = Said("تأجلت رحلات المطار مرة أخرى في رملاء بسبب إضراب الموظفين", "الشركة")
    late = Said("تأجلت رحلات المطار في آخر لحظة في رملاء بسبب إضراب الموظفين", "الشركة")
    other = Said("تأجلت رحلات مطار آخر في رملاء بسبب إضراب الموظفين", "الشركة")
    found = [related(one, account("a2", "sanabel", [said]), apart=True) for said in (again, late, other)]
    assert [[r.slot for r in relations] for relations in found] == [["cause"], ["cause"], []]
