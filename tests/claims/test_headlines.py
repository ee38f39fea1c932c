from __future__ import annotations

from tawatur.claims.headlines import group_with_headlines

LIMITS = {"best": 0.4, "headline": 0.4, "ceiling": 1.0, "missing": -1.5}


def test_a_headline_never_bridges_two_statements() -> None:
    scores = {(1, 0): 2.0, (2, 0): 1.0}
    assert group_with_headlines([True, False, False], scores, set(), **LIMITS) == [[0, 1], [2]]


def test_headlines_near_no_statement_are_grouped_with_each_other() -> None:
    assert group_with_headlines([True, False, True], {(2, 0): 2.0}, set(), **LIMITS) == [[0, 2], [1]]


def test_a_forbidden_pair_keeps_a_headline_out() -> None:
    scores = {(1, 0): 2.0, (2, 1): 2.0, (2, 0): 2.0}
    assert group_with_headlines([True, False, False], scores, {(2, 0)}, **LIMITS) == [[0], [1, 2]]


def test_a_headline_may_lean_on_the_one_statement_that_it_sums_up() -> None:
    scores = {(1, 0): 1.0, (2, 1): 2.0, (3, 1): 2.0, (3, 2): 2.0}
    titled = [True, False, False, False]
    assert group_with_headlines(titled, scores, set(), **{**LIMITS, "headline": 0.2}) == [[0], [1, 2, 3]]
    assert group_with_headlines(titled, scores, set(), **{**LIMITS, "headline": 0.8}) == [[0, 1, 2, 3]]
