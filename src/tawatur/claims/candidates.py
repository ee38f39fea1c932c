"""Which pairs of statements are worth comparing, and their features: an inverted index over words that weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.claims import circumstances, likeness, meaning
from tawatur.claims.company import Company
from tawatur.claims.wording import Wording

Pair = tuple[int, int]
_COMMON = 0.1  # weight under which a word brings no two statements together
_SHARED = 0.15  # share of one statement's weight that must be found in the other
_CROWD = 400  # statements with a word, at most, that the word brings together: more than any story of 10 articles has


def candidates(wordings: Sequence[Wording]) -> dict[Pair, tuple[float, ...]]:
    """Every pair `(i, j)`, i > j, that shares enough words, with its features in the order of `scoring.NAMES`."""
    alone = {}
    for i, j in near(wordings):
        if found := likeness.features(wordings[i], wordings[j], _SHARED):
            alone[i, j] = found
    meanings = meaning.features(wordings, alone)
    company = Company(wordings, {pair: found[0] for pair, found in alone.items()})
    return {
        (i, j): found + circumstances.features(wordings[i], wordings[j]) + meanings[i, j] + company.features(i, j)
        for (i, j), found in alone.items()
    }


def near(wordings: Sequence[Wording]) -> Iterator[Pair]:
    """Pairs that share words of enough weight, each once, the later of a pair first, in order.

    A word that very many statements hold brings none together, so that the work stays in proportion to the text.
    """
    holders: dict[str, list[int]] = {}
    for i, wording in enumerate(wordings):
        shared: dict[int, float] = {}
        for term in wording.distinct:
            if term.weight < _COMMON:
                continue
            keys = [term.stem, "~" + term.skeleton if term.skeleton else "", "=" + term.group if term.group else ""]
            met = {j for key in keys if key for j in holders.get(key, ()) if len(holders[key]) <= _CROWD}
            for j in met:
                shared[j] = shared.get(j, 0.0) + term.weight
            for key in filter(None, keys):
                held = holders.setdefault(key, [])
                if not held or held[-1] != i:
                    held.append(i)
        for j in sorted(shared):
            if shared[j] > _SHARED / 2 * min(wording.total, wordings[j].total):
                yield i, j
