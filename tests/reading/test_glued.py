from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Reject
from tawatur.reading.draft import Draft
from tawatur.reading.plain import read_plain

TITLE = "مزارعو السهل يطالبون بخفض أسعار الري"
BODY = (
    "طالب مزارعون في السهل الجنوبي بخفض أسعار مياه الري بعد موسم شحيح الأمطار , وقال نقيبهم إن الأسعار تضاعفت خلال "
    "عامين وإن كثيرين منهم تركوا أراضيهم .\nوأضاف أن النقابة ستلتقي الوزير في الأسبوع المقبل لبحث المطالب ."
)


def draft(text: str) -> Draft:
    found = read_plain(text, "page.txt", "page")
    assert isinstance(found, Draft)
    return found


def test_the_headline_comes_again_where_the_article_begins() -> None:
    text = f"{TITLE} | جريدة السهل {TITLE} الثلاثاء 05 ديسمبر 2017 12 : 17 م {BODY}"
    found = draft(text)
    assert found.title is not None
    assert text[slice(*found.title)] == TITLE
    assert found.title[0] > len(TITLE)
    assert found.site == "جريدة السهل"
    assert (found.published, found.published_basis) == ("2017-12-05", "byline")
    assert [text[slice(*mark.span)] for mark in found.chrome] == [
        f"{TITLE} | جريدة السهل",
        "الثلاثاء 05 ديسمبر 2017 12 : 17 م",
    ]


def test_a_date_before_the_headline_may_be_the_day_of_the_visit() -> None:
    assert draft(f"{TITLE} - السهل الأحد , 21 يناير 2018 09 : 32 ص {TITLE} {BODY}").published is None


def test_without_a_repeated_headline_only_a_full_byline_is_believed() -> None:
    assert (
        draft(f"آخر الأخبار {TITLE} السهل - وكالات الخميس , 06 أبريل 2017 08 : 47 م {BODY}").published == "2017-04-06"
    )
    assert draft(f"آخر الأخبار {TITLE} عقدت النقابة في 6 أبريل 2017 اجتماعاً {BODY}").published is None


def test_a_foot_of_set_phrases_is_chrome_from_the_first_on() -> None:
    foot = "اقرأ أيضا الأكثر قراءة جميع الحقوق محفوظة 2017 جريدة السهل"
    text = f"{TITLE}\n{BODY}\nوختم بالشكر للمزارعين ولكل من وقف معهم في مطالبهم خلال هذا الموسم الصعب . {foot}"
    assert [text[slice(*mark.span)] for mark in draft(text).chrome] == [foot]


def test_a_sentence_that_opens_the_text_and_recurs_in_it_is_kept() -> None:
    text = f"{TITLE}\n{TITLE} كما جاء في بيان . {BODY}"
    found = draft(text)
    assert found.title == (0, len(TITLE))
    assert found.chrome == ()


@given(st.text(alphabet="اب |-\n12:/ءي.", max_size=400))
def test_any_text_keeps_its_spans(text: str) -> None:
    found = read_plain(text * 3, "page.txt", "page") if text.strip() else None
    if found is None or isinstance(found, Reject):
        return
    for start, end in [mark.span for mark in found.chrome] + ([found.title] if found.title else []):
        assert 0 <= start < end <= len(found.text)
        assert found.text[start:end] == found.text[start:end].strip()
