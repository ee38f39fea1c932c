from __future__ import annotations

import pytest

from tawatur.errors import SettingsError
from tawatur.serving.corroborating import Side, _answer, corroborate
from tawatur.store import Archive
from tawatur.store.ranking import Filter

ABOARD = "كان على متن العبّارة نحو 140 راكباً"


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (ABOARD, "one_origin"),
        ("أبحرت العبّارة بحمولة زائدة", "denied"),
        ("هل غرقت العبّارة؟", "cannot_tell"),
        ("استقبل رئيس الاتحاد وفداً من المزارعين", "cannot_tell"),
        ("بدأت الرافعة الجديدة العمل صباح الثلاثاء", "one_origin"),
    ],
)
def test_one_word_answers(desk: Archive, sentence: str, answer: str) -> None:
    found = corroborate(desk, sentence)
    assert found.answer == answer


@pytest.mark.parametrize(
    ("origins", "denied", "code"),
    [
        ((2, 3), False, "serving.corroborated"),
        ((2, 3), True, "serving.cannot_tell.denied"),
        ((1, 1), True, "serving.cannot_tell.denied"),
        ((1, 2), False, "serving.cannot_tell.perhaps"),
    ],
)
def test_a_denial_that_nobody_vouches_for_is_the_reason_given(
    origins: tuple[int, int], denied: bool, code: str
) -> None:
    support, against = Side((), origins, (), (), False, ()), Side((), (0, 0), (), (), False, ())
    assert _answer(support, against if denied else None, 5, asks=False)[1].code == code


def test_many_outlets_of_one_origin_are_told_apart(desk: Archive) -> None:
    found = corroborate(desk, ABOARD)
    assert found.support
    assert len(found.support.outlets) >= 3
    assert found.support.independent == (1, 1)
    assert found.support.reasons


def test_words_are_exact_and_spans_lead_to_them(desk: Archive) -> None:
    from tawatur.store import articles

    found = corroborate(desk, ABOARD)
    passages = [*(found.support.passages if found.support else ()), *found.discuss]
    assert passages
    with desk.reading() as session:
        texts = articles.articles(session, [p.article for p in passages])
    for passage in passages:
        assert texts[passage.article].text[slice(*passage.span)] == passage.words


def test_articles_outside_the_filter_are_not_asked(desk: Archive) -> None:
    found = corroborate(desk, ABOARD, Filter(outlets=("mina",)))
    assert (found.answer, found.searched) == ("cannot_tell", 0) or found.support is None


def test_a_sentence_without_words_is_refused(desk: Archive) -> None:
    with pytest.raises(SettingsError):
        corroborate(desk, "؟!")
