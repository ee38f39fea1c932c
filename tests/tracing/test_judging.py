from __future__ import annotations

import pytest

from tests.tracing.invented import BRIDGE, codes, hits, stances


def test_a_passage_that_says_the_same_supports_on_its_speakers_word() -> None:
    text = "وقال رئيس البلدية نديم الحوراني إن جسر الياقوت في مدينة السدرة انهار صباح الثلاثاء. وأضاف أن الطريق مغلق."
    (hit,) = hits(BRIDGE, text)
    assert hit.stance == "support"
    assert hit.against == ()
    assert {text[slice(*span)] for span in hit.matched} >= {"جسر", "الياقوت", "انهار"}


@pytest.mark.parametrize(
    "text",
    [
        "نفت بلدية السدرة أن يكون جسر الياقوت في المدينة قد انهار صباح الثلاثاء.",
        "وقالت البلدية إن خبر انهيار جسر الياقوت في مدينة السدرة صباح الثلاثاء غير صحيح.",
        "انتشرت شائعة عن انهيار جسر الياقوت في مدينة السدرة صباح الثلاثاء.",
        "تداول مستخدمون خبر انهيار جسر الياقوت في مدينة السدرة صباح الثلاثاء، وهو ما نفته البلدية.",
    ],
)
def test_words_of_denial_or_falsehood_deny(text: str) -> None:
    assert stances(BRIDGE, text) == {"deny"}


def test_a_denial_of_something_else_in_the_article_denies_nothing() -> None:
    text = "انهار جسر الياقوت في مدينة السدرة صباح الثلاثاء. ونفى الوزير في مقابلة أخرى نيته الاستقالة من منصبه."
    assert stances(BRIDGE, text) == {"support"}


def test_a_question_supports_nothing() -> None:
    assert stances(BRIDGE, "هل انهار جسر الياقوت في مدينة السدرة صباح الثلاثاء؟") <= {"discuss"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("زعمت صفحات أن جسر الياقوت في مدينة السدرة انهار صباح الثلاثاء.", "tracing.rumoured"),
        ("لم يتسن التأكد من أن جسر الياقوت في مدينة السدرة انهار صباح الثلاثاء.", "tracing.doubted"),
        ("من المتوقع أن ينهار جسر الياقوت في مدينة السدرة صباح الثلاثاء.", "tracing.expected"),
        ("سينهار جسر الياقوت في مدينة السدرة صباح الثلاثاء.", "tracing.expected"),
        ("وحذر مهندسون من انهيار جسر الياقوت في مدينة السدرة صباح الثلاثاء.", "tracing.feared"),
        ("وقال متحدث إنه لا يعلم إن كان جسر الياقوت في مدينة السدرة قد انهار صباح الثلاثاء.", "tracing.open"),
    ],
)
def test_a_rumour_a_doubt_and_an_expectation_only_discuss(text: str, code: str) -> None:
    assert stances(BRIDGE, text) == {"discuss"}
    assert code in codes(BRIDGE, text)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("قتل 12 عاملاً في انهيار منجم الكهرمان", "قتل 31 عاملاً في انهيار منجم الكهرمان."),
        ("ارتفعت أسعار القمح في أسواق السدرة", "انخفضت أسعار القمح في أسواق السدرة."),
        ("وافق مجلس السدرة على توسيع الميناء القديم", "رفض مجلس السدرة توسيع الميناء القديم."),
        ("فرنسا ترسل سفينة إغاثة إلى جزيرة المرجان", "إيطاليا ترسل سفينة إغاثة إلى جزيرة المرجان."),
        ("فتحت السدرة مطار الزمرد أمام المسافرين", "لم تفتح السدرة مطار الزمرد أمام المسافرين."),
    ],
)
def test_another_number_direction_country_or_a_negation_is_never_support(sentence: str, text: str) -> None:
    assert stances(sentence, sentence + ".") == {"support"}
    assert stances(sentence, text) & {"support", "unsure"} == set()


def test_one_opposite_word_in_the_same_wording_denies() -> None:
    (hit,) = hits("ارتفعت أسعار القمح في أسواق السدرة", "انخفضت أسعار القمح في أسواق السدرة.")
    assert hit.stance == "deny"
    assert [reason.code for reason in hit.reasons][1:] == ["tracing.opposite"]
    assert hit.reasons[1].values == ("انخفضت", "ارتفعت")


def test_another_country_is_another_matter_and_denies_nothing() -> None:
    sentence, text = "فرنسا ترسل سفينة إغاثة إلى جزيرة المرجان", "إيطاليا ترسل سفينة إغاثة إلى جزيرة المرجان."
    assert stances(sentence, text) == {"discuss"}
    assert "tracing.country" in codes(sentence, text)


def test_a_number_of_the_sentence_that_is_not_there_leaves_it_unsure() -> None:
    sentence = "قتل 12 عاملاً في انهيار منجم الكهرمان قرب بلدة السدرة فجر الأحد"
    text = "قتل عمال في انهيار منجم الكهرمان قرب بلدة السدرة فجر الأحد."
    assert stances(sentence, text) <= {"unsure", "discuss"}
    assert "support" not in stances(sentence, text)


def test_what_shares_the_names_but_not_what_happened_does_not_support() -> None:
    text = "افتتح الوزير معرضاً للصور قرب جسر الياقوت في مدينة السدرة صباح الثلاثاء."
    assert "support" not in stances(BRIDGE, text)


def test_an_article_about_something_else_has_no_passage() -> None:
    assert (
        hits(BRIDGE, "فاز فريق النوارس على ضيفه بهدفين في ختام الدوري. وقال المدرب إن اللاعبين قدموا أفضل ما لديهم.")
        == []
    )


def test_what_is_to_be_supports_a_sentence_of_what_is_to_be_only() -> None:
    text = "وقال الوزير إنه سيزور جزيرة المرجان الخميس."
    assert stances("سيزور الوزير جزيرة المرجان الخميس", text) == {"support"}
    assert stances("زار الوزير جزيرة المرجان الخميس", text) == {"discuss"}


def test_a_verb_of_the_future_in_a_relative_clause_leaves_what_happened() -> None:
    text = "الوزير الذي سيغادر منصبه زار جزيرة المرجان الخميس."
    assert stances("زار الوزير جزيرة المرجان الخميس", text) == {"support"}


def test_each_count_of_a_sentence_is_asked_for_by_itself() -> None:
    sentence = "قتل 61 عاملاً خلال عشرة أيام في منجم الكهرمان"
    assert stances(sentence, "قتل 30 عاملاً خلال عشرة أيام في منجم الكهرمان.") == {"deny"}
    assert "tracing.number" in codes(sentence, "قتل 30 عاملاً خلال عشرة أيام في منجم الكهرمان.")
