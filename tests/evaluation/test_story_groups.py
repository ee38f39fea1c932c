from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.story_groups import baseline, program, score
from evaluation.story_pairs import FILE, judged_days

from tests.grouping.invented import FERRY, FERRY_AGAIN, VINEYARD, article

NEWS = [article("a", "alef", FERRY), article("b", "beh", FERRY_AGAIN), article("v", "jim", VINEYARD)]
GOLD = {
    "stories": [{"members": ["a", "b"]}, {"members": ["v"]}],
    "hard_pairs": [["a", "b", True, ""], ["a", "v", False, ""]],
}


def test_the_scores_are_those_of_the_gold_scorer() -> None:
    assert set(score([["a", "b"], ["v"]], GOLD).values()) == {1.0}
    apart = score([], GOLD)
    assert apart["bcubed_p"] == 1.0
    assert apart["bcubed_r"] == pytest.approx(2 / 3)
    assert (apart["pair_f"], apart["hard_pairs"]) == (0.0, 0.5)


def test_program_and_baseline_group_the_same_articles() -> None:
    assert sorted(map(sorted, program(NEWS))) == [["a", "b"], ["v"]]
    assert sorted(map(sorted, baseline(NEWS, 0.1))) == [["a", "b"], ["v"]]
    assert len(baseline(NEWS, 0.99)) == 3


def test_judged_pairs_hold_no_text() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text.isascii()
    assert list(judged_days(Path("nowhere"))) == []
