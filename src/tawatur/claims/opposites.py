"""Where two statements open with opposite words and share the rest."""

from __future__ import annotations

from functools import cache

from tawatur.claims.conflicts import Conflict, agreement
from tawatur.claims.likeness import within
from tawatur.claims.marks import telling
from tawatur.claims.wording import Wording
from tawatur.languages import lexicons
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem
from tawatur.settings import Settings

_WEIGHT = 0.18  # weight from which a word counts as one that a statement can open with
_HEAD = 4  # words of such weight that open it
_BESIDE = 0.6  # weight of the words beside two opposites


def opposite(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """The two open with opposite words, neither of which is in both, and share most others."""
    if a.statement.polarity != b.statement.polarity or a.article == b.article:
        return None
    if (a.statement.kind == "background") != (b.statement.kind == "background"):
        return None  # what was so before
    sides = _opposites()
    if sides.keys().isdisjoint(a.stems):
        return None
    heads, others = ([t for t in w.terms if telling(t, _WEIGHT)][:_HEAD] for w in (a, b))
    ours = [t for t in heads if t.stem in sides and not within(t, b)]
    for left in ours:
        for right in others:
            if right.stem in sides[left.stem] and not within(right, a):
                strength = agreement(a, b, {left.stem, right.stem})
                if min(w.total - t.weight for w, t in ((a, left), (b, right))) < _BESIDE:
                    continue  # too little to tell that they speak of one thing
                if strength >= settings.conflict_opposite:
                    spans, stems = (left.span, right.span), (left.stem, right.stem)
                    return Conflict("contradiction", "polarity", spans, strength, stems)
    return None


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in lexicons.entries("ar", "antonyms"):
        one, other = ({stem(fold(form)) for form in entry[side]} for side in ("forms", "against"))
        for left, right in ((one, other), (other, one)):
            for key in left - right:
                found.setdefault(key, set()).update(right - left)
    return {key: frozenset(others) for key, others in found.items()}
