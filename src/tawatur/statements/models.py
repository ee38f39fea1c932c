"""The trained models of this room, each opened once; `scripts/train_statements.py` makes them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tawatur.model import Kind

if TYPE_CHECKING:
    from tawatur.statements.segment_features import Shown
    from tawatur.statements.segment_scores import SegmentScorer


def kind_of(features: list[str]) -> Kind:
    """The likeliest kind of a statement."""
    return cast(Kind, model("kinds").tag([features])[0])


def speaks(features: list[str]) -> bool:
    """Whether a proposition inside a frame is the speaker's; False when it is surely the outlet's own aside."""
    voices = model("voices")
    voices.set([features])
    return bool(voices.marginal("own", 0) < ASIDE)


def segment_labels(sentences: Sequence[Sequence[Shown]]) -> list[str]:
    """B, I or O for every word of all the sentences in turn: where propositions begin and go on."""
    return _segmenter().labels(sentences)


def probability_right(features: list[str]) -> float:
    """How probable it is that a speaker was read rightly."""
    sure = model("confidence")
    sure.set([features])
    return float(sure.marginal("right", 0))


ASIDE = 0.7
"""How probable an aside must be before words inside a frame are taken from their speaker (development stories)."""


def use_models(folder: Path | None) -> None:
    """Read with the models of another folder, or with the shipped ones again (None); evaluation by story needs it."""
    model.cache_clear()
    _segmenter.cache_clear()
    _CHOSEN.clear()
    if folder is not None:
        _CHOSEN.append(folder)


_CHOSEN: list[Path] = []
_OPEN = ExitStack()


@cache
def _segmenter() -> SegmentScorer:
    from tawatur.languages.sequences import load
    from tawatur.statements.segment_scores import SegmentScorer

    with _place("segments") as path:
        return SegmentScorer(load(path))


@cache
def model(name: str) -> Any:
    """One of "kinds", "voices" and "confidence", opened."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(_OPEN.enter_context(_place(name))))
    return tagger


def _place(name: str) -> AbstractContextManager[Path]:
    if _CHOSEN and (path := _CHOSEN[0] / f"{name}.crfsuite").exists():
        return nullcontext(path)
    return as_file(files("tawatur.languages.ar") / "models" / f"{name}.crfsuite")
