"""The memory of a stream: arrays that kernels read and write, and the columns of the rows of articles in them.

What is looked at together lies together: comparing two articles costs more by fetching the older than by reckoning.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from tawatur.grouping.compiled import part

Int32 = NDArray[np.int32]
Int64 = NDArray[np.int64]
Floats = NDArray[np.float64]
Scalar = TypeVar("Scalar", bound=np.generic)

ONE = 1 << 20
"""What weights are told in: vectors of length one come to it, so that sums of products are exact in 64 bits."""

(
    OPEN,  # 1 while the article's story may change
    COUNTED,  # 1 while it counts in how rare a stem is
    LISTED,  # 1 while others may find it
    STORY,  # the row of some article of its story, and one more; 0 in no story yet
    OUTLET, DAY, QUESTION,
    SKETCH, N_LEAD, N_TITLE, N_NUMBERS, N_PLACES, N_PRINTS,
    UNITS, N_UNITS,
    PHRASES, N_PHRASES,
    TIES, N_TIES, LAST_TIE, LAST_STRONG,  # those with older articles, and the last of those with newer ones
    COLUMNS,
) = range(22)  # fmt: skip
"""Columns of `Articles.rows`. A stretch of another array is told by its beginning and its length."""

PER_STEM = 3
"""How many numbers of a sketch a stem of the lead takes: its term, its weight in the lead, its weight in the whole."""

NEW, OLD, CHANCE, NEXT, NEXT_STRONG = range(5)
"""Columns of `Ties.rows`: two articles, their chance in millionths, the next ties of the older with a newer one."""


COUNT, LEAD, HEAD, WHOLE = range(4)
"""Columns of `Terms.rows`: how many articles of the window hold it; its weights in the lead, the headline and the whole
(1 for numbers and places) of the article that was last laid out with it."""


class Terms(NamedTuple):
    """Stems, numbers and places by the order in which they were met, a row for each; `used[0]` is how many."""

    slots: Int32  # open addressing: the number of a term and one more, by its key; 0 is free
    keys: Int64
    rows: Int32
    laid: Int64  # 32 terms each, a bit for each: which the article has that is laid out
    first: Int32  # its postings, up to those of the next term
    last: Int32  # the last of its late postings and one more; 0 for none
    used: Int64


class Articles(NamedTuple):
    """What is kept of the articles, a row for each; `used` is how much of sketches, units and phrases."""

    rows: Int32
    hours: Floats
    bounds: Floats  # the most that its phrases can come to as evidence, and that stems outside its lead can
    sketches: (
        Int32  # stems of the lead, `PER_STEM` numbers each; weights in the headline of the first; terms of numbers,
    )
    # then of places; prints
    units: Int32  # the other stems: terms, and their weight in the whole
    phrases: Int32  # marks of phrases, and their weight
    used: Int64


class Ties(NamedTuple):
    """Compared pairs that may report one happening; `used[0]` is how many."""

    rows: Int32
    used: Int64


class Index(NamedTuple):
    """Which leads hold a stem: article and weight, stem by stem; of articles that came later, as chains."""

    posts: Int32
    late: Int32  # article, weight, and the late posting before it and one more
    used: Int64  # late postings


class Scratch(NamedTuple):
    """Room for kernels, all zero between two calls but `found` and `hits`."""

    likeness: Int64  # by article
    place: Int32  # by article
    found: Int64  # articles
    hits: Int64  # stems of an article
    marks: Int32  # open addressing: marks of the article at hand; 0 is free
    worth: Int32


class Rules(NamedTuple):
    """What kernels need of the settings; chances in millionths."""

    weights: Floats
    prior: float
    least_likeness: float
    furthest: float
    copied: float
    sure: float
    floor: float
    least: int
    join: int


Plain = tuple[tuple[Any, ...], ...]
"""All of the above as kernels take it, in `opened`'s order: Numba takes in a tuple of its own kind three times faster
than one that has names."""


@part
def opened(plain: Plain) -> tuple[Terms, Articles, Index, Ties, Scratch, Rules]:
    """The memory by its names."""
    return (
        Terms(*plain[0]), Articles(*plain[1]), Index(*plain[2]), Ties(*plain[3]), Scratch(*plain[4]), Rules(*plain[5])
    )  # fmt: skip


def new_terms(size: int) -> Terms:
    """Room for so many terms, a power of two."""
    return Terms(
        slots=np.zeros(2 * size, np.int32),
        keys=np.zeros(size, np.int64),
        rows=np.zeros((size, 4), np.int32),
        laid=np.zeros(size // 32, np.int64),
        first=np.zeros(size + 1, np.int32),
        last=np.zeros(size, np.int32),
        used=np.zeros(1, np.int64),
    )


def new_articles() -> Articles:
    """Room for few articles."""
    return Articles(
        rows=np.zeros((256, COLUMNS), np.int32),
        hours=np.zeros(256, np.float64),
        bounds=np.zeros((256, 2), np.float64),
        sketches=np.zeros(1 << 14, np.int32),
        units=np.zeros((1 << 14, 2), np.int32),
        phrases=np.zeros((1 << 14, 2), np.int32),
        used=np.zeros(3, np.int64),
    )


def new_ties() -> Ties:
    """Room for few ties."""
    return Ties(np.zeros((1 << 12, 5), np.int32), np.zeros(1, np.int64))


def new_index() -> Index:
    """Room for few postings."""
    return Index(np.zeros((0, 2), np.int32), np.zeros((1 << 12, 3), np.int32), np.zeros(1, np.int64))


def new_scratch() -> Scratch:
    """Room for few articles and marks."""
    return Scratch(
        likeness=np.zeros(256, np.int64),
        place=np.zeros(256, np.int32),
        found=np.zeros(256, np.int64),
        hits=np.zeros(1 << 10, np.int64),
        marks=np.zeros(1 << 12, np.int32),
        worth=np.zeros(1 << 12, np.int32),
    )


def roomy(array: NDArray[Scalar], needed: int) -> NDArray[Scalar]:
    """An array with at least so many rows: itself, or twice it and more, the rest zero."""
    if needed <= len(array):
        return array
    grown = np.zeros((max(needed, 2 * len(array)), *array.shape[1:]), array.dtype)
    grown[: len(array)] = array
    return grown


def wider(terms: Terms, needed: int) -> Terms:
    """Terms with room for at least so many; their slots are to be filled."""
    size = len(terms.keys)
    while size < needed:
        size *= 2
    made, n = new_terms(size), len(terms.keys)
    for name in ("keys", "rows", "last"):
        getattr(made, name)[:n] = getattr(terms, name)
    made.first[: n + 1] = terms.first
    made.first[n + 1 :] = terms.first[n]
    made.used[:] = terms.used
    return made
