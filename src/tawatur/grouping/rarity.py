"""How much a stem tells: rare in news at large, and rare in the articles of the moment.

A name that a hundred articles of these days hold tells no two of them together, however rare it was before.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from tawatur.languages.ar.rarity import news_documents


class Rarity:
    """Counts of the articles that hold each stem, over the window, mixed with those of news at large.

    `prior` is how many articles news at large counts for. Weights are binary logarithms of inverse document frequency
    (Sparck Jones, 1972).
    """

    def __init__(self, prior: int) -> None:
        self._prior = prior
        self._counts = Counter[str]()
        self._articles = 0

    @property
    def articles(self) -> int:
        """How many articles are counted."""
        return self._articles

    def count(self, stem: str) -> int:
        """How many of the counted articles hold a stem."""
        return self._counts[stem]

    def add(self, stems: Iterable[str]) -> None:
        """Count one article."""
        self._counts.update(stems)
        self._articles += 1

    def remove(self, stems: Iterable[str]) -> None:
        """Count one article no longer."""
        self._counts.subtract(stems)
        for stem in stems:
            if not self._counts[stem]:
                del self._counts[stem]
        self._articles -= 1

    def weight(self, stem: str) -> float:
        """How rare a stem is: 0 where every article holds it."""
        share = (news_documents(stem) * self._prior + self._counts.get(stem, 0)) / (self._prior + self._articles)
        return max(0.0, -math.log2(share))
