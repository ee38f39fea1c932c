from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds


def between(said: Said, denial: Said) -> list[tuple[str, str]]:
    return [found[:2] for found in kinds(account("a1", "hibr", [said]), account("a2", "sanabel", [denial]))]


def test_what_a_verb_of_denying_denies_as_a_whole() -> None:
    said = Said("قصفت الطائرات الزمردية مستشفى الميناء فجرا وألحقت به أضرارا", "مسعفون")
    denial = Said("قصف مستشفى الميناء", "الجيش", "-", lead="نفى الجيش الزمردي")
    assert between(said, denial) == [("contradiction", "polarity")]


def test_a_negated_predicate() -> None:
    said = Said("يفتتح الوزير الجسر الجديد في مدينة السنابل مساء اليوم", "البلدية")
    denial = Said("الوزير لن يفتتح الجسر لأن أعمال الطلاء مستمرة", "متحدث", "-", lead="قال متحدث إن")
    assert between(said, denial) == [("contradiction", "polarity")]


def test_what_was_not_told_was_not_denied() -> None:
    said = Said("كشفت الوزارة أسماء الفائزين بجائزة السنابل", "متحدث")
    silent = Said("لم تكشف الوزارة أسماء الفائزين بجائزة السنابل بعد", "مصدر", "-", lead="قال مصدر إنها")
    assert between(said, silent) == [("divergent", "other")]


def test_none_but_affirms() -> None:
    said = Said("الحكومة البلورية مسؤولة عن انهيار السد", "خبراء", kind="accusation")
    denial = Said("لا مسؤول عن انهيار السد سوى الحكومة البلورية", "نواب", "-", lead="قال نواب إنه")
    assert between(said, denial) == []


def test_what_did_not_happen_is_no_rival_of_a_negation() -> None:
    said = Said("تأجيل افتتاح الجسر الجديد في مدينة السنابل", "البلدية")
    denial = Said("الوزير لن يفتتح الجسر الجديد في مدينة السنابل", "متحدث", "-", lead="قال متحدث إن")
    assert between(said, denial) == []


def test_a_denial_that_is_told_denies_nothing_itself() -> None:
    said = Said("عاد الوزير إلى العاصمة بعد رحلة علاج طويلة")
    told = Said("نفي الوزير لذلك بعد رحلة علاج في العاصمة", "صحيفة", "-", lead="رغم ذلك أشارت الصحيفة إلى")
    assert between(said, told) == []


def test_what_did_not_take_place_for_one_took_place_for_another() -> None:
    held = Said("فاز عمدة السنابل في الانتخابات التي جرت الأحد", "اللجنة")
    none = Said("بالنسبة إلينا لم تجر انتخابات", "المنافس", "-", "position")
    one, other = account("a1", "hibr", [held]), account("a2", "sanabel", [none])
    assert kinds(one, other, apart=True) == [("contradiction", "polarity", ("a1.01", "a2.01"))]
    planned = account("a1", "hibr", [Said("وعد عمدة السنابل بتمويل الانتخابات من الضرائب", "اللجنة")])
    assert kinds(planned, other, apart=True) == []
    spoken = account("a1", "hibr", [Said("في شأن الانتخابات تحدث عمدة السنابل إلى الصيادين", "اللجنة")])
    assert kinds(spoken, other, apart=True) == []


def test_who_was_not_somewhere_denies_only_that_they_were_there() -> None:
    denial = Said("العمدة مروان لم يكن في قصره في السنابل وقت الحريق", "مساعده", "-", lead="قال مساعده إن")
    other = Said("حلقت مروحية فوق حي يضم قصورا قديمة في مدينة السنابل", "الحرس")
    there = Said("وجد الحرس العمدة داخل قصره في السنابل ليلا", "الحرس")
    one, its = account("a1", "hibr", [other]), account("a1", "hibr", [there])
    denied = account("a2", "sanabel", [denial])
    assert kinds(one, denied, apart=True) == []
    assert kinds(its, denied, apart=True) == [("contradiction", "polarity", ("a1.01", "a2.01"))]


