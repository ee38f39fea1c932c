"""Where one statement denies what another says."""

from __future__ import annotations

from itertools import pairwise

from tawatur.claims.conflicts import Conflict, agreement, same_predicate
from tawatur.claims.likeness import met, within
from tawatur.claims.marks import (
    beside,
    borne,
    denial_among,
    denied_whole,
    denies,
    marked,
    negated,
    negations,
    stands,
    telling,
    tense,
    to_come,
)
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.script import fold
from tawatur.settings import Settings

_REJECT = ("deny", "refuse")  # kinds of verbs whose object is not so, or not wanted
_WEIGHT = 0.18  # weight from which a word tells what is denied
_SLIGHT = 0.05  # weight from which a word is one that a negation can bear on
_IS_NOT = frozenset(fold(word) for word in ("ليس", "وليس", "ليست", "وليست"))
_AND_NOT = frozenset(fold(word) for word in ("وليس", "وليست"))
_SAID = 0.6  # weight from which a statement says something that can be denied
_WHOLE = 0.7  # of the words of what is denied, that the statement denied has
_OPENING = 4  # words of a content among which a negation bears on all of it
_AFTER = 3  # words after an event among which stands that it took place
_HEAD = 4  # words of weight that can open a statement


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
    if said.total < _SAID or not denies(denying) or denial_among(said.terms):
        return None  # nothing is denied, or both hold a negation and rather say the same
    if denying.statement.certainty == "possible":
        return None
    if _unwilling(denying) and said.statement.kind != "position" and not any(marked(t, "wish") for t in said.terms):
        return None  # what somebody does not want may be so
    if to_come(said) and any(stands(t, "not yet") for t in denying.terms):
        return None  # what did not happen yet may still happen
    if any(marked(t, "undone") for t in said.terms[:_OPENING]):
        return None  # it says that something did not happen
    strength = agreement(a, b)
    alike = strength >= settings.conflict_denial and _one_matter(said, denying) and (not held or _opens(denying, said))
    near = strength >= settings.conflict_predicate
    rest = _negated(denying, said, near) if held else _whole(denying, said)
    if not (alike or rest):
        return None
    return Conflict("contradiction", "polarity", (one.content, other.content), strength, (one.polarity, other.polarity))


def _unwilling(denying: Wording) -> bool:
    """Whether what is negated first is that somebody wants something ("does not want to be compared")."""
    first = next((pair for pair in pairwise(denying.terms) if pair[0].form in negations()), None)
    return first is not None and stands(first[1], "wish")


def _negated(denying: Wording, said: Wording, near: bool) -> bool:
    """Whether what a negation bears on is what another says: its predicate, what somebody is, what took place."""
    return (near and _predicate(denying, said)) or _is_none(denying, said) or _no_event(denying, said)


def turned(a: Wording, b: Wording) -> bool:
    """Whether one of two statements of unlike polarity takes back what the other says, as far as their words tell.

    Not where both hold a negation ("we said that we will not …", "his country will not …"), where both stand beside a
    verb of denying or refusing, or where what is negated is said after all ("got no more than 21 %").
    """
    denying, said = (a, b) if a.statement.polarity == "-" else (b, a)
    if said.statement.polarity == "-":
        return False
    if negated(denying.terms):
        return denies(denying) and not negated(said.terms)
    return beside(denying, *_REJECT) and not beside(said, *_REJECT)


def _one_matter(said: Wording, denying: Wording) -> bool:
    """Whether two words or more of each are in the other, and a predicate, which an accusation need not share."""
    common = min(sum(within(t, y) for t in x.distinct) for x, y in ((said, denying), (denying, said)))
    return common >= 2 and (said.statement.kind == "accusation" or same_predicate(said, denying))


def _opens(denying: Wording, said: Wording) -> bool:
    """Whether a negation opens a content, and what it bears on first is what another says."""
    first = next(iter(borne(denying, _SLIGHT)), None)
    if first is None or not within(first, said) or _silent(first):
        return False
    bare = denying.terms[0].form in _IS_NOT  # its subject stands before it in its article
    return denying.terms.index(first) <= _OPENING + 1 and (said.article == denying.article or not bare)


def _whole(denying: Wording, said: Wording) -> bool:
    """Whether what a speaker denies ("denied the shelling of the hospital") stands in what another says."""
    own = [t for t in denying.distinct if telling(t, _WEIGHT)]
    known = [t for t in own if within(t, said)]
    if denying.statement.kind == "position" or len(known) < 2 or not denied_whole(denying):
        return False
    return sum(t.weight for t in known) >= _WHOLE * sum(t.weight for t in own)


def _predicate(denying: Wording, said: Wording) -> bool:
    """Whether the first two words that a negation bears on are said by another, the first of them near its head."""
    verbs = borne(denying, _WEIGHT)
    if len(denying.statement.chain) < 2 or len(verbs) < 2 or _silent(verbs[0]):
        return False
    if _but_not(denying, said) or not _same_subject(denying, said):
        return False
    head = tuple(t for t in said.terms if telling(t, _WEIGHT))[:_HEAD]
    return met(verbs[0], head) and within(verbs[1], said)


def _but_not(denying: Wording, said: Wording) -> bool:
    """Whether what is negated is a part that is set against another ("by his own work and not by the other's loss").

    Where both are of one thing ("he died of his heart and not by their bullets") the other part is what is denied.
    """
    at = next(n for n, t in enumerate(denying.terms) if t.form in negations())
    if at == 0 or denying.terms[at].form not in _AND_NOT:
        return False
    return denying.head is None or said.head is None or not met(denying.head, (said.head,))


def _same_subject(denying: Wording, said: Wording) -> bool:
    """Whether the sentence of another statement names who is said not to be what or where something else is.

    "The king was not in his palace" has its palace in common with all that is told of the place. Without a subject
    before "was not", with one that only tells whose it is ("his client") or where a verb follows nobody need be named.
    """
    terms = denying.terms
    at = next(n for n, t in enumerate(terms) if t.form in negations())
    being = terms[at].form in _IS_NOT or any(stands(t, "being") for t in terms[at + 1 : at + 2])
    being = being and not any(tense(t.form, "present") for t in terms[at + 2 : at + 3])
    subject = [t for t in terms[:at] if telling(t, _WEIGHT) and not stands(t, "of his")] if being else []
    return not subject or any(within(t, said) or t.stem in said.sentence for t in subject)


def _is_none(denying: Wording, said: Wording) -> bool:
    """Whether somebody is said not to be what an accusation says ("the prisoner is no spy"): it has all the words."""
    if len(denying.statement.chain) < 2 or said.statement.kind != "accusation" or len(borne(denying, _WEIGHT)) > 1:
        return False
    own = [t for t in denying.distinct if telling(t, _WEIGHT)]
    return len(own) > 1 and all(within(t, said) for t in own)


def _no_event(denying: Wording, said: Wording) -> bool:
    """Whether what is said not to have taken place ("no vote was held") took place for another."""
    verb, event = (*borne(denying, _SLIGHT), None, None)[:2]
    if verb is None or event is None or not stands(verb, "took place") or len(denying.statement.chain) < 2:
        return False
    at = next((n for n, t in enumerate(said.terms) if met(event, (t,))), None)
    return at is not None and any(stands(t, "took place") for t in said.terms[max(0, at - 1) : at + 1 + _AFTER])


def _silent(verb: Term) -> bool:
    """Whether a verb is one whose negation only says that something is not told."""
    return marked(verb, "telling") or marked(verb, "comment")
