"""Wording that articles share: which passages, and which article is likelier to have had them first.

Pairs that share a winnowed fingerprint are aligned: exact runs of words are found, the longest first, and runs that
follow each other in both texts at a small distance become one passage, so light edits do not break it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

from tawatur.model import Article, Copy, Reason, Span
from tawatur.settings import DEFAULT, Settings
from tawatur.stories.credits import names_outlet
from tawatur.stories.fingerprints import Wording, wording

Run = tuple[int, int, int]
"""A run of equal words: where it begins in the one text, in the other, and how many words it has."""


def find_copies(articles: Sequence[Article], settings: Settings = DEFAULT) -> tuple[Copy, ...]:
    """Every pair of articles that share wording, in input order of the pairs; page chrome is never compared.

    `a` of a copy is the likelier original: the one the other credits, else the earlier, else the longer.
    """
    texts = [wording(article, settings.copy_shingle, settings.copy_window) for article in articles]
    found = []
    for i, j in combinations(range(len(articles)), 2):
        if texts[i].prints.isdisjoint(texts[j].prints):
            continue
        passages = _passages(texts[i], texts[j], settings)
        if not passages:
            continue
        shared = sum(size for *_, size in passages)
        share = min(1.0, shared / max(1, min(len(texts[i].keys), len(texts[j].keys))))
        spans = tuple((_span(texts[i], p[0], p[1]), _span(texts[j], p[2], p[3])) for p in passages)
        first, reason = likelier_original(articles[i], articles[j], (len(texts[i].keys), len(texts[j].keys)))
        if first:
            spans = tuple((right, left) for left, right in spans)
        a, b = (articles[j], articles[i]) if first else (articles[i], articles[j])
        found.append(Copy(a.id, b.id, spans, round(share, 4), reason))
    return tuple(found)


def _span(text: Wording, start: int, end: int) -> Span:
    return text.spans[start][0], text.spans[end - 1][1]


def _passages(a: Wording, b: Wording, settings: Settings) -> list[tuple[int, int, int, int, int]]:
    """Aligned passages as word ranges `(from a, to a, from b, to b, equal words)`, in order of the first text."""
    runs = _runs(a.keys, b.keys, settings.copy_seed)
    passages, part = [], list[Run]()
    for run in [*sorted(runs), (-1, -1, 0)]:
        if part:
            last = part[-1]
            gap_a, gap_b = run[0] - last[0] - last[2], run[1] - last[1] - last[2]
            if run[2] and 0 <= gap_a <= settings.copy_gap and 0 <= gap_b <= settings.copy_gap:
                part.append(run)
                continue
            equal = sum(size for *_, size in part)
            length = max(last[0] + last[2] - part[0][0], last[1] + last[2] - part[0][1])
            telling = sum(sum(a.telling[i : i + size]) for i, _, size in part)
            enough = equal >= settings.copy_words and telling >= settings.copy_telling
            if enough and equal / length >= settings.copy_density:
                passages.append((part[0][0], last[0] + last[2], part[0][1], last[1] + last[2], equal))
        part = [run]
    return passages


def _runs(a: Sequence[str], b: Sequence[str], seed: int) -> list[Run]:
    """Maximal runs of at least `seed` equal words, the longest first, none overlapping another in either text."""
    places = defaultdict[tuple[str, ...], list[int]](list)
    for j in range(len(b) - seed + 1):
        places[tuple(b[j : j + seed])].append(j)
    found = list[Run]()
    for i in range(len(a) - seed + 1):
        for j in places.get(tuple(a[i : i + seed]), ())[:8]:
            if i and j and a[i - 1] == b[j - 1]:
                continue  # the run that began a word earlier holds this one
            size = seed
            while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
                size += 1
            found.append((i, j, size))
    kept, in_a, in_b = list[Run](), bytearray(len(a)), bytearray(len(b))
    for i, j, size in sorted(found, key=lambda run: (-run[2], run[0], abs(run[0] - run[1]))):
        while size and (in_a[i + size - 1] or in_b[j + size - 1]):
            size -= 1
        while size and (in_a[i] or in_b[j]):
            i, j, size = i + 1, j + 1, size - 1
        if size >= seed and not any(in_a[i : i + size]) and not any(in_b[j : j + size]):
            kept.append((i, j, size))
            in_a[i : i + size] = in_b[j : j + size] = b"\1" * size
    return kept


def likelier_original(
    a: Article, b: Article, words: tuple[int, int], names: Callable[[Article, Article], bool] = names_outlet
) -> tuple[int, Reason]:
    """Which of two articles is the likelier original, 0 or 1, and why; `words` is how many either has.

    `names` tells whether the one article names the outlet of the other as a source.
    """
    if a.outlet != b.outlet:
        by_b, by_a = names(b, a), names(a, b)
        if by_b != by_a:
            pair = (b, a) if by_b else (a, b)
            return int(by_a), Reason("stories.copy_credited", (pair[0].id, pair[1].id))
    if a.published and b.published:
        size = min(len(a.published), len(b.published), 19)
        when = (a.published[:size], b.published[:size])
        if when[0] != when[1]:
            late = int(when[1] < when[0])
            pair = (b, a) if late else (a, b)
            return late, Reason("stories.copy_earlier", (pair[0].id, pair[1].id))
    if words[0] != words[1]:
        short = int(words[1] > words[0])
        pair = (b, a) if short else (a, b)
        return short, Reason("stories.copy_longer", (pair[0].id, pair[1].id))
    return 0, Reason("stories.copy_undecided", (a.id, b.id))
