import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Article, Chrome, Reason
from tawatur.statements.sentences import quotations, sentences


def texts(text: str, title: tuple[int, int] | None = None, chrome: tuple[Chrome, ...] = ()) -> list[str]:
    article = Article("a", "o", text, title, chrome)
    return [text[s.span[0] : s.span[1]] for s in sentences(article)]


def test_stops_and_lines_end_sentences() -> None:
    assert texts("وصل الوفد مساء. وغادر صباحا!\nلم يعلق أحد؟") == ["وصل الوفد مساء.", "وغادر صباحا!", "لم يعلق أحد؟"]


def test_numbers_and_initials_do_not() -> None:
    assert texts("بلغت النسبة 3.5 في المئة بحسب أ.ف.ب في المدينة") == ["بلغت النسبة 3.5 في المئة بحسب أ.ف.ب في المدينة"]


def test_a_quotation_stays_whole() -> None:
    text = 'قال العمدة "وصلنا متأخرين. لم ننم بعد" ثم غادر. وبقي الناس.'
    assert texts(text) == ['قال العمدة "وصلنا متأخرين. لم ننم بعد" ثم غادر.', "وبقي الناس."]


def test_a_source_that_stands_alone_belongs_to_the_sentence_before() -> None:
    assert texts("أغلق الميناء أبوابه. بحسب وكالة المدار. وعاد الصيادون.") == [
        "أغلق الميناء أبوابه. بحسب وكالة المدار.",
        "وعاد الصيادون.",
    ]
    assert texts("أغلق الميناء. بحسب المدار، عاد الصيادون.") == ["أغلق الميناء.", "بحسب المدار، عاد الصيادون."]


@pytest.mark.parametrize(
    "source",
    [
        "بحسب مصدر في وزارة النقل.",
        "وفقا لوزارة النقل.",
        "وفق بيان نشرته الشرطة.",
        "نقلا عن صحيفة المدار.",
        "حسبما ذكرت صحيفة المدار المحلية.",
        "على ما أفاد مصدر أمني.",
        "بحسب ما أعلنت الشرطة.",
    ],
)
def test_a_phrase_that_only_names_the_source_goes_with_the_sentence_before(source: str) -> None:
    assert texts(f"أغلق الميناء أبوابه. {source}") == [f"أغلق الميناء أبوابه. {source}"]


@pytest.mark.parametrize(
    "news",
    [
        "بحسب الشرطة قتل ثلاثة أشخاص.",
        "وفق الوزير تراجعت الأسعار هذا العام.",
        "وفق مدير الميناء القديم ومديره الجديد السابق.",
        "حسبما ذكرت الشرطة قتل ثلاثة.",
        "على ما يبدو سيبقى يومين.",
        "على ما يرام.",
        "كما أكدت الشرطة.",
    ],
)
def test_a_source_with_news_of_its_own_is_a_sentence(news: str) -> None:
    assert texts(f"أغلق الميناء أبوابه. {news}") == ["أغلق الميناء أبوابه.", news]


def test_a_dateline_is_not_a_sentence() -> None:
    assert texts("وادي السدر (سنابل) - أعلنت البلدية إغلاق الجسر.") == ["أعلنت البلدية إغلاق الجسر."]


def test_chrome_is_left_out() -> None:
    text = "أغلق الجسر.\nاقرأ أيضا: خبر آخر\nوفتح الطريق."
    start = text.index("اقرأ")
    chrome = (Chrome((start, text.index("\nوفتح")), Reason("reading.chrome.related")),)
    assert texts(text, chrome=chrome) == ["أغلق الجسر.", "وفتح الطريق."]


def test_the_title_is_told_apart() -> None:
    text = "إغلاق الجسر\nأغلقت البلدية الجسر."
    found = sentences(Article("a", "o", text, (0, 11)))
    assert [s.title for s in found] == [True, False]
    assert found[1].opens_paragraph


@given(st.text(alphabet=st.sampled_from(list('قال أن.،"«»!؟\n 0123()-–:…abc\u200f')), max_size=200))
def test_spans_stay_in_order_and_in_range(text: str) -> None:
    end = 0
    for sentence in sentences(Article("a", "o", text)):
        start, stop = sentence.span
        assert end <= start < stop <= len(text)
        assert text[start:stop].strip() == text[start:stop]
        end = stop


@given(st.text(max_size=120))
def test_quotations_never_overlap(text: str) -> None:
    end = 0
    for start, stop in quotations(text, 0, len(text)):
        assert end <= start < stop <= len(text)
        end = stop


def test_letters_with_white_space_between_are_one_name() -> None:
    for text in (
        "كتبت العربية.نت أن الجسر أغلق.",
        "قالت المصادر لوكالة (د. ب. أ) إن الجسر أغلق.",
        'ظهر على شاشة "آي. تي. في" اليوم.',
    ):
        assert texts(text) == [text]


def test_doubled_marks_are_one() -> None:
    text = 'قال ""الدربي"" إن ""الجسر مغلق"" اليوم'
    assert [text[a:b] for a, b in quotations(text, 0, len(text))] == ['""الدربي""', '""الجسر مغلق""']
