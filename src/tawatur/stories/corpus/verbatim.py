"""Kernels: the different shingles of a text, and how many of them another text has."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from tawatur.stories.corpus.forms import Array
from tawatur.stories.corpus.runs import seed_hash, table_bits

_EMPTY = -2


@njit(cache=True)
def different_shingles(words: Array, starts: Array, shingle: int) -> Array:
    """How many different shingles of `shingle` words each text has."""
    most = 1
    for text in range(starts.size - 1):
        most = max(most, starts[text + 1] - starts[text])
    slots = 1 << table_bits(most)
    shingles, stamps = np.empty(slots, np.uint64), np.empty(slots, np.int32)
    counts = np.zeros(starts.size - 1, np.int32)
    for text in range(starts.size - 1):
        counts[text] = index_shingles(words[starts[text] : starts[text + 1]], shingle, shingles, stamps)
    return counts


@njit(cache=True)
def index_shingles(words: Array, shingle: int, shingles: Array, stamps: Array) -> int:
    """Put a text's shingles into an open table, with a stamp of -1; how many different ones there are."""
    count = max(0, words.size - shingle + 1)
    bits = table_bits(count)
    for slot in range(1 << bits):
        stamps[slot] = _EMPTY
    different = 0
    for at in range(count):
        hashed = seed_hash(words, at, shingle)
        slot = _slot(hashed, bits, shingles, stamps)
        if stamps[slot] == _EMPTY:
            shingles[slot], stamps[slot] = hashed, -1
            different += 1
    return different


@njit(cache=True)
def shingles_met(words: Array, indexed: int, shingle: int, shingles: Array, stamps: Array, stamp: int) -> int:
    """How many different shingles of a text the table of another, of `indexed` words, holds; they get the stamp."""
    bits = table_bits(max(0, indexed - shingle + 1))
    met = 0
    for at in range(words.size - shingle + 1):
        slot = _slot(seed_hash(words, at, shingle), bits, shingles, stamps)
        if stamps[slot] != _EMPTY and stamps[slot] != stamp:
            stamps[slot] = stamp
            met += 1
    return met


@njit(cache=True)
def _slot(hashed: Any, bits: int, shingles: Array, stamps: Array) -> Any:
    """Where a shingle stands in the table, or would."""
    mask = (1 << bits) - 1
    slot = np.int64(hashed >> np.uint64(64 - bits))
    while stamps[slot] != _EMPTY and shingles[slot] != hashed:
        slot = (slot + 1) & mask
    return slot
