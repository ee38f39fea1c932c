"""Kernels: candidate pairs of texts aligned into passages, and how much of either the other has verbatim."""

from __future__ import annotations

import numpy as np
from numba import njit

from tawatur.stories.corpus.forms import Array
from tawatur.stories.corpus.runs import MOST_PLACES, find_runs, index_seeds, table_bits
from tawatur.stories.corpus.verbatim import index_shingles, shingles_met


@njit(cache=True)
def align(
    pairs: Array, starts: Array, keys: Array, folds: Array, seed: int, gap: int, least: int, density: int, verbatim: int
) -> tuple[Array, Array, Array, Array]:
    """Passages of each pair `(a, b, …)`, the pairs sorted by b: runs that follow each other at a small distance.

    `density` is the part of a passage that must be equal, in thousandths. Gives
    - rows `(from a, to a, from b, to b, equal words, from run, to run)`, those of each pair one after another;
    - where each pair's rows begin, and their end;
    - the runs of these passages, rows `(in a, words)`;
    - for each pair, how many different shingles of `verbatim` folded words are in both.
    """
    room = 16
    for text in range(starts.size - 1):
        room = max(room, starts[text + 1] - starts[text])
    slots = 1 << table_bits(room)
    heads, links = np.empty(slots, np.int32), np.empty(room, np.int32)
    found, kept = np.empty(MOST_PLACES * room, np.uint64), np.empty((room, 3), np.int32)
    reached, taken = np.zeros(2 * room, np.int32), np.zeros((2, room), np.uint8)
    shingles, stamps = np.empty(slots, np.uint64), np.empty(slots, np.int32)
    first_of, same = np.zeros(len(pairs) + 1, np.int64), np.zeros(len(pairs), np.int32)
    passages, runs = np.empty((1024, 7), np.int32), np.empty((1024, 2), np.int32)
    size, used, bits, indexed, shingled = 0, 0, 0, -1, -1
    for at in range(len(pairs)):
        left, right = pairs[at, 0], pairs[at, 1]
        a, b = keys[starts[left] : starts[left + 1]], keys[starts[right] : starts[right + 1]]
        if indexed != right:
            bits = index_seeds(b, seed, heads, links)
            indexed = right
        number, longest = find_runs(a, b, seed, heads, links, bits, found, reached, taken, kept)
        passages, runs = _with_room(passages, size + number), _with_room(runs, used + number)
        size, used = _join(kept, number, gap, least, density, passages, size, runs, used)
        first_of[at + 1] = size
        if longest >= verbatim:  # only words that fold alike have one key
            if shingled != right:
                index_shingles(folds[starts[right] : starts[right + 1]], verbatim, shingles, stamps)
                shingled = right
            same[at] = shingles_met(folds[starts[left] : starts[left + 1]], b.size, verbatim, shingles, stamps, at)
    return passages[:size], first_of, runs[:used], same


@njit(cache=True)
def _with_room(rows: Array, needed: int) -> Array:
    if needed <= rows.shape[0]:
        return rows
    more = np.empty((2 * needed, rows.shape[1]), np.int32)
    for at in range(rows.shape[0]):
        for k in range(rows.shape[1]):
            more[at, k] = rows[at, k]
    return more


@njit(cache=True)
def _join(
    kept: Array, number: int, gap: int, least: int, density: int, passages: Array, size: int, runs: Array, used: int
) -> tuple[int, int]:
    """Write the passages that the runs make and the runs of these; how many of either there are then."""
    first, equal = 0, 0
    for at in range(number):
        equal += kept[at, 2]
        end_a, end_b = kept[at, 0] + kept[at, 2], kept[at, 1] + kept[at, 2]
        if at + 1 < number and 0 <= kept[at + 1, 0] - end_a <= gap and 0 <= kept[at + 1, 1] - end_b <= gap:
            continue
        from_a, from_b = kept[first, 0], kept[first, 1]
        if equal >= least and equal * 1000 >= max(end_a - from_a, end_b - from_b) * density:
            passages[size, 0], passages[size, 1], passages[size, 2], passages[size, 3] = from_a, end_a, from_b, end_b
            passages[size, 4], passages[size, 5], passages[size, 6] = equal, used, used + at + 1 - first
            for run in range(first, at + 1):
                runs[used, 0], runs[used, 1] = kept[run, 0], kept[run, 2]
                used += 1
            size += 1
        first, equal = at + 1, 0
    return size, used


@njit(cache=True)
def words_of_runs(
    pairs: Array, first_of: Array, passages: Array, runs: Array, starts: Array, used: Array, folds: Array
) -> None:
    """Mark in `used` the folded words that stand in a run of any passage."""
    for at in range(len(pairs)):
        begin = starts[pairs[at, 0]]
        for row in range(first_of[at], first_of[at + 1]):
            for run in range(passages[row, 5], passages[row, 6]):
                for word in range(runs[run, 0], runs[run, 0] + runs[run, 1]):
                    used[folds[begin + word]] = True


@njit(cache=True)
def telling_words(
    pairs: Array, first_of: Array, passages: Array, runs: Array, starts: Array, tells: Array, folds: Array
) -> Array:
    """How many words of the runs of each passage tell something."""
    counts = np.zeros(len(passages), np.int32)
    for at in range(len(pairs)):
        begin = starts[pairs[at, 0]]
        for row in range(first_of[at], first_of[at + 1]):
            for run in range(passages[row, 5], passages[row, 6]):
                for word in range(runs[run, 0], runs[run, 0] + runs[run, 1]):
                    counts[row] += tells[folds[begin + word]]
    return counts
