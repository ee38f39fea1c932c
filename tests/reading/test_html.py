from __future__ import annotations

import io

from tawatur.model import Article
from tawatur.reading import read

ONE = "أعلن محافظ الريحان أن السيول التي ضربت المنطقة مساء السبت أدت إلى إغلاق ثلاث طرق رئيسية في شمال المحافظة."
TWO = "وقال المحافظ في مؤتمر صحفي إن فرق الدفاع المدني تعمل منذ الفجر على فتح الطرق، وإن المدارس مغلقة حتى الثلاثاء."
MENU = "".join(f"<li><a href='/{n}'>قسم رقم {n}</a></li>" for n in range(30))
META = """<title>سيول تغلق طرق الريحان - صحيفة الوادي</title><link rel="canonical" href="https://alwadi.example/news/7">
<meta property="og:site_name" content="صحيفة الوادي">"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
"headline": "سيول تغلق طرق الريحان", "datePublished": "2024-02-03T09:00:00+03:00"}]}</script>"""


def page(body: str, head: str = META) -> Article:
    intake = read(
        ["-"], stdin=io.BytesIO(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())
    )
    assert intake.rejects == ()
    return intake.articles[0]


def test_main_text_metadata_and_chrome_between_paragraphs() -> None:
    related = "<div class='related-news'><a href='/1'>افتتاح سوق الخضار الجديد في البلدة</a></div>"
    found = page(
        f"<nav><ul>{MENU}</ul></nav><h1>سيول تغلق طرق الريحان</h1><p>{ONE}</p>{related}<p>{TWO}</p>"
        f"<footer>{MENU}</footer>",
        META + LINKED,
    )
    assert found.text == f"سيول تغلق طرق الريحان\n{ONE}\nافتتاح سوق الخضار الجديد في البلدة\n{TWO}"
    assert [found.text[slice(*mark.span)] for mark in found.chrome] == ["افتتاح سوق الخضار الجديد في البلدة"]
    assert found.title == (0, len("سيول تغلق طرق الريحان"))
    assert (found.published, found.published_basis) == ("2024-02-03T06:00:00Z", "json-ld")
    assert (found.outlet, found.outlet_name) == ("alwadi.example", "صحيفة الوادي")
    assert found.url == "https://alwadi.example/news/7"


def test_a_form_round_the_whole_page_is_no_furniture() -> None:
    found = page(f"<form class='sidebar-left'><div>{ONE}</div><div>{TWO}</div></form>")
    assert found.text.splitlines()[1:] == [ONE, TWO]
    assert found.chrome == ()


def test_a_byline_near_the_body_gives_the_date() -> None:
    found = page(f"<h1>سيول تغلق طرق الريحان</h1><span>تاريخ النشر: 3 شباط 2024</span><p>{ONE}</p><p>{TWO}</p>")
    assert (found.published, found.published_basis) == ("2024-02-03", "byline")


def test_inline_elements_do_not_split_a_paragraph() -> None:
    found = page(f"<p>{ONE[:20]}<b>{ONE[20:40]}</b>{ONE[40:]}</p><p>{TWO}</p>")
    assert ONE in found.text.splitlines()
