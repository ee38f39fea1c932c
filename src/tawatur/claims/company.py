"""What the statements round a pair say of it: neighbours that match in order, and rivals that match better.

Two articles that draw on one text keep its order, so a pair between two matching pairs is likelier (the sentence
alignment of parallel texts rests on the same; Gale and Church, 1993); and a statement seldom says the same as two
others of one article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawatur.claims.wording import Wording

NAMES = ("neighbours", "next", "best_each", "rival")
Pair = tuple[int, int]


class Company:
    """The likeness of every candidate pair of a story, ready to be asked about neighbours and rivals."""

    def __init__(self, wordings: Sequence[Wording], likeness: Mapping[Pair, float]) -> None:
        self.articles = [w.article for w in wordings]
        self.likeness = {**likeness, **{(j, i): value for (i, j), value in likeness.items()}}
        self.best: dict[Pair, tuple[float, float]] = {}
        for (i, j), value in self.likeness.items():
            first, second = self.best.get((i, self.articles[j]), (0.0, 0.0))
            ranked = (value, first) if value > first else (first, max(second, value))
            self.best[i, self.articles[j]] = ranked

    def features(self, i: int, j: int) -> tuple[float, ...]:
        """The features of a pair, in the order of `NAMES`."""
        before, after = self._beside(i, j, -1), self._beside(i, j, 1)
        own = self.likeness.get((i, j), 0.0)
        ranks = [self._rank(i, j, own), self._rank(j, i, own)]
        return (before + after) / 2, max(before, after), min(ranks), 1.0 - max(ranks)

    def _beside(self, i: int, j: int, step: int) -> float:
        left, right = i + step, j + step
        if not (0 <= left < len(self.articles) and 0 <= right < len(self.articles)):
            return 0.0
        if self.articles[left] != self.articles[i] or self.articles[right] != self.articles[j]:
            return 0.0
        return self.likeness.get((left, right), 0.0)

    def _rank(self, i: int, j: int, own: float) -> float:
        """How near the pair comes to the best that i finds in the article of j: 1 when it is the best."""
        first = self.best.get((i, self.articles[j]), (0.0, 0.0))[0]
        return own / first if first else 0.0
