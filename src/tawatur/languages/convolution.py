"""A small convolutional network over the words of texts, run in whole numbers.

Every word is a sum of rows, one for each of its features; layers of dilated convolutions with residual steps (Yu and
Koltun 2016; He et al. 2016) add what stands around it; heads read scores from the outcome. Weights and values between
layers are rounded to whole numbers small enough that their sums are exact in single precision (Jacob et al. 2018), so
what comes out depends neither on the machine nor on which other texts are read in the same call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Singles = NDArray[np.float32]
    Floats = NDArray[np.float64]

LIMIT = 255
"""Values between layers are whole numbers up to this: times weights up to 127, 500 products sum up exactly."""
_PIECE = 1 << 18  # products in one call: OpenBLAS takes threads for more
_WORDS_AT_ONCE = 2048
TAPS = 3  # words that one layer sees at once: one before, the word itself, one after


@dataclass(frozen=True, slots=True)
class Layer:
    """One convolution: `weights` of each tap, (3, width, width); the neighbours seen are `dilation` words away.

    The sum of a channel is multiplied by its `scale` and moved by its `bias` before it is rounded.
    """

    weights: Singles
    scale: Singles
    bias: Singles
    dilation: int


@dataclass(frozen=True, slots=True)
class Head:
    """Scores of some labels: `weights` (width, labels), then scale and bias of each label.

    Where labels of words that follow each other depend on each other, `steps` (labels, labels) says what the step from
    one (row) to the next (column) adds.
    """

    labels: tuple[str, ...]
    weights: Singles
    scale: Floats
    bias: Floats
    steps: Floats | None = None


@dataclass(frozen=True, slots=True)
class Network:
    """`rows` places features in `embeddings` (features + 1, width); row 0 is zero, for features it does not know."""

    rows: dict[str, int]
    embeddings: Singles
    layers: tuple[Layer, ...]
    heads: dict[str, Head]

    @property
    def width(self) -> int:
        """How many numbers a word is."""
        return int(self.embeddings.shape[1])

    def embedded(self, features: Sequence[Iterable[str]]) -> Singles:
        """For each list of features the sum of their rows, (lists, width)."""
        return self.summed(list(map(self.known, features)))

    def known(self, features: Iterable[str]) -> tuple[int, ...]:
        """The rows of those features that it knows."""
        return tuple(filter(None, map(self.rows.get, features)))

    def summed(self, found: Sequence[Sequence[int]]) -> Singles:
        """`embedded` of features given by their rows."""
        import numpy as np

        return sums(self.embeddings, np.fromiter(chain.from_iterable(found), dtype=np.int64), list(map(len, found)))

    def seen(self, words: Singles, lengths: Sequence[int]) -> Singles:
        """What every word is once the words around it are seen: (words, width), as `words`.

        `lengths` are the numbers of words of the texts that follow each other; no text sees another.
        """
        import numpy as np

        margin = max((layer.dilation for layer in self.layers), default=0)
        found = np.empty_like(words)
        ends = np.cumsum(lengths).tolist()
        first = 0
        for start, end in _runs(ends):
            last = ends[end - 1]
            # The texts of a run with room before, between and after them, so that a neighbour is a shift of all rows.
            room = np.arange(start, end) - start
            at = np.arange(last - first) + np.repeat((room + 1) * margin, lengths[start:end])
            values = np.zeros((last - first + (end - start + 1) * margin, self.width), dtype=np.float32)
            values[at] = words[first:last]
            np.clip(values, -LIMIT, LIMIT, out=values)
            between = np.setdiff1d(np.arange(len(values)), at, assume_unique=True)
            for layer in self.layers:
                _add_layer(values, between, layer)
            found[first:last] = values[at]
            first = last
        return found

    def scores(self, head: str, seen: Singles) -> Floats:
        """What a head scores for every word, (words, labels)."""
        import numpy as np

        its = self.heads[head]
        scores: Floats = _product(seen, its.weights).astype(np.float64) * its.scale + its.bias
        return scores


def sums(table: Singles, rows: NDArray[np.int64], counts: Sequence[int]) -> Singles:
    """Sums of rows of a table: for each of the counts that of so many, whose numbers follow each other in `rows`.

    All first ones are added at once, then all second ones, and so on, the longest sums in front.
    """
    import numpy as np

    many = np.array(counts, dtype=np.int64)
    order = np.argsort(-many, kind="stable")
    first = (np.cumsum(many) - many)[order]
    added = np.zeros((len(many), table.shape[1]), dtype=np.float32)
    for at, left in enumerate(np.searchsorted(-many[order], -np.arange(many.max(initial=0))).tolist()):
        added[:left] += table.take(rows[first[:left] + at], axis=0)
    found = np.empty_like(added)
    found[order] = added
    return found


def _runs(ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The texts in runs, first and end: of few enough words that what a layer makes of them stays in fast memory."""
    start, begun = 0, 0
    for i, end in enumerate(ends):
        if end - begun >= _WORDS_AT_ONCE or i + 1 == len(ends):
            yield start, i + 1
            start, begun = i + 1, end


