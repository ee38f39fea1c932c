"""Where one statement denies what another says, or holds the opposite of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tawatur.claims.conflicts import Conflict, agreement, same_predicate
from tawatur.claims.likeness import met, within
from tawatur.claims.marks import denied_whole, denies, marked, negated, negations, telling
from tawatur.claims.wording import Term, Wording
from tawatur.languages import lexicons
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem
from tawatur.settings import Settings

_POINTING = 3.0  # weight under which a content that points back names little of its own
_NAMES = 1.6  # weight from which a content names what it speaks of
_WEIGHT = 0.18  # weight from which a word tells what is denied
_SLIGHT = 0.05  # weight from which a word is one that a negation can bear on
_COMMON = 0.12  # weight from which a word in common tells that a denial speaks of what stands right before it
_BESIDE = 0.6  # weight of the words beside two opposites
_IS_NOT = frozenset(fold(word) for word in ("ليس", "وليس", "ليست", "وليست"))
_HALF = 0.5  # of the words of a denial, that the statement right before it must have
_WHETHER = fold("إذا")
_WHOLE = 0.7  # of the words of what is denied, that the statement denied has
_OPENING = 4  # words of a content among which a negation bears on all of it
_SCOPE, _HEAD = 6, 4  # words after a negation that it can bear on; words of weight that can open a statement
_BACK = 4  # statements back that a denial can point to


def denial(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """One speaker says what another denies: in mostly the same words, the whole of it, or its predicate.

    A refusal (a position that is negated) opposes another position, never the fact of what is refused.
    """
    one, other = a.statement, b.statement
    if one.polarity == other.polarity or one.chain == other.chain or (len(one.chain) > 1 and a.root == b.root):
        return None
    denying, said = (a, b) if one.polarity == "-" else (b, a)
    held = {t.form for t in denying.terms if t.form in negations()}
    if denying.statement.kind == "position" and said.statement.kind != "position" and not held:
        return None
    if (denying.statement.kind == "background") != (said.statement.kind == "background"):
        return None  # what was so before
    if not denies(denying) or negated(said.terms):
        return None  # nothing is denied, or both hold a negation and rather say the same
    strength = agreement(a, b)
    alike = strength >= settings.conflict_denial and _both(said, denying) and _one_matter(said, denying)
    if held:
        borne = _borne(denying, _SLIGHT)
        alike = alike and bool(borne) and within(borne[0], said) and denying.terms.index(borne[0]) <= _OPENING + 1
        alike = alike and not _silent(borne[0]) and (said.article == denying.article or not _bare(denying))
    if any(marked(t, "undone") for t in said.terms[:_OPENING]):
        return None  # what did not happen
    if not (alike or (_whole(denying, said) if not held else _predicate(denying, said, strength, settings))):
        return None
    return Conflict("contradiction", "polarity", (one.content, other.content), strength, (one.polarity, other.polarity))


def _both(said: Wording, denying: Wording) -> bool:
    """Whether two words or more of each are in the other."""
    return min(sum(within(t, y) for t in x.distinct) for x, y in ((said, denying), (denying, said))) >= 2


def _one_matter(said: Wording, denying: Wording) -> bool:
    return said.statement.kind == "accusation" or same_predicate(said, denying)


def _whole(denying: Wording, said: Wording) -> bool:
    """Whether what a speaker denies ("denied the shelling of the hospital") stands in what another says."""
    own = [t for t in denying.distinct if telling(t, _WEIGHT)]
    known = [t for t in own if within(t, said)]
    if denying.statement.kind == "position" or len(known) < 2 or not denied_whole(denying):
        return False
    return sum(t.weight for t in known) >= _WHOLE * sum(t.weight for t in own)


def _predicate(denying: Wording, said: Wording, strength: float, settings: Settings) -> bool:
    """Whether the first two words that a negation bears on are said by another, the first of them near its head."""
    if len(denying.statement.chain) < 2:
        return False
    borne = _borne(denying, _WEIGHT)
    if len(borne) < 2:  # "the prisoner is no spy"
        return said.statement.kind == "accusation" and _all(denying, said)
    if _silent(borne[0]):
        return False
    if strength < settings.conflict_predicate:
        return False
    head = tuple(t for t in said.terms if telling(t, _WEIGHT))[:_HEAD]
    return met(borne[0], head) and within(borne[1], said)


def _bare(denying: Wording) -> bool:
    """Whether a content opens with "is not", whose subject stands before it in its article."""
    return denying.terms[0].form in _IS_NOT


def _silent(verb: Term) -> bool:
    """Whether a verb is one whose negation only says that something is not told."""
    return marked(verb, "telling") or marked(verb, "comment")


def _borne(denying: Wording, least: float) -> list[Term]:
    """The first two words that a negation bears on."""
    at = next(n for n, t in enumerate(denying.terms) if t.form in negations())
    return [t for t in denying.terms[at + 1 : at + 1 + _SCOPE] if telling(t, least)][:2]


def _all(denying: Wording, said: Wording) -> bool:
    """Whether the words of a denial, two at least, are all in what it denies."""
    own = [t for t in denying.distinct if telling(t, _WEIGHT)]
    return len(own) > 1 and all(within(t, said) for t in own)


def pointing(ready: Sequence[Wording]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Denials that point back ("denied that", "any attacks of this kind") with what they deny, the latter first.

    What is denied is the nearest accusation of somebody else shortly before in the same article, else the statement of
    somebody else right before it.
    """
    for at, denial in enumerate(ready):
        if not denies(denial) or len(denial.statement.chain) < 2 or not _points(denial):
            continue
        before = [w for w in reversed(ready[max(0, at - _BACK) : at]) if w.article == denial.article]
        said = [w for w in before if w.statement.polarity == "+" and w.root != denial.root]
        accused = next((w for w in said if w.statement.kind == "accusation"), None)
        plain = said[0] if said and said[0] is before[0] and said[0].statement.kind == "fact" else None
        whole = denial.statement.kind != "position" and not negated(denial.terms)
        meant = accused or (plain if whole else None)
        if meant and meant.total >= _NAMES:
            spans = meant.statement.content, denial.statement.content
            yield Conflict("contradiction", "polarity", spans, 1.0, ("+", "-")), meant, denial


