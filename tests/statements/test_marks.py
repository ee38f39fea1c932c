"""Marks and what a network adds for them: the same whether they were met before or not, and however many are known."""

from __future__ import annotations

import numpy as np
import pytest

from tawatur.languages.convolution import Network
from tawatur.statements.marks import Marks, Rows

NETWORK = Network({"a": 1, "b": 2}, np.array([[0, 0], [2, 4], [1, -2]], dtype=np.float32), (), {})
ONE, BOTH, UNKNOWN = Marks(("a",)), Marks(("a", "b", "c")), Marks(("c",))


def test_marks_that_differ_in_what_the_network_does_not_know_share_a_row() -> None:
    rows = Rows(NETWORK)
    assert rows.of([ONE, Marks(("d", "a")), UNKNOWN, Marks(())]).tolist() == [[2, 4], [2, 4], [0, 0], [0, 0]]
    assert rows.of([BOTH, ONE]).tolist() == [[3, 2], [2, 4]]


def test_items_are_sums_of_their_marks() -> None:
    rows = Rows(NETWORK)
    wanted = [[5, 6], [0, 0], [6, 4]]
    for _ in range(2):
        assert rows.sums([[ONE, BOTH, UNKNOWN], [UNKNOWN], [BOTH, BOTH]]).tolist() == wanted


def test_marks_are_met_again_once_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.statements.marks._KEPT", 1)
    rows = Rows(NETWORK)
    for _ in range(3):
        assert rows.sums([[ONE, UNKNOWN], [BOTH]]).tolist() == [[2, 4], [3, 2]]
