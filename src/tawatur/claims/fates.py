"""What became of people: who were killed are not those who were wounded, whatever else two statements share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tawatur.languages.ar.counting import state_of
from tawatur.model import Quantity

if TYPE_CHECKING:
    from tawatur.claims.wording import Term, Wording

KILLED = "قتل"  # the group of `synonyms` that words for killing are in
_FATES = frozenset({"killed", "wounded", "missing", "detained", "released", "survived"})


def other_fate(a: Wording, b: Wording) -> bool:
    """Whether two statements tell first of two different fates.

    "17 killed and 40 wounded" is first of all a report of the killed: it says more than "17 killed", another thing than
    "40 wounded". A statement in which no fate is told is of no other fate.
    """
    return a.fate is not None and b.fate is not None and a.fate != b.fate


def death_in_headline(a: Wording, b: Wording) -> bool:
    """Whether one of two statements is a headline and only one of them tells that people died."""
    if not (a.headline or b.headline) or "killed" not in (a.fate, b.fate):
        return False
    return not all(KILLED in wording.groups for wording in (a, b))


def first_fate(terms: Iterable[Term], quantities: Iterable[Quantity]) -> str | None:
    """What became of the people that a statement first tells of, by its words and its counts."""
    counted = {q.span[0]: q.state for q in quantities}
    for term in terms:
        told = (counted.get(term.span[0]),) if term.form == "#" else state_of(term.form)
        if told and told[0] in _FATES:
            return told[0]
    return None
