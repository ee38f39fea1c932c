"""Which member of a claim speaks for it: a passage of the body that tells by itself what is claimed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawatur.dossier.index import Index
from tawatur.dossier.telling import prepare, prepared, stands_alone, telling
from tawatur.languages.ar.script import bare, words
from tawatur.languages.ar.vocabulary import clause_classes
from tawatur.model import Claim, Span, Statement

# Worth against closeness to the other members (0..1): first of all whether it can be read alone.
_BODY, _ATTRIBUTED, _TELLING = 0.35, 0.05, 0.6
# Words of a sentence that are shown before a passage which cannot be read alone.
_BEFORE = 12


def shown_statement(found: Index, claim: Claim) -> Statement:
    """The member whose exact words stand for the claim in every report."""
    members = [found.statements[m] for m in claim.members]
    if len(members) == 1:
        return members[0]
    texts = [found.words(m.article, m.content) for m in members]
    bags = [word_set(text) for text in texts]

    def worth(at: int) -> tuple[float, int]:
        member = members[at]
        value = _closeness(bags, at) + _TELLING * telling(texts[at])
        value += _BODY * (not found.in_title(member)) + _ATTRIBUTED * (len(member.chain) > 1)
        return (round(value, 6), -at)

    return members[max(range(len(members)), key=worth)]


def lead_in(found: Index, statement: Statement) -> Span | None:
    """What of its sentence a passage needs before it to be understood; None when it can be read by itself.

    A passage that begins in the middle of a clause ("leans to its right side") says too little; the words before it
    name what it speaks of. Never more than a few words.
    """
    text = found.articles[statement.article].text
    start = statement.content[0]
    if start <= statement.sentence[0]:
        return None
    passage = text[slice(*statement.content)]
    if not prepared(passage):  # the others will be asked for too
        prepare(found.words(s.article, s.content) for s in found.dossier.statements)
    if stands_alone(passage):
        return None
    before = words(text, statement.sentence[0], start)[-_BEFORE:]
    return (before[0].start, start) if before else None


def denied_outside(found: Index, statement: Statement) -> bool:
    """Whether a statement denies what its own words say, the denial ("denied that …") standing outside of them."""
    if statement.polarity == "+":
        return False
    inside = words(found.words(statement.article, statement.content))
    return not any("negation" in clause_classes(word.folded) for word in inside)


@lru_cache(maxsize=4096)
def word_set(text: str) -> frozenset[str]:
    """The words of a passage, folded and without their article, signs left out."""
    return frozenset(bare(word.folded) for word in words(text) if word.folded[:1].isalnum())


def _closeness(bags: Sequence[frozenset[str]], at: int) -> float:
    """Mean Jaccard similarity of one passage to the others."""
    one = bags[at]
    shares = [len(one & other) / len(one | other) for i, other in enumerate(bags) if i != at and one | other]
    return sum(shares) / len(shares) if shares else 0.0
