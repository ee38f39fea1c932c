"""Groups of articles by the average chance of their pairs, as kernels.

Two groups are joined while the average over all pairs of their articles, those never compared counted as none, is at
least `join`; the best two first. Two groups without one pair of at least `join` can never be joined, so each
connected part of the ties that strong is grouped by itself, and a new article touches only its own part.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.grouping.compiled import part
from tawatur.grouping.tables import (
    CHANCE,
    LAST_TIE,
    N_TIES,
    NEW,
    NEXT,
    OLD,
    OPEN,
    TIES,
    Articles,
    Floats,
    Int64,
    Scratch,
    Ties,
)


def part_of(articles: Articles, ties: Ties, scratch: Scratch, seeds: Int64, join: int, found: Int64) -> int:
    """Put into `found` the open articles that ties of at least `join` connect with the seeds; how many they are."""
    reached = 0
    for seed in seeds:
        if scratch.place[seed] == 0:
            scratch.place[seed] = 1
            found[reached] = seed
            reached += 1
    done = 0
    while done < reached:
        place = articles.rows[found[done]]
        done += 1
        for tie in range(place[TIES], place[TIES] + place[N_TIES]):
            reached = _reach(articles, ties, scratch, tie, OLD, join, found, reached)
        tie = place[LAST_TIE]
        while tie >= 0:
            reached = _reach(articles, ties, scratch, tie, NEW, join, found, reached)
            tie = ties.rows[tie, NEXT]
    for at in range(reached):
        scratch.place[found[at]] = 0
    return reached


@part
def _reach(
    articles: Articles, ties: Ties, scratch: Scratch, tie: int, end: int, join: int, found: Int64, reached: int
) -> int:
    other = ties.rows[tie, end]
    if ties.rows[tie, CHANCE] < join or scratch.place[other] != 0 or articles.rows[other, OPEN] == 0:
        return reached
    scratch.place[other] = 1
    found[reached] = other
    return reached + 1


def grouped(articles: Articles, ties: Ties, scratch: Scratch, rows: Int64, join: int) -> Int64:
    """For each of these articles the group it comes into, told by the place of the group's first article.

    Of equal averages the pair of groups that comes first goes first.
    """
    n, edges = len(rows), 0
    for at in range(n):
        scratch.place[rows[at]] = at + 1
        edges += articles.rows[rows[at], N_TIES]
    # Each pair of groups is two half ties, one in the list of each, which stand side by side.
    near, total = np.full(2 * edges, -1, np.int64), np.zeros(2 * edges, np.int64)
    after, lists = np.full(2 * edges, -1, np.int64), np.full(n, -1, np.int64)
    half = 0
    for at in range(n):
        first = articles.rows[rows[at], TIES]
        for tie in range(first, first + articles.rows[rows[at], N_TIES]):
            to = int(scratch.place[ties.rows[tie, OLD]]) - 1
            if to >= 0 and articles.rows[ties.rows[tie, OLD], OPEN] == 1:
                for mine, its in ((at, to), (to, at)):
                    near[half], total[half], after[half] = its, ties.rows[tie, CHANCE], lists[mine]
                    lists[mine] = half
                    half += 1
    for at in range(n):
        scratch.place[rows[at]] = 0
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
            if other >= 0:
                _look(other, near, total, after, lists, sizes, best, partner)
            half = after[half]


@part
def _look(
    at: int, near: Int64, total: Int64, after: Int64, lists: Int64, sizes: Int64, best: Floats, partner: Int64
) -> None:
    """Find the group that goes best with one."""
    best[at], partner[at] = 0.0, len(lists)
    half = lists[at]
    while half >= 0:
        other = near[half]
        if other >= 0:
            average = total[half] / (sizes[at] * sizes[other])
            if average > best[at] or (average == best[at] and other < partner[at]):
                best[at], partner[at] = average, other
        half = after[half]


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


def bonds(
    articles: Articles, ties: Ties, scratch: Scratch, rows: Int64, held: Int64, totals: Int64, outside: Int64
) -> int:
    """What holds the articles of a story together, and what is nearest to them.

    Puts into `held` the strongest ties that connect them, as rows of two places and a chance (a maximum spanning tree,
    Prim 1957; of equal ties the first), into `totals` what each has in common with the others, and into `outside` the
    strongest ties with open articles of no place among them, as two rows and a chance; how many of these.
    """
    n, strongest, equals = len(rows), 0, 0
    for at in range(n):
        scratch.place[rows[at]] = at + 1
    for at in range(n):
        place = articles.rows[rows[at]]
        last, tie = place[TIES] + place[N_TIES], place[TIES]
        backward = False
        while True:
            if not backward and tie == last:
                tie, backward = place[LAST_TIE], True
            if backward and tie < 0:
                break
            other = ties.rows[tie, NEW if backward else OLD]
            chance = ties.rows[tie, CHANCE]
            if articles.rows[other, OPEN] == 1:
                if scratch.place[other] > 0:
                    totals[at] += chance
                elif chance >= strongest:
                    if chance > strongest:
                        strongest, equals = chance, 0
                    if equals < len(outside):
                        outside[equals, 0], outside[equals, 1], outside[equals, 2] = rows[at], other, chance
                        equals += 1
            tie = ties.rows[tie, NEXT] if backward else tie + 1
    if n > 1:
        _span(articles, ties, scratch, rows, held)
    for at in range(n):
        scratch.place[rows[at]] = 0
    return equals


@part
def _span(articles: Articles, ties: Ties, scratch: Scratch, rows: Int64, held: Int64) -> None:
    n = len(rows)
    inside, low, high, best = np.zeros(n, np.bool_), np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64)
    at = 0
    for reached in range(n):
        inside[at] = True
        if reached > 0:
            held[reached - 1, 0], held[reached - 1, 1], held[reached - 1, 2] = low[at], high[at], best[at]
        place = articles.rows[rows[at]]
        for tie in range(place[TIES], place[TIES] + place[N_TIES]):
            _offer(ties, scratch, tie, OLD, at, inside, low, high, best)
        tie = place[LAST_TIE]
        while tie >= 0:
            _offer(ties, scratch, tie, NEW, at, inside, low, high, best)
            tie = ties.rows[tie, NEXT]
        at = -1
        for other in range(n):
            if (
                not inside[other]
                and best[other] > 0
                and (
                    at < 0
                    or best[other] > best[at]
                    or (
                        best[other] == best[at]
                        and (low[other] < low[at] or (low[other] == low[at] and high[other] < high[at]))
                    )
                )
            ):
                at = other
        if at < 0:
            return


@part
def _offer(
    ties: Ties,
    scratch: Scratch,
    tie: int,
    end: int,
    at: int,
    inside: NDArray[np.bool_],
    low: Int64,
    high: Int64,
    best: Int64,
) -> None:
    """Let an article that is reached offer its tie to one that is not."""
    other, chance = int(scratch.place[ties.rows[tie, end]]) - 1, ties.rows[tie, CHANCE]
    if other < 0 or inside[other]:
        return
    a, b = min(at, other), max(at, other)
    if chance > best[other] or (chance == best[other] and (a < low[other] or (a == low[other] and b < high[other]))):
        low[other], high[other], best[other] = a, b, chance
