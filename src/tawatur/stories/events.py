"""Whether articles report one event or several.

Two articles are likened by the rare words they share (inverse document frequency in news at large), the title and
first lines counting most: what happened is told there. Groups are joined by their average likeness, and only groups
that share next to nothing are told apart, since a false alarm costs more than a missed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import sqrt

from tawatur.languages.ar.rarity import news_weight
from tawatur.languages.ar.script import words_of
from tawatur.languages.ar.stems import stem
from tawatur.model import Account, Article
from tawatur.settings import DEFAULT, Settings

LEAD = 90
"""Words of an article that tell what it is about: its title and first sentences."""


def find_events(accounts: Sequence[Account], settings: Settings = DEFAULT) -> tuple[tuple[str, ...], ...]:
    """Groups of article ids that report different events, in input order; one group when all report one.

    An article too short to tell, or in a language that is not read, stays with the first group.
    """
    read = [(account.article.id, telling(account.article)) for account in accounts]
    able = [i for i, (_, weights) in enumerate(read) if len(weights) >= settings.event_words]
    like = {(i, j): likeness(read[i][1], read[j][1]) for i, j in combinations(able, 2)}
    groups = [[i] for i in able]
    while len(groups) > 1:
        pairs = combinations(range(len(groups)), 2)
        a, b = max(pairs, key=lambda pair: (_average(groups[pair[0]], groups[pair[1]], like), -pair[0], -pair[1]))
        if _average(groups[a], groups[b], like) < settings.event_apart:
            break
        groups[a] += groups.pop(b)
    rest = [i for i in range(len(read)) if i not in able]
    if not groups:
        return (tuple(id for id, _ in read),) if read else ()
    groups.sort(key=min)
    groups[0] += rest
    return tuple(tuple(read[i][0] for i in sorted(group)) for group in groups)


def _average(left: Sequence[int], right: Sequence[int], like: dict[tuple[int, int], float]) -> float:
    pairs = [like[min(i, j), max(i, j)] for i in left for j in right]
    return sum(pairs) / len(pairs)


def telling(article: Article) -> dict[str, float]:
    """The stems by which an article's event is known, with their weight; page chrome left out."""
    chrome = [part.span for part in article.chrome]
    found: dict[str, float] = {}
    count = 0
    for word in words_of(article.text):
        if not word.text[0].isalnum() or any(start <= word.start < end for start, end in chrome):
            continue
        count += 1
        if len(word.folded) < 3 and not word.folded.isdigit():
            continue
        root = stem(word.folded)
        weight = news_weight(root) ** 2 if not word.folded.isdigit() else 0.3
        found[root] = max(found.get(root, 0.0), weight if count <= LEAD else weight / 2)
    return found


def likeness(a: dict[str, float], b: dict[str, float]) -> float:
    """How far two articles tell of the same things, 0 to 1: the cosine of their weights."""
    shared = sum(weight * b[root] for root, weight in a.items() if root in b)
    size = sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
    return shared / size if size else 0.0
