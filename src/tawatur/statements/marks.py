"""Features that go together, and what a network makes of them, summed once for all the times that they are met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from tawatur.languages.convolution import Network, sums
from tawatur.languages.growing import Growing
from tawatur.languages.keeping import Known, Numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Singles = NDArray[np.float32]

_MARKS = 65536  # marks known at once
_KEPT = 65536  # rows known at once; then all are forgotten and summed again


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
        self._network = network
        self._forget()

    def of(self, marks: Sequence[Marks]) -> Singles:
        """The row of each of the marks, (marks, width)."""
        numbers = self._met(marks)
        return self._rows.rows.take(numbers, axis=0)

    def sums(self, items: Sequence[Sequence[Marks]]) -> Singles:
        """The sum of the rows of each item's marks, (items, width): of whole numbers, exact in single precision."""
        import numpy as np

        numbers = np.array(self._met(list(chain.from_iterable(items))), dtype=np.int64)
        return sums(self._rows.rows, numbers, list(map(len, items)))

    def _forget(self) -> None:
        import numpy as np

        self._numbers = Known(self._number, _MARKS)
        self._known: Numbers[tuple[int, ...]] = Numbers()
        self._rows = Growing((self._network.width,), np.float32)

    def _number(self, marks: Marks) -> int:
        return self._known[self._network.known(marks.features)]

    def _met(self, marks: Sequence[Marks]) -> list[int]:
        """The numbers of the rows of marks; those that are new are known afterwards."""
        if len(self._known) > _KEPT:
            self._forget()
        numbers = list(map(self._numbers.__getitem__, marks))
        if new := self._known.new:
            self._rows.add(self._network.summed(new))
            new.clear()
        return numbers
