"""Whole articles, written for these tests, read into statements."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Account, Article, Chrome, Reason, Statement
from tawatur.statements import read_account, read_accounts

TITLE = "غرق عبارة قرب ميناء السدر"
BODY = """أعلن مدير ميناء السدر سالم الدربي، الثلاثاء، أن العبارة غرقت قبالة الساحل، مؤكدا أن ركابها نجوا.
وأضاف أن فرق الإنقاذ وصلت خلال ساعة.
وقالت وزارة النقل في بيان إن التحقيق بدأ. وأشارت إلى أن النتائج ستنشر قريبا.
وكشف مصدر ملاحي مطلع أن المحرك تعطل. وأكد المصدر أن الطاقم أبلغ الميناء.
اقرأ أيضا: أعلن الوزير أن الأسعار ستنخفض"""


def account(text: str, title: str = "") -> Account:
    full = f"{title}\n{text}" if title else text
    at = full.find("اقرأ أيضا")
    chrome = (Chrome((at, len(full)), Reason("reading.chrome.related")),) if at >= 0 else ()
    return read_account(
        Article("a1", "sanabel", full, (0, len(title)) if title else None, chrome, published="2031-05-06")
    )


def saying(read: Account, part: str) -> Statement:
    return next(s for s in read.statements if part in read.article.text[slice(*s.content)])


def speaker(read: Account, part: str) -> str:
    key = saying(read, part).chain[-1]
    return next((s.name for s in read.speakers if s.key == key), key)


def test_several_articles_at_once_are_read_as_each_alone() -> None:
    texts = (BODY, TITLE, "", BODY[::-1], BODY.split("\n")[2])
    articles = [Article(f"a{n}", "sanabel", text, published="2031-05-06") for n, text in enumerate(texts)]
    assert read_accounts(articles) == [read_account(article) for article in articles]
    assert read_accounts([]) == []


def test_the_speaker_of_every_statement() -> None:
    read = account(BODY, TITLE)
    assert speaker(read, "غرقت قبالة") == "مدير ميناء السدر سالم الدربي"
    assert speaker(read, "ركابها نجوا") == "مدير ميناء السدر سالم الدربي"
    assert speaker(read, "التحقيق بدأ") == "وزارة النقل"
    assert speaker(read, "المحرك تعطل") == "مصدر ملاحي مطلع"


def test_dropped_subjects_carry_the_speaker_over() -> None:
    read = account(BODY, TITLE)
    carried = saying(read, "فرق الإنقاذ وصلت")
    assert (carried.explicitness, carried.source) == ("carried_over", None)
    assert speaker(read, "فرق الإنقاذ وصلت") == "مدير ميناء السدر سالم الدربي"
    assert speaker(read, "النتائج ستنشر") == "وزارة النقل"


def test_the_source_with_the_article_is_the_one_named_before() -> None:
    read = account(BODY, TITLE)
    assert saying(read, "الطاقم أبلغ").chain == saying(read, "المحرك تعطل").chain


def test_nothing_is_read_from_chrome() -> None:
    read = account(BODY, TITLE)
    start = read.article.chrome[0].span[0]
    assert all(s.content[1] <= start for s in read.statements)


def test_the_headline_is_the_outlets_own() -> None:
    read = account(BODY, TITLE)
    assert (read.statements[0].chain, read.statements[0].explicitness) == (("outlet:sanabel",), "none")


def test_every_statement_gives_its_reason_and_stands_in_its_text() -> None:
    read = account(BODY, TITLE)
    for statement in read.statements:
        assert statement.reasons
        for span in (statement.content, statement.source, statement.cue, statement.via):
            assert span is None or read.article.text[slice(*span)].strip() == read.article.text[slice(*span)] != ""


def test_talks_known_through_an_unnamed_source_rest_on_it() -> None:
    text = (
        "كشف مصدر دبلوماسي عن اجتماع عقد سرا بين الوفدين السوداني والتشادي.\n"
        "وشدد الوفد السوداني خلال الاجتماع على أن الحدود مغلقة.\n"
        "وأبلغ الوفد السوداني الطرف الآخر أن المعبر لن يفتح."
    )
    read = account(text)
    assert len(saying(read, "الحدود مغلقة").chain) == 3
    teller = saying(read, "الحدود مغلقة").chain[1]
    assert next(s.kind for s in read.speakers if s.key == teller) == "anonymous"


def test_the_source_between_a_verb_and_its_words_tells_of_it() -> None:
    read = account("كشف مصدر أمني تفاصيل اللقاء.\nوشدد الجانب الليبي، وفقا للمصدر، على أن الاتفاق نهائي.")
    assert len(saying(read, "الاتفاق نهائي").chain) == 3


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from(list('قالأنعمدير.،"«»:ويبحسب\n 0123()-ـًُabc\u200f\u0000٣')), max_size=160))
def test_any_text_is_read_without_breaking_an_offset(text: str) -> None:
    read = account(text)
    for statement in read.statements:
        start, end = statement.content
        assert 0 <= start < end <= len(text)
        assert statement.chain[0] == "outlet:sanabel"
