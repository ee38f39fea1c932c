"""What one statement leaves open and another one tells: a cause, a culprit, a destination.

"لم يعرف سبب الانفجار" asks a question that "الانفجار نجم عن تسرب غاز" answers. What a later report tells takes
the place of the open question; beside a report that is not later it is another answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.claims.conflicts import Conflict
from tawatur.claims.likeness import within
from tawatur.claims.marks import marked, negated, negations, stands, telling, written
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.script import fold
from tawatur.model import Slot, Span

OPEN = ("?", "")  # the answers of a conflict in which the first statement leaves a question open
_REACH = 3  # words from a negation to its verb
_NOUN = 6  # words from there to the noun that names the question: who did not tell may stand between
_LONG = 10  # words after the verb that can tell what is not known
_WEIGHT = 0.2  # weight from which a word in common tells that the two speak of one thing
_TOPIC = 0.25  # weight in common from which an answer speaks of the matter of a question
_ABOUT = 4  # such words of a statement among which it names what it tells the day of
_WORDS, _SHARE = 5, 0.7  # of the words of an open question, that a statement without a word of answering must have
_NOUNS = frozenset(fold(form) for form in ("عدم", "وعدم", "بعدم"))  # "asked not to be named"
_ASKING = frozenset(fold(form) for form in ("أم", "إذا", "هل"))
_SLOTS: tuple[Slot, ...] = ("cause", "participant", "place", "time")


def answered(ready: Sequence[Wording]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Statements that leave a question open with those that answer it, the question first."""
    open_ = [_left_open(wording) for wording in ready]
    answers = [w for w, left in zip(ready, open_, strict=True) if not left and _affirms(w)]
    for at, (question, left) in enumerate(zip(ready, open_, strict=True)):
        if not left:
            continue
        matter = _matter(ready, at)
        for answer in answers:
            if answer.statement.sentence == question.statement.sentence:
                continue
            found = _named(left, matter, answer) or _covered(left, answer)
            if found:
                slot, span, strength = found
                spans = span, answer.statement.content
                yield Conflict("divergent", slot, spans, strength, OPEN, "open"), question, answer


def _affirms(wording: Wording) -> bool:
    """Whether a statement neither denies nor asks."""
    asks = any(t.form in _ASKING for t in wording.terms)
    return wording.statement.polarity == "+" and not asks and not negated(wording.terms)


def _left_open(wording: Wording) -> tuple[Term, ...]:
    """The words for what a statement says is not known or not told, none when it says no such thing."""
    terms = wording.terms
    for at, term in enumerate(terms):
        if term.form in negations() and term.form not in _NOUNS:
            verb = next((n for n in range(at + 1, at + _REACH) if n < len(terms) and stands(terms[n], "telling")), None)
            if verb is not None:
                return terms[verb + 1 : verb + 1 + _LONG]
        elif marked(term, "unknown"):
            return terms[max(0, at - 1) : at]
    return ()


def _matter(ready: Sequence[Wording], at: int) -> frozenset[str]:
    """The stems of what a question is about: of its sentence, and where that says no more, of the statement before."""
    question = ready[at]
    stems = question.sentence.keys() | question.stems.keys()
    bare = not any(telling(t, _WEIGHT) and not (marked(t, "question") or marked(t, "unknown")) for t in question.terms)
    if bare and at and ready[at - 1].article == question.article:
        stems |= ready[at - 1].stems.keys()
    return frozenset(stems)


def _named(left: Sequence[Term], matter: frozenset[str], answer: Wording) -> tuple[Slot, Span, float] | None:
    """The noun that names the question, where a statement of the same matter has a word that answers it."""
    noun = next(((t, s) for t in left[:_NOUN] for s in _SLOTS if marked(t, "question", s)), None)
    if noun is None:
        return None
    if not _answers(noun[1], answer, owner=any(marked(t, "owner") for t in left[:_NOUN])):
        return None
    told = [t for t in answer.distinct if telling(t, _WEIGHT) and not (marked(t, "question") or marked(t, "answer"))]
    if noun[1] == "time":
        told = told[:_ABOUT]  # the day is of what the statement opens with
    strength = sum(t.weight for t in told if t.stem in matter)
    return (noun[1], noun[0].span, strength) if strength >= _TOPIC else None


def _answers(slot: Slot, answer: Wording, *, owner: bool) -> bool:
    """Whether a statement has what answers a question: a day where the time is asked, else a word that tells it."""
    if slot == "time":
        return bool(answer.days)
    return any(written(t, "owned") if owner else marked(t, "answer", slot) for t in answer.terms)


def _covered(left: Sequence[Term], answer: Wording) -> tuple[Slot, Span, float] | None:
    """Most of the words of the question, where a statement affirms them."""
    asked = [t for t in left if telling(t, _WEIGHT)]
    known = [t for t in asked if within(t, answer)]
    if len(known) < _WORDS:
        return None
    share = sum(t.weight for t in known) / sum(t.weight for t in asked)
    return ("other", (asked[0].span[0], asked[-1].span[1]), share) if share >= _SHARE else None
