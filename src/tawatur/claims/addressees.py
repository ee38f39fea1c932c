"""One call of one speaker that two reports address to different hearers ("called on X to …", "called on Y to …")."""

from __future__ import annotations

from itertools import takewhile

from tawatur.claims.conflicts import Conflict
from tawatur.claims.likeness import met
from tawatur.claims.marks import called, denies, relatives
from tawatur.claims.wording import Term, Wording, one_voice
from tawatur.settings import Settings

_TO = "الي"
_FIRST = 5  # words of a content among which the hearer ends
_NAMED = 0.1  # weight from which a word names a hearer
_TELLING = 1.0  # weight from which what is called for tells one call from another
_SAME = 0.2  # share of the hearers' words from which they are the same


def addressee(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """The same call, to somebody else."""
    if denies(a) != denies(b) or a.statement.sentence == b.statement.sentence:
        return None
    if len(a.statement.chain) < 2 or len(b.statement.chain) < 2 or not one_voice(a, b):
        return None
    ours, theirs = _call(a), _call(b)
    if not ours or not theirs:
        return None
    (hearer, deed), (other, same) = ours, theirs
    strength = _share(deed, same)
    if (
        min(_weight(deed), _weight(same)) < _TELLING
        or strength < settings.conflict_call
        or _share(hearer, other) > _SAME
    ):
        return None
    spans = (hearer[0].span[0], hearer[-1].span[1]), (other[0].span[0], other[-1].span[1])
    return Conflict("divergent", "participant", spans, strength, ("", ""), "addressed")


def _call(wording: Wording) -> tuple[tuple[Term, ...], tuple[Term, ...]] | None:
    """Whom a call is addressed to, and what it calls for."""
    if wording.statement.kind != "position" or not called(wording):
        return None
    terms = wording.terms
    for at, term in enumerate(terms[1:], 1):
        joined = term.form.startswith("لل") and term.weight >= _NAMED and at < _FIRST
        if term.form == _TO or joined:
            hearer = tuple(t for t in takewhile(_names, terms[:at]) if t.weight >= _NAMED)
            deed = tuple(t for t in terms[at if joined else at + 1 :] if t.weight >= _NAMED)
            return (hearer, deed) if hearer and deed else None
    return None


def _names(term: Term) -> bool:
    """Whether a word can still be of a name: a relative clause only tells more of who is named."""
    return term.form not in relatives()


def _share(a: tuple[Term, ...], b: tuple[Term, ...]) -> float:
    lighter, other = sorted((a, b), key=_weight)
    return sum(t.weight for t in lighter if met(t, other)) / _weight(lighter)


def _weight(terms: tuple[Term, ...]) -> float:
    return sum(t.weight for t in terms)