def _add_layer(values: Singles, between: NDArray[np.int64], layer: Layer) -> None:
    """Add to the values what a layer makes of them; the rows `between` texts are zero and stay so."""
    import numpy as np

    apart = layer.dilation
    before, here, after = layer.weights
    added = _product(values, here)
    product = np.empty_like(added)
    added[apart:] += _product(values[:-apart], before, product[apart:])
    added[:-apart] += _product(values[apart:], after, product[apart:])
    added *= layer.scale
    added += layer.bias
    # Clipping at both ends takes a third of the time that one end takes; what is above twice the limit is cut below.
    np.clip(added, 0, 2 * LIMIT, out=added)
    np.rint(added, out=added)
    added[between] = 0
    values += added
    np.clip(values, -LIMIT, LIMIT, out=values)


def _product(rows: Singles, weights: Singles, found: Singles | None = None) -> Singles:
    """`rows @ weights`, in pieces too small for a library of linear algebra to share out among threads.

    Those wait for each other longer than all of the work takes where a core is busy with something else.
    """
    import numpy as np

    many = max(1, _PIECE // weights.size)
    whole = len(rows) // many * many
    if found is None:
        found = np.empty((len(rows), weights.shape[1]), dtype=np.float32)
    np.matmul(
        rows[:whole].reshape(-1, many, rows.shape[1]),
        weights,
        out=found[:whole].reshape(-1, many, weights.shape[1]),
    )
    np.matmul(rows[whole:], weights, out=found[whole:])
    return found


def log_shares(scores: Floats) -> Floats:
    """Scores as logarithms of shares: rows that sum to one once raised (log-softmax)."""
    import numpy as np

    top = scores - scores.max(axis=-1, keepdims=True)
    shares: Floats = top - np.log(np.exp(top).sum(axis=-1, keepdims=True))
    return shares


def load(path: Path) -> Network:
    """Read a file that `save` wrote."""
    import numpy as np

    with np.load(path) as kept:
        names = bytes(kept["features"]).decode().split("\n")
        embeddings = np.concatenate([np.zeros((1, kept["embeddings"].shape[1])), kept["embeddings"]])
        layers = tuple(
            Layer(weights.astype(np.float32), scale, bias, int(dilation))
            for weights, scale, bias, dilation in zip(
                kept["weights"], kept["scales"], kept["biases"], kept["dilations"], strict=True
            )
        )
        heads = {
            name: Head(
                tuple(bytes(kept[f"{name}.labels"]).decode().split("\n")),
                kept[f"{name}.weights"].astype(np.float32),
                kept[f"{name}.scale"],
                kept[f"{name}.bias"],
                kept.get(f"{name}.steps"),
            )
            for name in bytes(kept["heads"]).decode().split("\n")
        }
    rows = dict(zip(names, range(1, len(names) + 1), strict=True))
    return Network(rows, embeddings.astype(np.float32), layers, heads)


def save(network: Network, path: Path) -> None:
    """Write a network into one file; the same network gives the same bytes."""
    import numpy as np

    def text(lines: Iterable[str]) -> NDArray[np.uint8]:
        return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)

    arrays: dict[str, NDArray[np.generic]] = {
        "features": text(network.rows),
        "embeddings": network.embeddings[1:].astype(np.int16),
        "weights": np.stack([layer.weights for layer in network.layers]).astype(np.int8),
        "scales": np.stack([layer.scale for layer in network.layers]),
        "biases": np.stack([layer.bias for layer in network.layers]),
        "dilations": np.array([layer.dilation for layer in network.layers]),
        "heads": text(network.heads),
    }
    for name, head in network.heads.items():
        arrays[f"{name}.labels"] = text(head.labels)
        arrays[f"{name}.weights"] = head.weights.astype(np.int8)
        arrays[f"{name}.scale"], arrays[f"{name}.bias"] = head.scale, head.bias
        if head.steps is not None:
            arrays[f"{name}.steps"] = head.steps
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]  # its stub takes the names for options
