"""What is known of things met before, in dictionaries that ask for no call of a function where a thing is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Known(dict[K, V]):
    """What a function makes of its argument, which is never None, kept for the next time.

    At most twice `most` are kept: when that many are new, those not asked for since the last time are forgotten.
    """

    def __init__(self, make: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most
        self._older: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        """Make what is asked for the first time, or for the first time since long."""
        found = self._older.get(key)
        if found is None:
            found = self._make(key)
        if len(self) >= self._most:
            self._older = dict(self)
            self.clear()
        self[key] = found
        return found


class Numbers(dict[K, int]):
    """A number for each thing that is asked for, from 0 on; `new` holds those met since somebody emptied it."""

    def __init__(self) -> None:
        super().__init__()
        self.new: list[K] = []

    def __missing__(self, key: K) -> int:
        """Give a thing its number when it is first asked for."""
        number = self[key] = len(self)
        self.new.append(key)
        return number
