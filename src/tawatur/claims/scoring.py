"""The learned score of a pair of statements: logistic regression over the features of `likeness`,
`circumstances`, `meaning` and `company`; and a second one that knows the `witnesses` too, which the first one finds.

The weights lie in `weights.json` with the figures of their training; `scripts/train_alignment.py` writes them from
annotated stories. A score is in log-odds: above 0 the two more probably say the same than not.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from tawatur.claims import circumstances, company, likeness, meaning, witnesses

NAMES = likeness.NAMES + circumstances.NAMES + meaning.NAMES + company.NAMES


SECOND = NAMES + witnesses.NAMES


@cache
def _weights(look: str) -> tuple[float, tuple[float, ...]]:
    data = json.loads((files("tawatur.claims") / "weights.json").read_text(encoding="utf-8"))[look]
    return data["bias"], tuple(data["weights"][name] for name in (NAMES if look == "first" else SECOND))


def first_odds(features: Sequence[float]) -> float:
    """The log-odds that a pair with these features (in the order of `NAMES`) says the same, by the pair alone."""
    return _sum("first", features)


def log_odds(features: Sequence[float]) -> float:
    """The log-odds that a pair with these features (in the order of `SECOND`) says the same."""
    return _sum("second", features)


def _sum(look: str, features: Sequence[float]) -> float:
    bias, weights = _weights(look)
    return bias + sum(weight * value for weight, value in zip(weights, features, strict=True))


def probability(odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
