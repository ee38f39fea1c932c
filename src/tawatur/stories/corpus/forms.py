"""Kernel: a text cut into words, and every written form numbered as it is first met.

The words are those of `languages.ar.script.words` without its signs: a letter with the letters and marks after it, a
number with its separators, or one digit of another script. Only a form that is new is looked at in Python.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numba import njit

from tawatur.languages.ar.script import MARKS

Array = np.ndarray[Any, Any]
_LETTER, _MARK, _DIGIT, _SEPARATOR, _OTHER_DIGIT = 1, 2, 3, 4, 5
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_CODES = 0x110000


class Forms:
    """The written forms of all texts read so far: their code points one after another, and a table to find them by."""

    def __init__(self) -> None:
        self._classes = _classes()
        self._slots = np.full(1 << 12, -1, np.int32)
        self._hashes = np.empty(1 << 11, np.uint64)
        self._starts = np.zeros((1 << 11) + 1, np.int64)
        self._letters = np.empty(1 << 14, np.uint32)
        self._count = 0

    def read(self, text: str) -> tuple[Array, Array, Array]:
        """The words of a text: the number of each one's form, where it begins, and where it ends."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        self._make_room(len(codes))
        rows = np.empty((3, len(codes)), np.int32)
        found, self._count = _read(
            codes, self._classes, self._slots, self._hashes, self._starts, self._letters, self._count, rows
        )
        ids, first, last = rows[:, :found].copy()
        return ids, first, last

    def written(self) -> list[str]:
        """All forms in the order of their numbers."""
        starts = self._starts[: self._count + 1].tolist()
        whole = self._letters[: starts[-1]].tobytes().decode("utf-32-le", "surrogatepass")
        return [whole[start:end] for start, end in pairwise(starts)]

    def _make_room(self, more: int) -> None:
        """Let there be room for a text of so many code points, every one of them a new form at worst."""
        most, letters = self._count + more, int(self._starts[self._count]) + more
        if most > len(self._hashes):
            self._hashes = np.resize(self._hashes, 2 * most)
            self._starts = np.resize(self._starts, 2 * most + 1)
        if letters > len(self._letters):
            self._letters = np.resize(self._letters, 2 * letters)
        if 2 * most > len(self._slots):
            self._slots = np.full(1 << int(4 * most).bit_length(), -1, np.int32)
            _enter(self._slots, self._hashes, self._count)


@cache
def _classes() -> Array:
    """What each code point is to a word, by the same expressions that `script` cuts words with."""
    classes = np.zeros(_CODES, np.uint8)
    everything = "".join(map(chr, range(_CODES)))
    kinds = (f"[{MARKS}]", _MARK), (r"\d", _OTHER_DIGIT), ("[0-9٠-٩۰-۹]", _DIGIT), ("[.,٫٬]", _SEPARATOR)
    for expression, kind in (*kinds, (r"[^\W\d_]", _LETTER)):
        for match in re.finditer(f"{expression}+", everything):
            classes[match.start() : match.end()] = kind
    return classes


@njit(cache=True)
def _enter(slots: Array, hashes: Array, count: int) -> None:
    mask = slots.size - 1
    for form in range(count):
        slot = np.int64(hashes[form] & np.uint64(mask))
        while slots[slot] >= 0:
            slot = (slot + 1) & mask
        slots[slot] = form


@njit(cache=True)
def _read(
    codes: Array, classes: Array, slots: Array, hashes: Array, starts: Array, letters: Array, count: int, rows: Array
) -> tuple[int, int]:
    """Write the words into `rows` (form, start, end) and new forms behind the `count` known; how many of either."""
    found, at = 0, 0
    while at < codes.size:
        kind = classes[codes[at]]
        end = at + 1
        if kind == _LETTER:
            while end < codes.size and (classes[codes[end]] == _LETTER or classes[codes[end]] == _MARK):
                end += 1
        elif kind == _DIGIT:
            while end < codes.size and (
                classes[codes[end]] == _DIGIT
                or (
                    classes[codes[end]] == _SEPARATOR
                    and end + 1 < codes.size
                    and classes[codes[end - 1]] == _DIGIT
                    and classes[codes[end + 1]] == _DIGIT
                )
            ):
                end += 1
        elif kind != _OTHER_DIGIT:
            at += 1
            continue
        form = _form(codes, at, end, slots, hashes, starts, letters, count)
        count = max(count, form + 1)
        rows[0, found], rows[1, found], rows[2, found] = form, at, end
        found += 1
        at = end
    return found, count


@njit(cache=True)
def _form(
    codes: Array, first: int, end: int, slots: Array, hashes: Array, starts: Array, letters: Array, count: int
) -> Any:
    """The number of a form, which is `count` for a new one; that is entered."""
    hashed = np.uint64(0)
    for at in range(first, end):
        hashed = (hashed ^ np.uint64(codes[at])) * _SPREAD
        hashed ^= hashed >> np.uint64(29)
    mask = slots.size - 1
    slot = np.int64(hashed & np.uint64(mask))
    while slots[slot] >= 0:
        form = slots[slot]
        if hashes[form] == hashed and starts[form + 1] - starts[form] == end - first:
            same = True
            for k in range(end - first):
                same = same and letters[starts[form] + k] == codes[first + k]
            if same:
                return np.int64(form)
        slot = (slot + 1) & mask
    slots[slot], hashes[count] = count, hashed
    for k in range(end - first):
        letters[starts[count] + k] = codes[first + k]
    starts[count + 1] = starts[count] + end - first
    return np.int64(count)
