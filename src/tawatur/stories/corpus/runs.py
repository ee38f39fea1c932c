"""Kernels: the runs of equal words of two texts, by seed and extend.

They give what `tawatur.stories.copies` gives for two articles of one story, over integers instead of strings: maximal
runs of at least `seed` equal words, the longest first, none overlapping another in either text. A seed that a text
repeats is tried in its first places only; a run is found by any of its seeds.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from tawatur.stories.corpus.forms import Array
from tawatur.stories.corpus.words import MOST_WORDS

MOST_PLACES = 8  # places of one seed in the other text that are tried
_BITS = np.uint64(21)
_PLACE = np.uint64((1 << 21) - 1)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_ONE = np.uint64(1)


@njit(cache=True)
def seed_hash(words: Array, at: int, seed: int) -> Any:
    """A 64-bit hash of the `seed` words from `at`."""
    mixed = np.uint64(0)
    for k in range(seed):
        mixed = (mixed ^ np.uint64(words[at + k])) * _SPREAD
        mixed ^= mixed >> np.uint64(29)
    return mixed


@njit(cache=True)
def table_bits(count: int) -> int:
    """The bits of a hash by which a table of at least `2 * count` slots is addressed."""
    bits = 4
    while (1 << bits) < 2 * count:
        bits += 1
    return bits


@njit(cache=True)
def index_seeds(words: Array, seed: int, heads: Array, links: Array) -> int:
    """Chain the places of every seed of a text, first to last, from a table of heads; the bits it is addressed by."""
    count = max(0, words.size - seed + 1)
    bits = table_bits(count)
    heads[: 1 << bits] = -1
    for at in range(count - 1, -1, -1):
        slot = seed_hash(words, at, seed) >> np.uint64(64 - bits)
        links[at] = heads[slot]
        heads[slot] = at
    return bits


@njit(cache=True)
def find_runs(
    a: Array,
    b: Array,
    seed: int,
    heads: Array,
    links: Array,
    bits: int,
    found: Array,
    reached: Array,
    taken: Array,
    kept: Array,
) -> tuple[int, int]:
    """Write the runs of `a` and `b` into `kept`, rows `(in a, in b, words)` in order of `a`.

    Gives how many there are, and how long the longest was before overlaps were cut.

    `heads`, `links` and `bits` index `b`. `found` has room for `MOST_PLACES` runs from each word of `a`; `reached` is
    as long as both texts together, `taken` is two rows as long as either: both are zeros, and are left so.
    """
    count = 0
    for i in range(a.size - seed + 1):
        j = heads[seed_hash(a, i, seed) >> np.uint64(64 - bits)]
        tried = 0
        while j >= 0 and tried < MOST_PLACES:
            if _equal(a, i, b, j, seed):
                tried += 1
                line = i - j + b.size  # places that lie on one line belong to one run, up to where it reached
                if i >= reached[line]:
                    back, size = 0, seed
                    while back < min(i, j) and a[i - back - 1] == b[j - back - 1]:
                        back += 1
                    while i + size < a.size and j + size < b.size and a[i + size] == b[j + size]:
                        size += 1
                    reached[line] = i + size
                    found[count] = _packed(i - back, j - back, size + back)
                    count += 1
            j = links[j]
    some = found[:count]
    some.sort()
    longest = _unpacked(some[0])[2] if count else 0
    number = 0
    for at in range(count):
        i, j, size = _unpacked(some[at])
        reached[i - j + b.size] = 0
        while size and (taken[0, i + size - 1] or taken[1, j + size - 1]):
            size -= 1
        while size and (taken[0, i] or taken[1, j]):
            i, j, size = i + 1, j + 1, size - 1
        if size >= seed and not _any(taken, i, j, size):
            _mark(taken, i, j, size, 1)
            place = number
            while place and kept[place - 1, 0] > i:
                for k in range(3):
                    kept[place, k] = kept[place - 1, k]
                place -= 1
            kept[place, 0], kept[place, 1], kept[place, 2] = i, j, size
            number += 1
    for at in range(number):
        _mark(taken, kept[at, 0], kept[at, 1], kept[at, 2], 0)
    return number, longest


@njit(cache=True)
def _mark(taken: Array, i: int, j: int, size: int, mark: int) -> None:
    for k in range(size):
        taken[0, i + k] = mark
        taken[1, j + k] = mark


@njit(cache=True)
def _any(taken: Array, i: int, j: int, size: int) -> bool:
    for k in range(size):  # noqa: SIM110 - numba compiles no generators
        if taken[0, i + k] or taken[1, j + k]:
            return True
    return False


@njit(cache=True)
def _equal(a: Array, i: int, b: Array, j: int, size: int) -> bool:
    for k in range(size):  # noqa: SIM110 - numba compiles no generators
        if a[i + k] != b[j + k]:
            return False
    return True


@njit(cache=True)
def _packed(i: int, j: int, size: int) -> Any:
    """An integer that sorts the longer run first, then the earlier in `a`, then the nearer, then the earlier in `b`."""
    short, far = np.uint64(MOST_WORDS - size), np.uint64(abs(i - j))
    return (((short << _BITS | np.uint64(i)) << _BITS) | far) << _ONE | np.uint64(j > i)


@njit(cache=True)
def _unpacked(run: Any) -> tuple[Any, Any, Any]:
    far = np.int64((run >> _ONE) & _PLACE)
    i = np.int64((run >> (_ONE + _BITS)) & _PLACE)
    size = MOST_WORDS - np.int64(run >> (_ONE + _BITS + _BITS))
    return i, i + far if run & _ONE else i - far, size
