"""What a conflict of two statements is, and how far the rest of them agrees.

A conflict is a likeness with one slot that does not match (de Marneffe, Rafferty and Manning 2008, "Finding
contradictions in text"). The modules that `relating` asks look for one kind of conflict each: those of two like
statements (`numbers`, `denials`, `days` …) give the words that differ, or None, those of statements that need not be
alike (`pointing`, `blame`, `unknowns`, `expected` …) go through a story and give the two statements too.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.claims.likeness import within
from tawatur.claims.marks import past, telling
from tawatur.claims.wording import Wording
from tawatur.languages.ar.counting import state_of
from tawatur.model import RelationType, Slot, Span

_SLIGHT = 0.05  # weight under which a word only joins others
_TELLING = 0.15  # weight from which a word tells of whom or of what


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that differ in one slot: the differing words, and how far the rest agrees (0..1).

    `why` names the cause of a conflict whose type and slot do not tell it.
    """

    type: RelationType
    slot: Slot
    spans: tuple[Span, Span]
    strength: float
    answers: tuple[str, str]
    why: str = ""


def agreement(
    a: Wording, b: Wording, aside: set[str] | frozenset[str] = frozenset(), *, clauses: bool = False
) -> float:
    """The weighted share of words that two contents have in common, numbers and the words set aside left out.

    With `clauses` a content that opens with a verb of the past and has no subject has the words of its whole sentence,
    for there it stands ("the campaign, which killed …").
    """
    common = total = 0.0
    for one, other in ((a, b), (b, a)):
        wide = other.sentence if clauses and _is_clause(other) else ()
        for term in one.distinct:
            if term.form != "#" and term.stem not in aside:
                total += term.weight
                if within(term, other) or term.stem in wide:
                    common += term.weight
    return common / total if total else 0.0


def _is_clause(wording: Wording) -> bool:
    """Whether a content opens with a verb of the past that a preposition or a number follows, and so no subject.

    Of people who "were killed" the number is the subject: only where nothing more is told of them is it elsewhere.
    """
    if len(wording.terms) < 2 or not past(wording.terms[0].form):
        return False
    verb, following, *rest = wording.terms
    if state_of(verb.form) and not verb.form.endswith("ت"):
        return following.form == "#" and not any(telling(t, _TELLING) for t in rest)
    return following.form == "#" or following.weight < _SLIGHT or following.form.startswith("ب")


def same_predicate(a: Wording, b: Wording) -> bool:
    """Whether the predicate of either is among the other's words."""
    return bool((a.head and within(a.head, b)) or (b.head and within(b.head, a)))
