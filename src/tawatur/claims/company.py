"""What the other pairs of a story say of one: whether either statement finds a better match in the other's article.

A statement seldom says the same as two others of one article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawatur.claims.wording import Wording

NAMES = ("best_each", "rival")
Pair = tuple[int, int]


class Company:
    """The likeness of every candidate pair of a story, ready to be asked about rivals."""

    def __init__(self, wordings: Sequence[Wording], likeness: Mapping[Pair, float]) -> None:
        self.articles = [w.article for w in wordings]
        self.likeness = {**likeness, **{(j, i): value for (i, j), value in likeness.items()}}
        self.best: dict[Pair, float] = {}
        for (i, j), value in self.likeness.items():
            key = i, self.articles[j]
            self.best[key] = max(value, self.best.get(key, 0.0))

    def features(self, i: int, j: int) -> tuple[float, ...]:
        """The features of a pair, in the order of `NAMES`; the same for (j, i)."""
        own = self.likeness.get((i, j), 0.0)
        ranks = [self._rank(i, j, own), self._rank(j, i, own)]
        return min(ranks), 1.0 - max(ranks)

    def _rank(self, i: int, j: int, own: float) -> float:
        """How near the pair comes to the best that i finds in the article of j: 1 when it is the best."""
        first = self.best.get((i, self.articles[j]), 0.0)
        return own / first if first else 0.0
