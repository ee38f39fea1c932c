"""What one says something is, and another that it is nothing but something else ("is nothing but an old store")."""

from __future__ import annotations

from itertools import pairwise

from tawatur.claims.conflicts import Conflict, agreement
from tawatur.claims.likeness import met, within
from tawatur.claims.marks import negations, stands, telling, without
from tawatur.claims.wording import Term, Wording

_WEIGHT = 0.15  # weight from which a word tells what is spoken of
_SUBJECT = 4  # words of a statement among which it names that
_NAMED = 0.6  # of the weight of what is named, that the other statement must name too
_SAME = 0.25  # share of what it is said to be, from which the two say one thing


def nothing_but(a: Wording, b: Wording) -> Conflict | None:
    """Two voices that speak of one thing, for one of whom it is nothing but what the other does not say."""
    if a.root == b.root or (without(a, "except") and without(b, "except")):
        return None
    ours = _nothing_but(a)
    one, other = (a, b) if ours else (b, a)
    found = ours or _nothing_but(b)
    if found is None or _nothing_but(other) or other.statement.polarity == "-":
        return None
    subject, nature = found
    opening = tuple(t for t in other.terms if telling(t, _WEIGHT))[:_SUBJECT]
    copula = any(stands(t, "copula") for t in other.terms)
    if not copula or _share(subject, [t for t in subject if met(t, opening)]) < _NAMED:
        return None
    if _share(nature, [t for t in nature if within(t, other)]) >= _SAME:
        return None
    spans = a.statement.content, b.statement.content
    return Conflict("contradiction", "other", spans, agreement(one, other), ("", ""), "nothing_but")


def _nothing_but(wording: Wording) -> tuple[tuple[Term, ...], tuple[Term, ...]] | None:
    """What a statement speaks of and what it says that is nothing but; None where it says no such thing."""
    terms = wording.terms
    for at, (term, following) in enumerate(pairwise(terms)):
        if term.form in negations() and stands(following, "except"):
            subject = tuple(t for t in terms[:at][:_SUBJECT] if telling(t, _WEIGHT))
            nature = tuple(t for t in terms[at + 2 :] if telling(t, _WEIGHT))
            return (subject, nature) if subject and nature else None
    return None


def _share(terms: tuple[Term, ...], known: list[Term]) -> float:
    return sum(t.weight for t in known) / sum(t.weight for t in terms)
