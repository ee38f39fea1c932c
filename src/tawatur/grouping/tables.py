"""The memory of a stream: arrays that kernels read and write, and the columns of the rows of articles in them."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

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
    OUTLET, DAY, QUESTION,
    UNITS, N_UNITS, N_LEAD, N_TITLE, LEADS,
    MARKS, N_MARKS, N_PRINTS,
    THINGS, N_NUMBERS, N_PLACES,
    TIES, N_TIES, LAST_TIE,  # those with older articles, and the last of those with newer ones
    COLUMNS,
) = range(21)  # fmt: skip
"""Columns of `Articles.rows`. A stretch of another array is told by its beginning and its length."""

NEW, OLD, CHANCE, NEXT = range(4)
"""Columns of `Ties.rows`: two articles, their chance in millionths, the next tie of the older with a newer one."""


class Terms(NamedTuple):
    """Stems, numbers and places by the order in which they were met; `used[0]` is how many."""

    slots: Int32  # open addressing: the number of a term and one more, by its key; 0 is free
    keys: Int64
    priors: Int64
    counts: Int32  # articles of the window that hold it
    whole: Int32  # of the article at hand: weights of its stems, 0 for all others
    lead: Int32
    head: Int32
    finding: Int32
    first: Int32  # its postings, up to those of the next term
    used: Int64


class Articles(NamedTuple):
    """What is kept of the articles, a row for each; `used` is how much of units, leads, marks and things."""

    rows: Int64
    hours: Floats
    reach: Floats  # the most that the phrases of an article can come to as evidence
    units: Int32  # terms of stems, and their weight in the whole; those of the lead first
    leads: Int32  # for stems of the lead: their weight in the lead and in the headline
    marks: Int32  # phrases, then prints, by hashes
    worth: Int32  # for marks that are phrases: their weight
    things: Int32  # terms of numbers, then of places
    used: Int64


class Ties(NamedTuple):
    """Compared pairs that may report one happening; `used[0]` is how many."""

    rows: Int32
    used: Int64


class Scratch(NamedTuple):
    """Room for kernels, all zero between two calls."""

    likeness: Int64  # by article
    place: Int32  # by article
    marks: Int32  # open addressing: marks of the article at hand; 0 is free
    worth: Int32


def new_terms(size: int) -> Terms:
    """Room for so many terms, a power of two."""
    return Terms(
        slots=np.zeros(2 * size, np.int32),
        keys=np.zeros(size, np.int64),
        priors=np.zeros(size, np.int64),
        counts=np.zeros(size, np.int32),
        whole=np.zeros(size, np.int32),
        lead=np.zeros(size, np.int32),
        head=np.zeros(size, np.int32),
        finding=np.zeros(size, np.int32),
        first=np.zeros(size + 1, np.int32),
        used=np.zeros(1, np.int64),
    )


def new_articles() -> Articles:
    """Room for few articles."""
    return Articles(
        np.zeros((256, COLUMNS), np.int64),
        np.zeros(256, np.float64),
        np.zeros(256, np.float64),
        np.zeros((1 << 14, 2), np.int32),
        np.zeros((1 << 14, 2), np.int32),
        np.zeros(1 << 14, np.int32),
        np.zeros(1 << 14, np.int32),
        np.zeros(1 << 12, np.int32),
        np.zeros(4, np.int64),
    )


def new_ties() -> Ties:
    """Room for few ties."""
    return Ties(np.zeros((1 << 12, 4), np.int32), np.zeros(1, np.int64))


def new_scratch() -> Scratch:
    """Room for few articles and marks."""
    return Scratch(
        np.zeros(256, np.int64), np.zeros(256, np.int32), np.zeros(1 << 12, np.int32), np.zeros(1 << 12, np.int32)
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
    for name in ("keys", "priors", "counts"):
        getattr(made, name)[:n] = getattr(terms, name)
    made.first[: n + 1] = terms.first
    made.first[n + 1 :] = terms.first[n]
    made.used[:] = terms.used
    return made
