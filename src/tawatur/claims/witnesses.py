"""What a third statement says of a pair: where one is like both, the two more probably say the same.

Two reports of one thing can share few words and each much with a third, which tells it at more length or in the words
of either. This is asked once, over the first score of every pair, and never beyond one step, so that a chain of
likenesses adds nothing from its third link on (a single step of the relaxation of Rosenfeld, Hummel and Zucker, 1976).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tawatur.claims.wording import Wording

NAMES = ("witness_apart", "witness_beside")
Pair = tuple[int, int]
_LEAST, _MOST = -4.0, 4.0  # log-odds between which the likenesses are compared


class Witnesses:
    """The first scores of a story's pairs, ready to be asked which statement is like both of two."""

    def __init__(self, ready: Sequence[Wording], odds: Mapping[Pair, float], forbidden: Collection[Pair]) -> None:
        self.articles = [wording.article for wording in ready]
        self.odds = odds
        near: dict[int, dict[int, float]] = {}
        for (i, j), value in odds.items():
            if value > _LEAST and (i, j) not in forbidden:
                near.setdefault(i, {})[j] = near.setdefault(j, {})[i] = min(_MOST, value)
        self.near = near
        self.order = {i: sorted(found.items(), key=lambda one: (-one[1], one[0])) for i, found in near.items()}

    def features(self, i: int, j: int) -> tuple[float, ...]:
        """By how much the likeness to a statement of a third article, and to one of either's own, exceeds the pair's
        own; 0 where none is more like both than they are like each other. In the order of `NAMES`."""
        own = min(_MOST, max(_LEAST, self.odds[i, j]))
        (apart, _), (beside, _) = self._best(i, j)
        return max(0.0, apart - own), max(0.0, beside - own)

    def strongest(self, i: int, j: int) -> int | None:
        """The statement most like both, if it is more like them than they are like each other."""
        value, third = max(self._best(i, j), key=lambda one: one[0])
        return third if third >= 0 and value > self.odds[i, j] else None

    def _best(self, i: int, j: int) -> list[tuple[float, int]]:
        """The likeness to the witness that is most like both, and which it is: of a third article, of an own one."""
        best = [(_LEAST, -1), (_LEAST, -1)]
        others, places = self.near.get(j, {}), (self.articles[i], self.articles[j])
        for third, value in self.order.get(i, ()):
            if value <= best[0][0] and value <= best[1][0]:
                break
            at = int(self.articles[third] in places)
            both = min(value, others.get(third, _LEAST))
            if both > best[at][0]:
                best[at] = both, third
        return best
