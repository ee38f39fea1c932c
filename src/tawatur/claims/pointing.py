"""Denials that are told by where they stand: they point back, or follow what they deny."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tawatur.claims.conflicts import Conflict, agreement
from tawatur.claims.likeness import within
from tawatur.claims.marks import demonstratives, denial_among, denied_whole, denies, negated, telling
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.script import fold

_POINTING = 3.0  # weight under which a content that points back names little of its own
_NAMES = 1.6  # weight from which a content names what it speaks of
_COMMON = 0.12  # weight from which a word in common tells that a denial speaks of what stands right before it
_HALF = 0.5  # of the words of a denial, that the statement right before it must have
_SUCH = frozenset(clitic + fold("مثل") for clitic in ("", "ل", "ب"))
_BACK = 4  # statements back that a denial can point to
_WHETHER = fold("إذا")


def pointing(ready: Sequence[Wording]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Denials that point back ("denied that", "any attacks of this kind") with what they deny, the latter first.

    What is denied is the nearest accusation of somebody else shortly before in the same article, else the statement of
    somebody else right before it; "no such decision was taken" points back too, whatever was said.
    """
    for at, denial in enumerate(ready):
        no_such = _no_such(denial)
        if not denies(denial) or negated(denial.terms) != no_such or len(denial.statement.chain) < 2:
            continue
        if not _points(denial):
            continue
        before = [w for w in reversed(ready[max(0, at - _BACK) : at]) if w.article == denial.article]
        said = [w for w in before if w.statement.polarity == "+" and w.root != denial.root]
        accused = next((w for w in said if w.statement.kind == "accusation"), None)
        last = said[0] if said and said[0] is before[0] else None
        plain = last if last and (no_such or last.statement.kind == "fact") else None
        meant = accused or (plain if denial.statement.kind != "position" else None)
        if meant and meant.total >= _NAMES:
            spans = meant.statement.content, denial.statement.content
            yield Conflict("contradiction", "polarity", spans, 1.0, ("+", "-")), meant, denial


def beside(ready: Sequence[Wording]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Denials ("denied the shelling of the hospital") with what somebody else said of it before, the latter first.

    What is denied is the nearest statement shortly before in the same article that has half of its words.
    """
    for at, denial in enumerate(ready):
        if not denied_whole(denial) or len(denial.statement.chain) < 2 or denial.statement.kind == "position":
            continue
        if any(t.form == _WHETHER for t in denial.terms):
            continue  # whether it is so was not answered
        own = [t for t in denial.distinct if telling(t, _COMMON)]
        for said in reversed(ready[max(0, at - _BACK) : at]):
            if said.article != denial.article or said.statement.polarity == "-" or denial_among(said.terms):
                continue
            known = [t for t in own if within(t, said)]
            if said.root == denial.root or len(known) < 2 or _weight(known) < _HALF * _weight(own):
                continue
            spans, strength = (said.statement.content, denial.statement.content), agreement(said, denial)
            yield Conflict("contradiction", "polarity", spans, strength, ("+", "-")), said, denial
            break


def _no_such(wording: Wording) -> bool:
    """Whether a fact is that there is no such thing ("لم يتخذ مثل هذا القرار")."""
    if wording.statement.kind != "fact" or not negated(wording.terms):
        return False
    return any(a.form in _SUCH and b.form in demonstratives() for a, b in pairwise(wording.terms))


def _weight(terms: Sequence[Term]) -> float:
    return sum(t.weight for t in terms)


def _points(wording: Wording) -> bool:
    """Whether a content is short and holds a word that points back."""
    return wording.total < _POINTING and any(t.form in demonstratives() for t in wording.terms)
