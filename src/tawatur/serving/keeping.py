"""Things that are made once and kept while there is room: each by one thread, however many ask for it at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, Semaphore, local
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# Python runs one thread at a time: many that make something would keep those waiting who only fetch what is there.
_MAKING = Semaphore(2)
_within = local()
"""Whether a thread is making something already: what that asks for is made under the same permit."""


class Kept(Generic[K, V]):
    """Values by key, those used last up to a total of `most`, as `size` counts them."""

    def __init__(self, most: int, size: Callable[[V], int] = lambda _: 1) -> None:
        self.most, self.size, self.total = most, size, 0
        self._found: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()
        self._making: dict[K, Lock] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key, made where it is not there; what `make` raises is raised, and nothing kept."""
        found, making = self._look(key)
        if found is not None:
            return found
        with making:
            found, _ = self._look(key)
            if found is not None:
                return found
            try:
                found = _permitted(make)
                self._put(key, found)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return found

    def _look(self, key: K) -> tuple[V | None, Lock]:
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
                return found, self._lock
            return None, self._making.setdefault(key, Lock())

    def _put(self, key: K, value: V) -> None:
        with self._lock:
            self._found[key] = value
            self.total += self.size(value)
            while self.total > self.most and len(self._found) > 1:
                self.total -= self.size(self._found.popitem(last=False)[1])


def _permitted(make: Callable[[], V]) -> V:
    if getattr(_within, "making", False):
        return make()
    with _MAKING:
        _within.making = True
        try:
            return make()
        finally:
            _within.making = False
