"""What headline and lead tell of a proposition, on invented articles."""

from __future__ import annotations

from tawatur.languages.ar.script import words
from tawatur.model import Article
from tawatur.statements.foreground import foreground, foreground_marks
from tawatur.statements.parsing import Parse, parse_all
from tawatur.statements.sentences import sentences

TITLE = "غرق عبّارة قبالة مدينة رملاء"
TEXT = f"{TITLE}\nغرقت عبّارة مساء أمس قبالة رملاء. ونقلت الزوارق الركاب إلى الميناء. وتأسست الشركة قبل سنين طويلة."


def _parses(text: str, title: str) -> list[Parse]:
    return parse_all(text, sentences(Article("a", "almadar", text, (0, len(title)))), words(text))


def _marks(number: int) -> tuple[str, ...]:
    parses = _parses(TEXT, TITLE)
    return foreground_marks(parses[number], (0, len(parses[number])), foreground(parses), "|own").features


def test_the_news_is_told_again_and_what_is_beside_it_is_not() -> None:
    assert "headline=3|own" in _marks(1)
    assert "headline=0|own" in _marks(3)
    assert "lead=0|own" in _marks(3)


def test_the_lead_is_its_own_news() -> None:
    assert "lead=4|own" in _marks(2)
    assert "lead_share=4|own" in _marks(2)


def test_a_headline_shares_nothing_with_itself() -> None:
    assert _marks(0) == ("headline",)


def test_an_article_without_headline_or_words_has_no_news() -> None:
    assert not foreground([]).headline
    (parse,) = _parses("\nوتأسست الشركة قبل سنين", "")
    assert not foreground([parse]).headline
    assert foreground([parse]).lead
