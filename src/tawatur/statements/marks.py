"""Features that go together, and what a model makes of them, summed once for all the times that they are met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING

from tawatur.languages.growing import Growing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KEPT = 131072  # marks known at once; then all are forgotten and met again
_NEW = -1


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Some features that always come together.

    Each is one of a kind, so that it is looked up by what it is and not by all that it holds.
    """

    features: tuple[str, ...]


class Sums:
    """What a model adds for marks, by label; `weights` tell what each feature adds that the model knows."""

    def __init__(self, weights: Mapping[str, Sequence[float]], labels: int) -> None:
        self._weights, self._labels = weights, labels
        self._forget()

    def of(self, items: Sequence[Sequence[Marks]]) -> NDArray[np.float64]:
        """The scores of items for each label, (items, labels); every item has marks."""
        import numpy as np

        if len(self._numbers) > _KEPT:
            self._forget()
        flat = list(chain.from_iterable(items))
        numbers = list(map(self._numbers.get, flat, repeat(_NEW)))
        if _NEW in numbers:
            self._meet([marks for marks in dict.fromkeys(flat) if marks not in self._numbers])
            numbers = list(map(self._numbers.__getitem__, flat))
        starts = np.cumsum([0, *map(len, items[:-1])])
        rows = self._rows.rows.take(numbers, axis=0)
        scores: NDArray[np.float64] = np.add.reduceat(rows, starts, axis=0)
        return scores

    def _forget(self) -> None:
        import numpy as np

        # Row 0 is for marks of which the model knows nothing, as most are.
        self._numbers: dict[Marks, int] = {}
        self._rows = Growing((self._labels,), np.float64)
        self._rows.add([[0.0] * self._labels])

    def _meet(self, new: Sequence[Marks]) -> None:
        rows: list[list[float]] = []
        free, weights = len(self._rows.rows), self._weights
        for marks in new:
            known = [weights[feature] for feature in marks.features if feature in weights]
            self._numbers[marks] = free + len(rows) if known else 0
            if known:
                rows.append(list(map(sum, zip(*known, strict=True))))
        if rows:
            self._rows.add(rows)
