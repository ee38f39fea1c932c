"""A link that one denies ("has nothing to do with his work") and another draws ("tried because of his work")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.claims.conflicts import Conflict, agreement
from tawatur.claims.likeness import met
from tawatur.claims.marks import denial_among, marked, negations, stands, telling
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.stems import stem

_REACH = 4  # words from a negation to the word for a link
_MATTER = 7  # words after that which tell what is not linked
_WITH = "ب"  # what stands before the second of two things that are linked
_WEIGHT = 0.15  # weight from which a word tells it


def unlinked(ready: Sequence[Wording]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """What gives a cause or accuses, with the denial of somebody else that there is such a link, the former first.

    A ground shares words with what is not linked, an accusation those that it is not linked with; of all these the one
    is meant that shares most. A denial that gives another ground in the same words stands against nothing.
    """
    grounds = [(w, told) for w in ready if (told := _grounds(w))]
    charges = [(w, w.terms) for w in ready if w.statement.kind == "accusation" and not denial_among(w.terms)]
    for denial in ready:
        matter, own = _unlinked(denial), _grounds(denial)
        drawn = [
            *((said, told, matter) for said, told in grounds),
            *((said, told, tuple(t for t in matter if _with(t))) for said, told in charges),
        ]
        found = [
            (sum(t.weight for t in told if met(t, meant)) + agreement(said, denial), said)
            for said, told, meant in drawn
            if any(met(t, meant) for t in told) and not any(met(t, own) for t in told) and _apart(said, denial)
        ]
        if found:
            strength, said = max(found, key=lambda one: one[0])
            spans = said.statement.content, denial.statement.content
            yield Conflict("contradiction", "cause", spans, strength, ("", ""), "unlinked"), said, denial


def _apart(said: Wording, denial: Wording) -> bool:
    """Whether two statements are of two voices and two sentences."""
    return said.root != denial.root and said.statement.sentence != denial.statement.sentence


def _with(term: Term) -> bool:
    """Whether a word has "with" written on to it: the ب of "بيان" is its own, the first one of "ببيان" is not."""
    return term.form.startswith(_WITH) and (not term.stem.startswith(_WITH) or stem(term.form[1:]) == term.stem)


def _unlinked(wording: Wording) -> tuple[Term, ...]:
    """The words for what a statement says has no link with something, none where it says no such thing."""
    terms = wording.terms
    for at, term in enumerate(terms):
        if term.form in negations():
            link = next((n for n in range(at + 1, min(len(terms), at + _REACH)) if marked(terms[n], "link")), None)
            if link is not None:
                return tuple(t for t in terms[link + 1 : link + 1 + _MATTER] if telling(t, _WEIGHT))
    return ()


def _grounds(wording: Wording) -> tuple[Term, ...]:
    """The words after a word for "because", none where a statement has no such word."""
    at = next((n for n, t in enumerate(wording.terms) if stands(t, "cause")), None)
    return () if at is None else tuple(t for t in wording.terms[at + 1 :] if telling(t, _WEIGHT))
