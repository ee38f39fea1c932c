"""Groups of articles by the average chance of their pairs.

Two groups are joined while the average over all pairs of their articles, those never compared counted as none, is at
least `join`; the best two first. Two groups without one pair of at least `join` can never be joined, so each
connected part of the links that strong is grouped by itself, and a new article touches only its own part.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Links = Mapping[str, Mapping[str, float]]
"""Chances of the compared pairs, both ways."""


def part_of(seeds: Iterable[str], links: Links, join: float) -> list[str]:
    """Every article that is connected with the seeds by links of at least `join`, the seeds included, sorted."""
    found = set(seeds)
    waiting = list(found)
    while waiting:
        for other, chance in links.get(waiting.pop(), {}).items():
            if chance >= join and other not in found:
                found.add(other)
                waiting.append(other)
    return sorted(found)


def grouped(ids: Sequence[str], links: Links, join: float) -> list[list[str]]:
    """The articles in groups, each sorted, the groups by their first; equal averages go by the order of `ids`."""
    place = {id: at for at, id in enumerate(ids)}
    members = {at: [id] for at, id in enumerate(ids)}
    above: dict[int, dict[int, float]] = {at: {} for at in members}
    heap: list[tuple[float, int, int, int]] = []
    for id, at in place.items():
        for other, chance in links.get(id, {}).items():
            to = place.get(other)
            if to is not None and chance > 0:
                above[at][to] = chance
                if at < to and chance >= join:
                    heap.append((-chance, at, to, 2))
    heapq.heapify(heap)
    while heap:
        _, a, b, size = heapq.heappop(heap)
        if a not in members or b not in members or len(members[a]) + len(members[b]) != size:
            continue  # one of them has grown or gone since
        members[a] += members.pop(b)
        for near, total in above.pop(b).items():
            del above[near][b]
            if near != a:
                above[a][near] = above[near][a] = above[a].get(near, 0.0) + total
        for near, total in above[a].items():
            average = total / (len(members[a]) * len(members[near]))
            if average >= join:
                heapq.heappush(heap, (-average, min(a, near), max(a, near), len(members[a]) + len(members[near])))
    return sorted(sorted(group) for group in members.values())
