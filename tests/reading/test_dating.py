"""Dates that a page shows: beside the headline, not those of other stories or of the day it was saved."""

from __future__ import annotations

import io

import pytest

from tawatur.reading import read

TITLE = "افتتاح مكتبة الحي الشرقي بعد ترميمها"
BODY = (
    "<p>افتتحت بلدية الوادي مكتبة الحي الشرقي بعد ترميم استمر عامين، وقال مدير المكتبة إن القاعات صارت تتسع لمئتي "
    "قارئ.</p><p>وأضاف أن المكتبة ستفتح أبوابها مساء كل يوم من أيام الأسبوع عدا الجمعة، وأن الاشتراك فيها مجاني.</p>"
)


def dated(before: str = "", between: str = "", after: str = "", head: str = "") -> tuple[str | None, str]:
    page = (
        f"<!doctype html><html><head><title>{TITLE}</title>{head}</head><body><div>الوادي</div><div>الأخبار</div>"
        f"<div>محليات</div><div>رأي</div><div>صور</div>{before}<h1>{TITLE}</h1>{between}{BODY}{after}</body></html>"
    )
    found = read(["-"], stdin=io.BytesIO(page.encode())).articles[0]
    return found.published, found.published_basis


@pytest.mark.parametrize(
    "line",
    [
        "الإثنين 10-12-2018 21:43 | كتب: سامر الوادي |",
        "الأربعاء  10 ديسمبر 2018   11:38",
        "10.12.2018",
        "10-12-2018 04:52 PM",
        "الاثنين 10-12-2018 الساعة 12:47 م",
        "نشر فى : الاثنين 10 ديسمبر 2018 - 10:26 م | آخر تحديث : الثلاثاء 11 ديسمبر 2018 - 10:26 م",
        "الاثنين ١٠ كانون الأول ٢٠١٨ 08:18 الوادي أخبار المحافظة",
        "الاثنين - 2 شهر ربيع الثاني 1440 هـ - 10 ديسمبر 2018 مـ رقم العدد [ 14625]",
    ],
)
def test_bylines_under_the_headline(line: str) -> None:
    assert dated(between=f"<div>{line}</div>") == ("2018-12-10", "byline")


def test_a_byline_over_the_headline_and_one_below_the_article() -> None:
    assert dated(before="<div>الأربعاء 12 ديسمبر 2018 11:38</div>") == ("2018-12-12", "byline")
    assert dated(after="<ul><li><b>تاريخ</b> 11.02.2019</li></ul>") == ("2019-02-11", "byline")
    assert dated(after="<div>11.02.2019</div>") == ("2019-02-11", "byline")
    assert dated(after="<h2>أخبار أخرى</h2><div>11.02.2019</div>") == (None, "none")


def test_the_time_of_a_related_story_is_not_the_articles() -> None:
    related = "<div class='related'><a href='/1'>خبر آخر</a><time datetime='2019-04-25'>2019-04-25</time></div>"
    assert dated(after=related * 3) == (None, "none")
    shown = "<time datetime='2018-12-10T08:00:00+02:00'>قبل ساعة</time>"
    assert dated(between=shown, after=related) == ("2018-12-10T06:00:00Z", "meta")


def test_the_day_at_the_top_of_the_page_is_not_the_articles() -> None:
    page = f"<html><title>{TITLE}</title><body><div>الخميس 25 أبريل 2019</div><h1>{TITLE}</h1>{BODY}</body></html>"
    assert read(["-"], stdin=io.BytesIO(page.encode())).articles[0].published is None


def test_the_date_at_the_end_of_the_window_title() -> None:
    page = f"<html><title>{TITLE} | الوادي | 17.03.2015</title><body><h1>{TITLE}</h1>{BODY}</body></html>"
    found = read(["-"], stdin=io.BytesIO(page.encode())).articles[0]
    assert (found.published, found.published_basis) == ("2015-03-17", "meta")


def test_a_sentence_with_a_date_is_no_byline() -> None:
    assert dated(between="<div>بدأ ترميم المكتبة في 14 مايو 2016 بعد حريق في الطابق الأول منها.</div>") == (
        None,
        "none",
    )
