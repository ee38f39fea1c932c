"""Where one happening is put on two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tawatur.claims.conflicts import Conflict, agreement, same_predicate
from tawatur.claims.counts import comparable, compatible
from tawatur.claims.likeness import met
from tawatur.claims.marks import listed, stands, telling
from tawatur.claims.wording import Term, Wording
from tawatur.model import Span
from tawatur.settings import Settings

_WORDS = 3  # words on either side of a day that tell what it is the day of
_WEIGHT = 0.15  # weight from which they do


def day(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """The same is said to have happened on two different days."""
    ours, theirs = a.days, b.days if a.days else ()
    if not theirs or {d for d, _ in ours} & {d for d, _ in theirs}:
        return None
    if a.article == b.article and a.root == b.root:
        return None  # one voice's days in one article are days of different things
    if any(stands(t, "another") for w in (a, b) for t in w.terms):
        return None  # "others were killed on Sunday": another happening
    if _other_counts(a, b):
        return None  # eleven on Saturday and sixteen on Friday: two happenings
    (one, first), (other, second) = ours[0], theirs[0]
    named, again = _words_of(a, first), _words_of(b, second)
    if set(named) & set(again) or (one[5:] == other[5:] and not (one[:4] in named and other[:4] in again)):
        return None  # one word for the day in articles of two days, or a day whose year is not said
    if any(t in listed("near day") for t in (*named, *again)) and _next(one, other):
        return None  # "yesterday" of two articles round midnight
    near = _beside(b, second)
    if not any(met(t, near) for t in _beside(a, first)):
        return None  # the days of two things
    strength = agreement(a, b, _said([*ours, *theirs], a, b))
    least = settings.conflict_day if same_predicate(a, b) else settings.conflict_day_only
    if strength < least or (a.article == b.article and strength < settings.conflict_day_only):
        return None
    return Conflict("contradiction", "time", (first, second), strength, (one, other))


def _other_counts(a: Wording, b: Wording) -> bool:
    """Whether two statements count people of one fate, and never as many; a length or a price tells of no happening."""
    pairs = [(c, d) for c in a.counts for d in b.counts if c.quantity.unit == "person" and comparable(c, d)]
    return bool(pairs) and not any(compatible(c, d) for c, d in pairs)


def _next(one: str, other: str) -> bool:
    """Whether two days follow each other."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) == 1


def _words_of(wording: Wording, span: Span) -> list[str]:
    return [t.form for t in wording.terms if span[0] <= t.span[0] < span[1]]


def _beside(wording: Wording, span: Span) -> tuple[Term, ...]:
    """The words of weight right before and right after a day."""
    before = [t for t in wording.terms if t.span[1] <= span[0] and telling(t, _WEIGHT)]
    after = [t for t in wording.terms if t.span[0] >= span[1] and telling(t, _WEIGHT)]
    return (*before[-_WORDS:], *after[:_WORDS])


def _said(days: Sequence[tuple[str, Span]], *wordings: Wording) -> set[str]:
    return {t.stem for w in wordings for t in w.terms for _, span in days if span[0] <= t.span[0] < span[1]}
