from __future__ import annotations

import numpy as np
import pytest

from tawatur.grouping.alone import asks
from tawatur.grouping.lexis import hashed
from tawatur.grouping.outlines import EARLY, LATE, Outline, hour_of, outline
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem
from tawatur.model import Article, Chrome, Reason
from tests.grouping.invented import FERRY, article

WEDNESDAY = "2031-05-07T06:00:00Z"


def numbers(read: Outline) -> list[str]:
    places = len(read.keys) - len(read.priors) - read.numbers
    return list(read.forms[read.of_lead : len(read.forms) - places])


def places(read: Outline) -> list[int]:
    return read.keys[len(read.priors) + read.numbers :].tolist()


def key(word: str) -> int:
    return hashed("s" + stem(fold(word)))


def test_stems_are_told_from_the_title_on_with_where_and_how_often_they_come() -> None:
    body = " ".join(["غرقت", *["الندى"] * 45, "جزيرة", *["الندى"] * 40, "قارب"])
    read = outline(article("a", "x", ("عبّارة الندى", body)))
    keys = [key(word) for word in ("عبّارة", "الندى", "غرقت", "جزيرة", "قارب")]
    assert read.keys[: len(read.priors)].tolist() == keys
    assert (read.of_title, read.of_lead) == (2, 4)
    assert read.counts.tolist() == [0, 85, 1, 1, 1]
    assert read.spots.tolist() == [0, EARLY, EARLY, LATE]
    assert read.forms[:4] == ("عبّارة", "الندى", "غرقت", "جزيرة")


def test_neighbours_are_pairs_within_title_and_body_but_not_across() -> None:
    read = outline(article("a", "x", ("عبّارة الندى", "غرقت قارب 140 راكباً.")))
    names = dict(enumerate(["عبّارة", "الندى", "غرقت", "قارب", "راكباً", "140"]))
    assert {(names[a], names[b]) for a, b in read.pairs.tolist()} == {
        ("عبّارة", "الندى"), ("غرقت", "قارب"), ("قارب", "140"), ("140", "راكباً"),
    }  # fmt: skip


def test_numbers_places_and_the_first_day_are_read_from_the_words() -> None:
    read = outline(
        article("a", "x", ("إصابات في حمص", "أصيب 45 شخصاً في حمص السورية يوم الثلاثاء، بعد هجوم الأحد."), WEDNESDAY)
    )
    assert numbers(read) == ["45"]
    assert hashed("pSY") in places(read)
    assert (read.weekday, read.offset, read.ahead) == (1, None, False)
    assert outline(article("b", "x", ("خبر", "وقع ذلك أمس قرب المرفأ."))).offset == -1


def test_a_day_that_is_called_next_lies_ahead() -> None:
    assert not outline(article("a", "x", ("خبر", "اجتمعوا الثلاثاء في القصر."))).ahead
    assert outline(article("b", "x", ("خبر", "يجتمعون الثلاثاء المقبل في القصر."))).ahead


def test_a_year_is_no_number_that_joins() -> None:
    assert numbers(outline(article("a", "x", ("خبر", "بدأ ذلك عام 2011 وشمل 312 قرية.")))) == ["312"]


def test_page_chrome_tells_nothing() -> None:
    title, body = FERRY
    text = f"{title}\n{body}\nاقرأ أيضاً عن حصاد القطن"
    start = text.index("اقرأ")
    one = outline(Article("a", "x", text, (0, len(title)), (Chrome((start, len(text)), Reason("test")),)))
    other = outline(article("b", "x", FERRY))
    assert one.keys.tolist() == other.keys.tolist()
    assert one.prints.tolist() == other.prints.tolist()


def test_wording_is_sampled_the_same_wherever_it_stands() -> None:
    title, body = FERRY
    one, other = (
        outline(article("a", "x", FERRY)),
        outline(article("b", "x", (title, f"قال مراسلنا أمس: {body} انتهى."))),
    )
    assert len(one.prints) >= 5
    assert np.isin(one.prints, other.prints).all()


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
    press = outline(article("a", "x", ("مطالب جديدة", "في الصحف اليوم: العبّارة الغارقة، وضريبة العنب، وموسم القطاف.")))
    assert press.alone == Reason("grouping.round_up", ("في الصحف اليوم",))
    lines = "\n".join(f"عنوان قصير عن الخبر رقم {n}" for n in range(12))
    section = outline(article("b", "x", ("أخبار محلية", lines)))
    assert section.alone is not None
    assert section.alone.code == "grouping.section"
    assert outline(article("c", "x", FERRY)).alone is None


@pytest.mark.parametrize("published", [None, "", "أمس", "2031-13-45", "9999-12-31T23:59:00Z", "0001-01-01"])
def test_what_is_no_date_is_no_hour(published: str | None) -> None:
    assert hour_of(published) is None


def test_a_bare_date_is_its_noon_and_zones_are_counted() -> None:
    noon = hour_of("2031-05-06")
    assert noon is not None
    assert noon == hour_of("2031-05-06T12:00:00Z") == hour_of("2031-05-06T15:00:00+03:00")


def test_digits_that_are_no_numbers_do_no_harm() -> None:
    assert numbers(outline(Article("a", "x", "مساحة ²²²² متر"))) == []


@pytest.mark.parametrize("text", ["", "…", "كلمة", "كلمة كلمة كلمة"])
def test_an_article_of_few_words_can_be_read(text: str) -> None:
    read = outline(Article("a", "x", text))
    assert len(read.prints) == 0
    assert len(read.counts) == len(read.priors) == int("كلمة" in text)
