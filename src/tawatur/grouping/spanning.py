"""Kernels that tell what holds the articles of a story together, and what is nearest to them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.grouping.compiled import part
from tawatur.grouping.tables import CHANCE, LAST_TIE, N_TIES, NEW, NEXT, OLD, OPEN, TIES, Int32, Int64


def bonds(
    rows: Int32, ties: Int32, place: Int32, articles: Int64, held: Int64, totals: Int64, outside: Int64
) -> int:  # fmt: skip
    """What holds the articles of a story together, and what is nearest to them.

    Puts into `held` the strongest ties that connect them, as rows of two places and a chance (a maximum spanning tree,
    Prim 1957; of equal ties the first), into `totals` what each has in common with the others, and into `outside` the
    strongest ties with open articles of no place among them, as two rows and a chance; how many of these.
    """
    n, strongest, equals = len(articles), 0, 0
    for at in range(n):
        place[articles[at]] = at + 1
    for at in range(n):
        row = articles[at]
        last, tie = rows[row, TIES] + rows[row, N_TIES], rows[row, TIES]
        backward = False
        while True:
            if not backward and tie == last:
                tie, backward = rows[row, LAST_TIE], True
            if backward and tie < 0:
                break
            other = ties[tie, NEW if backward else OLD]
            chance = ties[tie, CHANCE]
            if rows[other, OPEN] == 1:
                if place[other] > 0:
                    totals[at] += chance
                elif chance >= strongest:
                    if chance > strongest:
                        strongest, equals = chance, 0
                    if equals < len(outside):
                        outside[equals, 0], outside[equals, 1], outside[equals, 2] = row, other, chance
                        equals += 1
            tie = ties[tie, NEXT] if backward else tie + 1
    if n > 1:
        _span(rows, ties, place, articles, held)
    for at in range(n):
        place[articles[at]] = 0
    return equals


@part
def _span(rows: Int32, ties: Int32, place: Int32, articles: Int64, held: Int64) -> None:
    n = len(articles)
    inside, low, high, best = np.zeros(n, np.bool_), np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64)
    at = 0
    for reached in range(n):
        inside[at] = True
        if reached > 0:
            held[reached - 1, 0], held[reached - 1, 1], held[reached - 1, 2] = low[at], high[at], best[at]
        row = articles[at]
        for tie in range(rows[row, TIES], rows[row, TIES] + rows[row, N_TIES]):
            _offer(ties, place, tie, OLD, at, inside, low, high, best)
        tie = rows[row, LAST_TIE]
        while tie >= 0:
            _offer(ties, place, tie, NEW, at, inside, low, high, best)
            tie = ties[tie, NEXT]
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
    ties: Int32, place: Int32, tie: int, end: int, at: int,
    inside: NDArray[np.bool_], low: Int64, high: Int64, best: Int64,
) -> None:  # fmt: skip
    """Let an article that is reached offer its tie to one that is not."""
    other, chance = int(place[ties[tie, end]]) - 1, ties[tie, CHANCE]
    if other < 0 or inside[other]:
        return
    a, b = min(at, other), max(at, other)
    if chance > best[other] or (chance == best[other] and (a < low[other] or (a == low[other] and b < high[other]))):
        low[other], high[other], best[other] = a, b, chance
