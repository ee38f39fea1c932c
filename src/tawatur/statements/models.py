"""The trained models of this room, each opened once; `scripts/train_statements.py` makes them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.resources import as_file, files
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tawatur.languages.sequences import Weights, load
from tawatur.model import Kind

if TYPE_CHECKING:
    from tawatur.statements.segment_features import Shown
    from tawatur.statements.segment_scores import SegmentScorer


def kind_of(features: Sequence[str]) -> Kind:
    """The likeliest kind of a statement."""
    return cast(Kind, _weights("kinds").likeliest(features))


def speaks(features: Sequence[str]) -> bool:
    """Whether a proposition inside a frame is the speaker's; False when it is surely the outlet's own aside."""
    return _probability("voices", "own", features) < ASIDE


def segment_labels(sentences: Sequence[Sequence[Shown]]) -> list[str]:
    """B, I or O for every word of all the sentences in turn: where propositions begin and go on."""
    return _segmenter().labels(sentences)


def probability_right(features: Sequence[str]) -> float:
    """How probable it is that a speaker was read rightly."""
    return _probability("confidence", "right", features)


ASIDE = 0.7
"""How probable an aside must be before words inside a frame are taken from their speaker (development stories)."""


def use_models(folder: Path | None) -> None:
    """Read with the models of another folder, or with the shipped ones again (None); evaluation by story needs it."""
    _weights.cache_clear()
    _leads.cache_clear()
    _segmenter.cache_clear()
    _CHOSEN.clear()
    if folder is not None:
        _CHOSEN.append(folder)


_CHOSEN: list[Path] = []


@cache
def _segmenter() -> SegmentScorer:
    from tawatur.statements.segment_scores import SegmentScorer

    return SegmentScorer(_weights("segments"))


@cache
def _weights(name: str) -> Weights:
    """One of "segments", "kinds", "voices" and "confidence", opened."""
    with _place(name) as path:
        return load(path)


def _probability(name: str, label: str, features: Iterable[str]) -> float:
    """How probable a label of a model of two is."""
    return 1 / (1 + math.exp(-sum(map(_leads(name, label).get, features, repeat(0.0)))))


@cache
def _leads(name: str, label: str) -> dict[str, float]:
    return _weights(name).leads(label)


def _place(name: str) -> AbstractContextManager[Path]:
    if _CHOSEN and (path := _CHOSEN[0] / f"{name}.crfsuite").exists():
        return nullcontext(path)
    return as_file(files("tawatur.languages.ar") / "models" / f"{name}.crfsuite")
