"""Labels for the words of many sentences at once, with the linear-chain models that CRFsuite trains.

A conditional random field (Lafferty, McCallum and Pereira 2001) scores a labelling by the weights of what is seen at
every word and of every step from label to label; the best labelling is found by dynamic programming (Viterbi 1967).
CRFsuite (Okazaki 2007) does that sentence by sentence, from feature strings. Here the weights are read out of its model
files into arrays: what words share is summed once (`Weights.total`), and all sentences of an article are decoded
together (`Chain.decode`). The labels are those of CRFsuite.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tawatur.languages.crfsuite import read_model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

_AT_ONCE = 1 << 20  # numbers in one array while sentences are decoded, so that odd text takes time and no memory
_NARROW = 8  # labels that a word may have to be read together with the others
_FEW = 4  # labels that a word may have to be compared with what stands beside it


@dataclass(frozen=True, slots=True)
class Weights:
    """One model, or several over the same features.

    `states` has a row for every feature, as `rows` places them, and a column for every label of the first model, then
    of the next. Row 0 is zero, for features that no model knows. Few weights of a feature are not zero: `given` holds
    those feature by feature, with their places in `columns`; those of row r are from `bounds[r]` to `bounds[r + 1]`.
    `labels` and `chains` have an item for each model.
    """

    labels: tuple[tuple[str, ...], ...]
    chains: tuple[Chain, ...]
    rows: dict[str, int]
    states: Floats
    given: Floats
    columns: Integers
    bounds: Integers

    @property
    def width(self) -> int:
        """How many labels the models have together."""
        return sum(map(len, self.labels))

    def row(self, feature: str) -> int:
        """The row of a feature."""
        return self.rows.get(feature, 0)

    def total(self, features: Sequence[Iterable[str]]) -> Floats:
        """The summed weights of each list of features, a row each."""
        return self.summed([list(map(self.rows.get, one, repeat(0))) for one in features])

    def summed(self, found: Sequence[Sequence[int]]) -> Floats:
        """`total` of features given by their rows."""
        import numpy as np

        rows = np.fromiter(chain.from_iterable(found), dtype=np.int64)
        first, count = self.bounds[rows], self.bounds[rows + 1] - self.bounds[rows]
        # The weights of all these rows, one after the other, and the cell of the result that each belongs to.
        weight = np.repeat(first - np.cumsum(count) + count, count) + np.arange(count.sum())
        width = self.width
        row = np.repeat(np.arange(0, len(found) * width, width), list(map(len, found)))
        cell = np.repeat(row, count) + self.columns[weight]
        summed = cast("Floats", np.bincount(cell, self.given[weight], len(found) * width))
        return summed.reshape(len(found), width)

    def leads(self, label: str) -> dict[str, float]:
        """For every feature how much more it adds to this label than to the other one of a model of two."""
        (labels,) = self.labels
        mine = labels.index(label)
        lead = (self.states[:, mine] - self.states[:, 1 - mine]).tolist()
        return {feature: lead[row] for feature, row in self.rows.items()}

    def decode(self, scores: Floats, lengths: Sequence[int]) -> list[list[str]]:
        """For each model the labels of the words of sentences that follow each other; see `Chain.decode`."""
        found, first = [], 0
        for labels, steps in zip(self.labels, self.chains, strict=True):
            last = first + len(labels)
            found.append([labels[at] for at in steps.decode(scores[:, first:last], lengths).tolist()])
            first = last
        return found


@dataclass(frozen=True, slots=True)
class Chain:
    """What steps between labels add: `transitions` from a label (row) to the next one (column).

    `before` and `after` say, for a label (row) put in the place of another (column), what the step to it and the step
    from it gain by that at least: no more than nothing, since at the ends of a sentence there is no step.
    """

    transitions: Floats
    before: Floats
    after: Floats

    @classmethod
    def of(cls, transitions: Floats) -> Chain:
        """The chain of these transitions."""
        import numpy as np

        came = (transitions[:, :, None] - transitions[:, None, :]).min(axis=0)
        went = (transitions[:, None, :] - transitions[None, :, :]).min(axis=2)
        return cls(transitions, np.minimum(came, 0), np.minimum(went, 0))

    def decode(self, scores: Floats, lengths: Sequence[int]) -> Integers:
        """The best label of every word, as a column of `scores`, which has a row for every word.

        `lengths` are the numbers of words of the sentences that follow each other there.

        A label whose score is so far below the best of its word that no step can make up for it is in no best labelling
        and left out first (dead-end elimination, Desmet et al. 1992), then those that lose even where the words beside
        them change with them. Most words then have one label, and what they add to their neighbours is known; the runs
        of words between them stay to be decided. Where there are few labels, trying all of them takes less time.
        """
        import numpy as np

        if len(scores) and len(self.transitions) <= _NARROW and self.transitions.size * len(lengths) <= _AT_ONCE:
            return self._among_all(scores, lengths)
        found: Integers = scores.argmax(axis=1)
        # By how much the best label of a word is above each.
        below = scores[np.arange(len(scores)), found][:, None] - scores
        kept = below <= -(self.before + self.after)[found]
        if kept.sum() == len(kept):
            return found
        # True where a word has nothing before it, or the end has been reached.
        opens = np.zeros(len(scores) + 1, dtype=bool)
        opens[np.cumsum([0, *lengths])] = True
        opens[-1] = True
        self._narrow(kept, below, found, opens)
        counts = kept.sum(axis=1)
        undecided = (counts > 1).nonzero()[0]
        if not len(undecided):
            return found
        own = scores[undecided]
        begins = opens[undecided] | (counts[undecided - 1] == 1)
        decided = begins & ~opens[undecided]
        own[decided] += self.transitions[found[undecided[decided] - 1]]
        decided = ~opens[undecided + 1]
        decided[decided] = counts[undecided[decided] + 1] == 1
        own[decided] += self.transitions.T[found[undecided[decided] + 1]]
        # The few runs with a word of many labels are read apart, for the widest word would set the cost of all.
        width = np.maximum.reduceat(counts[undecided], begins.nonzero()[0])
        wide = (width > _NARROW)[np.cumsum(begins) - 1]
        for group in (~wide, wide):
            if group.any():
                found[undecided[group]] = self._among(kept[undecided[group]], own[group], begins[group])
        return found

    def _narrow(self, kept: NDArray[np.bool_], below: Floats, found: Integers, opens: NDArray[np.bool_]) -> None:
        """Leave out labels that lose against the best of their word, whatever labels the words beside it have.

        For that the best labels of three words are put in the place of any; the steps to them and from them then lose
        what `before` and `after` tell. Words of more than a few labels stay as they are.
        """
        import numpy as np

        counts = kept.sum(axis=1)
        counts[counts > _FEW] = 0
        narrow = counts > 0
        word, label = (kept & narrow[:, None]).nonzero()
        if len(word) == narrow.sum():
            return
        place = np.arange(len(word)) - np.repeat(np.cumsum(counts) - counts, counts)
        shape = (int(place.max(initial=0)) + 1, len(kept))
        labels = np.zeros(shape, dtype=np.int64)
        labels[place, word] = label
        lost = np.full(shape, np.inf)
        lost[place, word] = below[word, label]
        chosen = found[None, :]
        # What a label of a word gains, at least, when it gives way to the best one: by the step to it, by that from it.
        left, right = self.before[chosen, labels], self.after[chosen, labels]
        more = counts > 1
        between = (narrow[:-1] & narrow[1:] & (more[:-1] | more[1:]) & ~opens[1:-1]).nonzero()[0]
        here, there = labels[:, between], labels[:, between + 1]
        steps = self.transitions.take(here[:, None] * len(self.transitions) + there[None])
        best = self.transitions[found[between], found[between + 1]]
        left_over = (lost + left)[:, between][:, None] - steps
        right_over = (lost + right)[:, between + 1][None] - steps
        left[:, between + 1] = best + left_over.min(axis=0)
        right[:, between] = best + right_over.min(axis=1)
        left[:, opens[:-1]] = 0
        right[:, opens[1:]] = 0
        # Not for a rounding error.
        dead = (lost + left + right)[place, word] > 1e-9
        dead &= label != found[word]
        kept[word[dead], label[dead]] = False

    def _among_all(self, scores: Floats, lengths: Sequence[int]) -> Integers:
        """The best labels among all, for all sentences at once; see `_among`."""
        import numpy as np

        order, bounds = _side_by_side(np.array([length for length in lengths if length]))
        best = scores.T[:, order]
        blocks = list(zip(bounds, bounds[1:], bounds[2:], strict=False))
        for before, start, end in blocks:
            steps = best[:, None, before : before + end - start] + self.transitions[:, :, None]
            best[:, start:end] += np.maximum.reduce(steps, axis=0)
        chosen = best.argmax(axis=0)
        for before, start, end in reversed(blocks):
            there = slice(before, before + end - start)
            chosen[there] = (best[:, there] + self.transitions[:, chosen[start:end]]).argmax(axis=0)
        found = np.empty(len(order), dtype=np.int64)
        found[order] = chosen
        return found

    def _among(self, kept: NDArray[np.bool_], scores: Floats, begins: NDArray[np.bool_]) -> Integers:
        """The best labels among those kept, where no step leads to a word that begins a run.

        All runs are read at once, from their first words to their last and back (Viterbi 1967).
        """
        import numpy as np

        count, width = len(kept), len(self.transitions)
        order, bounds = _side_by_side(np.diff(begins.nonzero()[0], append=count))

        word, label = kept[order].nonzero()
        counts = np.bincount(word, minlength=count)
        column = np.arange(len(word)) - np.repeat(np.cumsum(counts) - counts, counts)
        labels = np.zeros((int(counts.max()), count), dtype=np.int64)
        labels[column, word] = label
        best = np.full(labels.shape, -np.inf)
        best[column, word] = scores[order[word], label]

        sources = labels * width
        size = max(1, _AT_ONCE // len(labels) ** 2)
        blocks = list(zip(bounds, bounds[1:], bounds[2:], strict=False))
        for before, start, end in blocks:
            for first in range(start, end, size):
                here = slice(first, min(first + size, end))
                there = slice(before + first - start, before + here.stop - start)
                steps = self.transitions.take(sources[:, None, there] + labels[:, here])
                steps += best[:, None, there]
                best[:, here] += np.maximum.reduce(steps, axis=0)
        chosen = best.argmax(axis=0)
        every = np.arange(count)
        for before, start, end in reversed(blocks):
            there = slice(before, before + end - start)
            steps = self.transitions.take(sources[:, there] + labels[chosen[start:end], every[start:end]])
            chosen[there] = (best[:, there] + steps).argmax(axis=0)
        found = np.empty(count, dtype=np.int64)
        found[order] = labels[chosen, every]
        return found


def _side_by_side(lengths: Integers) -> tuple[Integers, list[int]]:
    """The words of runs that follow each other, first all first words, then all second ones, and where each lot begins.

    The longest run comes first, so that the words of a lot are in the same order as those before them. No run is empty.
    """
    import numpy as np

    place = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    order = np.lexsort((-np.repeat(lengths, lengths), place))
    return order, np.searchsorted(place[order], np.arange(lengths.max() + 2)).tolist()


def load(*paths: Path) -> Weights:
    """Read model files of CRFsuite; raises ValueError when one is no such file."""
    import numpy as np

    rows: dict[str, int] = {}
    labels: list[tuple[str, ...]] = []
    chains: list[Chain] = []
    parts: list[tuple[Integers, Integers, Floats]] = []
    width = 0
    for path in paths:
        names, known, weights = read_model(path)
        new = [feature for feature in known if feature not in rows] if rows else known
        rows.update(zip(new, range(len(rows) + 1, len(rows) + len(new) + 1), strict=True))
        place = np.fromiter(map(rows.__getitem__, known), dtype=np.int64, count=len(known))
        state, step = weights[weights["kind"] == 0], weights[weights["kind"] == 1]
        parts.append((place[state["source"]], state["target"] + np.int64(width), state["weight"]))
        transitions = np.zeros((len(names), len(names)))
        transitions[step["source"], step["target"]] = step["weight"]
        labels.append(names)
        chains.append(Chain.of(transitions))
        width += len(names)
    row, column, given = (np.concatenate(some) for some in zip(*parts, strict=True))
    order = np.argsort(row, kind="stable")
    row, column, given = row[order], column[order], given[order]
    states = np.zeros((len(rows) + 1, width))
    states[row, column] = given
    bounds = np.searchsorted(row, np.arange(len(rows) + 2))
    return Weights(tuple(labels), tuple(chains), rows, states, given, column, bounds)
