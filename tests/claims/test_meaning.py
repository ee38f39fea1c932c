from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.claims import meaning
from tawatur.claims.wording import Wording, wordings
from tests.claims.invented import Said, account

WORDS = ("السلطات", "الشرطة", "اعتقال", "توقيف", "سائق", "العبارة", "افتتاح", "مدرسة", "قرية", "غدا")


def of(*said: str) -> tuple[Wording, ...]:
    return wordings([account(f"a{n}", f"o{n}", [Said(words)]) for n, words in enumerate(said, 1)])


def features(ready: tuple[Wording, ...], i: int, j: int) -> dict[str, float]:
    found = meaning.features(ready, [(i, j)])[i, j]
    return dict(zip(meaning.NAMES, found, strict=True))


def test_other_words_of_one_meaning_meet_where_unrelated_words_do_not() -> None:
    ready = of("اعتقال سائق العبارة", "توقيف قائد العبارة", "افتتاح مدرسة في القرية")
    near, far = features(ready, 1, 0), features(ready, 2, 0)
    assert near["met_both"] > 0.5 > far["met_both"]
    assert near["meaning"] > far["meaning"]
    assert near["predicates"] >= 0.8 > far["predicates"]


def test_the_same_words_meet_in_full_and_part_of_them_by_their_share() -> None:
    ready = of("غرق العبارة قرب الجزيرة", "غرق العبارة قرب الجزيرة", "العبارة")
    same, part = features(ready, 1, 0), features(ready, 2, 0)
    assert same["met_least"] == same["met_most"] == same["predicates"] == 1.0
    assert same["meaning"] == pytest.approx(1.0)
    assert part["met_most"] == 1.0 > part["met_least"] > 0.0


def test_unknown_words_and_empty_contents_meet_nothing() -> None:
    ready = of("قثصضغ", "غرق العبارة", "")
    assert set(features(ready, 1, 0).values()) == {0.0}
    assert set(features(ready, 2, 1).values()) == {0.0}
    assert meaning.features(ready, []) == {}


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), min_size=2, max_size=5))
def test_features_lie_in_0_to_1_both_ways_and_whatever_the_other_pairs(rows: list[list[str]]) -> None:
    ready = of(*(" ".join(row) for row in rows))
    pairs = [(j, i) for i, j in combinations(range(len(ready)), 2)]
    together = meaning.features(ready, pairs)
    for i, j in pairs:
        assert all(0.0 <= value <= 1.0 + 1e-9 for value in together[i, j])
        assert meaning.features(ready, [(i, j)])[i, j] == together[i, j]
        assert meaning.features(ready, [(j, i)])[j, i] == pytest.approx(together[i, j])
