"""The decoder against every labelling there is, and against CRFsuite on its own files."""

from __future__ import annotations

import gzip
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.languages.ar.script import Word, words
from tawatur.languages.ar.tagging_features import sentence_features
from tawatur.languages.ar.tagging_scores import Scorer
from tawatur.languages.sequences import Chain, load
from tawatur.reading import read
from tawatur.samples import story
from tawatur.statements.sentences import sentences

MODELS = Path(__file__).parents[2] / "src" / "tawatur" / "languages" / "ar" / "models"
NEWS = Path(__file__).parents[2].parent / "shared" / "data" / "ant_multisource" / "2018-02_2018-05.jsonl.gz"
JOINTS = ("_", "#")


def worth(scores: np.ndarray, transitions: np.ndarray, labels: tuple[int, ...]) -> float:
    steps = sum(transitions[a, b] for a, b in itertools.pairwise(labels))
    return float(sum(scores[i, label] for i, label in enumerate(labels)) + steps)


@st.composite
def problems(draw: st.DrawFn) -> tuple[np.ndarray, list[int], np.ndarray]:
    width = draw(st.integers(1, 6))
    lengths = draw(st.lists(st.integers(0, 4 if width < 5 else 3), min_size=1, max_size=4))
    weights = st.floats(-6, 6, width=16) | st.sampled_from((-1.0, 0.0, 1.0))
    scores = draw(st.lists(weights, min_size=sum(lengths) * width, max_size=sum(lengths) * width))
    steps = draw(st.lists(weights, min_size=width * width, max_size=width * width))
    return np.array(scores).reshape(-1, width), lengths, np.array(steps).reshape(width, width)


@settings(deadline=None)
@given(problems())
def test_no_labelling_is_better(problem: tuple[np.ndarray, list[int], np.ndarray]) -> None:
    scores, lengths, transitions = problem
    found = Chain.of(transitions).decode(scores, lengths)
    assert len(found) == len(scores)
    at = 0
    for length in lengths:
        own, labels = scores[at : at + length], tuple(found[at : at + length].tolist())
        every = itertools.product(range(scores.shape[1]), repeat=length)
        assert worth(own, transitions, labels) == pytest.approx(max(worth(own, transitions, one) for one in every))
        at += length


def test_many_likely_labels_and_long_sentences() -> None:
    random = np.random.default_rng(7)
    transitions = random.normal(size=(30, 30))
    lengths = [1, 90, 2, 37, 64]
    scores = random.normal(size=(sum(lengths), 30)) * random.choice([0.1, 1, 20], size=(sum(lengths), 1))
    found = Chain.of(transitions).decode(scores, lengths)
    at = 0
    for length in lengths:
        own = scores[at : at + length]
        best = own[0]
        for row in own[1:]:
            best = (best[:, None] + transitions).max(axis=0) + row
        assert worth(own, transitions, tuple(found[at : at + length].tolist())) == pytest.approx(best.max())
        at += length


def test_no_words_have_no_labels() -> None:
    assert Chain.of(np.zeros((3, 3))).decode(np.zeros((0, 3)), [0, 0]).tolist() == []


@pytest.mark.parametrize("name", ["voices", "confidence"])
def test_a_model_file_is_read_as_crfsuite_reads_it(name: str) -> None:
    model, tagger = load(MODELS / f"{name}.crfsuite"), pycrfsuite.Tagger()
    tagger.open(str(MODELS / f"{name}.crfsuite"))
    told = tagger.info()
    ((*labels,),) = model.labels
    (chain,) = model.chains
    assert labels == tagger.labels()
    for (feature, label), weight in told.state_features.items():
        assert model.states[model.row(feature), labels.index(label)] == pytest.approx(weight, abs=1e-6)
    assert np.count_nonzero(model.states) == len(model.given) == len(told.state_features)
    for (a, b), weight in told.transitions.items():
        step = chain.transitions[labels.index(a), labels.index(b)]
        assert step == pytest.approx(weight, abs=1e-6)


def test_weights_add_up() -> None:
    model = load(MODELS / "voices.crfsuite")
    some = list(model.rows)[:5]
    total = model.total([some, [], ["no such feature"], some[:1] * 2])
    assert total[0] == pytest.approx(sum(model.states[model.row(f)] for f in some))
    assert not total[1].any()
    assert not total[2].any()
    assert total[3] == pytest.approx(2 * model.states[model.row(some[0])])
    assert model.total([]).shape == (0, 2)


@pytest.mark.parametrize("content", [b"", b"lCRF", b"<html>" * 40])
def test_another_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model").write_bytes(content)
    with pytest.raises(ValueError, match="no linear-chain model"):
        load(tmp_path / "model")


def of_the_sample() -> Iterator[list[list[Word]]]:
    for article in read([str(story())]).articles:
        yield [words(article.text, *sentence.span) for sentence in sentences(article)]


def of_the_news(articles: int) -> Iterator[list[list[Word]]]:
    """Sentences of articles spread over the corpus."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, 0, None, 16700 // articles):
            yield [words(part) for part in json.loads(line)["text"].split(".")]


def assert_labels_of_crfsuite(articles: Iterator[list[list[Word]]]) -> None:
    names = ("pos", "names")
    models = load(*(MODELS / f"{name}.crfsuite" for name in names))
    scorer = Scorer(models)
    taggers = [pycrfsuite.Tagger() for _ in names]
    for name, tagger in zip(names, taggers, strict=True):
        tagger.open(str(MODELS / f"{name}.crfsuite"))
    for article in articles:
        rows = [[word for word in row if word.folded not in JOINTS] for row in article]
        scores = scorer.scores([[word.text for word in row] for row in rows])
        features = [pycrfsuite.ItemSequence(sentence_features(row)) for row in rows]
        expected = [[label for row in features for label in tagger.tag(row)] for tagger in taggers]
        assert models.decode(scores, [len(row) for row in rows]) == expected


def test_the_sample_is_labelled_as_by_crfsuite() -> None:
    assert_labels_of_crfsuite(of_the_sample())


@pytest.mark.skipif(not NEWS.exists(), reason="the development data is not here")
def test_news_is_labelled_as_by_crfsuite() -> None:
    assert_labels_of_crfsuite(of_the_news(200))


def test_words_forgotten_and_met_again_score_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    scorer = Scorer(load(MODELS / "names.crfsuite"))
    article = [[word.text for word in row] for row in next(of_the_sample())]
    first = scorer.scores(article)
    monkeypatch.setattr("tawatur.languages.ar.tagging_scores.KEPT", 5)
    for row in article:
        scorer.scores([row])
    again = scorer.scores(article)
    assert np.array_equal(first, again)
