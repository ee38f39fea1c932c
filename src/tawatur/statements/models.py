"""The trained models of this room, each opened once.

`train_network`, `train_statements`, `train_kinds`, `train_voicing` and `train_confidence` of `scripts/` make them, in
this order.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.resources import as_file, files
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tawatur.languages.convolution import Network, log_shares
from tawatur.languages.convolution import load as load_network
from tawatur.languages.sequences import Weights, load
from tawatur.model import Kind
from tawatur.statements.marks import Marks, Rows

if TYPE_CHECKING:
    from tawatur.statements.word_scores import WordScorer


Shown = tuple[Sequence[Marks], Mapping[str, float]]
"""What a statement shows of its kind: its marks, and how probable its words make each kind (`Cut.kinds`)."""


def kinds_of(articles: Sequence[Sequence[Shown]]) -> list[list[Kind]]:
    """The likeliest kind of each statement of each article, by its marks, those beside it, and its words.

    The words' judge knows less than the other; of the two, as a product of experts (Hinton 2002), it has half a vote.
    """
    import numpy as np

    shown = [one for its in articles for one in its]
    if not shown:
        return [[] for _ in articles]
    network, known = _kinds()
    rows = known.sums([marks for marks, _ in shown])
    scores = log_shares(network.scores("kinds", network.seen(rows, list(map(len, articles)))))
    labels = cast("tuple[Kind, ...]", network.heads["kinds"].labels)
    scores += _WORDS * np.log(np.array([[by_words[label] for label in labels] for _, by_words in shown]) + _HARDLY)
    told = iter(scores.argmax(axis=1).tolist())
    return [[labels[next(told)] for _ in its] for its in articles]


def speaks(features: Sequence[str], by_words: float) -> bool:
    """Whether a proposition inside a frame is the speaker's; False when it is surely the outlet's own aside.

    `by_words` tells how probable the network takes it to be the speaker's.
    """
    own = _probability("voices", "own", features)
    return (own + 1 - by_words) / 2 < ASIDE


def spoken(articles: Iterable[Sequence[Sequence[str]]]) -> list[float]:
    """How probable it is that a speaker says each proposition, by its features and those beside it, article by article.

    The features are those of `voicing_features`.
    """
    import numpy as np

    listed = list(articles)
    shown = [features for its in listed for features in its]
    if not shown:
        return []
    network = voicing_network()
    scores = network.scores("voices", network.seen(network.embedded(shown), list(map(len, listed))))
    shares = np.exp(log_shares(scores))[:, network.heads["voices"].labels.index("said")]
    return cast("list[float]", shares.tolist())


def probability_right(features: Sequence[str]) -> float:
    """How probable it is that a speaker was read rightly."""
    return _probability("confidence", "right", features)


_HARDLY = 1e-9
_WORDS = 0.5  # anything from 0.3 to 0.7 does as well (development stories, held out)
ASIDE = 0.7
"""How probable an aside must be before words inside a frame are taken from their speaker (development stories)."""


def use_models(folder: Path | None) -> None:
    """Read with the models of another folder, or with the shipped ones again (None); evaluation by story needs it."""
    _weights.cache_clear()
    _leads.cache_clear()
    _kinds.cache_clear()
    voicing_network.cache_clear()
    word_scorer.cache_clear()
    _CHOSEN.clear()
    if folder is not None:
        _CHOSEN.append(folder)


_CHOSEN: list[Path] = []


@cache
def word_scorer() -> WordScorer:
    """What scores the words of articles."""
    from tawatur.statements.word_scores import WordScorer

    with _place("words.npz") as path:
        return WordScorer(load_network(path))


@cache
def _weights(name: str) -> Weights:
    """One of "voices" and "confidence", opened."""
    with _place(f"{name}.crfsuite") as path:
        return load(path)


@cache
def _kinds() -> tuple[Network, Rows]:
    """The network of kinds, and what it makes of the marks met so far."""
    with _place("kinds.npz") as path:
        network = load_network(path)
    return network, Rows(network)


@cache
def voicing_network() -> Network:
    """The network that settles voices (`voicing`)."""
    with _place("voicing.npz") as path:
        return load_network(path)


def _probability(name: str, label: str, features: Iterable[str]) -> float:
    """How probable a label of a model of two is."""
    return 1 / (1 + math.exp(-sum(map(_leads(name, label).get, features, repeat(0.0)))))


@cache
def _leads(name: str, label: str) -> dict[str, float]:
    return _weights(name).leads(label)


def _place(name: str) -> AbstractContextManager[Path]:
    if _CHOSEN and (path := _CHOSEN[0] / name).exists():
        return nullcontext(path)
    return as_file(files("tawatur.languages.ar") / "models" / name)
