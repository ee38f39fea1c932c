from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.model import Article
from tawatur.reading import read
from tawatur.reading.draft import Draft
from tawatur.reading.plain import read_plain

BODY = "أعلنت بلدية مدينة الريحان أن جسر النهر سيغلق أمام السيارات أسبوعين بسبب أعمال الصيانة التي تبدأ صباح الأحد."
LONG = f"{BODY} {BODY} {BODY}"
FOUNDING = Path("../shared/samples/paris_meeting")


def article(folder: Path, text: str, name: str = "bridge.txt") -> Article:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    intake = read([str(path)])
    assert intake.rejects == ()
    return intake.articles[0]


def marked(found: Article) -> dict[str, str]:
    return {found.text[slice(*mark.span)]: mark.reason.code.rsplit(".", 1)[1] for mark in found.chrome}


def test_title_date_and_chrome_are_spans_into_the_untouched_text(tmp_path: Path) -> None:
    text = (
        f"٥ غشت ٢٠٢٤\r\n\r\nإغلاق جسر النهر أسبوعين\r\n{BODY}\r\nشوف كمان: افتتاح حديقة الحي الشرقي\r\n"
        "Add to Home screen"
    )
    found = article(tmp_path, text)
    assert found.text == text
    assert found.title is not None
    assert text[slice(*found.title)] == "إغلاق جسر النهر أسبوعين"
    assert (found.published, found.published_basis) == ("2024-08-05", "byline")
    assert marked(found) == {
        "٥ غشت ٢٠٢٤": "byline",
        "شوف كمان: افتتاح حديقة الحي الشرقي": "related",
        "Add to Home screen": "app",
    }
    assert found.outlet == "unknown:bridge"


@pytest.mark.parametrize(
    "line",
    [
        "وقال العمدة إن جميع المباني القديمة محفوظة في السجل.",
        "شارك المئات في المسيرة التي انطلقت من ساحة البلدة.",
        "المصدر أكد أن الاجتماع انتهى من دون اتفاق.",
        "تابع الوزير أن المشروع سيكتمل قبل نهاية العام.",
        "صورة المدينة تغيرت كثيراً خلال الأعوام العشرة الماضية.",
        "إعلان النتائج تأخر ساعتين بسبب عطل في الحواسيب.",
        "حالة من الترقب والانتظار",
        "المشاركة في الانتخابات بلغت نصف الناخبين.",
        "رياضة | فريق الريحان يفوز على ضيفه بهدفين",
        "للمزيد من الأمان، أغلقت البلدية الرصيف أيضاً.",
        "نشرت البلدية صورة أرشيفية للجسر القديم.",
        "نشر المجلس في 14 مايو 2018 قراراً يمنع الشاحنات من عبور الجسر.",
        "Related to this, the mayor said the bridge would reopen.",
    ],
)
def test_a_sentence_of_the_article_is_never_chrome(tmp_path: Path, line: str) -> None:
    assert marked(article(tmp_path, f"إغلاق جسر النهر\n{BODY}\n{line}\n{BODY}")) == {}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("اقرأ أيضاً: بدء موسم الزيتون في القرى الجبلية", "related"),
        ("إقرأ أيضاً | بدء موسم الزيتون", "related"),
        ("تابعونا على فيسبوك وتويتر", "follow"),
        ("جميع الحقوق محفوظة © صحيفة الريحان 2024", "copyright"),
        ("اترك تعليقاً", "comments"),
        ("كلمات مفتاحية: جسر، صيانة، مرور", "tags"),
        ("This website uses cookies to improve your experience.", "cookies"),
        ("Lire aussi : le pont ferme deux semaines", "related"),
        ("تصفح المزيد", "related"),
        ("استمع أيضاً: نشرة الظهيرة", "related"),
        ("للمزيد - بدء موسم الزيتون في القرى", "related"),
        ("شارك على فيسبوك | شارك على إكس | أرسل إلى صديق", "share"),
        ("بث مباشر | الأخبار | البرامج | بودكاست | اتصل بنا", "navigation"),
        ("ملاحظة : نرجو ممن يرغب بإضافة تعليق أن يكتب اسمه", "comments"),
        ("جسر النهر قبل بدء أعمال الصيانة فيه - صورة أرشيفية", "credit"),
    ],
)
def test_page_lines_are_chrome(tmp_path: Path, line: str, kind: str) -> None:
    assert marked(article(tmp_path, f"إغلاق جسر النهر\n{BODY}\n{line}\n{BODY}")) == {line: kind}


def test_one_teaser_follows_a_heading_inside_the_text(tmp_path: Path) -> None:
    found = marked(
        article(tmp_path, f"إغلاق الجسر\n{BODY}\nاقرأ أيضا\nبدء موسم الزيتون في القرى\nفوضى في المرور\n{LONG}")
    )
    assert list(found) == ["اقرأ أيضا", "بدء موسم الزيتون في القرى"]


@pytest.mark.skipif(not FOUNDING.is_dir(), reason="development data is not here")
def test_the_founding_texts() -> None:
    first, second = read([str(FOUNDING)]).articles
    assert (first.published, second.published) == ("2025-07-29", None)
    assert all(found.outlet == f"unknown:{found.id}" for found in (first, second))
    assert sorted(marked(first).values()) == ["app", "app", "byline"]
    assert list(marked(second).values()) == ["related", "related"]


def test_the_pages_address_and_what_stands_above_it_are_its_head() -> None:
    text = (
        "صحيفة السدر\nالأخبار | الرياضة | الثقافة\nhttps://sidr.example/news/4\n\n"
        "إغلاق جسر السدر أمام الشاحنات\n"
        "أغلقت البلدية جسر السدر أمام الشاحنات صباح اليوم بعد ظهور شقوق في دعائمه الشمالية."
    )
    draft = read_plain(text, "page.txt", "page")
    assert isinstance(draft, Draft)
    assert draft.site == "صحيفة السدر"
    assert draft.url == "https://sidr.example/news/4"
    assert draft.title is not None
    assert text[slice(*draft.title)] == "إغلاق جسر السدر أمام الشاحنات"
    assert [text[slice(*mark.span)] for mark in draft.chrome] == text.split("\n")[:3]
