"""What the network says of every word of some articles: whether a proposition begins, goes on or is none there, of what
kind it is, and whether a speaker or the outlet says it.

What a form adds is summed once from its marks, and so is what its place in a sentence adds; an article only adds up
rows of numbers before the network looks at neighbours. The features are those of `segment_features`, which
`scripts/train_network.py` trains with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tawatur.languages.convolution import Network
from tawatur.languages.growing import Growing
from tawatur.statements.segment_features import Shown, since

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

KEPT = 65536
"""How many different forms are known at once; then all are forgotten and met again."""


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
        import numpy as np

        if len(self._forms.numbers) > KEPT:
            self._forget()
        words = [word for sentences in articles for sentence in sentences for word in sentence]
        rows = (
            self._forms.rows(self.network, [word.form.marks for word in words])
            + self._places.rows(self.network, [word.around for word in words])
            + self._breaks.rows(self.network, [(since(word.since),) for word in words])
        ).astype(np.float32)
        seen = self.network.seen(rows, [sum(map(len, sentences)) for sentences in articles])
        return WordScores(*(self.network.scores(head, seen) for head in ("cuts", "kinds", "voices")))

    def _forget(self) -> None:
        self._forms, self._places, self._breaks = (_Known(self.network.width) for _ in range(3))


class _Known:
    """Sums of rows of the network, kept for each set of features met so far."""

    def __init__(self, width: int) -> None:
        import numpy as np

        self.numbers: dict[tuple[str, ...], int] = {}
        self._sums = Growing((width,), np.float32)

    def rows(self, network: Network, features: Iterable[tuple[str, ...]]) -> NDArray[np.float32]:
        """The sum of each set of features, (sets, width)."""
        new: list[tuple[str, ...]] = []
        found: list[int] = []
        for one in features:
            number = self.numbers.get(one)
            if number is None:
                number = self.numbers[one] = len(self.numbers)
                new.append(one)
            found.append(number)
        if new:
            self._sums.add(network.embedded(new))
        rows: NDArray[np.float32] = self._sums.rows[found]
        return rows
