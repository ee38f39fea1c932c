"""One happening that two statements put down to different causes or aims, one death to different means."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.claims.conflicts import Conflict, agreement, same_predicate
from tawatur.claims.fates import KILLED
from tawatur.claims.likeness import met
from tawatur.claims.marks import demonstratives, groups, listed, stands, telling, without
from tawatur.claims.wording import Term, Wording
from tawatur.settings import Settings

_WEIGHT = 0.2  # weight from which a word tells of a happening or a cause
_SLIGHT = 0.05  # weight from which a word can name a cause
_REACH = 7  # words after the word for "because" that can name the cause
_SAME = 0.25  # share of their words from which two causes are one


@dataclass(frozen=True, slots=True)
class _Ground:
    """What happened, and what it is put down to."""

    effect: tuple[Term, ...]
    cause: tuple[Term, ...]


def cause(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """One happening with two causes or aims, in two articles."""
    if a.statement.polarity != b.statement.polarity or a.article == b.article:
        return None
    if without(a, "cause", "aim", "reason") or without(b, "cause", "aim", "reason"):
        return None
    ours, theirs = _ground(a), _ground(b)
    if not ours or not theirs:
        return None
    if _of_others(a, ours) or _of_others(b, theirs):
        return None  # "others died of the cold": of somebody else
    effect = _common(ours.effect, theirs.effect)
    if effect < settings.conflict_cause or _common(ours.cause, theirs.cause) > _SAME:
        return None
    if met(ours.cause[0], theirs.cause) or met(theirs.cause[0], ours.cause):
        return None
    first, second = ((g.cause[0].span[0], g.cause[-1].span[1]) for g in (ours, theirs))
    return Conflict("divergent", "cause", (first, second), effect, ("", ""))


def _of_others(wording: Wording, ground: _Ground) -> bool:
    """Whether a word for "another" stands after the noun of somebody or something before a cause.

    "Again" and "on the other hand" are of nobody, and right after a preposition the word means "the last".
    """
    before = [t for t in wording.terms if t.span < ground.cause[0].span]
    nouns = ((t, other) for t, other in zip((None, *before), before, strict=False) if stands(other, "another"))
    return any(t is None or t.form == "#" or (t.weight >= _SLIGHT and t.form not in listed("turn")) for t, _ in nouns)


def means(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """One killing by two different means."""
    ours, theirs = _means(a), _means(b)
    if not ours or not theirs or a.statement.polarity != b.statement.polarity:
        return None
    known = groups("means")
    if {known[t.form] for t in ours} & {known[t.form] for t in theirs} or a.article == b.article:
        return None
    strength = agreement(a, b)
    if strength < settings.conflict_means or not same_predicate(a, b):
        return None
    return Conflict("divergent", "cause", (ours[0].span, theirs[0].span), strength, ("", ""))


def _means(wording: Wording) -> tuple[Term, ...]:
    """The words for what people were killed by, in a statement that tells of killing."""
    if KILLED not in wording.groups:
        return ()
    return tuple(t for t in wording.terms if t.form in groups("means"))


def _ground(wording: Wording) -> _Ground | None:
    terms = wording.terms
    first = next((t for t in terms if telling(t, _WEIGHT)), None)
    if first is not None and stands(first, "reason"):
        copula = next((n for n, t in enumerate(terms) if stands(t, "copula")), len(terms))
        effect = tuple(t for t in terms[:copula] if telling(t, _WEIGHT) and t is not first)
        cause = tuple(t for t in terms[copula + 1 : copula + 1 + _REACH] if telling(t, _WEIGHT))
        return _Ground(effect, cause) if effect and cause else None
    for at, term in enumerate(terms):
        if stands(term, "cause") or stands(term, "aim"):
            effect = tuple(t for t in terms[:at] if telling(t, _WEIGHT))
            cause = tuple(t for t in terms[at + 1 : at + 1 + _REACH] if telling(t, _SLIGHT) or t.form == "#")
            if cause and (cause[0].form in demonstratives() or stands(cause[0], "also")):
                return None  # "also because": it adds to another cause
            return _Ground(effect, cause) if effect and cause else None
    return None


def _common(a: tuple[Term, ...], b: tuple[Term, ...]) -> float:
    """The share of the weight of the lighter that has a counterpart in the other."""
    lighter, other = sorted((a, b), key=_weight)
    return sum(t.weight for t in lighter if met(t, other)) / _weight(lighter)


def _weight(terms: tuple[Term, ...]) -> float:
    return sum(t.weight for t in terms)
