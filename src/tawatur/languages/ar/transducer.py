"""How letters of one script stand for letters of the other, and how well two words fit each other.

A pair of spellings of one name is cut into units, up to two Arabic letters beside up to three Latin ones, either side
possibly empty; the probability of a pair is the sum over all ways to cut it, without memory between units. That is the
stochastic edit distance of Ristad and Yianilos (1998) with the many-to-many units of Jiampojamarn, Kondrak and Sherif
(2007), learned by expectation maximisation (`scripts/train_transliteration.py`). Two spellings in one script are
compared through the other: "غ" and "ج" are alike because writers put both for g.
"""

from __future__ import annotations

import heapq
import json
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

ARABIC_LETTERS, LATIN_LETTERS = 2, 3
"""Letters of a unit, at most."""
LONGEST = 40
"""Letters of a word that are compared; so many factors of `RARE` stay within what a float can hold."""
LEAST = 1e-300
"""Probability of two words that no way to cut them is found for."""
RARE = 1e-7
"""Probability of a letter dropped, added or changed in a way never seen in training."""
FAINT = 1e-5
"""Ways to cut a pair that are so much less likely than the best up to the same letter are not followed."""
BEAM, READINGS = 4, 3

Side = Literal["arabic", "latin"]
Units = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True, eq=False)
class Sounds:
    """Probabilities of units by their left side, then their right one; those of either side alone; their lengths."""

    pairs: dict[str, dict[str, float]]
    left: dict[str, float]
    right: dict[str, float]
    left_size: int
    right_size: int


def sounds(units: Units) -> Sounds:
    """The tables of a set of units, whose probabilities sum to one."""
    pairs: dict[str, dict[str, float]] = {}
    left, right = defaultdict[str, float](float), defaultdict[str, float](float)
    for (x, y), p in units.items():
        pairs.setdefault(x, {})[y] = p
        left[x] += p
        right[y] += p
    return Sounds(pairs, dict(left), dict(right), max(map(len, left), default=0), max(map(len, right), default=0))


def through(units: Units, side: Side) -> dict[tuple[str, str], float]:
    """Units of two spellings on one side, each the spelling of the same letters on the other; symmetric."""
    shared: dict[str, dict[str, float]] = {}
    for (x, y), p in units.items():
        here, there = (x, y) if side == "arabic" else (y, x)
        shared.setdefault(there, {})[here] = p
    found = defaultdict[tuple[str, str], float](float)
    for there, group in shared.items():
        total = sum(group.values())
        for one, p in group.items():
            if not there:  # A silent letter is silent alone.
                found[one, ""] += p / 2
                found["", one] += p / 2
                continue
            for other, q in group.items():
                if one or other:
                    found[one, other] += p * (q / total)
    return found


def fit(a: str, b: str, table: Sounds) -> float:
    """How much more likely two words are as one name than as two, in nats: log P(a, b) - log P(a) - log P(b)."""
    a, b = a[:LONGEST], b[:LONGEST]
    return math.log(_together(a, b, table)) - _alone(a, table, "left") - _alone(b, table, "right")


def _together(a: str, b: str, table: Sounds) -> float:
    """The probability of two words as one name: the sum over all ways to cut them into units, but for faint ones."""
    n, m = len(a), len(b)
    pieces = [[b[j : j + size] for size in range(min(table.right_size, m - j) + 1)] for j in range(m + 1)]
    rows = [[0.0] * (m + 1) for _ in range(n + 1)]
    rows[0][0] = 1.0
    for i, row in enumerate(rows):
        # What a unit that starts here can read on the left, and the row it leads to.
        starts = [
            (rows[i + size], found)
            for size in range(min(table.left_size, n - i) + 1)
            if (found := table.pairs.get(a[i : i + size]))
        ]
        below = rows[i + 1] if i < n else None
        faint = max(row) * FAINT if below is not None else 0.0
        for j, reached in enumerate(row):
            if reached <= faint:
                continue
            if j < m:
                row[j + 1] += reached * RARE
            if below is not None:
                below[j] += reached * RARE
                if j < m:
                    below[j + 1] += reached * RARE
            for target, found in starts:
                for to, piece in enumerate(pieces[j], j):
                    if piece in found:
                        target[to] += reached * found[piece]
    return max(rows[n][m], LEAST)


@lru_cache(maxsize=65536)
def _alone(word: str, table: Sounds, side: Literal["left", "right"]) -> float:
    """The logarithm of the probability of a word by the units of one side."""
    units, longest = (table.left, table.left_size) if side == "left" else (table.right, table.right_size)
    reached = [1.0] + [0.0] * len(word)
    for i in range(len(word)):
        here = reached[i]
        for size in range(1, min(longest, len(word) - i) + 1):
            reached[i + size] += here * units.get(word[i : i + size], 0.0)
        reached[i + 1] += here * RARE
    return math.log(reached[-1])


def spellings(word: str, readings: Mapping[str, list[tuple[float, str]]], count: int = READINGS) -> list[str]:
    """The likeliest spellings of a word in the other script, best first, by a beam over its units."""
    word = word[:LONGEST]
    reached: list[dict[str, float]] = [{} for _ in range(len(word) + 1)]
    reached[0][""] = 1.0
    for at in range(len(word)):
        best = heapq.nsmallest(BEAM, reached[at].items(), key=lambda item: (-item[1], item[0]))
        for size in range(1, min(LATIN_LETTERS, len(word) - at) + 1):
            ahead = reached[at + size]
            for p, other in readings.get(word[at : at + size], ()):
                for written, q in best:
                    ahead[written + other] = max(ahead.get(written + other, 0.0), q * p)
    return [w for w, _ in heapq.nsmallest(count, reached[-1].items(), key=lambda item: (-item[1], item[0]))]


def readings_of(units: Units, side: Side) -> dict[str, list[tuple[float, str]]]:
    """For letters of one side the likeliest on the other, with the probability of the unit."""
    found: dict[str, list[tuple[float, str]]] = {}
    for (arabic, latin), p in units.items():
        here, there = (arabic, latin) if side == "arabic" else (latin, arabic)
        if here:
            found.setdefault(here, []).append((p, there))
    return {here: sorted(ways, key=lambda way: (-way[0], way[1]))[:READINGS] for here, ways in found.items()}


@cache
def _model() -> dict[str, Any]:
    path = files("tawatur.languages.ar") / "data" / "transliteration.json"
    model: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return model


@cache
def learned() -> dict[tuple[str, str], float]:
    """The units that ship with the package, as probabilities."""
    counts = {(x, y): float(count) for x, found in _model()["units"].items() for y, count in found.items()}
    total = sum(counts.values())
    return {unit: count / total for unit, count in counts.items()}


@cache
def across() -> Sounds:
    """Arabic on the left, Latin on the right."""
    return sounds(learned())


@cache
def within(side: Side) -> Sounds:
    """Two spellings on one side."""
    return sounds(through(learned(), side))


@cache
def readings(side: Side) -> dict[str, list[tuple[float, str]]]:
    """What `spellings` needs for words of one side, by the shipped units."""
    return readings_of(learned(), side)


@cache
def calibration(kind: str) -> tuple[float, float, float]:
    """Weights of one, the fit and the mean length, for "across", "arabic" or "latin"."""
    bias, fit_weight, length = _model()["calibration"][kind]
    return float(bias), float(fit_weight), float(length)
