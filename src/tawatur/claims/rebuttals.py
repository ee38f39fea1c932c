"""What is called untrue by its name: accusations, expectations, reports; and what was told last ("which he denied").

"All these accusations are baseless" leaves open which, "the expectations of taking the town are unrealistic" says it
itself, and "هو ما نفاه" stands right after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tawatur.claims.conflicts import Conflict, agreement
from tawatur.claims.likeness import share_within
from tawatur.claims.marks import beside, denial_among, denies, listed, marked, negated, stands, telling, to_come
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.naming import read_name
from tawatur.languages.ar.script import fold, words
from tawatur.languages.ar.stems import stem

_OPENING = 5  # words of a statement among which stands what it is about
_BACK = 4  # statements back from a rebuttal to what it rebuts
_WEIGHT = 0.15  # weight from which a word tells what is untrue
_LEAST = 0.6  # of the weight of those words, that a statement must have to be what is untrue
_WORDS = 3  # of those words
_SAID = 2  # words from which a statement says something of whoever it names
_WHAT = fold("ما")


def rebutted(ready: Sequence[Wording], names: Mapping[str, str]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Statements with those that call them untrue, the former first; `names` are those of the sources."""
    for at, wording in enumerate(ready):
        before = [w for w in reversed(ready[max(0, at - _BACK) : at]) if w.article == wording.article]
        if _which_was_denied(wording):
            said = before[0] if before and _affirmed(before[0], wording) else None
        elif _of_accusations(wording):
            said = _accusation(before, wording, names)
        else:
            said = _untrue(ready, wording)
        if said is not None:
            spans, strength = (said.statement.content, wording.statement.content), agreement(said, wording)
            yield Conflict("contradiction", "polarity", spans, strength, ("+", "-")), said, wording


def _which_was_denied(wording: Wording) -> bool:
    """Whether a content opens with "what … denied" with a pronoun for what stands before it."""
    return any(a.form == _WHAT and stands(b, "denied it") for a, b in pairwise(wording.terms[:_OPENING]))


def _affirmed(said: Wording, denial: Wording) -> bool:
    """Whether somebody else than who denies affirms something."""
    return said.statement.polarity == "+" and said.root != denial.root


def _of_accusations(wording: Wording) -> bool:
    """Whether accusations are what a statement denies or calls untrue."""
    if len(wording.statement.chain) < 2 or not any(marked(t, "charge") for t in wording.terms[:_OPENING]):
        return False
    return bool(_false(wording)) or (denies(wording) and not negated(wording.terms))


def _accusation(before: Sequence[Wording], denial: Wording, names: Mapping[str, str]) -> Wording | None:
    """The nearest accusation of somebody else, else the nearest statement that names whoever denies."""
    said = [w for w in before if _affirmed(w, denial)]
    name = names.get(denial.root, "")
    accused, spoken = read_name(name).bodies, {stem(w.folded) for w in words(name)}
    blamed = next((w for w in said if w.statement.kind == "accusation"), None)
    return blamed or next((w for w in said if accused & w.stems.keys() and _beside(w, spoken) >= _SAID), None)


def _beside(wording: Wording, name: set[str]) -> int:
    """How many words a statement has beside a name."""
    return sum(telling(t, _WEIGHT) and t.stem not in name for t in wording.distinct)


def _untrue(ready: Sequence[Wording], wording: Wording) -> Wording | None:
    """The statement of somebody else that has most of what is called untrue; of expectations one of what is to come."""
    false = _false(wording)
    named = next((t for t in wording.terms[:_OPENING] if marked(t, "told") or marked(t, "foretold")), None)
    own = [t for t in wording.distinct if telling(t, _WEIGHT) and t not in false and t is not named]
    if named is None or not false or len(own) < _WORDS:
        return None
    others = [w for w in ready if w.root != wording.root and w.statement.polarity == "+" and not denial_among(w.terms)]
    if marked(named, "foretold"):
        others = [w for w in others if to_come(w) or beside(w, "ahead", "awaited")]
    best = max((w for w in others if not _false(w)), key=lambda w: share_within(own, w), default=None)
    return best if best is not None and share_within(own, best) >= _LEAST else None


def _false(wording: Wording) -> tuple[Term, ...]:
    """The words by which a statement calls something untrue; "false" only of what is told, not of what it is about."""
    for one, other in pairwise(wording.terms):
        if f"{one.form} {other.form}" in listed("untrue"):
            return one, other
        if stands(other, "untrue") and any(marked(one, kind) for kind in ("charge", "told", "foretold")):
            return (other,)
    return ()
