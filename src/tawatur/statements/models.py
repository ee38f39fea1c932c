"""The trained models of this room, each opened once; `scripts/train_statements.py` makes them."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, cast

from tawatur.model import Kind


def kind_of(features: list[str]) -> Kind:
    """The likeliest kind of a statement."""
    return cast(Kind, model("kinds").tag([features])[0])


def speaks(features: list[str]) -> bool:
    """Whether a proposition inside a frame is the speaker's; False when it is surely the outlet's own aside."""
    voices = model("voices")
    voices.set([features])
    return bool(voices.marginal("own", 0) < ASIDE)


ASIDE = 0.7
"""How probable an aside must be before words inside a frame are taken from their speaker (development stories)."""


def use_models(folder: Path | None) -> None:
    """Read with the models of another folder, or with the shipped ones again (None); evaluation by story needs it."""
    model.cache_clear()
    _CHOSEN.clear()
    if folder is not None:
        _CHOSEN.append(folder)


_CHOSEN: list[Path] = []
_OPEN = ExitStack()


@cache
def model(name: str) -> Any:
    """One of "segments", "kinds" and "voices", opened."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    shipped = files("tawatur.languages.ar") / "models" / f"{name}.crfsuite"
    tagger.open(str(_CHOSEN[0] / f"{name}.crfsuite" if _CHOSEN else _OPEN.enter_context(as_file(shipped))))
    return tagger
