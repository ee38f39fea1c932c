"""Stretches against all labellings tried one by one, and what is taken of them."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tawatur.languages.stretches import best_stretches, probable_stretches

NEVER = -1e4
B, I, O = range(3)  # noqa: E741
STEPS = np.array([[-0.4, 0.7, 0.1], [0.2, 0.5, -0.3], [0.3, NEVER, 0.2]])
scores = arrays(float, (5, 3), elements=st.floats(-3, 3, width=16))


def marked(labels: tuple[int, ...]) -> list[tuple[int, int]]:
    """The stretches of a labelling in which no I comes first or after O."""
    begins = [at for at, label in enumerate(labels) if label == B]
    return [(at, next((k for k in range(at + 1, len(labels)) if labels[k] != I), len(labels))) for at in begins]


def tried(rows: np.ndarray) -> dict[tuple[int, int], float]:
    """How probable each stretch is, by all labellings of the rows."""
    shares: Counter[tuple[int, int]] = Counter()
    whole = 0.0
    for labels in product(range(3), repeat=len(rows)):
        if labels[0] == I or (O, I) in pairwise(labels):
            continue
        weight = sum(rows[at, label] for at, label in enumerate(labels))
        weight += sum(STEPS[a, b] for a, b in pairwise(labels))
        whole += math.exp(weight)
        for one in marked(labels):
            shares[one] += math.exp(weight)
    return {one: share / whole for one, share in shares.items()}


@given(scores)
def test_a_stretch_is_as_probable_as_the_labellings_that_hold_it(rows: np.ndarray) -> None:
    found = probable_stretches(rows, STEPS, [len(rows)])
    known = tried(rows)
    read = dict(zip(zip(found.first.tolist(), found.end.tolist(), strict=True), found.probable.tolist(), strict=True))
    assert all(known[one] == pytest.approx(share) for one, share in read.items())
    assert {one for one, share in known.items() if share > 0.05} <= read.keys()


@given(scores, scores)
def test_no_sentence_depends_on_those_read_with_it(rows: np.ndarray, others: np.ndarray) -> None:
    alone = best_stretches(rows, STEPS, [len(rows)], 0.4) + best_stretches(others[:3], STEPS, [1, 2], 0.4)
    assert best_stretches(np.concatenate([rows, others[:3]]), STEPS, [5, 1, 2], 0.4) == alone


@given(scores)
def test_none_overlaps_another(rows: np.ndarray) -> None:
    (found,) = best_stretches(rows, STEPS, [len(rows)], 0.1)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(0 <= first < end <= len(rows) for first, end in found)


def sure(labels: str) -> np.ndarray:
    return np.array([[6.0 if label == one else 0.0 for one in "BIO"] for label in labels])


def test_what_is_sure_is_taken_as_it_is_marked() -> None:
    assert best_stretches(sure("OBIIBO"), np.zeros((3, 3)), [6], 0.45) == [[(1, 4), (4, 5)]]


def test_sentences_are_counted_from_their_first_word() -> None:
    assert best_stretches(sure("BIOBI"), np.zeros((3, 3)), [3, 0, 2], 0.45) == [[(0, 2)], [], [(0, 2)]]


def test_what_most_labellings_agree_on_is_taken_though_none_is_likely_as_a_whole() -> None:
    """Where a proposition ends is open between three words; that one is there is not."""
    rows = sure("BIIIIIOOO")
    rows[5:8] = [[-9.0, 0.1, 0.0], [-9.0, 0.1, 0.0], [-9.0, 0.1, 0.0]]
    ((found,),) = best_stretches(rows, STEPS, [9], 0.45)
    assert found[0] == 0
    assert 5 <= found[1] <= 8


def test_what_can_hardly_be_right_is_left_out() -> None:
    rows = np.zeros((6, 3))
    assert best_stretches(rows, np.zeros((3, 3)), [6], 0.45) == [[]]
    assert best_stretches(rows, np.zeros((3, 3)), [6], 0.05) != [[]]


def test_nothing_has_no_stretches() -> None:
    assert best_stretches(np.zeros((0, 3)), STEPS, [0, 0], 0.45) == [[], []]


def test_where_none_can_begin_none_is_found() -> None:
    assert best_stretches(sure("OO") * 3, np.zeros((3, 3)), [2], 0.45) == [[]]
