from __future__ import annotations

from tawatur.model import Source
from tests.claims.invented import Said, account
from tests.claims.related import kinds

BLAMED = Said("اختلس الوزير مروان السنابل أموال مرفأ الوادي", "النيابة", kind="accusation", lead="اتهمت النيابة")
LATER = Said("تعقد جلسة مجلس المدينة الشهر المقبل")
MARWAN = Source("src:مروان_السنابل", "person", "الوزير مروان السنابل")
AGAINST = [("contradiction", "polarity", ("a1.01", "a1.03"))]


def test_all_these_accusations_are_denied() -> None:
    denial = Said("جملة وتفصيلا كل هذه الاتهامات", "مروان_السنابل", "-", "position", lead="ونفى مروان السنابل")
    assert kinds(account("a1", "hibr", [BLAMED, LATER, denial]), apart=True) == AGAINST


def test_accusations_without_an_accuser_are_those_that_name_who_denies() -> None:
    told = Said("أخذ مروان السنابل أموال مرفأ الوادي")
    denial = Said("باستمرار جميع التهم الموجهة", "مروان_السنابل", "-", "position", lead="ونفى مروان السنابل")
    story = account("a1", "hibr", [told, LATER, denial])
    assert kinds(story, sources=[MARWAN], apart=True) == AGAINST
    other = Said("تسلمت هيئة المرفأ أموال الوادي")
    assert kinds(account("a1", "hibr", [other, LATER, denial]), sources=[MARWAN], apart=True) == []


def test_accusations_are_called_baseless() -> None:
    denial = Said("التهم الموجهة إلى موكله لا أساس لها من الصحة", "المحامي", "-", "position", lead="وقال المحامي إن")
    assert kinds(account("a1", "hibr", [BLAMED, LATER, denial]), apart=True) == AGAINST


def test_which_was_denied() -> None:
    told = Said("انتزعت أقوال البحارة تحت الضغط", "المحامي")
    denied = Said("هو ما نفاه خفر السواحل في بيان مساء الخميس")
    assert kinds(account("a1", "hibr", [told, denied]), apart=True) == [
        ("contradiction", "polarity", ("a1.01", "a1.02"))
    ]


def test_nobody_denies_what_they_say_themselves() -> None:
    told = Said("انتزعت أقوال البحارة تحت الضغط", "المحامي")
    denied = Said("هو ما نفاه خفر السواحل في بيان مساء الخميس", "المحامي")
    assert kinds(account("a1", "hibr", [told, denied]), apart=True) == []


def test_expectations_are_unrealistic() -> None:
    foretold = Said("سيسيطر حرس بلوريا على قلعة الوادي مساء الأربعاء", "الجنرال", kind="prediction")
    untrue = Said("توقعات بلوريا بسيطرة حرسها على قلعة الوادي غير واقعية", "المدافعون", kind="position")
    one, other = account("a1", "hibr", [foretold]), account("a2", "sanabel", [untrue])
    assert ("contradiction", "polarity", ("a1.01", "a2.01")) in kinds(one, other, apart=True)
    elsewhere = Said("توقعات بلوريا بحصاد وفير من قمح السنابل غير واقعية", "المدافعون", kind="position")
    assert kinds(one, account("a2", "sanabel", [elsewhere]), apart=True) == []


def test_a_charge_of_telling_untruths_denies_nothing() -> None:
    tried = Said("قضت محكمة الميناء بسجن البحار", "المحكمة")
    charge = Said("بتهمة نشر أخبار كاذبة عن المرفأ", "الادعاء", kind="position")
    assert kinds(account("a1", "hibr", [tried, charge]), apart=True) == []


def test_who_is_only_named_is_not_accused() -> None:
    named = Said("حضر مروان السنابل")
    denial = Said("باستمرار جميع التهم الموجهة", "مروان_السنابل", "-", "position", lead="ونفى مروان السنابل")
    assert kinds(account("a1", "hibr", [named, denial]), sources=[MARWAN], apart=True) == []
