"""Features that go together, and what a network makes of them, summed once for all the times that they are met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from tawatur.languages.convolution import Network
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
    """A row of numbers for each of the marks met so far: the sum of their features' rows in a network.

    Most of what is new differs only in features that the network does not know, so marks of the same known ones share
    a row.
    """

    def __init__(self, network: Network) -> None:
        import numpy as np

        self._network = network
        self._numbers: Numbers[Marks] = Numbers()
        self._places = Growing((), np.int64)  # by the numbers of marks: their rows
        self._known: Numbers[tuple[int, ...]] = Numbers()
        self._rows = Growing((network.width,), np.float32)

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, marks: Sequence[Marks]) -> NDArray[Any]:
        """The row of each of the marks, (marks, width)."""
        numbers = list(map(self._numbers.__getitem__, marks))
        if new := self._numbers.new:
            known = self._network.known
            self._places.add([self._known[known(one.features)] for one in new])
            new.clear()
        if unsummed := self._known.new:
            self._rows.add(self._network.summed(unsummed))
            unsummed.clear()
        return self._rows.rows.take(self._places.rows.take(numbers), axis=0)


class Sums:
    """What a network adds up for several marks: whole numbers, whose sums are exact in single precision."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._rows = Rows(network)

    def of(self, items: Sequence[Sequence[Marks]]) -> NDArray[np.float32]:
        """The sums of items, (items, width); every item has marks."""
        import numpy as np

        if len(self._rows) > _KEPT:
            self._rows = Rows(self._network)
        starts = np.cumsum([0, *map(len, items[:-1])])
        rows = self._rows.of(list(chain.from_iterable(items)))
        scores: NDArray[np.float32] = np.add.reduceat(rows, starts, axis=0)
        return scores
