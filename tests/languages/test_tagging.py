from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.languages.ar.script import fold, words
from tawatur.languages.ar.tagging import Tag, names, tag, tag_all
from tawatur.languages.ar.verbs import readings


def tagged(sentence: str) -> dict[str, Tag]:
    found = words(sentence)
    return {word.text: one for word, one in zip(found, tag(found), strict=True)}


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("وقال وزير الري في البلاد إن السد اكتمل قبل موعده.", {"وقال", "اكتمل"}),
        ("وأضافت المتحدثة باسم البلدية أن الأعمال ستبدأ يوم الأحد.", {"وأضافت", "ستبدأ"}),
        ("قتل خمسة أشخاص وأصيب عشرة في انهيار جسر بمدينة النخيل.", {"قتل", "وأصيب"}),
        ("وأعلنت الشركة توقيع عقد جديد بعد أن طلب المجلس وقف العمل.", {"وأعلنت", "طلب"}),
        ("ونفى المدير علمه بالقرار، مؤكدا أنه لم يوقع أي اتفاق.", {"ونفى", "يوقع"}),
        ("ويرى خبراء أن الأسعار سترتفع إذا استمر الجفاف.", {"ويرى", "سترتفع", "استمر"}),
    ],
)
def test_finite_verbs_are_found_and_nothing_else(sentence: str, verbs: set[str]) -> None:
    assert {text for text, one in tagged(sentence).items() if one.verb} == verbs


def test_clitics_of_a_verb_and_its_agreement() -> None:
    one = tagged("وستعلن الهيئة النتائج غدا.")["وستعلن"]
    assert (one.conjunction, one.future, one.stem) == ("و", True, "تعلن")
    assert (one.pos, one.person, one.number, one.gender) == ("verb_present", "3", "s", "f")


def test_clitics_of_a_noun() -> None:
    found = tagged("واتفق الطرفان على عقد اجتماع بالعاصمة وللجنة حق الرفض.")
    assert (found["بالعاصمة"].preposition, found["بالعاصمة"].article, found["بالعاصمة"].stem) == ("ب", True, "عاصمه")
    assert (found["وللجنة"].conjunction, found["وللجنة"].preposition, found["وللجنة"].article) == ("و", "ل", True)


def test_letters_that_only_look_like_clitics_stay() -> None:
    found = tagged("وصل وفد من وزارة الصحة إلى بلدة كبيرة.")
    assert all(not found[text].conjunction for text in ("وصل", "وفد", "وزارة"))
    assert all(not found[text].preposition for text in ("بلدة", "كبيرة"))
    assert found["وصل"].pos == "verb_past"


def test_passive_where_the_letters_show_it() -> None:
    assert tagged("وأصيب ثلاثة عمال بجروح.")["وأصيب"].passive
    assert tagged("قُتل حارس في الهجوم.")["قُتل"].passive
    assert not tagged("قال الحارس إن الهجوم انتهى.")["قال"].passive


def test_attached_pronouns() -> None:
    found = tagged("أكد الوزير أنه التقى نظيره في مكتبه بالوزارة الجديدة.")
    assert {text for text, one in found.items() if one.pronoun} == {"أنه", "نظيره", "مكتبه"}


def test_names_of_each_kind() -> None:
    row = words("التقى الرئيس محمود سالم في باريس وفدا من الأمم المتحدة.")
    found = [(" ".join(w.text for w in row[a:b]), kind) for a, b, kind in names(tag(row))]
    assert found == [("محمود سالم", "person"), ("باريس", "place"), ("الأمم المتحدة", "organisation")]


def test_a_hashtag_reads_like_its_words() -> None:
    row = words("استقبل الوزير وفدا من #الأمم_المتحدة في العاصمة.")
    assert [" ".join(w.text for w in row[a:b]) for a, b, _ in names(tag(row))] == ["الأمم _ المتحدة"]


def test_spelling_without_hamza_changes_little() -> None:
    careful = tag(words("وأعلنت الإدارة أنها أوقفت الأعمال."))
    careless = tag(words("واعلنت الادارة انها اوقفت الاعمال."))
    assert [one.verb for one in careful] == [one.verb for one in careless] == [True, False, False, True, False, False]


def test_signs_numbers_and_latin_words_have_tags_of_their_own() -> None:
    found = tagged("بلغ العدد ١٢ (نحو 3.5%)، بحسب CNN.")
    assert found["١٢"].pos == found["3.5"].pos == "number"
    assert found["("].pos == found["،"].pos == "sign"
    assert not found["CNN"].verb


def test_nothing_gives_nothing() -> None:
    assert tag([]) == []


@pytest.mark.parametrize(
    ("form", "tense", "agreement"),
    [
        ("قالوا", "past", ("3", "p", "m")),
        ("يؤكدون", "present", ("3", "p", "m")),
        ("دعت", "past", ("3", "s", "f")),
        ("التقيا", "past", ("3", "d", "")),
        ("نعتقد", "present", ("1", "p", "")),
        ("أعطاه", "past", ("3", "s", "m")),
        ("يكون", "present", ("3", "s", "m")),
    ],
)
def test_readings_of_verb_forms(form: str, tense: str, agreement: tuple[str, str, str]) -> None:
    first = next(r for r in readings(fold(form)) if r.tense == tense)
    assert (first.person, first.number, first.gender) == agreement


def test_a_noun_has_no_verb_reading() -> None:
    assert readings(fold("وزارة")) == ()


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_gets_one_tag_a_word(text: str) -> None:
    row = words(text)
    tags = tag(row)
    assert len(tags) == len(row)
    assert all(0 <= a < b <= len(row) for a, b, _ in names(tags))


@settings(deadline=None)
@given(st.text(alphabet="وفبلكسالهةىيأإآتنمعقد ُ_#،0٣", max_size=40))
def test_any_arabic_letters_get_one_tag_a_word(text: str) -> None:
    row = words(text)
    assert len(tag(row)) == len(row)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="وفبلكسالهةىيأإآتنمعقد ُ_#،0٣", max_size=30), max_size=4))
def test_sentences_tagged_together_are_tagged_as_alone(texts: list[str]) -> None:
    rows = [words(text) for text in texts]
    assert tag_all(rows) == [tag(row) for row in rows]
