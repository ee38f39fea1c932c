"""What the network says of every word of some articles: whether a proposition begins, goes on or is none there, of what
kind it is, and whether a speaker or the outlet says it.

What a form adds is summed once from its marks, and so is what its place in a sentence adds; an article only adds up
rows of numbers before the network looks at neighbours. The features are those of `segment_features`, which
`scripts/train_network.py` trains with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from tawatur.languages.convolution import Network
from tawatur.languages.growing import Growing
from tawatur.statements.marks import Marks
from tawatur.statements.segment_features import Shown

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

KEPT = 65536
"""How many different forms are known at once; then all are forgotten and met again."""


_NEW = -1


@dataclass(frozen=True, slots=True)
class WordScores:
    """Scores of each word (rows) for each label of the network's heads (columns)."""

    cuts: Floats
    kinds: Floats
    voices: Floats


class WordScorer:
    """Scores by one network."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._forget()

    def scores(self, articles: Sequence[Sequence[Sequence[Shown]]]) -> WordScores:
        """The scores of all words of the sentences of the articles in turn; no article sees another."""
        if len(self._forms) + len(self._places) > KEPT:
            self._forget()
        words = [word for sentences in articles for sentence in sentences for word in sentence]
        forms, places = [form for form, _ in words], [place for _, place in words]
        rows = self._forms.rows(forms) + self._places.rows(places)
        seen = self.network.seen(rows, [sum(map(len, sentences)) for sentences in articles])
        return WordScores(*(self.network.scores(head, seen) for head in ("cuts", "kinds", "voices")))

    def _forget(self) -> None:
        self._forms, self._places = _Known(self.network), _Known(self.network)


class _Known:
    """Sums of rows of the network, kept for all marks met so far."""

    def __init__(self, network: Network) -> None:
        import numpy as np

        self._network = network
        self._numbers: dict[Marks, int] = {}
        self._sums = Growing((network.width,), np.float32)

    def __len__(self) -> int:
        return len(self._numbers)

    def rows(self, marks: Sequence[Marks]) -> NDArray[np.float32]:
        """The sum of the features of each of the marks, (marks, width)."""
        found = list(map(self._numbers.get, marks, repeat(_NEW)))
        if _NEW in found:
            new = [one for one in dict.fromkeys(marks) if one not in self._numbers]
            self._numbers.update(zip(new, range(len(self._numbers), len(self._numbers) + len(new)), strict=True))
            self._sums.add(self._network.embedded([one.features for one in new]))
            found = list(map(self._numbers.__getitem__, marks))
        rows: NDArray[np.float32] = self._sums.rows.take(found, axis=0)
        return rows
