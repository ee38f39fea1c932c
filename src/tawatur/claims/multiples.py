"""Figures that another statement multiplies: "the dead are three times as many as declared"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.claims.conflicts import Conflict
from tawatur.claims.counts import Count, comparable, compatible
from tawatur.claims.marks import listed, stands
from tawatur.claims.numbers import key
from tawatur.claims.wording import Wording

_BACK = 4  # statements back from "three times as many" to the figure


def multiples(ready: Sequence[Wording]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Figures with the statement of somebody else shortly after the figure that the true one is several times as high.

    Every other figure of the same count that is not as high is in conflict with it too.
    """
    for at, wording in enumerate(ready):
        times = next((c.quantity for c in wording.counts if c.quantity.unit in listed("times")), None)
        base = _base(ready, at) if times and any(stands(t, "more") for t in wording.terms) else None
        if times is None or times.low is None or base is None:
            continue
        factor, q = times.low, base.quantity
        high = replace(q, low=(q.low or 0.0) * factor, high=q.high * factor if q.high else None, approximate=True)
        true = replace(base, quantity=high)
        for other in ready:
            rival = next((c for c in other.counts if comparable(c, true) and not compatible(c, true)), None)
            if rival and other.root != wording.root:
                spans, answers = (rival.quantity.span, times.span), (key(rival), key(true))
                yield Conflict("contradiction", "number", spans, 1.0, answers), other, wording


def _base(ready: Sequence[Wording], at: int) -> Count | None:
    """The figure that "three times as many" multiplies: the nearest one of somebody else before it."""
    back = (w for w in reversed(ready[max(0, at - _BACK) : at]) if w.article == ready[at].article)
    return next((c for w in back if w.root != ready[at].root for c in w.counts if c.role and not c.part), None)
