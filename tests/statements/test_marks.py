"""Marks and what a model adds for them: the same whether they were met before or not, and however many are known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from tawatur.statements.marks import Marks, Sums

WEIGHTS = {"a": (1.0, 2.0), "b": (0.5, -1.0), "c": (0.0, 0.0)}
ONE, BOTH, UNKNOWN = Marks(("a",)), Marks(("a", "b", "c")), Marks(("c",))


def total(lists: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    return np.array([np.sum([WEIGHTS[feature] for feature in one], axis=0) for one in lists])


def test_items_are_sums_of_their_marks() -> None:
    sums = Sums(total, 2)
    wanted = [[2.5, 3.0], [0.0, 0.0], [3.0, 2.0]]
    for _ in range(2):
        assert sums.of([[ONE, BOTH, UNKNOWN], [UNKNOWN], [BOTH, BOTH]]).tolist() == wanted


def test_marks_are_met_again_once_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.statements.marks._KEPT", 1)
    sums = Sums(total, 2)
    for _ in range(3):
        assert sums.of([[ONE, UNKNOWN], [BOTH]]).tolist() == [[1.0, 2.0], [1.5, 1.0]]
