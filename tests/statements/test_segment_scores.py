"""The segmenter's labels, summed and decoded in arrays, are those of CRFsuite with the features it was trained with."""

from __future__ import annotations

from importlib.resources import as_file, files

import pycrfsuite

from tawatur.languages.ar.script import words
from tawatur.reading import read
from tawatur.samples import story
from tawatur.statements.dates import find_dates
from tawatur.statements.frames import find_frames
from tawatur.statements.models import segment_labels
from tawatur.statements.parsing import parse_all
from tawatur.statements.segment_features import segment_features, words_shown
from tawatur.statements.sentences import sentences


def test_the_labels_are_those_of_crfsuite() -> None:
    tagger = pycrfsuite.Tagger()
    with as_file(files("tawatur.languages.ar") / "models" / "segments.crfsuite") as path:
        tagger.open(str(path))
        for article in read([str(story())]).articles:
            found = words(article.text)
            dates = [date.span for date in find_dates(article, found)]
            parses = parse_all(article.text, sentences(article), found)
            frames = [find_frames(parsed) for parsed in parses]
            shown = [words_shown(parsed, its, dates) for parsed, its in zip(parses, frames, strict=True)]
            by_crfsuite = [
                label
                for parsed, its in zip(parses, frames, strict=True)
                for label in tagger.tag(segment_features(parsed, its, dates))
            ]
            assert segment_labels(shown) == by_crfsuite


def test_nothing_has_no_labels() -> None:
    assert segment_labels([]) == []
    assert segment_labels([[]]) == []
