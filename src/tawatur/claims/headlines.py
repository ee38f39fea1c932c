"""Claims from pair scores when some of the statements are headlines.

A headline sums up what stands below it, so it is like several statements that are not like each other. The statements
of the bodies are grouped first; then each headline joins the one group it is nearest to, the surest first, and
so never bridges two. Headlines that are near no group are grouped with each other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tawatur.claims.grouping import Pair, group


def group_with_headlines(
    headlines: Sequence[bool],
    scores: Mapping[Pair, float],
    forbidden: Collection[Pair],
    *,
    best: float,
    headline: float,
    ceiling: float,
    missing: float,
) -> list[list[int]]:
    """Groups of all statements, each sorted, in order of first member; `headlines` tells which are headlines.

    `headline` is the weight of a headline's best pair beside the average of its pairs: it sums up and so is like one of
    the statements it belongs with more than like the others. The other arguments are those of `grouping.group`.
    """
    limits = {"best": best, "ceiling": ceiling, "missing": missing}
    titles = {i for i, headline in enumerate(headlines) if headline}

    def among(kept: Collection[int]) -> list[list[int]]:
        order = sorted(kept)
        place = {i: n for n, i in enumerate(order)}
        inside = {(place[i], place[j]): s for (i, j), s in scores.items() if i in place and j in place}
        apart = {(place[i], place[j]) for i, j in forbidden if i in place and j in place}
        return [[order[n] for n in found] for found in group(len(order), inside, apart, **limits)]

    groups = among([i for i, headline in enumerate(headlines) if not headline])
    owner = {i: n for n, found in enumerate(groups) for i in found}
    near: dict[int, set[int]] = {title: set() for title in titles}
    for i, j in scores:
        for title, other in ((i, j), (j, i)):
            if title in titles and other in owner:
                near[title].add(owner[other])

    def worth(title: int, members: Sequence[int]) -> float:
        pairs = [(max(title, m), min(title, m)) for m in members]
        if any(pair in forbidden for pair in pairs):
            return -1.0
        found = [min(ceiling, scores.get(pair, missing)) for pair in pairs]
        return (1 - headline) * sum(found) / len(found) + headline * max(found)

    left = sorted(titles)
    while left:
        offers = [(worth(t, groups[n]), -t, -n) for t in left for n in sorted(near[t])]
        value, title, at = max(offers, default=(0.0, 0, 0))
        if value <= 0:
            break
        groups[-at].append(-title)
        left.remove(-title)
    return sorted(sorted(found) for found in [*groups, *among(left)])
