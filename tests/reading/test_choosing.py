"""Which part of a page is the article: invented pages of the shapes that lead a reader of pages astray."""

from __future__ import annotations

import io
import json

import pytest

from tawatur.model import Article, Intake
from tawatur.reading import read

TITLE = "بلدية الريحان تؤجل افتتاح جسر النهر الجديد"
LEAD = "أعلنت بلدية الريحان صباح اليوم تأجيل افتتاح جسر النهر الجديد إلى منتصف الشهر المقبل بسبب تأخر وصول الإنارة."
BODY = (
    "وقالت رئيسة البلدية في بيان إن الجسر جاهز من الناحية الإنشائية، وإن الشركة المنفذة تنتظر وصول أعمدة الإنارة "
    "من الميناء قبل أن تسلم المشروع إلى الدائرة الهندسية في نهاية الأسبوع."
)
MORE = "وأضافت أن السيارات ستعبر النهر من الجسر القديم حتى ذلك الحين، وأن الشاحنات ستحول إلى الطريق الدائري."
RULES = "".join(
    f"<p>يحق لإدارة الموقع أن تحذف كل مشاركة من مشاركات القراء تخالف القاعدة رقم {n} من قواعد النشر المتبعة في هذا "
    "المنتدى، ومن يكرر ذلك يمنع من الكتابة فيه حتى إشعار آخر من المشرفين على الصفحة.</p>"
    for n in range(6)
)
MENU = "".join(f"<li><a href='/{n}'>باب رقم {n}</a></li>" for n in range(20))
META = f'<title>{TITLE}</title><meta property="og:description" content="{LEAD}">'


def intake(body: str, head: str = META) -> Intake:
    page = f"<!doctype html><html><head>{head}</head><body><ul>{MENU}</ul>{body}</body></html>"
    return read(["-"], stdin=io.BytesIO(page.encode()))


def shown(body: str, head: str = META) -> list[str]:
    """The lines of the article that are neither headline nor chrome."""
    found: Article = intake(body, head).articles[0]
    apart = [mark.span for mark in found.chrome] + ([found.title] if found.title else [])
    place, lines = 0, []
    for line in found.text.split("\n"):
        if not any(start <= place < end for start, end in apart):
            lines.append(line)
        place += len(line) + 1
    return lines


