from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Article, Chrome, Reason
from tawatur.stories import find_copies
from tawatur.stories.fingerprints import winnow

WIRE = (
    "غرقت عبارة صغيرة قبالة جزيرة الندى فجر الثلاثاء وعلى متنها عشرات الركاب، وقال خفر السواحل إن الأمواج العالية "
    "أعاقت عمليات الإنقاذ التي استمرت حتى ساعات المساء، فيما نقلت الزوارق الناجين إلى مرفأ الصخرة."
)
EDITED = (
    "غَرِقَت عبّارة صغيرة قُبالة جزيرة الندى فجر الثلاثاء و على متنها عشرات الركّاب. وقال خفر السواحل ان الامواج العالية "
    "أعاقت كثيرا عمليات الإنقاذ التي استمرت حتى ساعات المساء، فيما نقلت الزوارق الناجين الى مرفأ الصخرة."
)


OTHER = (
    "أقر المجلس البلدي في وادي الزعفران ميزانية السنة الجديدة بعد نقاش طويل حول كلفة إنارة الشوارع الفرعية، وطالب "
    "تجار السوق القديمة بتأجيل رسوم النظافة إلى نهاية موسم التمور، بينما وعد المهندسون بتسليم الجسر الخشبي قريبا."
)
LONG = (
    "أخلت فرق الإطفاء أمس 45 عائلة من حي المنارة بعد أن امتدت ألسنة النيران من مستودع للأخشاب إلى سطوح البيوت "
    "المجاورة، وأفادت الشرطة بأن الحريق اندلع في الساعة 3 فجرا بسبب تماس كهربائي في لوحة قديمة أهملت صيانتها سنوات، "
    "وأصيب عاملان بحروق طفيفة ونقلا إلى مستشفى الرحمة القريب، فيما قدرت غرفة التجارة الخسائر بنحو 1500 دينار، "
    "ودعت الأهالي إلى الإبلاغ عن كل مستودع مخالف قبل بداية فصل الصيف الذي تتكرر فيه هذه الحوادث كل سنة."
)


def article(id: str, text: str, **fields: object) -> Article:
    return Article(id, f"outlet_{id}", text, **fields)  # type: ignore[arg-type]


def test_a_copy_survives_other_spelling_marks_and_a_light_edit() -> None:
    (copy,) = find_copies([article("a", WIRE), article("b", EDITED)])
    assert copy.share > 0.85
    assert len(copy.passages) == 1


SPELLINGS = (("أ", "ا"), ("إ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ؤ", "ئ"), ("1", "١"), ("5", "٥"), ("3", "۳"))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_copy_is_found_through_spelling_marks_and_dropped_words(data: st.DataObject) -> None:
    found = LONG.split()
    dropped = data.draw(st.sets(st.integers(0, len(found) - 1), max_size=6))
    edited = []
    for at, word in enumerate(found):
        if at in dropped:
            continue
        for old, new in data.draw(st.lists(st.sampled_from(SPELLINGS), max_size=3)):
            word = word.replace(old, new)
        if len(word) > 3 and word[1].isalpha():
            mark = data.draw(st.sampled_from(["", "\u064e", "\u0651", "\u0640\u0640", "\u0652"]))
            word = word[:2] + mark + word[2:]
        edited.append(word)
    (copy,) = find_copies([article("a", LONG), article("b", " ".join(edited))])
    assert copy.share >= 0.6


@given(st.permutations(OTHER.replace("،", "").split()))
@settings(max_examples=40, deadline=None)
def test_unrelated_texts_are_no_copies(words: list[str]) -> None:
    assert find_copies([article("a", WIRE), article("b", LONG), article("c", " ".join(words))]) == ()


def test_american_and_official_in_two_spellings_are_one_wording() -> None:
    one = "ناقش مسؤولون أميركيون في شؤون الملاحة ترتيب رحلات العبارة الجديدة مع أصحاب المرافئ قبل افتتاحها"
    two = "وناقش مسئولون أمريكيون فى شئون الملاحة، ترتيب رحلات العبّارة الجديدة مع أصحاب المرافىء قبيل افتتاحها"
    (copy,) = find_copies([article("a", one), article("b", two)])
    assert copy.share > 0.8


