"""How near two statements are in meaning: every word met by the nearest word of the other, and the contents as wholes.

Each word of a statement is met by that word of the other whose vector is nearest, in the manner of Rus and Lintean
(2012) and of the relaxed word mover's distance (Kusner et al. 2015); words of one stem meet in full, those of one
skeleton or meaning nearly. A vector tells what words keep company, not what they mean: "closed" is as near to "opened"
as to "shut". So this only ever adds to what the words themselves say, and decides no number, name or polarity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from tawatur.claims.likeness import GROUP, SKELETON
from tawatur.claims.wording import Wording
from tawatur.languages.ar.vectors import unit, vectors

NAMES = ("met_least", "met_most", "met_both", "meaning", "predicates", "predicates_met")
Pair = tuple[int, int]
Numbers = NDArray[np.float64]
# Cosines from which and up to which a word counts as met, from not at all to in full. Tried on the development stories
# and on 48 others at steps of 0.1 to 0.15: under 0.6 words of one topic meet.
_FROM, _TO = 0.6, 0.95
_SCALE = 4096.0  # weights and degrees as whole numbers, whose sums are the same in any order
_COARSE = 256.0


def features(ready: Sequence[Wording], pairs: Iterable[Pair]) -> Mapping[Pair, tuple[float, ...]]:
    """The features of every pair, in the order of `NAMES`: how far the words of the less and of the more covered of
    the two are met, both together, the cosine of the contents, and of the predicates: one the other's, each met."""
    found: dict[Pair, tuple[float, ...]] = dict.fromkeys(pairs, (0.0,) * len(NAMES))
    partners: dict[int, list[int]] = {}
    for i, j in found:
        if ready[i].distinct and ready[j].distinct:
            partners.setdefault(i, []).append(j)
    if not partners:
        return found
    terms = _Terms(ready)
    for i, others in partners.items():
        found |= {(i, j): row for j, row in zip(others, terms.compare(i, others), strict=True)}
    return found


class _Terms:
    """The words of all statements as arrays: what each is, what it weighs, and its vector."""

    def __init__(self, ready: Sequence[Wording]) -> None:
        known: dict[str, int] = {}
        keys: list[tuple[str, str]] = []
        for wording in ready:
            for term in wording.distinct:
                if term.stem not in known:
                    known[term.stem] = len(known)
                    keys.append((term.skeleton, term.group))
        self.rows = vectors(list(known))
        self.lengths = unit(self.rows)
        self.skeletons, self.groups = (_numbered([key[n] for key in keys]) for n in (0, 1))
        self.ids = [np.array([known[t.stem] for t in w.distinct], dtype=np.int64) for w in ready]
        self.weights = [np.array([round(t.weight * _SCALE) for t in w.distinct], dtype=np.float64) for w in ready]
        self.heads = np.array([_head(w) for w in ready], dtype=np.int64)
        self.whole, self.sizes = self._contents()

    def _contents(self) -> tuple[Numbers, Numbers]:
        """The weighted sum of the vectors of each content, less the story's mean, in whole numbers; their lengths."""
        sums = np.zeros((len(self.ids), self.rows.shape[1]))
        for n, (ids, weights) in enumerate(zip(self.ids, self.weights, strict=True)):
            if len(ids):
                sums[n] = np.rint(weights / _SCALE * _COARSE) @ self.rows[ids]
        sums = np.rint(sums - sums.sum(axis=0) / len(sums))
        return sums, unit(sums)

    def compare(self, i: int, others: Sequence[int]) -> list[tuple[float, ...]]:
        """The features of one statement beside each of some others, none of them without words."""
        theirs = np.concatenate([self.ids[j] for j in others])
        starts = np.cumsum([0, *(len(self.ids[j]) for j in others[:-1])])
        degrees = self._degrees(theirs, self.ids[i])
        reached, best = np.maximum.reduceat(degrees, starts, axis=0), degrees.max(axis=1)
        weights = np.concatenate([self.weights[j] for j in others])
        forth = reached @ self.weights[i] / max(self.weights[i].sum(), 1.0)
        back = np.add.reduceat(best * weights, starts) / np.maximum(np.add.reduceat(weights, starts), 1.0)
        alike = self.whole[others] @ self.whole[i] / (self.sizes[i] * self.sizes[others])
        one, met = np.zeros(len(others)), np.zeros(len(others))
        heads = self.heads[others]
        at = (starts + heads)[heads >= 0]
        met[heads >= 0] = best[at]
        if (head := self.heads[i]) >= 0:
            met += reached[:, head]
            one[heads >= 0] = degrees[at, head]
        least, most, total = np.minimum(forth, back), np.maximum(forth, back), np.maximum(forth + back, 1.0)
        both = 2 * forth * back / total
        rows = (least / _SCALE, most / _SCALE, both / _SCALE, np.maximum(alike, 0.0), one / _SCALE, met / _SCALE / 2)
        return list(map(tuple, np.stack(rows, axis=1).tolist()))

    def _degrees(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> Numbers:
        """How far each of some words meets each of others, 0 to `_SCALE`, in whole numbers."""
        cosines = (self.rows[left] @ self.rows[right].T) / self.lengths[left][:, None] / self.lengths[right][None, :]
        degrees = np.clip((cosines - _FROM) / (_TO - _FROM), 0.0, 1.0)
        for keys, worth in ((self.groups, GROUP), (self.skeletons, SKELETON)):
            alike = (keys[left][:, None] == keys[right][None, :]) & (keys[left] >= 0)[:, None]
            degrees = np.where(alike, np.maximum(degrees, worth), degrees)
        degrees[left[:, None] == right[None, :]] = 1.0
        return cast(Numbers, np.rint(degrees * _SCALE))


def _head(wording: Wording) -> int:
    """Where the predicate stands among the different words of a content; -1 without one."""
    stem = wording.head.stem if wording.head else None
    return next((n for n, term in enumerate(wording.distinct) if term.stem == stem), -1)


def _numbered(keys: Sequence[str]) -> NDArray[np.int64]:
    """Each key as a number, equal for equal keys; -1 for an empty one."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(key, len(known)) if key else -1 for key in keys], dtype=np.int64)
