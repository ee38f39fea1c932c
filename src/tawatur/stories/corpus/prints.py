"""Kernels: winnowed prints of many texts, and the pairs of texts that share enough of them.

Winnowing keeps the smallest hash of every `window` successive shingles (Schleimer, Wilkerson and Aiken, SIGMOD 2003).
The prints of all texts are sorted once, so that those who hold a print stand together, in the order of their time; a
print pairs a text with the nearest before it only, so that the pairs of a text have a bound however many texts there
are. All arithmetic is of integers, so the result is the same on every machine.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from tawatur.stories.corpus.forms import Array
from tawatur.stories.corpus.settings import CorpusCopySettings
from tawatur.stories.corpus.words import CorpusWords

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(31)


def candidates(words: CorpusWords, outlets: Array, minutes: Array, settings: CorpusCopySettings) -> Array:
    """Pairs of texts that are worth aligning: rows `(earlier, later, shared prints)`, sorted by the later."""
    texts = len(outlets)
    prints = prints_of(words.hashes, words.starts, settings.shingle, settings.window)
    common = common_prints(prints, text_bits(texts), outlets, settings.most_holders, settings.most_of_outlet)
    return pairs_sharing(
        prints,
        common,
        text_bits(texts),
        texts,
        outlets,
        minutes,
        round(settings.days * 24 * 60),
        settings.most_holders,
        settings.least_prints,
        round(settings.least_part * 1000),
        settings.one_outlet,
    )


def prints_of(hashes: Array, starts: Array, shingle: int, window: int) -> Array:
    """The prints of all texts, sorted and each once a text: the hash in the high bits, the text's number in the low.

    `hashes` has a 64-bit hash for each word of each text, `starts` where each text begins in it, and the end.
    """
    bits = text_bits(len(starts) - 1)
    found = np.sort(_winnowed(hashes, starts, shingle, window, np.uint64(bits)))
    return found[np.concatenate([[True], found[1:] != found[:-1]])] if found.size else found


def text_bits(texts: int) -> int:
    """How many of the low bits of a print hold the number of its text."""
    return max(1, int(texts).bit_length())


@njit(cache=True)
def _winnowed(hashes: Array, starts: Array, shingle: int, window: int, bits: Any) -> Array:
    out = np.empty(hashes.size, np.uint64)
    rolled = np.empty(_longest(starts), np.uint64)
    size = 0
    for text in range(starts.size - 1):
        first = starts[text]
        count = starts[text + 1] - first - shingle + 1
        if count <= 0:
            continue
        for at in range(count):
            mixed = np.uint64(0)
            for k in range(shingle):
                mixed = (mixed ^ hashes[first + at + k]) * _MIX
                mixed ^= mixed >> _SHIFT
            rolled[at] = (mixed >> bits) << bits
        best = -1
        for at in range(max(1, count - window + 1)):
            end = min(at + window, count)
            if best < at:  # the smallest so far has left the window
                best = at
                for k in range(at + 1, end):
                    if rolled[k] <= rolled[best]:
                        best = k
            elif rolled[end - 1] <= rolled[best]:
                best = end - 1
            else:
                continue
            out[size] = rolled[best] | np.uint64(text)
            size += 1
    return out[:size]


@njit(cache=True)
def _longest(starts: Array) -> int:
    most = 0
    for text in range(starts.size - 1):
        most = max(most, starts[text + 1] - starts[text])
    return most


@njit(cache=True)
def common_prints(prints: Array, bits: int, outlets: Array, most: int, of_outlet: int) -> Array:
    """Which prints are boilerplate: held by more than `most` texts, and by more than `of_outlet` for each outlet.

    What an agency sends is in many texts too, but once or twice in each outlet; a standing phrase comes back in all.
    """
    common = np.zeros(prints.size, np.bool_)
    shift, mask = np.uint64(bits), (np.uint64(1) << np.uint64(bits)) - np.uint64(1)
    most_outlet = 0
    for text in range(outlets.size):
        most_outlet = max(most_outlet, outlets[text])
    seen = np.zeros(most_outlet + 1, np.int64)
    first = 0
    while first < prints.size:
        end = first + 1
        while end < prints.size and prints[end] >> shift == prints[first] >> shift:
            end += 1
        if end - first > most:
            different = 0
            for at in range(first, end):
                outlet = outlets[prints[at] & mask]
                if seen[outlet] != end:  # no two groups have one end
                    seen[outlet] = end
                    different += 1
            if end - first > of_outlet * different:
                common[first:end] = True
        first = end
    return common


@njit(cache=True)
def pairs_sharing(
    prints: Array,
    common: Array,
    bits: int,
    texts: int,
    outlets: Array,
    hours: Array,
    within: int,
    most: int,
    least: int,
    permille: int,
    one_outlet: bool,
) -> Array:
    """Pairs of texts that share at least `least` prints and `permille` of those of the one that has fewer.

    Rows `(earlier, later, shared prints)`, sorted by the later and the earlier. Texts are numbered in order of time;
    those without one come last, with an hour below zero, and are near to all. `within` is in the unit of `hours`.
    """
    shift, mask = np.uint64(bits), (np.uint64(1) << np.uint64(bits)) - np.uint64(1)
    first_of, by_text, counts = _by_text(prints, common, mask, texts)
    shared, met = np.zeros(texts, np.int32), np.empty(texts, np.uint64)
    out = np.empty((1024, 3), np.int32)
    size = 0
    for text in range(texts):
        touched = 0
        for slot in range(first_of[text], first_of[text + 1]):
            at = by_text[slot]
            value = prints[at] >> shift
            for before in range(at - 1, max(-1, at - 1 - most), -1):
                if prints[before] >> shift != value:
                    break
                other = prints[before] & mask
                if hours[text] >= 0 and hours[text] - hours[other] > within:
                    break
                if outlets[other] == outlets[text] and not one_outlet:
                    continue
                if shared[other] == 0:
                    met[touched] = other
                    touched += 1
                shared[other] += 1
        partners = met[:touched]
        partners.sort()
        for other in partners:
            number = shared[other]
            shared[other] = 0
            if number < least or number * 1000 < permille * min(counts[text], counts[other]):
                continue
            if size == out.shape[0]:
                more = np.empty((size * 2, 3), np.int32)
                more[:size] = out
                out = more
            out[size, 0], out[size, 1], out[size, 2] = other, text, number
            size += 1
    return out[:size]


@njit(cache=True)
def _by_text(prints: Array, common: Array, mask: Any, texts: int) -> tuple[Array, Array, Array]:
    """Where in `prints` each text's own are, boilerplate left out; and how many it has."""
    counts = np.zeros(texts, np.int64)
    for at in range(prints.size):
        if not common[at]:
            counts[prints[at] & mask] += 1
    first_of = np.zeros(texts + 1, np.int64)
    for text in range(texts):
        first_of[text + 1] = first_of[text] + counts[text]
    next_of = first_of[:-1].copy()
    by_text = np.empty(first_of[-1], np.int64)
    for at in range(prints.size):
        if not common[at]:
            text = prints[at] & mask
            by_text[next_of[text]] = at
            next_of[text] += 1
    return first_of, by_text, counts
