"""What the network says of words: the same whether texts are read alone or together, first or again."""

from __future__ import annotations

from tawatur.languages.ar.script import words
from tawatur.model import Article
from tawatur.reading import read
from tawatur.samples import story
from tawatur.statements.frames import find_frames
from tawatur.statements.models import word_scorer
from tawatur.statements.parsing import parse_texts
from tawatur.statements.segment_features import Shown, words_shown
from tawatur.statements.sentences import sentences
from tawatur.statements.word_scores import WordScorer


def shown(article: Article) -> list[Shown]:
    ((*parses,),) = parse_texts([(article.text, sentences(article), words(article.text))])
    return [words_shown(parsed, find_frames(parsed)) for parsed in parses]


def test_articles_read_together_are_read_as_alone() -> None:
    articles = [shown(article) for article in read([str(story())]).articles]
    together = WordScorer(word_scorer().network).scores(articles)
    alone = [WordScorer(word_scorer().network).scores([one]) for one in articles]
    for head in ("cuts", "kinds", "voices"):
        assert getattr(together, head).tolist() == [row for one in alone for row in getattr(one, head).tolist()]


def test_words_met_before_are_scored_as_at_first() -> None:
    scorer = WordScorer(word_scorer().network)
    article = shown(read([str(story())]).articles[0])
    assert scorer.scores([article]).cuts.tolist() == scorer.scores([article]).cuts.tolist()


def test_nothing_has_no_scores() -> None:
    scorer = WordScorer(word_scorer().network)
    assert scorer.scores([]).cuts.shape == scorer.scores([[Shown([], [])]]).cuts.shape == (0, 3)
