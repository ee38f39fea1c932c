"""How much a word says: its rarity in Arabic news, and within the story at hand.

Weights are inverse document frequencies (Sparck Jones, 1972): in news at large from the counted table
`languages/ar/data/stem_documents.txt`, and among the statements of the story, where the names that every statement
repeats tell no two apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tawatur.languages.ar.rarity import news_weight

# Tried on the development stories at steps of 0.2 to 0.5; the result is flat round these.
_NEWS_POWER, _REPEAT_POWER = 0.5, 0.7


def story_weights(statements: Iterable[tuple[int, Iterable[str]]]) -> dict[str, float]:
    """The weight of every stem of a story, given each statement's article and stems.

    A word that every article says once tells one claim from another; a word that each article says in statement after
    statement does not. So the rarity in the news is divided by how often the articles that hold the stem repeat it.
    """
    often: Counter[str] = Counter()
    articles: dict[str, set[int]] = {}
    for article, stems in statements:
        for stem in set(stems):
            often[stem] += 1
            articles.setdefault(stem, set()).add(article)
    return {
        stem: news_weight(stem) ** _NEWS_POWER / (n / len(articles[stem])) ** _REPEAT_POWER for stem, n in often.items()
    }
