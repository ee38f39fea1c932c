from __future__ import annotations

import pytest

from tawatur.settings import DEFAULT
from tawatur.tracing import read_question
from tests.tracing.invented import BRIDGE, ask


@pytest.mark.parametrize("nothing", ["", "   ", "…", "؟!", "\u200f"])
def test_a_sentence_without_words_is_no_question(nothing: str) -> None:
    assert read_question(nothing, DEFAULT) is None


def test_shares_of_all_words_add_up() -> None:
    question = ask(BRIDGE)
    assert question.share((1 << len(question.terms)) - 1) == pytest.approx(1.0)
    assert question.share(0) == 0.0


def test_the_predicate_is_the_verb_or_the_noun_after_a_verb_that_says_nothing() -> None:
    def predicate(sentence: str) -> str:
        question = ask(sentence)
        (term,) = (t for at, t in enumerate(question.terms) if question.predicate >> at & 1)
        return term.form

    assert predicate("انهار جسر الياقوت في مدينة السدرة") == "انهار"
    assert predicate("قامت البلدية بهدم جسر الياقوت في مدينة السدرة") == "بهدم"


def test_what_the_sentence_itself_denies_or_asks_is_known() -> None:
    assert "denies" in ask("نفت البلدية انهيار جسر الياقوت").verdicts
    assert ask("لم ينهر جسر الياقوت").turned
    assert ask("هل انهار جسر الياقوت؟").asks
    assert not ask(BRIDGE).asks
