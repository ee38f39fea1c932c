"""Where one happening is put on two days."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from tawatur.claims.conflicts import Conflict, agreement, same_predicate
from tawatur.claims.wording import Wording
from tawatur.languages import lexicons
from tawatur.languages.ar.script import fold
from tawatur.model import Span, TimeExpression
from tawatur.settings import Settings


def day(a: Wording, b: Wording, dates: Mapping[str, tuple[TimeExpression, ...]], settings: Settings) -> Conflict | None:
    """The same is said to have happened on two different days."""
    ours = _days(a, dates)
    theirs = _days(b, dates) if ours else []
    if not theirs or {d for d, _ in ours} & {d for d, _ in theirs}:
        return None
    strength = agreement(a, b, _said([*ours, *theirs], a, b))
    least = settings.conflict_day if same_predicate(a, b) else settings.conflict_day_only
    if strength < least:
        return None
    return Conflict("contradiction", "time", (ours[0][1], theirs[0][1]), strength, (ours[0][0], theirs[0][0]))


def _days(wording: Wording, dates: Mapping[str, tuple[TimeExpression, ...]]) -> list[tuple[str, Span]]:
    """The calendar days inside a content."""
    start, end = wording.statement.content
    found = dates.get(wording.statement.article, ())
    inside = [d for d in found if d.value and start <= d.span[0] and d.span[1] <= end]
    if not inside:
        return []
    edges = {t.span for at, t in enumerate(wording.terms) if t.form in _bounds()}
    edges |= {b.span for a, b in pairwise(wording.terms) if a.form in _bounds()}
    return [
        (d.value[:10], d.span)
        for d in inside
        if d.value and len(d.value) >= 10 and "/" not in d.value and not any(_meet(d.span, edge) for edge in edges)
    ]


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _said(days: list[tuple[str, Span]], *wordings: Wording) -> set[str]:
    return {t.stem for w in wordings for t in w.terms for _, span in days if span[0] <= t.span[0] < span[1]}


@cache
def _bounds() -> frozenset[str]:
    return frozenset(fold(form) for entry in lexicons.entries("ar", "time_bounds") for form in entry["forms"])
