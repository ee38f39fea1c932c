"""Groups of articles by the average chance of their pairs, as kernels.

Two groups are joined while the average over all pairs of their articles, those never compared counted as none, is at
least `join`; the best two first. Two groups without one pair of at least `join` can never be joined, so each part that
ties as strong connect (`connecting`) is grouped by itself.
"""

from __future__ import annotations

import numpy as np

from tawatur.grouping.compiled import part
from tawatur.grouping.tables import CHANCE, N_TIES, OLD, OPEN, TIES, Floats, Int32, Int64


@part
def grouped(rows: Int32, ties: Int32, place: Int32, articles: Int64, join: int) -> Int64:
    """For each of these articles the group it comes into, told by the place of the group's first article.

    Of equal averages the pair of groups that comes first goes first.
    """
    n, edges = len(articles), 0
    for at in range(n):
        place[articles[at]] = at + 1
        edges += rows[articles[at], N_TIES]
    # Each pair of groups is two half ties, one in the list of each, which stand side by side.
    near, total = np.full(2 * edges, -1, np.int64), np.zeros(2 * edges, np.int64)
    after, lists = np.full(2 * edges, -1, np.int64), np.full(n, -1, np.int64)
    half = 0
    for at in range(n):
        first = rows[articles[at], TIES]
        for tie in range(first, first + rows[articles[at], N_TIES]):
            to = int(place[ties[tie, OLD]]) - 1
            if to >= 0 and rows[ties[tie, OLD], OPEN] == 1:
                for mine, its in ((at, to), (to, at)):
                    near[half], total[half], after[half] = its, ties[tie, CHANCE], lists[mine]
                    lists[mine] = half
                    half += 1
    for at in range(n):
        place[articles[at]] = 0
    group, sizes = np.arange(n), np.ones(n, np.int64)
    best, partner, seen = np.zeros(n, np.float64), np.zeros(n, np.int64), np.full(n, -1, np.int64)
    for at in range(n):
        _look(at, near, total, after, lists, sizes, best, partner)
    while True:
        a = _next_pair(sizes, best, partner)
        if a < 0 or best[a] < join:
            return _heads(group)
        b = max(a, partner[a])
        a = min(a, partner[a])
        _merge(a, b, near, total, after, lists, seen)
        group[b] = a
        sizes[a], sizes[b], best[b] = sizes[a] + sizes[b], 0, 0.0
        _look(a, near, total, after, lists, sizes, best, partner)
        half = lists[a]
        while half >= 0:
            other = near[half]
            if other >= 0 and (partner[other] == a or partner[other] == b):
                _look(other, near, total, after, lists, sizes, best, partner)
            elif other >= 0:
                _offer(other, a, total[half] / (sizes[a] * sizes[other]), best, partner)
            half = after[half]


@part
def _look(
    at: int, near: Int64, total: Int64, after: Int64, lists: Int64, sizes: Int64, best: Floats, partner: Int64
) -> None:
    """Find the group that goes best with one; ties that are no more leave its list."""
    best[at], partner[at] = 0.0, len(lists)
    half, before = lists[at], -1
    while half >= 0:
        other, following = near[half], after[half]
        if other >= 0:
            _offer(at, other, total[half] / (sizes[at] * sizes[other]), best, partner)
            before = half
        elif before >= 0:
            after[before] = following
        else:
            lists[at] = following
        half = following


@part
def _offer(at: int, other: int, average: float, best: Floats, partner: Int64) -> None:
    """Let a group know of another; of those that go equally well with it the first is its partner."""
    if average > best[at] or (average == best[at] and other < partner[at]):
        best[at], partner[at] = average, other


@part
def _next_pair(sizes: Int64, best: Floats, partner: Int64) -> int:
    """One of the two groups that go best together, -1 for none."""
    found = -1
    for at in range(len(sizes)):
        if sizes[at] == 0 or best[at] == 0.0:
            continue
        if found < 0 or best[at] > best[found]:
            found = at
        elif best[at] == best[found]:
            low, lowest = min(at, partner[at]), min(found, partner[found])
            if low < lowest or (low == lowest and max(at, partner[at]) < max(found, partner[found])):
                found = at
    return found


@part
def _merge(a: int, b: int, near: Int64, total: Int64, after: Int64, lists: Int64, seen: Int64) -> None:
    """Make the ties of group `b` those of group `a`."""
    half = lists[a]
    while half >= 0:
        if near[half] >= 0:
            seen[near[half]] = half
        half = after[half]
    half = lists[b]
    while half >= 0:
        other, twin, following = near[half], half ^ 1, after[half]
        if other == a:
            near[half], near[twin] = -1, -1
        elif other >= 0 and seen[other] >= 0:
            total[seen[other]] += total[half]
            total[seen[other] ^ 1] = total[seen[other]]
            near[half], near[twin] = -1, -1
        elif other >= 0:
            near[twin] = a
            after[half], lists[a] = lists[a], half
        half = following
    lists[b] = -1
    half = lists[a]
    while half >= 0:
        if near[half] >= 0:
            seen[near[half]] = -1
        half = after[half]
    seen[b] = -1


@part
def _heads(group: Int64) -> Int64:
    """The first article of the group of each."""
    for at in range(len(group)):
        group[at] = group[group[at]]
    return group
