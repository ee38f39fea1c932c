"""How well every label fits every word of some sentences, by the tagger's models.

What a word adds to itself and to its neighbours does not depend on the sentence, so the weights of its features are
summed once, when it is first met, and a sentence only adds up rows of numbers. The features are those of
`tagging_features.sentence_features`, which the models are trained with.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import TYPE_CHECKING

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.tagging_features import EDGE, place_marks, place_openings, word_features
from tawatur.languages.growing import Growing
from tawatur.languages.keeping import Known, Numbers
from tawatur.languages.sequences import Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

# How many words are known at once; then all are forgotten and met again. About 90 MB when full.
KEPT = 65536
_AT_ONCE = 512  # words whose rows are added up while they are in fast memory


class Scorer:
    """Scores by models of one set of features, with what is known of the words met so far."""

    def __init__(self, models: Weights) -> None:
        self._models = models
        self._often_beside = Known(self._beside, 8192)
        self._forget()

    def scores(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """A row for every word of all the sentences in turn; words as written in the text."""
        import numpy as np

        # Two edges (None) around every sentence, so that no word sees one of another sentence.
        row: list[str | None] = [None, None]
        for sentence in sentences:
            row += sentence
            row += (None, None)
        numbers = self._met(row)
        at = np.array(numbers, dtype=np.int64)
        pairs = self._pairs_of(at)
        words = (at != self._numbers[None]).nonzero()[0]
        scores = np.empty((len(words), self._models.width))
        for first in range(0, len(words), _AT_ONCE):
            here = slice(first, first + _AT_ONCE)
            scores[here] = self._summed(at, pairs, words[here])
        opening = self._opens.rows[at].nonzero()[0].tolist()
        marks = place_marks(list(map(self._folded.__getitem__, numbers)), opening)
        within = np.searchsorted(words, [i for i, _ in marks])
        scores[within] += self._models.states.take([self._models.row(f"g={mark}") for _, mark in marks], axis=0)
        return scores

    def _summed(self, at: Integers, pairs: Integers, words: Integers) -> Floats:
        """What words and those around them add up to; `words` are places in `at`, which holds the numbers of all."""
        near, far, pair, states = self._near.rows, self._far.rows, self._pair.rows, self._models.states
        scores: Floats = near.take(3 * at[words], axis=0)
        for rows in (3 * at[words - 1] + 1, 3 * at[words + 1] + 2):
            scores += near.take(rows, axis=0)
        for rows in (far[at[words - 2], 0], far[at[words + 2], 1], pair[pairs[words - 1], 0], pair[pairs[words], 1]):
            scores += states.take(rows, axis=0)
        return scores

    def _forget(self) -> None:
        import numpy as np

        self._numbers: Numbers[str | None] = Numbers()
        self._classes: dict[str, int] = {}
        self._pairs: Numbers[int] = Numbers()
        # By the numbers of words: themselves folded, "" for an edge; whether a place name can open with them; their
        # classes; what they add to themselves, to the word after them and to the word before them, three rows; the
        # features that they are for the words two places after and before them.
        self._folded: list[str] = []
        self._opens = Growing((), np.bool_)
        self._class_of = Growing((), np.int64)
        self._near = Growing((self._models.width,), np.float64)
        self._far = Growing((2,), np.int64)
        # By the numbers of pairs: the features that they are for their right and for their left word.
        self._pair = Growing((2,), np.int64)

    def _met(self, row: Sequence[str | None]) -> list[int]:
        """The numbers of words; those that are new are known afterwards."""
        numbers = list(map(self._numbers.__getitem__, row))
        if not (new := self._numbers.new):
            return numbers
        if KEPT < len(self._numbers) > len(new):
            self._forget()
            numbers, new = list(map(self._numbers.__getitem__, row)), self._numbers.new
        self._meet(new)
        new.clear()
        return numbers

    def _meet(self, new: Sequence[str | None]) -> None:
        """Get to know words."""
        features: list[Sequence[int]] = []
        far: list[tuple[int, int]] = []
        classes: list[int] = []
        keys: list[str] = []
        row_of, often_beside = self._models.rows.get, self._often_beside.__getitem__
        for text in new:
            folded, (own, near, kind) = ("", EDGE) if text is None else (fold(text), word_features(text))
            # The first one is the word's own, the others are those of many words.
            after, before = zip(self._beside(near[0]), *map(often_beside, near[1:]), strict=True)
            features += (list(map(row_of, own, repeat(0))), after, before)
            far.append((row_of(f"--{folded or 'edge'}", 0), row_of(f"++{folded or 'edge'}", 0)))
            classes.append(self._classes.setdefault(kind, len(self._classes)))
            keys.append(folded)
        self._folded += keys
        self._opens.add([bool(place_openings(key)) for key in keys])
        self._class_of.add(classes)
        self._near.add(self._models.summed(features))
        self._far.add(far)

    def _beside(self, feature: str) -> tuple[int, int]:
        """The rows of what a feature adds to the word after it and to the word before it."""
        row_of = self._models.rows.get
        return row_of(f"-{feature}", 0), row_of(f"+{feature}", 0)

    def _pairs_of(self, at: Integers) -> Integers:
        """The numbers of the pairs of classes that stand side by side."""
        import numpy as np

        classes = self._class_of.rows[at]
        codes = ((classes[:-1] << 32) + classes[1:]).tolist()
        found = list(map(self._pairs.__getitem__, codes))
        if new := self._pairs.new:
            names, known = list(self._classes), self._models.row
            pairs = [(names[code >> 32], names[code & 0xFFFFFFFF]) for code in new]
            self._pair.add([(known(f"-&{a}&{b}"), known(f"&+{a}&{b}")) for a, b in pairs])
            new.clear()
        return np.array(found, dtype=np.int64)