def test_titles_names_and_courtesies_are_no_shared_wording() -> None:
    prince = "صاحب السمو الملكي الأمير سالم بن ناصر بن عبدالعزيز أمير منطقة الندى رئيس مجلس الإدارة حفظه الله"
    a = article("a", f"افتتح {prince} جسر العبارات الجديد في مرفأ الصخرة")
    b = article("b", f"عزى {prince} أسر الصيادين الذين فقدوا في العاصفة الأخيرة")
    assert find_copies([a, b]) == ()


def test_passages_point_into_both_texts() -> None:
    lead = "افتتح معرض الكتاب في المدينة القديمة أمس وسط إقبال كبير من الزوار.\n"
    a, b = article("a", WIRE), article("b", lead + WIRE)
    (copy,) = find_copies([a, b])
    texts = {"a": a.text, "b": b.text}
    ((left, right),) = copy.passages
    assert texts[copy.a][slice(*left)] == texts[copy.b][slice(*right)]


def test_a_name_with_its_title_is_no_copy() -> None:
    a = article("a", "التقى رئيس بلدية مرفأ الصخرة سالم ناصر المرعي وفدا من الصيادين")
    b = article("b", "نفى رئيس بلدية مرفأ الصخرة سالم ناصر المرعي إغلاق السوق الجديدة")
    assert find_copies([a, b]) == ()


def test_chrome_is_never_compared() -> None:
    teaser = (Chrome((0, len(WIRE)), Reason("test.teaser")),)
    assert find_copies([article("a", WIRE, chrome=teaser), article("b", WIRE, chrome=teaser)]) == ()


def test_the_earlier_article_is_the_likelier_original() -> None:
    late = article("a", WIRE, published="2021-05-04T10:00:00Z")
    early = article("b", WIRE, published="2021-05-04T08:30:00Z")
    (copy,) = find_copies([late, early])
    assert (copy.a, copy.b, copy.reason.code) == ("b", "a", "stories.copy_earlier")


def test_credit_outweighs_the_hour() -> None:
    late = article("a", WIRE, published="2021-05-04T10:00:00Z", outlet_name="منارة الساحل")
    early = article("b", WIRE + " (منارة الساحل)", published="2021-05-04T08:30:00Z", outlet_name="صدى المرفأ")
    (copy,) = find_copies([late, early])
    assert (copy.a, copy.reason.code) == ("a", "stories.copy_credited")


def test_a_word_of_every_day_is_no_credit() -> None:
    late = article("a", WIRE, published="2021-05-04T10:00:00Z", outlet_name="المدينة")
    early = article("b", WIRE + " وعاد الهدوء إلى المدينة مساء.", published="2021-05-04T08:30:00Z")
    (copy,) = find_copies([late, early])
    assert (copy.a, copy.reason.code) == ("b", "stories.copy_earlier")


def test_a_paper_named_as_one_is_credited() -> None:
    for credit in ("ونقلت صحيفة المدينة الخبر.", "وقال لـ«المدينة» إن البحث مستمر.", "بحسب المدينة فالبحث مستمر."):
        late = article("a", WIRE, published="2021-05-04T10:00:00Z", outlet_name="المدينة")
        early = article("b", WIRE + credit, published="2021-05-04T08:30:00Z")
        (copy,) = find_copies([late, early])
        assert (copy.a, copy.reason.code) == ("a", "stories.copy_credited")


def test_winnowing_keeps_a_print_of_every_shared_run() -> None:
    shared = [f"w{i}" for i in range(7)]
    left = winnow(["a", "b", "c", *shared, "d"], 4, 4)
    right = winnow([*shared, "e", "f"], 4, 4)
    assert left & right


@given(st.lists(st.text(max_size=80), max_size=4), st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_spans_inside_it(parts: list[str], repeats: int) -> None:
    articles = [article(str(i), (part + " ") * (repeats + 1) + WIRE) for i, part in enumerate(parts)]
    texts = {a.id: a.text for a in articles}
    for copy in find_copies(articles):
        for left, right in copy.passages:
            assert 0 <= left[0] < left[1] <= len(texts[copy.a])
            assert 0 <= right[0] < right[1] <= len(texts[copy.b])
