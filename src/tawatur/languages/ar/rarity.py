"""How rare a word is in Arabic news at large: inverse document frequency (Sparck Jones, 1972) over counted stems."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib.resources import files

_LEAST = 6
"""Documents under which the table `data/stem_documents.txt` lists no stem."""
_UNLISTED = math.sqrt(8.0)
"""Documents that a stem without a line is taken to be in: the middle, in logarithms, of one and eight."""


@cache
def _news() -> tuple[float, dict[str, float]]:
    """The binary logarithms of the number of documents counted, and of those that hold each stem."""
    text = (files("tawatur.languages.ar") / "data" / "stem_documents.txt").read_text(encoding="utf-8")
    first, *lines = text.splitlines()
    levels: dict[str, float] = {}
    for line in lines:
        level, *found = line.split(" ")
        levels |= dict.fromkeys(found, float(level))
    return math.log2(float(first)), levels


def news_weight(stem: str) -> float:
    """How rare a stem is in the news, from 0 (in every document) to 1 (in fewer than the table lists)."""
    documents, levels = _news()
    rarest = documents - math.log2(_LEAST)
    return min(1.0, max(0.0, (documents - levels.get(stem, 0.0)) / rarest))


@lru_cache(maxsize=1 << 16)
def news_documents(stem: str) -> float:
    """The part of news articles that hold a stem, above 0."""
    documents, levels = _news()
    level = levels.get(stem)
    return float((_UNLISTED if level is None else 2.0**level) / 2.0**documents)
