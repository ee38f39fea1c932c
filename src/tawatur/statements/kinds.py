"""The kind of a statement by the shipped model; see `judging.kind_features` and `scripts/train_kinds.py`."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, cast

from tawatur.model import Kind


def kind_of(features: list[str]) -> Kind:
    """The likeliest kind."""
    return cast(Kind, model().tag([features])[0])


def use_model(path: Path | None) -> None:
    """Judge with another model file, or with the shipped one again (None); evaluation by story needs it."""
    model.cache_clear()
    _CHOSEN.clear()
    if path is not None:
        _CHOSEN.append(path)


_CHOSEN: list[Path] = []
_OPEN = ExitStack()


@cache
def model() -> Any:
    """The model, opened once."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    shipped = files("tawatur.languages.ar") / "models" / "kinds.crfsuite"
    tagger.open(str(_CHOSEN[0] if _CHOSEN else _OPEN.enter_context(as_file(shipped))))
    return tagger
