"""What a conflict of two statements is, and how far the rest of them agrees.

A conflict is a likeness with one slot that does not match (de Marneffe, Rafferty and Manning 2008, "Finding
contradictions in text"). The modules that `relating` asks look for one kind of conflict each: those of two like
statements (`numbers`, `denials`, `days` …) give the words that differ, or None, those of statements that need not be
alike (`pointing`, `blame`, `unknowns`, `expected` …) go through a story and give the two statements too.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.claims.likeness import within
from tawatur.claims.wording import Wording
from tawatur.model import RelationType, Slot, Span


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
    a: Wording, b: Wording, aside: set[str] | frozenset[str] = frozenset(), *, sentences: bool = False
) -> float:
    """The weighted share of words that two contents have in common, numbers and the words set aside left out.

    With `sentences` a word of either may stand anywhere in the other's sentence: the subject of a clause does often.
    """
    common = total = 0.0
    for one, other in ((a, b), (b, a)):
        for term in one.distinct:
            if term.form != "#" and term.stem not in aside:
                total += term.weight
                if within(term, other) or (sentences and term.stem in other.sentence):
                    common += term.weight
    return common / total if total else 0.0


def same_predicate(a: Wording, b: Wording) -> bool:
    """Whether the predicate of either is among the other's words."""
    return bool((a.head and within(a.head, b)) or (b.head and within(b.head, a)))
