"""The calendar days that a content puts its happening on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tawatur.languages import lexicons
from tawatur.languages.ar.script import fold
from tawatur.model import Span, TimeExpression


def days_of(
    content: Span, dates: Sequence[TimeExpression], terms: Sequence[tuple[str, Span]]
) -> tuple[tuple[str, Span], ...]:
    """The days inside a content with their words; `dates` are those of the article in order, `terms` the content's.

    A day that is the edge of a time ("since Monday") is left out.
    """
    start, end = content
    at = bisect_left(dates, (start, start), key=lambda date: date.span)
    inside = list[TimeExpression]()
    while at < len(dates) and dates[at].span[1] <= end:
        inside.append(dates[at])
        at += 1
    if not inside:
        return ()
    edges = {span for form, span in terms if form in _bounds()}
    edges |= {b for (form, _), (_, b) in pairwise(terms) if form in _bounds()}
    return tuple(
        (d.value[:10], d.span)
        for d in inside
        if d.value and len(d.value) >= 10 and "/" not in d.value and not any(_meet(d.span, edge) for edge in edges)
    )


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


@cache
def _bounds() -> frozenset[str]:
    return frozenset(fold(form) for entry in lexicons.entries("ar", "time_bounds") for form in entry["forms"])
