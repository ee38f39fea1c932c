"""Which articles of a corpus name which outlets as a source: `stories.credits`, asked only where a name may stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from tawatur.languages.media import written_names_of
from tawatur.model import Article
from tawatur.stories.corpus.words import CorpusWords
from tawatur.stories.credits import FROM, RELAYS, SIGNS, announces, names_outlet


def naming(articles: Sequence[Article], words: CorpusWords) -> Callable[[Article, Article], bool]:
    """`names_outlet` for these articles, each question of article and outlet answered once.

    The words of an outlet's name are looked for as numbers first; most articles do not have them.
    """
    place = {article.id: at for at, article in enumerate(articles)}
    names: dict[tuple[str, str | None], list[list[int]]] = {}
    answers: dict[tuple[int, str, str | None], bool] = {}
    before = {number for word, number in words.folded.items() if _announces(word)}

    def names_it(article: Article, other: Article) -> bool:
        outlet = (other.outlet, other.outlet_name)
        asked = (place[article.id], *outlet)
        if asked not in answers:
            if outlet not in names:
                found = [[words.folded.get(word, -1) for word in name] for name in written_names_of(other)]
                names[outlet] = [name for name in found if -1 not in name]
            may = any(_may_stand(article, asked[0], name, words, before) for name in names[outlet])
            answers[asked] = may and names_outlet(article, other)
        return answers[asked]

    return names_it


def _announces(folded: str) -> bool:
    """Whether a name of one word may stand after this one."""
    return folded in RELAYS or folded == FROM or announces(folded)


def _may_stand(article: Article, place: int, name: list[int], words: CorpusWords, before: set[int]) -> bool:
    """Whether the name's words follow each other somewhere; one word alone after a sign or a word that announces it."""
    start, end = int(words.starts[place]), int(words.starts[place + 1])
    folds = words.folds[start:end]
    for at in np.flatnonzero(folds == name[0]).tolist():
        if folds[at : at + len(name)].tolist() != name:
            continue
        if len(name) > 1 or (at and int(folds[at - 1]) in before):
            return True
        since = int(words.last[start + at - 1]) if at else 0
        if not SIGNS.isdisjoint(article.text[since : int(words.first[start + at])]):
            return True
    return False
