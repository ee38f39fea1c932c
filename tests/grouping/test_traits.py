from __future__ import annotations

import pytest

from tawatur.grouping.alone import asks
from tawatur.grouping.lexis import read_words
from tawatur.grouping.rarity import Rarity
from tawatur.grouping.records import Traits
from tawatur.grouping.settings import DEFAULT
from tawatur.grouping.traits import hour_of, read_traits
from tawatur.model import Article, Chrome, Reason
from tests.grouping.invented import FERRY, article

WEDNESDAY = "2031-05-07T06:00:00Z"


def traits(one: Article) -> Traits:
    return read_traits(one, read_words(one), Rarity(300), hour_of(one.published) or 0.0, DEFAULT)


def test_numbers_places_and_the_first_day_are_read_from_the_words() -> None:
    found = traits(
        article("a", "x", ("إصابات في حمص", "أصيب 45 شخصاً في حمص السورية يوم الثلاثاء، بعد هجوم الأحد."), WEDNESDAY)
    )
    assert "45" in found.numbers
    assert "SY" in found.places
    assert len(found.days) == 1
    tuesday = traits(article("b", "x", ("خبر", "وقع ذلك أمس قرب المرفأ."), WEDNESDAY))
    assert tuesday.days == found.days


def test_a_day_that_is_called_next_lies_ahead() -> None:
    past = traits(article("a", "x", ("خبر", "اجتمعوا الثلاثاء في القصر."), WEDNESDAY))
    ahead = traits(article("b", "x", ("خبر", "يجتمعون الثلاثاء المقبل في القصر."), WEDNESDAY))
    assert next(iter(ahead.days)) - next(iter(past.days)) == 7


def test_a_year_is_no_number_that_joins() -> None:
    assert traits(article("a", "x", ("خبر", "بدأ ذلك عام 2011 وشمل 312 قرية."))).numbers == {"312"}


def test_page_chrome_tells_nothing() -> None:
    title, body = FERRY
    text = f"{title}\n{body}\nاقرأ أيضاً عن حصاد القطن"
    start = text.index("اقرأ")
    one = Article("a", "x", text, (0, len(title)), (Chrome((start, len(text)), Reason("test")),))
    assert traits(one).whole.keys() == traits(article("b", "x", FERRY)).whole.keys()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("لماذا غرقت العبّارة؟", True),
        ("من هو قائد خفر السواحل", True),
        ("غرق عبّارة.. ماذا بعد؟", False),
        ("غرق عبّارة قبالة الجزيرة", False),
        ("", False),
    ],
)
def test_a_headline_asks_only_from_its_first_words_on(title: str, expected: bool) -> None:
    assert asks(title) is expected


def test_a_round_up_and_a_page_of_headlines_say_why_they_stay_alone() -> None:
    press = traits(article("a", "x", ("مطالب جديدة", "في الصحف اليوم: العبّارة الغارقة، وضريبة العنب، وموسم القطاف.")))
    assert press.alone == Reason("grouping.round_up", ("في الصحف اليوم",))
    lines = "\n".join(f"عنوان قصير عن الخبر رقم {n}" for n in range(12))
    section = traits(article("b", "x", ("أخبار محلية", lines)))
    assert section.alone is not None
    assert section.alone.code == "grouping.section"
    assert traits(article("c", "x", FERRY)).alone is None


@pytest.mark.parametrize("published", [None, "", "أمس", "2031-13-45", "9999-12-31T23:59:00Z", "0001-01-01"])
def test_what_is_no_date_is_no_hour(published: str | None) -> None:
    assert hour_of(published) is None


def test_a_bare_date_is_its_noon_and_zones_are_counted() -> None:
    noon = hour_of("2031-05-06")
    assert noon is not None
    assert noon == hour_of("2031-05-06T12:00:00Z") == hour_of("2031-05-06T15:00:00+03:00")


def test_digits_that_are_no_numbers_do_no_harm() -> None:
    assert traits(Article("a", "x", "مساحة ²²²² متر")).numbers == frozenset()


def test_an_article_without_words_can_be_read() -> None:
    assert traits(Article("a", "x", "…")).whole == {}