def test_one_part_that_is_set_against_another_is_no_denial() -> None:
    one = account("a1", "hibr", [Said("أكدت خسارة جوهر سباق المرجان ضعف فريق الوادي", "الاتحاد")])
    part = Said("فوز مروان في سباق المرجان تحقق بعرق التدريب وليس خسارة جوهر", "المدرب", "-", lead="قال المدرب إن")
    denial = Said("لا خسارة لجوهر في سباق المرجان", "المدرب", "-", lead="قال المدرب إنه")
    assert kinds(one, account("a2", "sanabel", [part]), apart=True) == []
    found = kinds(one, account("a2", "sanabel", [denial]), apart=True)
    assert [f[:2] for f in found] == [("contradiction", "polarity")]


def test_what_somebody_does_not_want_may_be_so() -> None:
    said = Said("يقارن النقاد الشاعر الشاب بشاعر الوادي الكبير", "صحيفة")
    unwilling = Said("الشاعر لا يريد مقارنته بشاعر الوادي", "ناشره", "-", lead="قال ناشره إن")
    wanted = Said("الشاعر الشاب يريد مقارنته بشاعر الوادي الكبير", "صحيفة")
    other = account("a2", "sanabel", [unwilling])
    assert kinds(account("a1", "hibr", [said]), other, apart=True) == []
    assert [f[:2] for f in kinds(account("a1", "hibr", [wanted]), other, apart=True)] == [("contradiction", "polarity")]


def test_his_client_is_whoever_was_named() -> None:
    said = account("a1", "hibr", [Said("السائق كان مخمورا عند وقوع حادث الجسر", "الشرطة")])
    denial = Said("موكله لم يكن مخمورا عند وقوع حادث الجسر", "المحامي", "-", lead="قال المحامي إن")
    other = Said("الحارس لم يكن مخمورا عند وقوع حادث الجسر", "المحامي", "-", lead="قال المحامي إن")
    found = kinds(said, account("a2", "sanabel", [denial]), apart=True)
    assert [f[:2] for f in found] == [("contradiction", "polarity")]
    assert kinds(said, account("a2", "sanabel", [other]), apart=True) == []


def test_of_one_thing_the_part_set_against_another_is_what_is_denied() -> None:
    said = account("a1", "hibr", [Said("المتظاهر قتل برصاص الشرطة في ساحة النصر", "المنظمة")])
    denial = Said(
        "المتظاهر توفي في المستشفى العام بأزمة قلبية حادة وليس برصاص الشرطة", "الوزارة", "-", lead="قالت الوزارة إن"
    )
    found = kinds(said, account("a2", "sanabel", [denial]), apart=True)
    assert [f[:2] for f in found] == [("contradiction", "polarity")]


def test_a_wish_told_by_a_noun_is_denied_with_it() -> None:
    said = account("a1", "hibr", [Said("أبدى اللاعب جوهر رغبة في الرحيل عن نادي الوادي", "الصحيفة")])
    denial = Said("جوهر لا يرغب في الرحيل عن نادي الوادي", "وكيله", "-", lead="قال وكيله إن")
    assert [f[:2] for f in kinds(said, account("a2", "sanabel", [denial]), apart=True)] == [
        ("contradiction", "polarity")
    ]


def test_what_somebody_does_not_want_besides_takes_nothing_from_a_denial() -> None:
    said = account("a1", "hibr", [Said("المتهم أطلق النار على الحارس في المتحف", "الشرطة")])
    denial = Said(
        "لم يطلق النار على الحارس في المتحف كما أنه لا يريد محاكمة", "المحامي", "-", lead="قال المحامي إن المتهم"
    )
    assert [f[:2] for f in kinds(said, account("a2", "sanabel", [denial]), apart=True)] == [
        ("contradiction", "polarity")
    ]


def test_what_somebody_was_not_doing_may_be_told_of_them_by_another_word() -> None:
    said = account("a1", "hibr", [Said("الناقلة المحتجزة كانت تحمل شحنة أسلحة إلى السنابل", "الصحيفة")])
    denial = Said("المركب لم يكن يحمل شحنة أسلحة", "الشركة", "-", lead="قالت الشركة إن")
    found = kinds(said, account("a2", "sanabel", [denial]), apart=True)
    assert [f[:2] for f in found] == [("contradiction", "polarity")]
