"""Things found to be one, kept together: disjoint sets (Galler and Fischer 1964)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Joined(Generic[T]):
    """Sets of things, each with the one that stands for its set."""

    def __init__(self, each: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {one: one for one in each}

    def top(self, one: T) -> T:
        """The thing that stands for the set of this one, itself when it was not seen before."""
        self._above.setdefault(one, one)
        while self._above[one] != one:
            one = self._above[one]
        return one

    def join(self, a: T, b: T) -> None:
        """Make the sets of two things one; what stood for that of the first goes on to stand for it."""
        self._above[self.top(b)] = self.top(a)

    def tops(self) -> dict[T, T]:
        """For everything seen, in that order, what stands for its set."""
        return {one: self.top(one) for one in self._above}

    def sets(self) -> list[list[T]]:
        """The sets, each in the order in which its members were seen, in order of their first."""
        found: dict[T, list[T]] = {}
        for one, top in self.tops().items():
            found.setdefault(top, []).append(one)
        return list(found.values())
