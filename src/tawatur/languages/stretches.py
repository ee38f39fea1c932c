"""Stretches of words that a labelling with B, I and O marks: how probable each is, and which to take.

The best single labelling of a sentence is not the best answer where many labellings are nearly as good: it takes what
is in few of the others. Taken instead are the stretches that agree best with all labellings, each counted by how
probable it is (minimum Bayes risk: Goel and Byrne 2000). How probable a stretch is comes from the sums over all
labellings forward and backward (Rabiner 1989).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

LABELS = ("B", "I", "O")
_LEAST = 0.01  # how probable a stretch is before it is looked at
_HALF, _MOST = 0.5, 0.75  # shares of two stretches, of all that they cover, that both hold
_RIVAL = 0.3  # a stretch of less than this share of how probable another is that it agrees with is not taken
_AGREES, _MOSTLY, _EXACTLY = 0.6, 0.15, 0.25  # what a stretch is worth to one of which it shares more than half, and
# what more where it shares more than three quarters, and where it is the same; one that is all is worth 1


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches in order of their ends: the words, first and end, and how probable each is, (stretches,) each."""

    first: Integers
    end: Integers
    probable: Floats


def best_stretches(scores: Floats, steps: Floats, lengths: Sequence[int], worth: float) -> list[list[tuple[int, int]]]:
    """For each sentence the stretches, first word and end counted from its first word, that agree best with all others.

    `scores` (words, 3) of B, I and O and what `steps` (3, 3) from one to the next add are logarithms; `lengths` are the
    numbers of words of the sentences that follow each other there. A stretch is taken where its expected agreement is
    above `worth`, 0 to 1, but none that only stands between others which are each far more probable.
    """
    import numpy as np

    if not len(scores):
        return [[] for _ in lengths]
    found = probable_stretches(scores, steps, lengths)
    ends = np.cumsum(lengths)
    sentence = np.searchsorted(ends, found.first, side="right")
    expected, best = _agreement(found)
    gain = np.where(found.probable < _RIVAL * best, 0.0, expected - worth)
    worthy = gain > 0
    columns = (sentence, found.first, found.end, gain)
    rows = zip(*(column[worthy].tolist() for column in columns), strict=True)
    chosen: list[list[tuple[int, int]]] = [[] for _ in lengths]
    for number, its in groupby(rows, key=itemgetter(0)):
        begin = int(ends[number]) - lengths[number]
        chosen[number] = [(first - begin, end - begin) for first, end in _apart([one[1:] for one in its])]
    return chosen


def _apart(stretches: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Of stretches in order of their ends, each with what it gains, those that gain most where none overlaps another.

    Weighted interval scheduling (Kleinberg and Tardos 2005, 6.1).
    """
    ends = [end for _, end, _ in stretches]
    most = [0.0]
    taken: list[int | None] = []
    for number, (first, _, gain) in enumerate(stretches):
        before = bisect_right(ends, first, 0, number)
        better = most[before] + gain > most[-1]
        most.append(most[before] + gain if better else most[-1])
        taken.append(before if better else None)
    found = []
    number = len(stretches)
    while number:
        number -= 1
        before_it = taken[number]
        if before_it is not None:
            found.append(stretches[number][:2])
            number = before_it
    return found[::-1]


def _agreement(found: Stretches) -> tuple[Floats, Floats]:
    """How much each stretch can be expected to agree with one of the right labelling, 0 to 1, and how probable the most
    probable of those is that it agrees with."""
    import numpy as np

    # Pairs of which both share a word: each with those before it, in order of their ends, that end in it.
    since = np.searchsorted(found.end, found.first, side="right")
    many = np.arange(len(since)) - since
    one = np.repeat(np.arange(len(since)), many)
    other = np.arange(len(one)) - np.repeat(np.cumsum(many) - many - since, many)
    shared = found.end[other] - np.maximum(found.first[one], found.first[other])
    whole = found.end[one] - np.minimum(found.first[one], found.first[other])
    near = shared > _HALF * whole
    one, other = one[near], other[near]
    worth = np.where(shared[near] > _MOST * whole[near], _AGREES + _MOSTLY, _AGREES)
    sums, best = (_AGREES + _MOSTLY + _EXACTLY) * found.probable, found.probable.copy()
    for here, there in ((one, other), (other, one)):
        sums += np.bincount(here, worth * found.probable[there], minlength=len(sums))
        np.maximum.at(best, here, found.probable[there])
    return sums, best


def probable_stretches(scores: Floats, steps: Floats, lengths: Sequence[int]) -> Stretches:
    """All stretches of sentences that are at least a little probable; see `best_stretches` for what goes in."""
    import numpy as np

    emitted = np.exp(scores - scores.max(axis=1, keepdims=True))
    step = np.exp(steps)
    forward, backward, scale = _sums(emitted, step, lengths)
    opens = np.zeros(len(scores) + 1, dtype=bool)
    opens[np.cumsum([0, *lengths])] = True
    # What a word adds that a stretch goes on to, and what a word before which one ends; after the last word, one.
    onward = emitted[:, 1] / scale
    leaves = np.ones((len(scores) + 1, 2))
    after = emitted * backward / scale[:, None]
    leaves[:-1] = after[:, :1] * step[None, :2, 0] + after[:, 2:] * step[None, :2, 2]
    leaves[opens] = 1.0
    first = (forward[:, 0] >= _LEAST).nonzero()[0]
    reached, at, last = forward[first, 0], first + 1, 0
    found: list[tuple[Integers, Integers, Floats]] = [(first[:0], first[:0], reached[:0])]
    while len(first):
        probable = reached * leaves[at, last]
        some = probable >= _LEAST
        found.append((first[some], at[some], probable[some]))
        on = ~opens[at]
        first, at, reached = first[on], at[on], reached[on]
        reached = reached * step[last, 1] * onward[at]
        on = reached >= _LEAST * _LEAST
        first, at, reached = first[on], at[on] + 1, reached[on]
        last = 1
    firsts, ends, shares = (np.concatenate(its) for its in zip(*found, strict=True))
    order = np.lexsort((firsts, ends))
    return Stretches(firsts[order], ends[order], shares[order])


def _sums(emitted: Floats, step: Floats, lengths: Sequence[int]) -> tuple[Floats, Floats, Floats]:
    """Sums over all labellings before and after each word, (words, 3) each, and what each word was divided by."""
    import numpy as np

    many = np.array(lengths, dtype=np.int64)
    begins = np.cumsum(many) - many
    order = np.argsort(-many, kind="stable")
    begins, many = begins[order], many[order]
    left = np.searchsorted(-many, -np.arange(1, many.max(initial=0) + 1), side="right").tolist()
    forward, backward = np.empty_like(emitted), np.ones_like(emitted)
    scale = np.ones(len(emitted))
    for number, some in enumerate(left):
        at = begins[:some] + number
        # Nothing goes on that has not begun.
        came = _through(forward[at - 1], step) if number else np.array([[1.0, 0.0, 1.0]])
        value = came * emitted[at]
        whole = value[:, 0] + value[:, 1] + value[:, 2]
        forward[at] = value / whole[:, None]
        scale[at] = whole
    for number in range(len(left) - 1, 0, -1):
        at = begins[: left[number]] + number
        backward[at - 1] = _through(emitted[at] * backward[at] / scale[at, None], step.T)
    return forward, backward, scale


def _through(values: Floats, step: Floats) -> Floats:
    """`values @ step`, summed in one order whatever their number, so that no sentence depends on those read with it."""
    sums: Floats = values[:, :1] * step[:1] + values[:, 1:2] * step[1:2] + values[:, 2:] * step[2:]
    return sums
