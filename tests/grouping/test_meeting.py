from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.grouping import GroupSettings, Stream
from tawatur.grouping.comparing import MILLION, NEVER, compare, floor_of, linked
from tawatur.grouping.finding import find, post
from tawatur.grouping.laying import lay_out, put_away
from tawatur.grouping.memory import Memory
from tawatur.grouping.sweeping import reindex
from tawatur.grouping.tables import COUNT, LISTED, N_LEAD, PER_STEM, SKETCH
from tests.grouping.invented import FERRY, article
from tests.grouping.test_compiled import some


@cache
def memory() -> Memory:
    """The memory of a stream of invented reports, some of them copies but for outlets, days and questions."""
    stream = Stream(GroupSettings(window_days=400.0))
    ferry = ("لماذا غرقت عبّارة جزيرة الندى؟", FERRY[1])
    odd = [article("x", "alef", FERRY), article("y", "beh", ferry, "2031-05-09T20:00:00Z")]
    for one in sorted([*some(40), *odd], key=lambda one: (one.published or "", one.id)):
        stream.add(one)
    stream._window.memory.sweep()
    return stream._window.memory


PAIRS = list(combinations(range(42), 2))


def evidence(a: int, b: int, floor: float) -> tuple[int, list[float]]:
    """What comes of comparing two rows."""
    it, found = memory(), np.zeros(12)
    mask = lay_out(it.terms, it.articles, it.scratch, a)
    chance = compare(it.terms, it.articles, it.scratch, a, mask, b, it.rules, floor, found)
    put_away(it.terms, it.articles, it.scratch, a)
    return chance, found.tolist()


@pytest.mark.parametrize("least", [5_000, 300_000, 979_000, 999_000])
def test_what_is_left_off_comparing_could_not_be_tied(least: int) -> None:
    floor, left = floor_of(least, memory().rules.weights), 0
    for a, b in PAIRS:
        chance, found = evidence(a, b, floor)
        whole = evidence(a, b, NEVER)
        left += chance < 0
        assert whole[0] < least if chance < 0 else (chance, found) == whole
    assert left


@pytest.mark.parametrize("most", [0, 1, 3, 1000])
def test_the_words_that_tell_most_are_those_of_the_greatest_products(most: int) -> None:
    it, best, found = memory(), np.zeros(most, np.int64), np.zeros(12)
    for a, b in PAIRS[:60]:
        mine, its = leads(a), leads(b)
        products = [weight * its.get(term, 0) for term, weight in mine.items()]
        expected = sorted((k for k, product in enumerate(products) if product), key=lambda k: (-products[k], k))
        n = linked(it.plain, a, b, found, best)
        assert best[:n].tolist() == expected[:most]
        assert found.tolist() == evidence(b, a, NEVER)[1]
    assert not it.terms.laid.any()
    assert not it.scratch.marks.any()


def test_copies_are_told_however_little_else_speaks_for_them() -> None:
    floor = floor_of(979_999, memory().rules.weights)
    copies = [(a, b) for a, b in PAIRS if evidence(a, b, NEVER)[1][10] >= memory().rules.copied]
    assert copies
    assert all(evidence(a, b, floor)[0] == 980_000 for a, b in copies)


def test_it_is_the_same_whichever_comes_first() -> None:
    assert all(evidence(a, b, NEVER) == evidence(b, a, NEVER) for a, b in PAIRS[::7])


def leads(row: int) -> dict[int, int]:
    it = memory()
    first, n = it.articles.rows[row, [SKETCH, N_LEAD]].tolist()
    stems = it.articles.sketches[first : first + PER_STEM * n].reshape(n, PER_STEM).tolist()
    return {term: weight for term, weight, _ in stems}


@given(st.integers(0, 41), st.integers(0, 42), st.integers(0, 40), st.integers(0, MILLION))
def test_those_are_found_whose_leads_are_like_it_indexed_or_come_later(
    row: int, indexed: int, most: int, least: int
) -> None:
    it = memory()
    it.articles.rows[:, LISTED] = 0
    it.articles.rows[:indexed, LISTED] = 1
    reindex(it.terms, it.articles, it.index, np.arange(42))
    for later in range(indexed, 42):
        post(it.terms, it.articles, it.index, later)
    likeness = least / MILLION * (1 << 40)
    n = find(it.terms, it.articles, it.index, it.scratch, row, most, likeness, 24.0)
    mine, hours = leads(row), it.articles.hours
    found = []
    for other in range(42):
        product = sum(mine.get(term, 0) * w for term, w in leads(other).items() if it.terms.rows[term, COUNT] <= most)
        if product and product >= likeness and abs(hours[row] - hours[other]) <= 24.0:
            found.append(other)
    assert sorted(it.scratch.found[:n].tolist()) == found
    assert not it.scratch.likeness.any()
