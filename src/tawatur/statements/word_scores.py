"""What the network says of every word of some articles: whether a proposition begins, goes on or is none there, of what
kind it is, and whether a speaker or the outlet says it.

What a form adds is summed once from its marks, and so is what its place in a sentence adds; an article only adds up
rows of numbers before the network looks at neighbours. The features are those of `segment_features`, which
`scripts/train_network.py` trains with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from tawatur.languages.convolution import Network
from tawatur.statements.marks import Rows
from tawatur.statements.segment_features import Shown

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


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
        self._forms, self._places = Rows(network), Rows(network)

    def scores(self, articles: Sequence[Sequence[Shown]]) -> WordScores:
        """The scores of all words of the sentences of the articles in turn; no article sees another."""
        shown = list(chain.from_iterable(articles))
        rows = self._forms.of(list(chain.from_iterable(one.forms for one in shown)))
        rows += self._places.of(list(chain.from_iterable(one.places for one in shown)))
        seen = self.network.seen(rows, [sum(len(one.forms) for one in sentences) for sentences in articles])
        return WordScores(*(self.network.scores(head, seen) for head in ("cuts", "kinds", "voices")))
