"""Features that go together, and what a model makes of them, summed once for all the times that they are met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Some features that always come together.

    Each is one of a kind, so that it is looked up by what it is and not by all that it holds.
    """

    features: tuple[str, ...]


class Sums(dict[Marks, tuple[float, ...]]):
    """What a model adds for marks, by label; `weights` tell what each feature adds that the model knows."""

    def __init__(self, weights: Mapping[str, Sequence[float]], labels: int) -> None:
        self._weights = weights
        self._nothing = (0.0,) * labels

    def __missing__(self, marks: Marks) -> tuple[float, ...]:
        if len(self) >= _KEPT:
            self.clear()
        known = [self._weights[feature] for feature in marks.features if feature in self._weights]
        found = self[marks] = tuple(map(sum, zip(*known, strict=True))) if known else self._nothing
        return found

    def of(self, marks: Iterable[Marks]) -> list[float]:
        """The score of each label for an item with all these marks, at least one."""
        return list(map(sum, zip(*map(self.__getitem__, marks), strict=True)))


_KEPT = 131072  # marks known at once; then all are forgotten and met again
