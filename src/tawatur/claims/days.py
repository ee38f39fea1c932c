"""Where one happening is put on two days."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.claims.conflicts import Conflict, agreement, same_predicate
from tawatur.claims.marks import stands
from tawatur.claims.wording import Wording
from tawatur.model import Span
from tawatur.settings import Settings


def day(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """The same is said to have happened on two different days."""
    ours, theirs = a.days, b.days if a.days else ()
    if not theirs or {d for d, _ in ours} & {d for d, _ in theirs}:
        return None
    if any(stands(t, "another") for w in (a, b) for t in w.terms):
        return None  # "others were killed on Sunday": another happening
    if _words_of(a, ours[0][1]) == _words_of(b, theirs[0][1]):
        return None  # the same word for the day, in articles of two days
    strength = agreement(a, b, _said([*ours, *theirs], a, b))
    least = settings.conflict_day if same_predicate(a, b) else settings.conflict_day_only
    if strength < least:
        return None
    return Conflict("contradiction", "time", (ours[0][1], theirs[0][1]), strength, (ours[0][0], theirs[0][0]))


def _words_of(wording: Wording, span: Span) -> list[str]:
    return [t.form for t in wording.terms if span[0] <= t.span[0] < span[1]]


def _said(days: Sequence[tuple[str, Span]], *wordings: Wording) -> set[str]:
    return {t.stem for w in wordings for t in w.terms for _, span in days if span[0] <= t.span[0] < span[1]}
