"""Statements joined into claims from the scores of their pairs.

Agglomerative, best pair of groups first, by a mix of the average and the best score between two groups: the average
keeps a chain of likenesses from joining what is unlike (Sokal and Michener, 1958), the best lets a short headline join
by the one statement that it sums up. A forbidden pair keeps its two groups apart whatever else speaks for them.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping

Pair = tuple[int, int]
_FORBIDDEN = -1e6


def group(
    count: int,
    scores: Mapping[Pair, float],
    forbidden: Collection[Pair],
    *,
    best: float,
    ceiling: float,
    missing: float,
) -> list[list[int]]:
    """Groups of the numbers below `count`, each sorted, in order of first member.

    `best` is the weight of the best pair beside the average; no score counts above `ceiling`; a pair without a score
    counts `missing`.
    """
    near: list[dict[int, tuple[float, float]]] = [{} for _ in range(count)]
    for (i, j), score in scores.items():
        value = _FORBIDDEN if (i, j) in forbidden else min(ceiling, score)
        near[i][j] = near[j][i] = (value, value)
    members = {i: [i] for i in range(count)}

    def between(i: int, j: int) -> float:
        total, most = near[i][j]
        return (1 - best) * total / (len(members[i]) * len(members[j])) + best * most

    queue = [(-between(i, j), i, j) for i in range(count) for j in near[i] if i < j and between(i, j) > 0]
    heapq.heapify(queue)
    while queue:
        negative, i, j = heapq.heappop(queue)
        if i not in members or j not in members or abs(between(i, j) + negative) > 1e-9:
            continue
        sizes = {k: len(members[k]) for k in {*near[i], *near[j]} if k in members}
        for k in sizes.keys() - {i, j}:
            total_i, most_i = near[i].get(k, (missing * len(members[i]) * sizes[k], missing))
            total_j, most_j = near[j].get(k, (missing * len(members[j]) * sizes[k], missing))
            near[i][k] = near[k][i] = (total_i + total_j, max(most_i, most_j))
        members[i] += members.pop(j)
        for k in sorted(near[i]):
            if k in members and k != i and between(i, k) > 0:
                heapq.heappush(queue, (-between(i, k), min(i, k), max(i, k)))
    return sorted(sorted(found) for found in members.values())
