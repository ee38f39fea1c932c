from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds

SHELLING = Said("استهدفت غارة زمردية مستشفى الميناء مباشرة", "مسعفون", lead="قال مسعفون")
LATER = Said("تعقد جلسة مجلس المدينة الشهر المقبل")


def test_a_denial_right_after_what_it_denies() -> None:
    denial = Said("استهداف قواته لمستشفى الميناء", "الجيش", "-", lead="ونفى الجيش الزمردي")
    (found,) = kinds(account("a1", "hibr", [SHELLING, LATER, denial]))
    assert found == ("contradiction", "polarity", ("a1.01", "a1.03"))


def test_a_denial_of_something_else_stays_alone() -> None:
    denial = Said("نقص الوقود في المحطات الحكومية", "الوزارة", "-", lead="ونفت الوزارة")
    assert kinds(account("a1", "hibr", [SHELLING, LATER, denial])) == []


def test_a_question_that_is_not_answered_denies_nothing() -> None:
    silent = Said("ما إذا كان استهداف مستشفى الميناء متعمدا", "الجيش", "-", lead="ونفى الجيش الزمردي معرفته")
    assert kinds(account("a1", "hibr", [SHELLING, silent])) == []


def test_no_such_decision_was_taken() -> None:
    told = Said("ينقل برلمان السنابل مقره إلى الميناء", "الوزير", lead="قال الوزير")
    denial = Said("لم يتخذ مثل هذا القرار", "الناطق", "-", lead="وقال الناطق")
    assert kinds(account("a1", "hibr", [told, denial]), apart=True) == [
        ("contradiction", "polarity", ("a1.01", "a1.02"))
    ]
    wish = Said("لا أريد مثل هذا القرار", "الناطق", "-", "position", lead="وقال الناطق")
    assert kinds(account("a1", "hibr", [told, wish]), apart=True) == []