def beside(ready: Sequence[Wording]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Denials ("denied the shelling of the hospital") with what somebody else says of it right before, the latter first.

    What is denied is the nearest statement shortly before in the same article that has half of the words of the denial.
    """
    for at, denial in enumerate(ready):
        if not denied_whole(denial) or len(denial.statement.chain) < 2 or denial.statement.kind == "position":
            continue
        own = [t for t in denial.distinct if telling(t, _COMMON)]
        if any(t.form == _WHETHER for t in denial.terms):
            continue
        for said in reversed(ready[max(0, at - _BACK) : at]):
            if said.article != denial.article or said.statement.polarity == "-" or negated(said.terms):
                continue
            known = [t for t in own if within(t, said)]
            if said.root == denial.root or len(known) < 2 or sum(map(_heft, known)) < _HALF * sum(map(_heft, own)):
                continue
            spans, strength = (said.statement.content, denial.statement.content), agreement(said, denial)
            yield Conflict("contradiction", "polarity", spans, strength, ("+", "-")), said, denial
            break


def _heft(term: Term) -> float:
    return term.weight


def _points(wording: Wording) -> bool:
    """Whether a content is short, denied as a whole, and holds a word that points back."""
    held = [n for n, t in enumerate(wording.terms) if t.form in negations()]
    if held and held[0] >= _OPENING:
        return False
    return wording.total < _POINTING and any(t.form in _words("demonstrative") for t in wording.terms)


def opposite(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """The two open with opposite words, neither of which is in both, and share most others."""
    if a.statement.polarity != b.statement.polarity:
        return None
    if (a.statement.kind == "background") != (b.statement.kind == "background"):
        return None  # what was so before
    sides = _opposites()
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


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of a class, with the clitics that may be written on to them."""
    entries = lexicons.entries("ar", "clause_words")
    forms = [fold(form) for e in entries if e["class"] == kind for form in e["forms"]]
    return frozenset(clitic + form for form in forms for clitic in ("", "و", "ب", "ل", "ف"))
