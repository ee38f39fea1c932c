"""Propositions of a sentence: the stretches of words that each make one statement.

A conditional random field (see `scripts/train_statements.py`) labels the words; what comes out is trimmed of
conjunctions, marks and words that open a clause without belonging to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from tawatur.model import Span
from tawatur.statements.frame import Frame
from tawatur.statements.models import segment_labels
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range
from tawatur.statements.segment_features import words_shown
from tawatur.statements.sentences import trimmed

_EDGE = " \t\n\u00a0،,.;؛:-–—…\"“”«»'"
# Words that open a clause from outside it: the content begins after them.
_OPENERS = {
    "ان",
    "بان",
    "كما",
    "فيما",
    "بينما",
    "حيث",
    "لكن",
    "ثم",
    "اذ",
    "مما",
    "وذلك",
    "وقد",
    "فقد",
    "قد",
    "ولكن",
    "كذلك",
}


Framed = tuple[list[Parse], list[list[Frame]], list[Span]]
"""The sentences of an article, the frames of each, and the spans of expressions of time in the article."""


def segments(articles: Sequence[Framed]) -> list[list[list[Range]]]:
    """For every sentence of every article the word ranges that each hold one proposition.

    They come in order, and none overlap another.
    """
    shown = [
        words_shown(parse, its, dates)
        for parses, frames, dates in articles
        for parse, its in zip(parses, frames, strict=True)
    ]
    labels = iter(segment_labels(shown))
    return [[_ranges(parse, list(islice(labels, len(parse)))) for parse in parses] for parses, _, _ in articles]


def _ranges(parse: Parse, labels: Sequence[str]) -> list[Range]:
    return [kept for one in ranges(labels) if (kept := _tidy(parse, one)) is not None]


def ranges(labels: Sequence[str]) -> list[Range]:
    """The stretches that B, I and O mark, in order; an I with nothing before it begins one."""
    found: list[Range] = []
    start: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and label != "I":
            found.append((start, i))
            start = None
        if label == "B" or (label == "I" and start is None):
            start = i
    return found


def content_span(parse: Parse, stretch: Range) -> Span:
    """The code points of a proposition: without و / ف before its first word and marks at its edges."""
    first, end = stretch
    start, stop = parse.span(first, end)
    if parse.tags[first].conjunction and parse.words[first].end - start > 1:
        start += 1
    start, stop = trimmed(parse.text, start, stop, _EDGE)
    return _balanced(parse.text, start, stop)


def _tidy(parse: Parse, stretch: Range) -> Range | None:
    first, end = stretch
    while first < end - 1 and (parse.keys[first] in _OPENERS or parse.words[first].text in _EDGE):
        first += 1
    while end - 1 > first and parse.words[end - 1].text in _EDGE:
        end -= 1
    letters = sum(parse.words[k].text[0].isalnum() for k in range(first, end))
    return (first, end) if letters else None


def _balanced(text: str, start: int, end: int) -> Span:
    """Give back a closing mark that trimming took from a quotation or bracket opened inside."""
    inside = text[start:end]
    for opening, closing in (("«", "»"), ("“", "”"), ("(", ")"), ('"', '"')):
        unmatched = inside.count(opening) % 2 if opening == closing else inside.count(opening) > inside.count(closing)
        if unmatched and text[end : end + 1] == closing:
            return start, end + 1
        if unmatched and opening == closing and start and text[start - 1] == opening:
            return start - 1, end
    return start, end