def test_comment_rules_longer_than_the_article_are_not_the_article() -> None:
    assert shown(f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p><ul>{MENU}</ul><div>{RULES}</div>") == [LEAD, BODY]


def test_a_text_that_shares_nothing_with_the_headline_is_told() -> None:
    found = intake(f"<h1>{TITLE}</h1><div>{RULES}</div>")
    assert [finding.reason.code for finding in found.findings] == ["reading.unlike_headline"]
    assert found.findings[0].articles == (found.articles[0].id,)
    assert not intake(f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p>").findings


def test_a_lead_cut_off_by_related_stories_is_taken_in() -> None:
    stories = "".join(f"<p><a href='/{n}'>خبر آخر من أخبار المدينة {n}</a></p>" for n in range(4))
    rest = f"<div><p>{BODY}</p><p>{MORE}</p></div>"
    page = f"<h1>{TITLE}</h1><div><p>{LEAD}</p></div><div class='related'>{stories}</div>{rest}"
    assert shown(page) == [LEAD, BODY, MORE]


def test_a_gallery_between_paragraphs_of_one_element_is_apart_and_what_follows_it_is_not_lost() -> None:
    captions = "".join(
        f"<li><p>في الصورة رقم {n} عمال من البلدية على الجسر وهم يثبتون الحواجز قبل وصول الأعمدة إليه.</p></li>"
        for n in range(9)
    )
    body = f"<div><p>{LEAD}</p><div class='photo-gallery'><ul>{captions}</ul></div><p>{BODY}</p><p>{MORE}</p></div>"
    assert shown(f"<h1>{TITLE}</h1>{body}") == [LEAD, BODY, MORE]


def test_an_article_that_stands_twice_on_the_page_is_kept_once() -> None:
    article = f"<p>{LEAD}</p><p>{BODY}</p>"
    assert shown(f"<h1>{TITLE}</h1><div class='wide'>{article}</div><div class='narrow'>{article}</div>") == [
        LEAD,
        BODY,
    ]


def test_an_element_that_holds_the_headline_is_no_furniture() -> None:
    body = f"<div class='header-meta'><h1>{TITLE}</h1><div>{LEAD}</div></div><div><p>{BODY}</p><p>{MORE}</p></div>"
    assert shown(body) == [LEAD, BODY, MORE]


@pytest.mark.parametrize("hidden", ["hidden", "style='display: none'", "class='twitter-tweet'"])
def test_what_is_hidden_or_embedded_is_apart(hidden: str) -> None:
    post = "نصلي أن يفتح الجسر قريباً فقد تعبنا من الطريق الطويل كل صباح ومن الزحام على مدخل المدينة"
    assert shown(f"<h1>{TITLE}</h1><p>{LEAD}</p><div {hidden}><p>{post}</p></div><p>{BODY}</p>") == [LEAD, BODY]


def test_addresses_and_templates_are_no_running_text() -> None:
    code = "mailto:?subject=%D8%AC%D8%B3%D8%B1%20%D8%A7%D9%84&body=%0D%0A%0D%0A {{::page.caption}} " * 12
    assert shown(f"<p>{code}</p><h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p>") == [LEAD, BODY]


def test_a_page_drawn_by_scripts_is_read_from_its_json_ld() -> None:
    linked = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": f"{LEAD}\n{BODY}"})
    head = f'<script type="application/ld+json">{linked}</script>'
    assert shown("<div id='app'></div>", head) == [LEAD, BODY]


def test_other_stories_above_the_headline_are_not_the_article() -> None:
    above = "".join(f"<li>{MORE} ({n})</li>" for n in range(2))
    rest = f"<p>{LEAD}</p><p>{BODY}</p><p>{MORE}</p>"
    assert shown(f"<ul>{above}</ul><h1>{TITLE}</h1>{rest}") == [LEAD, BODY, MORE]


def test_a_list_that_ends_the_body_is_taken_in() -> None:
    dates = [f"جولة تفقدية {day} في الريحان" for day in ("السبت", "الأحد", "الاثنين", "الثلاثاء")]
    page = f"<h1>{TITLE}</h1><div class='article-body'><p>{LEAD}</p><p>{BODY}</p>%s</div><ul>{MENU}</ul>"
    assert shown(page % "".join(f"<p>{line}</p>" for line in dates)) == [LEAD, BODY, *dates]
    assert shown(page % "<p>الريحان الجسر النهر البلدية</p>") == [LEAD, BODY]
    assert shown(page.replace("article-body", "box") % "".join(f"<p>{line}</p>" for line in dates)) == [LEAD, BODY]


def test_a_hidden_copy_of_headline_and_text_is_not_taken() -> None:
    copy = f"<div style='display: none'><h2>{TITLE}</h2><div itemprop='articleBody'>{LEAD} {BODY} {MORE}</div></div>"
    page = f"<h1>{TITLE}</h1><div><p>{LEAD}</p><p>{BODY}</p><p>{MORE}</p></div>{copy}"
    assert shown(page) == [LEAD, BODY, MORE]


def test_what_stands_under_a_picture_is_apart() -> None:
    caption = "الجسر الجديد كما بدا يوم أمس من الضفة المقابلة في صورة التقطها من كان هناك من سكان الحي القديم."
    page = f"<h1>{TITLE}</h1><p>{LEAD}</p><div class='image'><p>{caption}</p></div><p>{BODY}</p><p>{MORE}</p>"
    assert shown(page) == [LEAD, BODY, MORE]
