"""An array that rows are added to, in time proportional to what is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Growing:
    """Rows of one shape and kind of number; `rows` are those so far."""

    def __init__(self, shape: tuple[int, ...], kind: type) -> None:
        import numpy as np

        self._space: NDArray[Any] = np.zeros((256, *shape), dtype=kind)
        self._filled = 0

    @property
    def rows(self) -> NDArray[Any]:
        """The rows so far, in the order they were added."""
        return self._space[: self._filled]

    def add(self, rows: Any) -> None:
        """Append rows: an array of them, or what numpy makes one of."""
        import numpy as np

        end = self._filled + len(rows)
        if end > len(self._space):
            space = np.zeros((max(end, 2 * len(self._space)), *self._space.shape[1:]), dtype=self._space.dtype)
            space[: self._filled] = self.rows
            self._space = space
        self._space[self._filled : end] = rows
        self._filled = end
