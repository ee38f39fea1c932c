"""Ties of sources as people judged them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tawatur.judgement.records import Judged, OneOrigin
from tawatur.languages.ar.script import fold
from tawatur.model import Reason, Source, Tie

Ties = Mapping[frozenset[str], Tie]


def judged_ties(sources: Sequence[Source], judged: Iterable[Judged]) -> tuple[Ties, frozenset[int]]:
    """For pairs of sources of a story that were judged, the tie that counts, and the judgements that found none.

    A source is known by its name or another of its names. One origin is a tie of 1, two are a tie of 0; what is unsure
    is a tie that leaves both open, between the two thresholds.
    """
    named: dict[str, str] = {}
    for source in sources:
        for name in (*source.aliases, source.name, source.id):
            named[fold(name)] = source.id
    found, lost = dict[frozenset[str], Tie](), set[int]()
    for one in judged:
        if isinstance(one.judgement, OneOrigin):
            a, b = named.get(fold(one.judgement.a)), named.get(fold(one.judgement.b))
            if a is None or b is None or a == b:
                lost.add(one.number)
                continue
            value = {"right": 1.0, "wrong": 0.0, "unsure": _OPEN}[one.judgement.verdict]
            why = Reason(f"judgement.tie_{one.judgement.verdict}", (one.by, one.at[:10]))
            found[frozenset((a, b))] = Tie(a, b, value, (why,))
    return found, frozenset(lost)


_OPEN = 0.5  # between `weak_tie` and `strong_tie`
