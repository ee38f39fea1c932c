"""Vectors of Arabic news words: near for words that keep the same company, trained by `scripts/train_word_vectors.py`.

Rows are whole numbers of one byte, held as float64, in which their sums and products are exact in any order: the same
likeness on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import cast

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]


@cache
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    with (files("tawatur.languages.ar") / "data" / "word_vectors.npz").open("rb") as file, np.load(file) as found:
        stems = str(found["stems"]).split("\n")
        return {stem: at for at, stem in enumerate(stems)}, cast(NDArray[np.int8], found["rows"])


def vectors(stems: Sequence[str]) -> Rows:
    """One row for each stem, all zero for one that the table lacks."""
    index, rows = _table()
    places = np.array([index.get(stem, -1) for stem in stems], dtype=np.int64)
    found = rows[places].astype(np.float64)
    found[places < 0] = 0.0
    return found


def unit(rows: Rows) -> Rows:
    """What each row is divided by to have length one; 1 for a row of zeros."""
    lengths = np.sqrt((rows * rows).sum(axis=1))
    return cast(Rows, np.where(lengths > 0, lengths, 1.0))
