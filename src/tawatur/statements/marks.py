"""Features that go together, and what a model makes of them, summed once for all the times that they are met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from tawatur.languages.growing import Growing
from tawatur.languages.keeping import Numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KEPT = 65536  # marks known at once; then all are forgotten and met again


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Some features that always come together.

    Each is one of a kind, so that it is looked up by what it is and not by all that it holds.
    """

    features: tuple[str, ...]


class Rows:
    """A row of numbers for each of the marks met so far; `make` makes those of new ones, (marks, width)."""

    def __init__(self, make: Callable[[list[Marks]], Any], width: int, kind: type) -> None:
        self._make = make
        self._numbers: Numbers[Marks] = Numbers()
        self._rows = Growing((width,), kind)

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, marks: Sequence[Marks]) -> NDArray[Any]:
        """The row of each of the marks, (marks, width)."""
        numbers = list(map(self._numbers.__getitem__, marks))
        if new := self._numbers.new:
            self._rows.add(self._make(new))
            new.clear()
        return self._rows.rows.take(numbers, axis=0)


class Sums:
    """What a model adds for marks; `total` sums up what some features add, for several lists: (lists, width).

    That is whole numbers, whose sums are exact in single precision.
    """

    def __init__(self, total: Callable[[Sequence[Sequence[str]]], NDArray[Any]], width: int) -> None:
        self._total, self._width = total, width
        self._forget()

    def of(self, items: Sequence[Sequence[Marks]]) -> NDArray[np.float32]:
        """The sums of items, (items, width); every item has marks."""
        import numpy as np

        if len(self._rows) > _KEPT:
            self._forget()
        starts = np.cumsum([0, *map(len, items[:-1])])
        rows = self._rows.of(list(chain.from_iterable(items)))
        scores: NDArray[np.float32] = np.add.reduceat(rows, starts, axis=0)
        return scores

    def _forget(self) -> None:
        import numpy as np

        self._rows = Rows(self._added, self._width, np.float32)

    def _added(self, new: Sequence[Marks]) -> NDArray[Any]:
        return self._total([marks.features for marks in new])
