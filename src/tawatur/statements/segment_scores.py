"""How well every label fits every word of some sentences, by the model that cuts sentences into propositions.

What a word adds to itself and to its neighbours is summed once for all words that show the same, and so is what two
neighbours add; a sentence only adds up rows of numbers. The features are those of `segment_features`, which the model
is trained with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tawatur.languages.growing import Growing
from tawatur.languages.sequences import Weights
from tawatur.statements.segment_features import OFFSETS, Shown, after, before, edge

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# How many different words are known at once; then all are forgotten and met again.
KEPT = 65536
_MARGIN = max(OFFSETS)


class SegmentScorer:
    """Scores by one model."""

    def __init__(self, model: Weights) -> None:
        self.model = model
        self._forget()

    def labels(self, sentences: Sequence[Sequence[Shown]]) -> list[str]:
        """The best label of every word of all the sentences in turn."""
        (labels,) = self.model.decode(self._scores(sentences), list(map(len, sentences)))
        return labels

    def _scores(self, sentences: Sequence[Sequence[Shown]]) -> Floats:
        import numpy as np

        if len(self._words) > KEPT:
            self._forget()
        row: list[int] = [0] * _MARGIN
        pairs: list[int] = [0] * _MARGIN
        inside: list[int] = []
        since: list[int] = []
        for sentence in sentences:
            left: Shown | None = None
            for word in sentence:
                inside.append(len(row))
                row.append(self._word(word))
                pairs.append(self._pair(left, word) if left is not None else 0)
                since.append(self._alone(word.since))
                left = word
            row += [0] * _MARGIN
            pairs += [0] * _MARGIN
        self._settle()
        at, pair, here = np.array(row), np.array(pairs), np.array(inside, dtype=np.int64)
        words, both, alone = self._word_rows.rows, self._pair_rows.rows, self._alone_rows.rows
        scores: Floats = words[at[here], 0] + alone[np.array(since, dtype=np.int64)]
        for place, offset in enumerate(OFFSETS, 1):
            scores += words[at[here + offset], place]
        scores += both[pair[here], 0] + both[pair[here + 1], 1]
        return scores

    def _forget(self) -> None:
        import numpy as np

        width = self.model.width
        self._words: dict[tuple[str, ...], int] = {("edge",): 0}
        self._pairs: dict[tuple[str, str, str, str], int] = {("", "", "", ""): 0}
        self._sinces: dict[str, int] = {}
        self._new_words: list[list[str]] = [[], *(edge(offset) for offset in OFFSETS)]
        self._new_pairs: list[list[str]] = [[], []]
        self._new_sinces: list[list[str]] = []
        self._word_rows = Growing((1 + len(OFFSETS), width), np.float64)
        self._pair_rows = Growing((2, width), np.float64)
        self._alone_rows = Growing((width,), np.float64)

    def _word(self, word: Shown) -> int:
        number = self._words.get(word.marks)
        if number is None:
            number = self._words[word.marks] = len(self._words)
            self._new_words += [word.own(), *(word.beside(offset) for offset in OFFSETS)]
        return number

    def _pair(self, left: Shown, right: Shown) -> int:
        key = (left.pos, left.role, right.pos, right.role)
        number = self._pairs.get(key)
        if number is None:
            number = self._pairs[key] = len(self._pairs)
            self._new_pairs += [after(left, right), before(left, right)]
        return number

    def _alone(self, since: str) -> int:
        number = self._sinces.get(since)
        if number is None:
            number = self._sinces[since] = len(self._sinces)
            self._new_sinces.append([f"since={since}"])
        return number

    def _settle(self) -> None:
        """Sum the weights of what is new."""
        width = self.model.width
        if self._new_words:
            self._word_rows.add(self.model.total(self._new_words).reshape(-1, 1 + len(OFFSETS), width))
        if self._new_pairs:
            self._pair_rows.add(self.model.total(self._new_pairs).reshape(-1, 2, width))
        if self._new_sinces:
            self._alone_rows.add(self.model.total(self._new_sinces))
        self._new_words, self._new_pairs, self._new_sinces = [], [], []
