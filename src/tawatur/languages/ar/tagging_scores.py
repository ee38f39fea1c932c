"""How well every label fits every word of some sentences, by the tagger's models.

What a word adds to itself and to its neighbours does not depend on the sentence, so the weights of its features are
summed once, when it is first met, and a sentence only adds up rows of numbers. The features are those of
`tagging_features.sentence_features`, which the models are trained with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.tagging_features import EDGE, place_marks, word_features
from tawatur.languages.growing import Growing
from tawatur.languages.sequences import Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

# How many words are known at once; then all are forgotten and met again. About 45 MB when full.
KEPT = 32768


class Scorer:
    """Scores by several models, which share what is known of the words."""

    def __init__(self, models: Sequence[Weights]) -> None:
        self._models = [_Rows(model) for model in models]
        self._forget()

    def scores(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """For each model a row for every word of all the sentences in turn; words as written in the text."""
        import numpy as np

        # Two edges (None) around every sentence, so that no word sees one of another sentence.
        row: list[str | None] = [None, None]
        for sentence in sentences:
            row += sentence
            row += (None, None)
        self._meet(row)
        at = np.array(list(map(self._numbers.__getitem__, row)), dtype=np.int64)
        pairs = self._pairs_of(at)
        inside = np.array([text is not None for text in row[2:-2]], dtype=bool)
        marks: list[tuple[int, str]] = []
        first = 0
        for sentence in sentences:
            marks += ((first + i, mark) for i, mark in place_marks([fold(text) for text in sentence]))
            first += len(sentence)
        return [model.scores(at, pairs, inside, marks) for model in self._models]

    def _forget(self) -> None:
        import numpy as np

        self._numbers: dict[str | None, int] = {}
        self._classes: dict[str, int] = {}
        self._pairs: dict[int, int] = {}
        self._class_of = Growing((), np.int64)
        for model in self._models:
            model.forget()

    def _meet(self, row: Sequence[str | None]) -> None:
        """Get to know the words that are new."""
        new = [text for text in dict.fromkeys(row) if text not in self._numbers]
        if not new:
            return
        if self._numbers and len(self._numbers) + len(new) > KEPT:
            self._forget()
            new = list(dict.fromkeys(row))
        read = [("edge", EDGE) if text is None else (fold(text), word_features(text)) for text in new]
        self._numbers.update(zip(new, range(len(self._numbers), len(self._numbers) + len(new)), strict=True))
        self._class_of.add([self._classes.setdefault(kind, len(self._classes)) for _, (_, _, kind) in read])
        features: list[Sequence[str]] = []
        for _, (own, near, _) in read:
            features += (own, [f"-{feature}" for feature in near], [f"+{feature}" for feature in near])
        for model in self._models:
            model.meet([folded for folded, _ in read], features)

    def _pairs_of(self, at: Integers) -> Integers:
        """The numbers of the pairs of classes that stand side by side."""
        import numpy as np

        classes = self._class_of.rows[at]
        codes = ((classes[:-1] << 32) + classes[1:]).tolist()
        found = list(map(self._pairs.get, codes))
        if None in found:
            new = [code for code in dict.fromkeys(codes) if code not in self._pairs]
            self._pairs.update(zip(new, range(len(self._pairs), len(self._pairs) + len(new)), strict=True))
            names = list(self._classes)
            for model in self._models:
                model.meet_pairs([(names[code >> 32], names[code & 0xFFFFFFFF]) for code in new])
            found = list(map(self._pairs.get, codes))
        return np.array(found, dtype=np.int64)


class _Rows:
    """What one model makes of the words and pairs of classes that are known, by their numbers."""

    def __init__(self, model: Weights) -> None:
        self._model = model

    def forget(self) -> None:
        """Begin anew."""
        import numpy as np

        # What a word adds to itself, to the word after it and to the word before it; then single features, by their
        # rows in the model: that of a word for the words two places after and before it, that of a pair for its right
        # and for its left word.
        self._near = Growing((3, len(self._model.labels)), np.float64)
        self._far, self._pairs = Growing((2,), np.int64), Growing((2,), np.int64)

    def meet(self, words: Sequence[str], features: Sequence[Sequence[str]]) -> None:
        """Take in folded words; three lists of features for each, in the order of what they add."""
        row = self._model.row
        self._near.add(self._model.total(features).reshape(len(words), 3, -1))
        self._far.add([(row(f"--{folded}"), row(f"++{folded}")) for folded in words])

    def meet_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Take in pairs of classes."""
        row = self._model.row
        self._pairs.add([(row(f"-&{a}&{b}"), row(f"&+{a}&{b}")) for a, b in pairs])

    def scores(
        self, at: Integers, pairs: Integers, inside: NDArray[np.bool_], marks: Sequence[tuple[int, str]]
    ) -> Floats:
        """The scores of the words `inside` a row of words and edges, with marks of place names for some of them."""
        near, far, pair, states = self._near.rows, self._far.rows, self._pairs.rows, self._model.states
        scores: Floats = near[at[2:-2], 0] + near[at[1:-3], 1] + near[at[3:-1], 2]
        scores += states[far[at[:-4], 0]] + states[far[at[4:], 1]]
        scores += states[pair[pairs[1:-2], 0]] + states[pair[pairs[2:-1], 1]]
        scores = scores[inside]
        for word, mark in marks:
            scores[word] += states[self._model.row(f"g={mark}")]
        return scores
