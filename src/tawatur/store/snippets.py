"""Where the words of a query stand in a text: a short stretch worth showing, and the hits in it, as code points."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.model import Span
from tawatur.store.queries import Query
from tawatur.store.words import WORD, key_of

AROUND = 160
"""Code points of a stretch."""
MOST_HITS = 64
"""Hits of a stretch that are counted."""
FARTHEST = 50_000
"""Code points of a text that are looked through."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of the stored text and the hits in it, all spans into the text itself."""

    span: Span
    hits: tuple[Span, ...]


def snippet(text: str, query: Query, within: Span | None = None) -> Snippet:
    """The stretch with the most different words of the query, the first of equals; the beginning where none stands."""
    start, end = within or (0, len(text))
    start, end = min(start, len(text)), min(end, len(text))
    found = _found(text, query, start, min(end, start + FARTHEST))
    hits = _in_runs(found, query, text) or found
    if not hits:
        return Snippet(_whole_words(text, start, min(end, start + AROUND), start, end), ())
    best, most = 0, 0
    for at, (_, span) in enumerate(hits):
        kinds = {key for key, other in hits[at : at + MOST_HITS] if other[1] <= span[0] + AROUND}
        if len(kinds) > most:
            best, most = at, len(kinds)
    first = hits[best][1][0]
    inside = [span for _, span in hits[best:] if span[1] <= first + AROUND] or [hits[best][1]]
    spare = max(0, AROUND - (inside[-1][1] - first)) // 2
    stretch = _whole_words(text, max(start, first - spare), min(end, inside[-1][1] + spare), start, end)
    return Snippet(stretch, tuple(span for _, span in hits if stretch[0] <= span[0] and span[1] <= stretch[1]))


def _found(text: str, query: Query, start: int, end: int) -> list[tuple[str, Span]]:
    """The words of the query in a text, up to a little after the first place where all stand close together."""
    words, meant, found = query.words, query.meant, list[tuple[str, Span]]()
    if not words:
        return found
    last: dict[str, int] = {}
    stop: int | None = None
    for match in WORD.finditer(text, start, end):
        if stop is not None and match.start() > stop:
            break
        key = meant.get(key_of(match.group()))
        if key is not None:
            found.append((key, match.span()))
            last[key] = match.start()
            together = len(last) == len(words) and match.end() - min(last.values()) < AROUND // 2
            if stop is None and together and _in_runs(found, query, text):
                stop = match.end() + AROUND
    return found


def _in_runs(found: Sequence[tuple[str, Span]], query: Query, text: str) -> list[tuple[str, Span]]:
    """Only those hits of a phrase's words that stand in the phrase; a single word counts wherever it stands."""
    kept: dict[Span, str] = {}
    for run in query.wanted:
        for at in range(len(found) - len(run) + 1):
            some = found[at : at + len(run)]
            if tuple(key for key, _ in some) == run and _side_by_side(some, text):
                kept.update((span, key) for key, span in some)
    return sorted(((key, span) for span, key in kept.items()), key=lambda hit: hit[1])


def _side_by_side(some: Sequence[tuple[str, Span]], text: str) -> bool:
    pairs = itertools.pairwise(some)
    return not any(WORD.search(text, a[1][1], b[1][0]) for a, b in pairs)


def _whole_words(text: str, start: int, end: int, least: int, most: int) -> Span:
    """The stretch without words that are cut at its ends, and without space there."""
    if start > least and not text[start - 1].isspace():
        space = next((at for at in range(start, end) if text[at].isspace()), None)
        start = start if space is None else space
    if end < most and not text[end].isspace():
        space = next((at for at in range(end - 1, start, -1) if text[at].isspace()), None)
        end = end if space is None else space
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
